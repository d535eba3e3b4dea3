import type { Table } from "../table";
import type { Workbook } from "../workbook";
import { rowsBelow } from "../table-room";
import { insertCells } from "./shift-cells";
import { told } from "./table-place";

/** The words of a new totals row. */
export interface TotalsWords {
  /** What its first cell says: `Total`, `汇总`. */
  readonly label: string;
}

/**
 * Shows or hides the totals row of a table. A new one names its first column and adds up (or counts, where it
 * holds no numbers) its last; cells below move down where they are in the way. Hidden, its cells are emptied.
 */
export function showTotals(workbook: Workbook, table: Table, words: TotalsWords | null): void {
  if ((words !== null) === table.hasTotals) return;
  const row = table.end;
  if (words === null) {
    table.hasTotals = false;
    emptyRow(table, row);
  } else {
    makeRoom(workbook, table, row);
    table.hasTotals = true;
    writeTotals(table, row, words);
  }
  told(workbook, table);
}

function emptyRow({ sheet, left, headers }: Table, row: number): void {
  headers.forEach((_, i) => {
    sheet.write(row, left + i, null);
    if (sheet.style(row, left + i) !== 0) sheet.restyle(row, left + i, -1);
  });
}

function makeRoom(workbook: Workbook, table: Table, row: number): void {
  if (rowsBelow(workbook, table).free > 0) return;
  const { left, right } = table.area;
  insertCells(workbook, table.sheet, { area: { top: row, bottom: row, left, right }, push: "down" });
}

function writeTotals(table: Table, row: number, { label }: TotalsWords): void {
  const { sheet, left, headers } = table;
  const last = headers.length - 1;
  if (last > 0) sheet.write(row, left, label);
  const text = subtotal(table, last);
  sheet.writeFormula(row, left + last, { text, cached: null });
  headers.forEach((_, i) => {
    const style = sheet.style(table.end - 1, left + i);
    if (sheet.style(row, left + i) !== style) sheet.restyle(row, left + i, style);
  });
}

/** 109 adds up, 103 counts; both leave hidden rows out. */
function subtotal({ sheet, name, first, left, end, headers }: Table, column: number): string {
  const cells = sheet.column(left + column).cells(first, end);
  const isNumbers = cells.every((cell) => cell === null || typeof cell === "number");
  const header = headers[column].replace(/['#@[\]]/g, "'$&");
  return `SUBTOTAL(${isNumbers ? "109" : "103"},${name}[${header}])`;
}
