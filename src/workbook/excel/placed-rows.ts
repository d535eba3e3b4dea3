import type { Cell, Expectation } from "../port";
import { runsOf, type Run } from "./blocks";
import { taken } from "./cell-values";

/** One column of a table and the cells that go into it, in the order of the rows. */
export interface PlacedCells {
  /** 0-based column of the table. */
  readonly index: number;
  readonly cells: readonly Cell[];
}

/** Cells for rows of a table that are there when they are written. */
export interface RowCells {
  readonly table: string;
  readonly rows: readonly number[];
  readonly columns: readonly PlacedCells[];
  /** Headers of the table, by column. */
  readonly headers: readonly string[];
  /** Number formats by row, in the order of the rows, and column; one row of formats holds for all. */
  readonly formats: readonly (readonly string[])[];
  /** What must stand in the rows when they are written; "blank" = nothing; null = whatever does. */
  readonly expect: Expectation | "blank" | null;
  /** Rows are written one by one, as Excel mistakes ranges with hidden rows. */
  readonly isFiltered: boolean;
  /** Rows are read before they are written and again after, and can be taken back. */
  readonly readsBack: boolean;
}

/** The columns from the first that is written to behind the last. */
export function spanOf(columns: readonly PlacedCells[]): { readonly from: number; readonly to: number } {
  const indexes = columns.map(({ index }) => index);
  return { from: Math.min(...indexes), to: Math.max(...indexes) + 1 };
}

/** Rows that go as one range. */
export interface PlacedRun extends Run {
  /** Place of its first row in the list of rows. */
  readonly at: number;
}

/** The rows as ranges, in their order. */
export function placedRuns({ rows, isFiltered }: RowCells): readonly PlacedRun[] {
  let at = 0;
  return runsOf(rows, isFiltered ? 1 : Infinity).map((run) => {
    const placed = { ...run, at };
    at += run.count;
    return placed;
  });
}

/** So many of the columns of rows. */
export function spanned(
  range: Excel.Range,
  { from, to }: { readonly from: number; readonly to: number },
): Excel.Range {
  return range.getColumn(from).getResizedRange(0, to - from - 1);
}

/** The cells of a range that was loaded. */
export function cellsOf(range: Excel.Range): Cell[][] {
  return range.values.map((row: readonly unknown[]) => row.map(taken));
}
