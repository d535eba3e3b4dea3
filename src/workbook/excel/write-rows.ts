import type { Cell } from "../port";
import { differingRows } from "../expected-rows";
import { given, isKept } from "./cell-values";
import { cellsOf, type PlacedRun, placedRuns, type RowCells, spanOf, spanned } from "./placed-rows";
import { rowsIn } from "./read-tables";
import { type Left, restoring } from "./restore-rows";
import type { Write, Written } from "./write";

/** The write of cells of rows; rows that follow each other are one range, and go as one. */
export function rowsWrite(cells: RowCells): Write {
  const width = spanOf(cells.columns);
  return {
    what: cells.table,
    cells: cells.rows.length * Math.max(width.to - width.from, readsOf(cells)),
    answer: answerOf(cells),
    isMaking: false,
    headers: cells.headers,
    lastRow: cells.rows.reduce((last, row) => Math.max(last, row), -1),
    makesRows: false,
    queue: (context) => queued(context, cells),
    halves: cells.rows.length < 2 ? null : () => halvesOf(cells).map(rowsWrite),
  };
}

/** How many cells of a row are read: before it is written, with their formulas, and after. */
function readsOf({ headers, readsBack }: RowCells): number {
  return headers.length * (readsBack ? 3 : 0);
}

/** Bytes that Excel answers for each range that is asked for anything. */
export const rangeBytes = 800;

/** Bytes of a cell that is read, one with another. */
export const cellBytes = 14;

/** Bytes of a column whose header is asked for. */
const headerBytes = 60;

/** What is written comes back as it is; of the rest it is not known. */
function answerOf(cells: RowCells): number {
  const reads = readsOf(cells);
  if (reads === 0) return 0;
  const written = cells.readsBack ? JSON.stringify(cells.columns).length : 0;
  const headers = cells.headers.length * headerBytes;
  return headers + placedRuns(cells).length * rangeBytes + cells.rows.length * reads * cellBytes + written;
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

function queued(context: Excel.RequestContext, cells: RowCells): Written {
  const { from, to } = spanOf(cells.columns);
  const table = context.workbook.tables.getItem(cells.table);
  const isWatched = cells.readsBack;
  const runs = placedRuns(cells).map((run) => {
    const range = rowsIn(table, run);
    const before = isWatched ? range.load("values") : null;
    const formulas = isWatched ? spanned(range, { from, to }).load("formulas") : null;
    spanned(range, { from, to }).values = rect(cells, run, { from, to });
    const after = isWatched ? range.getResizedRange(0, 0).load("values") : null;
    return { before, formulas, after };
  });
  const beforeRows = (): Cell[][] => runs.flatMap(({ before }) => (before === null ? [] : cellsOf(before)));
  const afterRows = (): Cell[][] => runs.flatMap(({ after }) => (after === null ? [] : cellsOf(after)));
  const left = (): Left => {
    const formulaRows = runs.flatMap(({ formulas }): unknown[][] => formulas?.formulas ?? []);
    return { before: beforeRows(), formulas: formulaRows, after: afterRows() };
  };
  return {
    outcome: () => ({
      changed: isWatched ? changedRows(cells, beforeRows()) : [],
      lost: isWatched ? lostRows(cells, afterRows()) : [],
    }),
    undo: isWatched ? (again) => restoring(again, cells, left()) : null,
  };
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
