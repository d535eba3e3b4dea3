import type { PostedCells, PostedColumn, Value } from "./posted-cells";
import type { StandingRow } from "./differences";

/**
 * Rows of one register as they stand now, a column each: what the log keeps of them, and how it knows them.
 */
export interface StandingColumns {
  readonly table: string;
  /** Of each its row in the table's body, 1 = first. */
  readonly rows: readonly number[];
  readonly rowId: readonly string[];
  readonly number: readonly string[];
  readonly status: readonly string[];
  /** In the order of the table's columns. */
  readonly kept: readonly PostedColumn[];
}

/** The same rows, each by itself. */
export function rowsOf(standing: StandingColumns): StandingRow[] {
  const { table, rows, rowId, number, status, kept } = standing;
  return rows.map((row, i) => {
    const cells = cellsAt(kept, i);
    return { table, row, rowId: rowId[i], number: number[i], status: status[i], cells };
  });
}

function cellsAt(kept: readonly PostedColumn[], at: number): PostedCells {
  const cells: Record<string, Value> = {};
  for (const { id, values } of kept) {
    const value = values[at];
    if (value !== null) cells[id] = value;
  }
  return cells;
}

/** Those of the rows that are wanted, by their place. */
export function sifted(standing: StandingColumns, isWanted: (at: number) => boolean): StandingColumns {
  const places = standing.rows.map((_, at) => at).filter(isWanted);
  if (places.length === standing.rows.length) return standing;
  const of = <T>(values: readonly T[]): readonly T[] => places.map((at) => values[at]);
  const { table, rows, rowId, number, status, kept } = standing;
  return {
    ...{ table, rows: of(rows), rowId: of(rowId), number: of(number), status: of(status) },
    kept: kept.map(({ id, values }) => ({ id, values: of(values) })),
  };
}
