import type { Table } from "../table";

/** What a table's part says of one cell of its totals row: a text, a function by its word, or a formula. */
export interface ColumnTotals {
  readonly label: string | null;
  readonly word: string | null;
  readonly formula: string | null;
}

const words = new Map([
  ["101", "average"],
  ["102", "countNums"],
  ["103", "count"],
  ["104", "max"],
  ["105", "min"],
  ["107", "stdDev"],
  ["109", "sum"],
  ["110", "var"],
]);

/** What the part must say of a column's totals cell, so that it fits what stands there. */
export function totalsAttributes(table: Table, column: number): ColumnTotals {
  const { sheet, left, end } = table;
  const formula = sheet.formula(end, left + column);
  if (formula !== null) return ofFormula(table, column, formula);
  const cell = sheet.cell(end, left + column);
  const label = cell === null || typeof cell === "object" ? null : String(cell);
  return { label, word: null, formula: null };
}

function ofFormula(table: Table, column: number, formula: string): ColumnTotals {
  const custom = { label: null, word: "custom", formula };
  const match = /^SUBTOTAL\((\d+),([^[]*)\[(.*)\]\)$/i.exec(formula);
  if (match === null) return custom;
  const [, number, name, header] = match;
  const isOwn = name === "" || name.toLowerCase() === table.name.toLowerCase();
  const isColumn = header.replace(/'(.)/g, "$1").toLowerCase() === table.headers[column].toLowerCase();
  const word = words.get(number);
  return isOwn && isColumn && word !== undefined ? { label: null, word, formula: null } : custom;
}
