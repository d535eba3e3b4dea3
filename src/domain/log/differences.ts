import { type PostedCells } from "./posted-cells";
import type { RecordedRow } from "./recorded";

/** A row of a register as it stands now. */
export interface StandingRow {
  readonly table: string;
  /** 1 = first of the table's body. */
  readonly row: number;
  readonly rowId: string;
  readonly number: string;
  readonly status: string;
  readonly cells: PostedCells;
}

/** One cell of a posted row that is not as the log has it; status and number too. */
export interface CellDifference {
  readonly standing: StandingRow;
  readonly column: string;
  /** As texts; "" = blank. */
  readonly was: string;
  readonly is: string;
}

/** How the registers differ from what the log tells of them. */
export interface Differences {
  readonly cells: readonly CellDifference[];
  /** Rows that the log knows and no register holds. */
  readonly gone: readonly RecordedRow[];
  /** Posted rows that the log never heard of. */
  readonly unlogged: readonly StandingRow[];
  /** Copies of a posted row under its own rowId. */
  readonly copies: readonly StandingRow[];
}

/**
 * Compares posted rows with the log: of several rows with one rowId that which differs least is the row, the
 * others are copies. Drafts that the log does not know are nobody's affair.
 */
export function differences(
  recorded: ReadonlyMap<string, RecordedRow>,
  standing: readonly StandingRow[],
): Differences {
  const known = standing.filter(({ rowId }) => recorded.has(rowId));
  const unlogged = standing.filter((row) => !recorded.has(row.rowId) && isPosted(row));
  const byId = new Map<string, StandingRow[]>();
  for (const row of known) byId.set(row.rowId, [...(byId.get(row.rowId) ?? []), row]);
  const cells: CellDifference[] = [];
  const gone: RecordedRow[] = [];
  const copies: StandingRow[] = [];
  for (const row of recorded.values()) {
    const own = byId.get(row.rowId) ?? [];
    const best = leastDiffering(row, own);
    if (best === -1) gone.push(row);
    else cells.push(...cellDifferences(row, own[best]));
    copies.push(...own.filter((_, i) => i !== best));
  }
  return { cells, gone, unlogged, copies };
}

/** The place of the row that differs least from what the log has of it, the first of several; -1 = none. */
export function leastDiffering(known: RecordedRow, standing: readonly StandingRow[]): number {
  if (standing.length < 2) return standing.length - 1;
  const counts = standing.map((each) => cellDifferences(known, each).length);
  return counts.indexOf(Math.min(...counts));
}

function isPosted({ status }: StandingRow): boolean {
  return status !== "draft" && status !== "approved";
}

function cellDifferences(known: RecordedRow, standing: StandingRow): readonly CellDifference[] {
  const found: CellDifference[] = [];
  const compare = (column: string, was: string, is: string): void => {
    if (was !== is) found.push({ standing, column, was, is });
  };
  if (known.table !== standing.table) compare("rowId", known.rowId, "");
  compare("number", known.number, standing.number);
  compare("status", known.status, standing.status);
  const columns = new Set([...Object.keys(known.cells), ...Object.keys(standing.cells)]);
  for (const column of columns) compare(column, textAt(known.cells, column), textAt(standing.cells, column));
  return found;
}

function textAt(cells: PostedCells, column: string): string {
  const value = cells[column];
  return value === undefined ? "" : String(value);
}
