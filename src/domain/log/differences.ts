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
  const byId = new Map<string, StandingRow[]>();
  const unlogged: StandingRow[] = [];
  for (const row of standing) {
    const same = byId.get(row.rowId);
    if (!recorded.has(row.rowId)) {
      if (isPosted(row)) unlogged.push(row);
    } else if (same === undefined) byId.set(row.rowId, [row]);
    else same.push(row);
  }
  const cells: CellDifference[] = [];
  const gone: RecordedRow[] = [];
  const copies: StandingRow[] = [];
  for (const known of recorded.values()) {
    const found = (byId.get(known.rowId) ?? []).map((row) => ({ row, differing: cellDifferences(known, row) }));
    const best = found.reduce<(typeof found)[number] | null>(
      (least, each) => (least === null || each.differing.length < least.differing.length ? each : least),
      null,
    );
    if (best === null) gone.push(known);
    else cells.push(...best.differing);
    copies.push(...found.filter((each) => each !== best).map(({ row }) => row));
  }
  return { cells, gone, unlogged, copies };
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
  for (const column in known.cells) compare(column, textAt(known.cells, column), textAt(standing.cells, column));
  for (const column in standing.cells)
    if (!(column in known.cells)) compare(column, "", textAt(standing.cells, column));
  return found;
}

function textAt(cells: PostedCells, column: string): string {
  const value = cells[column];
  return value === undefined ? "" : String(value);
}
