import { type Cell, isCellError } from "../../engine/cell";
import type { CellLook } from "../../engine/cell-look";
import { typedFormula } from "../../engine/formulas/spelling";
import { type Culture, displayText } from "../../engine/number-text/display-text";
import { editText } from "../../engine/number-text/edit-text";
import type { Sheet } from "../../engine/sheet";
import type { Workbook } from "../../engine/workbook";

/** One cell of a workbook. */
export interface CellOnSheet {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

/** How a cell's content lies: numbers to the right, TRUE and errors in the middle. */
export type CellKind = "text" | "number" | "word";

/** How what the cell holds lies in it. */
export function cellKind(cell: Cell): CellKind {
  if (cell === null || typeof cell === "string") return "text";
  return typeof cell === "boolean" || isCellError(cell) ? "word" : "number";
}

/** What a cell shows. */
interface ShownCell {
  readonly text: string;
  /** Bold, colours and the like. */
  readonly look: CellLook;
}

/** The cell has a formula whose result is not known: the engine lacks a function of it. */
export function isUncalculated({ sheet, row, column }: CellOnSheet): boolean {
  return sheet.cell(row, column) === null && sheet.formula(row, column) !== null;
}

/** How many such cells a sheet has. */
export function uncalculatedIn(sheet: Sheet): number {
  let count = 0;
  for (let column = 0; column < sheet.columnCount; column++)
    for (const [row] of sheet.column(column).formulaRows())
      count += Number(isUncalculated({ sheet, row, column }));
  return count;
}

/** What a cell shows on the screen. */
export function shown(book: Workbook, { sheet, row, column }: CellOnSheet, culture: Culture): ShownCell {
  const cell = sheet.cell(row, column);
  const style = sheet.style(row, column);
  const look = book.styles.look(style);
  if (cell === null) return { text: "", look };
  const format = book.styles.format(style);
  return { text: displayText(cell, format, { culture, date1904: book.date1904 }), look };
}

/** What the formula bar shows of a cell, and a person changes. */
export function editedText(book: Workbook, { sheet, row, column }: CellOnSheet, culture: Culture): string {
  const stored = sheet.formula(row, column);
  const cell = {
    value: sheet.cell(row, column),
    formula: stored === null ? null : typedFormula(stored, { workbook: book, sheet, row, column }),
    format: book.styles.format(sheet.style(row, column)),
  };
  return editText(cell, { culture, date1904: book.date1904 });
}
