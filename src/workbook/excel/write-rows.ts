import type { Cell, Expectation } from "../port";
import { runsOf, type Run } from "./blocks";
import { given, isKept, taken } from "./cell-values";
import { rowsIn } from "./read-tables";
import { differingRows } from "../expected-rows";
import type { Write, Written } from "./write";

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
  /** What was written is read again. */
  readonly readsBack: boolean;
}

/** The write of cells of rows; rows that follow each other are one range, and go as one. */
export function rowsWrite(cells: RowCells): Write {
  const width = spanOf(cells.columns);
  return {
    what: cells.table,
    cells: cells.rows.length * Math.max(width.to - width.from, readsOf(cells)),
    isLast: false,
    queue: (context) => queued(context, cells),
    halves: cells.rows.length < 2 ? null : () => halvesOf(cells).map(rowsWrite),
  };
}

/** How many cells of a row are read: before it is written and after. */
function readsOf({ headers, expect, readsBack }: RowCells): number {
  return headers.length * ((expect === null ? 0 : 1) + (readsBack ? 1 : 0));
}

function spanOf(columns: readonly PlacedCells[]): { readonly from: number; readonly to: number } {
  const indexes = columns.map(({ index }) => index);
  return { from: Math.min(...indexes), to: Math.max(...indexes) + 1 };
}

function halvesOf(cells: RowCells): readonly RowCells[] {
  const half = cells.rows.length >> 1;
  return [part(cells, 0, half), part(cells, half, cells.rows.length)];
}

/** The rows from one to before another, by their place in the list. */
export function part(cells: RowCells, from: number, to: number): RowCells {
  const { rows, columns, formats, expect } = cells;
  const cut = <T extends { readonly cells: readonly Cell[] }>(column: T): T => ({
    ...column,
    cells: column.cells.slice(from, to),
  });
  const isExpecting = expect !== null && expect !== "blank";
  return {
    ...cells,
    rows: rows.slice(from, to),
    columns: columns.map(cut),
    formats: formats.length === 1 ? formats : formats.slice(from, to),
    expect: isExpecting ? { ...expect, columns: expect.columns.map(cut) } : expect,
  };
}

interface PlacedRun extends Run {
  /** Place of its first row in the list of rows. */
  readonly at: number;
}

function placedRuns({ rows, isFiltered }: RowCells): readonly PlacedRun[] {
  let at = 0;
  return runsOf(rows, isFiltered ? 1 : Infinity).map((run) => {
    const placed = { ...run, at };
    at += run.count;
    return placed;
  });
}

function queued(context: Excel.RequestContext, cells: RowCells): Written {
  const { from, to } = spanOf(cells.columns);
  const table = context.workbook.tables.getItem(cells.table);
  const isWatched = cells.expect !== null;
  const runs = placedRuns(cells).map((run) => {
    const range = rowsIn(table, run);
    const before = isWatched ? range.load("values") : null;
    const target = from === 0 && to === cells.headers.length ? range : spanned(range, from, to);
    target.getResizedRange(0, 0).values = rect(cells, run, { from, to });
    const after = cells.readsBack ? range.getResizedRange(0, 0).load("values") : null;
    return { run, range, before, after };
  });
  const beforeRows = (): Cell[][] => runs.flatMap(({ before }) => (before === null ? [] : cellsOf(before)));
  const afterRows = (): Cell[][] => runs.flatMap(({ after }) => (after === null ? [] : cellsOf(after)));
  return {
    outcome: () => ({
      changed: isWatched ? changedRows(cells, beforeRows()) : [],
      lost: cells.readsBack ? lostRows(cells, afterRows()) : [],
    }),
    undo: () => {
      if (!isWatched) return;
      const old = beforeRows();
      for (const { run, range } of runs) restore(cells, range, { run, old });
    },
  };
}

function spanned(range: Excel.Range, from: number, to: number): Excel.Range {
  return range.getColumn(from).getResizedRange(0, to - from - 1);
}

/** Null in a rectangle of values leaves the cell as it is. */
function rect(
  { columns, formats }: RowCells,
  { at, count }: PlacedRun,
  { from, to }: { readonly from: number; readonly to: number },
): (string | number | boolean | null)[][] {
  return Array.from({ length: count }, (_, r) => {
    const row = new Array<string | number | boolean | null>(to - from).fill(null);
    const shown = formats.length === 1 ? formats[0] : formats[at + r];
    for (const { index, cells } of columns)
      row[index - from] = given(cells[at + r] ?? null, shown[index] ?? "General");
    return row;
  });
}

function cellsOf(range: Excel.Range): Cell[][] {
  return range.values.map((row: readonly unknown[]) => row.map(taken));
}

/** Rows that held something else just before they were written. */
function changedRows({ rows, headers, expect }: RowCells, before: readonly (readonly Cell[])[]): number[] {
  if (expect === null) return [];
  if (expect === "blank") return rows.filter((_, i) => before[i].some((cell) => cell !== null));
  const wrong = differingRows(expect, rows.length, (header) => {
    const column = headers.indexOf(header);
    return column < 0 ? null : before.map((row) => row[column]);
  });
  return wrong.map((i) => rows[i]);
}

function lostRows({ rows, columns }: RowCells, after: readonly (readonly Cell[])[]): number[] {
  return rows.filter((_, i) =>
    columns.some(({ index, cells }) => !isKept(cells[i] ?? null, after[i][index])),
  );
}

function restore(
  cells: RowCells,
  range: Excel.Range,
  { run, old }: { readonly run: PlacedRun; readonly old: readonly (readonly Cell[])[] },
): void {
  const { from, to } = spanOf(cells.columns);
  const columns = cells.columns.map(({ index }) => ({ index, cells: old.map((row) => row[index]) }));
  spanned(range, from, to).values = rect({ ...cells, columns }, run, { from, to });
}
