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
 * since. Logs are told together by time, within one station by the order of its rows; of changes at one
 * moment that first which finds its cell as it says it was.
 */
export function recordedRows(logs: readonly (readonly LogRow[])[]): ReadonlyMap<string, RecordedRow> {
  const known = new Map<string, RecordedRow>();
  const next = logs.map(() => 0);
  for (let log = nextLog(logs, next, known); log !== -1; log = nextLog(logs, next, known)) {
    const row = logs[log][next[log]++];
    if (row.column === "") tellRows(known, row);
    else tellChange(known, row);
  }
  return known;
}

/**
 * The log whose next row is to be told: the earliest, of several that which fits; -1 = all have been told.
 */
function nextLog(
  logs: readonly (readonly LogRow[])[],
  next: readonly number[],
  known: ReadonlyMap<string, RecordedRow>,
): number {
  const heads = logs.flatMap((rows, log) => {
    const row = rows.at(next[log]);
    return row === undefined ? [] : [{ log, row }];
  });
  if (heads.length < 2) return heads.at(0)?.log ?? -1;
  const first = heads.reduce((time, { row }) => (row.time < time ? row.time : time), heads[0].row.time);
  const together = heads.filter(({ row }) => row.time === first);
  return (together.find(({ row }) => isAsSaid(known, row)) ?? together[0]).log;
}

/** Whether a change finds its cell as it says that it was; whole rows always do. */
function isAsSaid(known: ReadonlyMap<string, RecordedRow>, { rowId, column, before }: LogRow): boolean {
  const row = known.get(rowId);
  if (column === "") return true;
  if (row === undefined) return false;
  if (column === "status") return row.status === before;
  return column === "number" ? row.number === before : String(row.cells[column] ?? "") === before;
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
