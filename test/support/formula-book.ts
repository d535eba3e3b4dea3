import type { Cell } from "../../src/engine/cell";
import { recalculate } from "../../src/engine/formulas/calculate/calculator";
import type { Sheet } from "../../src/engine/sheet";
import { Workbook } from "../../src/engine/workbook";

/** Cells from A1 on; a text with `=` before it is a formula that has not been calculated yet. */
function put(sheet: Sheet, rows: readonly (readonly Cell[])[], spills = false): void {
  rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (typeof cell === "string" && cell.startsWith("="))
        sheet.writeFormula(row, column, { text: cell.slice(1), cached: null, spills });
      else if (cell !== null) sheet.write(row, column, cell);
    });
  });
}

/** A book of one sheet with these cells, calculated. */
export function bookOf(rows: readonly (readonly Cell[])[], spills = false): { book: Workbook; sheet: Sheet } {
  const book = new Workbook();
  const sheet = book.addSheet("Sheet1");
  put(sheet, rows, spills);
  recalculate(book);
  return { book, sheet };
}
