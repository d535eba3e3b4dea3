import type { Cell } from "../../engine/cell";
import { isDateFormat } from "../../engine/cell-styles";
import type { Table } from "../../engine/table";
import type { Workbook } from "../../engine/workbook";

/** How many days a workbook that counts from 1904 is behind the others. */
export const daysOf1904 = 1462;

/** A column of a table by its place, and its cells from the first body row on. */
export interface DatedColumn {
  readonly index: number;
  readonly cells: readonly Cell[];
}

/** The cells of a column from the first body row on, dates as a workbook that counts from 1900 has them. */
export function from1900(book: Workbook, table: Table, column: DatedColumn): readonly Cell[] {
  const { index, cells } = column;
  if (!book.date1904) return cells;
  return cells.map((cell, row) => {
    const isDated = typeof cell === "number" && isDateCell(book, table, { row, index });
    return isDated ? cell + daysOf1904 : cell;
  });
}

/** True where the first row of the body shows dates in that column. */
export function isDateColumn(book: Workbook, table: Table, index: number): boolean {
  return index >= 0 && isDateCell(book, table, { row: 0, index });
}

function isDateCell(book: Workbook, table: Table, { row, index }: { row: number; index: number }): boolean {
  const style = table.sheet.style(table.first + row, table.left + index);
  return isDateFormat(book.styles.format(style));
}
