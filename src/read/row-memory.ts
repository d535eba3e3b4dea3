import { type Lines, rowOf } from "../domain/book/lines";
import type { Language } from "../domain/kernel/title";
import { leastDiffering } from "../domain/log/differences";
import { recordedRows, type RecordedRow } from "../domain/log/recorded";
import type { TableCells } from "../workbook/port";
import type { TypeName } from "./cells/lookup";
import { logRows } from "./read-log";
import type { Source } from "./source";
import { wholeRows } from "./standing-rows";

/** What the log is asked of rows that are in doubt; it is read when it is asked first. */
export interface RowMemory {
  /** The row as the log has it; undefined = it never heard of it. */
  known(rowId: string): RecordedRow | undefined;
  /** Of lines that bear one rowId that which is the row: it differs least from the log; else the first. */
  meant(lines: Pick<Lines, "offsets">, own: readonly number[], rowId: string): number;
}

/** A book's rows as they stand, and the logs that say what they were. */
export interface RowsRemembered {
  readonly sources: ReadonlyMap<string, Source>;
  readonly logs: readonly TableCells[];
  readonly types: readonly TypeName[];
  readonly language: Language;
}

/** The memory of a book: of a sound one it is never asked. */
export function rowMemory({ sources, logs, ...reading }: RowsRemembered): RowMemory {
  let made: ReadonlyMap<string, RecordedRow> | null = null;
  const known = (rowId: string): RecordedRow | undefined =>
    (made ??= recordedRows(logs.map((cells) => logRows(cells)))).get(rowId);
  return {
    known,
    meant: (lines, own, rowId) => {
      const row = known(rowId);
      if (row === undefined) return own[0];
      const standing = own.flatMap((line) => {
        const at = rowOf(lines, line);
        const source = sources.get(at.table);
        return source === undefined ? [] : wholeRows(source, { ...reading, rows: [at.row - 1] });
      });
      return own[leastDiffering(row, standing)];
    },
  };
}
