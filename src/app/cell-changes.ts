import type { Value } from "../domain/log/posted-cells";
import type { ReadBook } from "../read/read-book";
import type { Change } from "../workbook/port";
import { stampedRows } from "./logged-changes";
import { rowsStanding } from "./log-changes";

/** One cell of a posted row that an action changes; null = blank. */
export interface CellChange {
  readonly number: string;
  readonly rowId: string;
  readonly column: string;
  readonly old: Value | null;
  readonly new: Value | null;
}

/** The cells of posted rows that changes alter, as a diff tells them. */
export function cellChanges(read: ReadBook, changes: readonly Change[]): CellChange[] {
  const rows = stampedRows(read, changes);
  const after = new Map(rowsStanding(read, { changes, rows }).map((row) => [row.rowId, row.cells]));
  return rowsStanding(read, { rows }).flatMap(({ number, rowId, cells }) => {
    const now = after.get(rowId) ?? {};
    const columns = new Set([...Object.keys(cells), ...Object.keys(now)]);
    return [...columns].flatMap((column) => {
      const [old, next] = [cells[column] ?? null, now[column] ?? null];
      return old === next ? [] : [{ number, rowId, column, old, new: next }];
    });
  });
}
