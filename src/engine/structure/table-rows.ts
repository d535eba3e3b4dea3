import { calculatedFormula } from "../calculated-columns";
import type { Table } from "../table";

/** Gives body rows (0-based) of a table the formulas of its calculated columns. */
export function fillCalculated(table: Table, from: number, count: number): void {
  table.calculated.forEach((formula, column) => {
    if (formula === null) return;
    const formulaAt = calculatedFormula(table, column);
    for (let row = table.first + from; row < table.first + from + count; row++) {
      table.sheet.writeFormula(row, table.left + column, { text: formulaAt(row), cached: null });
    }
  });
}
