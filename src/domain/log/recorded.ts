import type { LogRow } from "./log-row";
import { type PostedCells, rowsIn, type Value } from "./posted-cells";

/** A posted row as the log has it now. */
export interface RecordedRow {
  readonly table: string;
  readonly rowId: string;
  readonly number: string;
  /** posted, void, reversed or closed. */
  readonly status: string;
  /** All that posting wrote and was typed, and what was changed since; values of changed cells as texts. */
  readonly cells: PostedCells;
  /** The row as it was when the log first heard of it, where that was after it was posted; null = else. */
  readonly adopted: PostedCells | null;
}

/** Actions whose `after` tells whole rows. */
const TELLS_ROWS: ReadonlySet<string> = new Set(["post", "adopt"]);

/**
 * The posted rows that the logs of all stations tell of, by rowId: each as it was posted, with every change
 * since. Logs are told together by time; within one station by the order of its rows.
 */
export function recordedRows(logs: readonly (readonly LogRow[])[]): ReadonlyMap<string, RecordedRow> {
  const known = new Map<string, RecordedRow>();
  for (const row of inTime(logs)) {
    if (row.column === "") tellRows(known, row);
    else tellChange(known, row);
  }
  return known;
}

/** The rows of several logs, the earliest of their next rows first. */
function inTime(logs: readonly (readonly LogRow[])[]): readonly LogRow[] {
  if (logs.length === 1) return logs[0];
  const next = logs.map(() => 0);
  const all: LogRow[] = [];
  const total = logs.reduce((sum, { length }) => sum + length, 0);
  while (all.length < total) {
    let first = -1;
    logs.forEach((rows, log) => {
      const isLeft = next[log] < rows.length;
      if (isLeft && (first === -1 || rows[next[log]].time < logs[first][next[first]].time)) first = log;
    });
    all.push(logs[first][next[first]++]);
  }
  return all;
}

function tellRows(known: Map<string, RecordedRow>, { action, number, after }: LogRow): void {
  const told = TELLS_ROWS.has(action) ? rowsIn(after) : null;
  if (told === null) return;
  for (const whole of told.rows) {
    const { status = "posted", ...cells } = whole;
    const rowId = String(cells["rowId"] ?? "");
    const adopted = action === "adopt" ? whole : null;
    const row = { table: told.table, rowId, number, status: String(status), cells, adopted };
    if (rowId !== "") known.set(rowId, row);
  }
}

function tellChange(known: Map<string, RecordedRow>, { rowId, column, after }: LogRow): void {
  const before = known.get(rowId);
  if (before === undefined) return;
  if (column === "status") known.set(rowId, { ...before, status: after });
  else if (column === "number") known.set(rowId, { ...before, number: after });
  else known.set(rowId, { ...before, cells: { ...before.cells, [column]: after satisfies Value } });
}
