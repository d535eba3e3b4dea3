import { REGISTERS } from "../domain/book/lines";
import { changeEntries, type ChangeReason } from "../domain/log/changes";
import type { LogEntry } from "../domain/log/log-row";
import { rowsOf, sifted } from "../domain/log/standing";
import { postEntries } from "../domain/log/told-documents";
import { toldNumbers } from "../read/read-log";
import type { ReadBook } from "../read/read-book";
import type { Change } from "../workbook/port";
import type { Desk } from "./desk";
import { columnsStanding, logChanges, rowsStanding } from "./log-changes";

/** Changes of posted rows, and what they are told with. */
export interface ToldChanges extends ChangeReason {
  readonly changes: readonly Change[];
  /** What else is to be told in the same breath: documents that are posted with them. */
  readonly entries?: readonly LogEntry[];
}

/**
 * Changes that stamp cells of posted rows, behind the changes of the log that tell each of these cells. A row
 * of which the log never heard is told whole first.
 */
export function loggedChanges(
  desk: Desk,
  read: ReadBook,
  { changes, entries = [], ...reason }: ToldChanges,
): Change[] {
  const rows = stampedRows(read, changes);
  const standing = columnsStanding(read, { rows });
  const after = rowsStanding(read, { changes, rows });
  const known = toldNumbers(read.logs, new Set(standing.flatMap(({ number }) => number)));
  const strange = standing.map((own) => sifted(own, (at) => !known.has(own.number[at])));
  const changed = changeEntries(standing.flatMap(rowsOf), after, reason);
  const told = [...postEntries(strange, "adopt"), ...changed, ...entries];
  return [...logChanges(desk, read, { entries: told }), ...changes];
}

/** The rows of registers that changes stamp (0-based), by the table's id. */
export function stampedRows(
  read: ReadBook,
  changes: readonly Change[],
): ReadonlyMap<string, readonly number[]> {
  return new Map(
    REGISTERS.map((id) => {
      const name = read.sources.get(id)?.cells.name;
      const rows = changes.flatMap((change) =>
        change.do === "stamp" && change.table === name ? change.rows : [],
      );
      return [id, [...new Set(rows)].sort((a, b) => a - b)];
    }),
  );
}
