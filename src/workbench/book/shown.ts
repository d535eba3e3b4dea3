import { isCellError } from "../../engine/cell";
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

/** What a cell shows. */
export interface ShownCell {
  readonly text: string;
  /** How it lies: numbers to the right, TRUE and errors in the middle. */
  readonly kind: "text" | "number" | "word";
  /** Bold, colours and the like. */
  readonly look: CellLook;
}

/** What a cell shows on the screen. */
export function shown(book: Workbook, { sheet, row, column }: CellOnSheet, culture: Culture): ShownCell {
  const cell = sheet.cell(row, column);
  const style = sheet.style(row, column);
  const look = book.styles.look(style);
  if (cell === null) return { text: "", kind: "text", look };
  const format = book.styles.format(style);
  const text = displayText(cell, format, { culture, date1904: book.date1904 });
  if (typeof cell === "string") return { text, kind: "text", look };
  return { text, kind: typeof cell === "boolean" || isCellError(cell) ? "word" : "number", look };
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
