import type { Cell } from "../../engine/cell";
import { isDateFormat } from "../../engine/cell-styles";
import type { Table } from "../../engine/table";
import type { Workbook } from "../../engine/workbook";

/** Cells of one column of a table from the first body row on, and by how many days to move its dates. */
export interface DatedCells {
  readonly index: number;
  readonly cells: readonly Cell[];
  readonly days: number;
}

/** Moves the serials of cells that show dates: a workbook whose days count from 1904 is 1462 days behind. */
export function dateShift(book: Workbook, table: Table, { index, cells, days }: DatedCells): Cell[] {
  return cells.map((cell, row) => {
    if (typeof cell !== "number") return cell;
    const style = table.sheet.style(table.first + row, table.left + index);
    return isDateFormat(book.styles.format(style)) ? cell + days : cell;
  });
}
