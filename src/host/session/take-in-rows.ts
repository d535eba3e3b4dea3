import { overlaps, type Area } from "../../engine/address";
import type { Sheet } from "../../engine/sheet";
import { resizeTable } from "../../engine/structure/resize-table";
import type { Table } from "../../engine/table";
import type { Workbook } from "../../engine/workbook";

/**
 * What is written into the row right below a table becomes part of it, as in Excel: rows as far as they are
 * filled without a gap. The blank row of an empty table becomes its first. A table with a totals row, or with
 * cells of others below, stays as it is.
 */
export function takeInRows(book: Workbook, sheet: Sheet, area: Area): void {
  for (const table of book.tablesOn(sheet)) {
    const end = lastFilledRow(table, area);
    const below = { ...table.area, top: table.end, bottom: end };
    const isFree = book.tablesOn(sheet).every((other) => other === table || !overlaps(other.area, below));
    const isFirst = table.rowCount === 0 && isFilled(sheet, table.first, table.area);
    if (isFirst) resizeTable(book, table, table.area);
    if (end >= table.end && isFree) resizeTable(book, table, { ...table.area, bottom: end });
  }
}

/** The last row of those written that continues the table; before its end where none does. */
function lastFilledRow(table: Table, area: Area): number {
  const isBelow = !table.hasTotals && area.top <= table.end;
  const isWithin = area.left >= table.left && area.right <= table.area.right;
  if (!isBelow || !isWithin) return -1;
  let row = table.end;
  while (row <= area.bottom && isFilled(table.sheet, row, area)) row++;
  return row - 1;
}

function isFilled(sheet: Sheet, row: number, { left, right }: Area): boolean {
  for (let column = left; column <= right; column++) {
    if (sheet.cell(row, column) !== null || sheet.formula(row, column) !== null) return true;
  }
  return false;
}
