import type { Table } from "../table";

/** Gives body rows (0-based) of a table the formulas of its calculated columns. */
export function fillCalculated(table: Table, from: number, count: number): void {
  table.calculated.forEach((formula, column) => {
    if (formula === null) return;
    for (let row = from; row < from + count; row++) {
      table.sheet.writeFormula(table.first + row, table.left + column, { text: formula, cached: null });
    }
  });
}
