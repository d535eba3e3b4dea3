import { shiftFormula } from "./formula-references";
import type { Table } from "./table";

/**
 * The formula that a new row (of the sheet) gets in a calculated column. One that names cells by their place
 * goes on from the row above, else from the first row of the body.
 */
export function calculatedFormula(table: Table, column: number): (row: number) => string {
  const text = table.calculated[column] ?? "";
  if (shiftFormula(text, { rows: 1, columns: 0 }) === text) return () => text;
  return (row) => {
    const above = row > table.first ? table.sheet.formula(row - 1, table.left + column) : null;
    const rows = above === null ? row - table.first : 1;
    return shiftFormula(above ?? text, { rows, columns: 0 });
  };
}
