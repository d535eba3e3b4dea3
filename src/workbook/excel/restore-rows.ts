import type { Cell } from "../port";
import { given, isErrorWord, isKept } from "./cell-values";
import { cellsOf, placedRuns, type RowCells, spanOf, spanned } from "./placed-rows";
import { rowsIn } from "./read-tables";
import type { Undoing } from "./write";
import { setFormat } from "./write-size";

/** What a write of rows has left behind, in the order of its rows. */
export interface Left {
  /** Rows in full width as they stood before, and the formulas of the columns that were written. */
  readonly before: readonly (readonly Cell[])[];
  readonly formulas: readonly (readonly unknown[])[];
  /** Rows in full width as they stood after. */
  readonly after: readonly (readonly Cell[])[];
}

/**
 * Asks how the rows stand by now; then each cell that still holds what we wrote gets back what it held. Rows
 * that stand elsewhere by now are left as they are, and so is what somebody has written over ours.
 */
export function restoring(context: Excel.RequestContext, cells: RowCells, left: Left): Undoing {
  const table = context.workbook.tables.getItem(cells.table);
  const filter = table.autoFilter.load("isDataFiltered");
  const runs = placedRuns(cells).map((run) => {
    const range = rowsIn(table, run);
    return { run, range, there: range.getResizedRange(0, 0).load("values,numberFormat") };
  });
  return () => {
    const there = runs.flatMap((each) => cellsOf(each.there));
    const formats = runs.flatMap((each) => each.there.numberFormat);
    const ours = cells.rows.map((_, i) => oursIn(cells, left.after[i], there[i]));
    const span = spanOf(cells.columns);
    for (const { run, range } of runs) {
      const rows = Array.from({ length: run.count }, (_, r) =>
        oldRow(left, { at: run.at + r, columns: ours[run.at + r], formats: formats[run.at + r], span }),
      );
      enterRows(spanned(range, span), rows, { oneByOne: filter.isDataFiltered });
    }
    const stays = cells.rows.filter((_, i) => ours[i].length < cells.columns.length);
    return stays.length === 0 ? null : stays;
  };
}

/** Enters cells into a range as they were; one row after the other where a filter hides some. */
export function enterRows(
  range: Excel.Range,
  rows: readonly (readonly OldCell[])[],
  { oneByOne }: { readonly oneByOne: boolean },
): void {
  const entered = rows.map((row) => row.map(({ cell }) => cell));
  if (oneByOne) entered.forEach((row, r) => (range.getRow(r).formulas = [row]));
  else range.formulas = entered;
  rows.forEach((row, r) =>
    row.forEach(({ cell, isHeldAsText }, c) => {
      if (isHeldAsText) reenter(range.getCell(r, c), cell);
    }),
  );
}

/** The columns of a row, by their place in the table, in which still stands what we wrote. */
function oursIn(
  { columns, headers, expect }: RowCells,
  after: readonly Cell[],
  there: readonly Cell[],
): readonly number[] {
  const kept = columns.map(({ index }) => index).filter((index) => isKept(after[index], there[index]));
  const key = expect === null || expect === "blank" ? -1 : headers.indexOf(expect.key ?? "");
  const isKnown = key >= 0 && after[key] !== null;
  const isSame = isKnown ? isKept(after[key], there[key]) : kept.length === columns.length;
  return isSame ? kept : [];
}

/** A cell as it is put back. */
export interface OldCell {
  /** As it is entered; null = the cell stays as it is. */
  readonly cell: string | number | boolean | null;
  /** A formula in a cell whose format is that of text, where it could not be entered. */
  readonly isHeldAsText: boolean;
}

/** A row that is to be restored, and how its cells are formatted by now. */
interface Restored {
  /** Its place in the list of rows. */
  readonly at: number;
  readonly columns: readonly number[];
  readonly formats: readonly unknown[];
  readonly span: { readonly from: number; readonly to: number };
}

function oldRow(
  { before, formulas }: Left,
  { at, columns, formats, span: { from, to } }: Restored,
): readonly OldCell[] {
  return Array.from({ length: to - from }, (_, c) => {
    if (!columns.includes(from + c)) return { cell: null, isHeldAsText: false };
    return oldCell(before[at][from + c], formulas[at][c], String(formats[from + c]));
  });
}

/**
 * A cell that held such a value and formula, in a cell of that format. A text that looks like a formula stays
 * a text, as what the cell shows is that very text.
 */
export function oldCell(value: Cell, formula: unknown, format: string): OldCell {
  const isFormula = typeof formula === "string" && formula.startsWith("=") && formula !== value;
  if (isFormula) return { cell: formula, isHeldAsText: format === "@" };
  const isError = typeof value === "string" && format !== "@" && isErrorWord(value);
  return { cell: isError ? value : given(value, format), isHeldAsText: false };
}

/** Enters a formula into a cell of text. */
function reenter(cell: Excel.Range, formula: OldCell["cell"]): void {
  setFormat(cell, "General");
  cell.formulas = [[formula]];
  setFormat(cell, "@");
}
