import type { Area } from "../address";
import { noContent } from "../cell-recorder";
import type { Table } from "../table";
import type { Workbook } from "../workbook";
import { dropColumns } from "./shift-tables";
import { distinctHeaders, headerOf } from "./table-headers";
import { checkFree, refuseTable, told } from "./table-place";
import { fillCalculated } from "./table-rows";

/**
 * Lets a table cover other cells of its sheet; the header stays in its row. New columns take their headers
 * from the cells there; rows that come get the formulas of calculated columns where they are blank.
 */
export function resizeTable(workbook: Workbook, table: Table, area: Area): void {
  const { sheet } = table;
  const before = table.area;
  if (area.top !== before.top || area.left > before.right || area.right < before.left)
    refuseTable(table, "a table must keep its header where it is");
  const rowCount = area.bottom - table.first + 1 - Number(table.hasTotals);
  if (rowCount < 1) refuseTable(table, "a table needs cells");
  checkFree(workbook, sheet, { area, except: table });
  if (table.hasTotals && area.bottom !== before.bottom) moveTotals(table, area.bottom);
  const rows = table.rowCount;
  table.rowCount = rowCount;
  coverColumns(workbook, table, area);
  if (rowCount > rows) fillBlank(table, rows, rowCount - rows);
  told(workbook, table);
}

function coverColumns(workbook: Workbook, table: Table, area: Area): void {
  const before = table.area;
  if (area.right < before.right)
    dropColumns(workbook, table, { at: area.right + 1 - before.left, count: before.right - area.right });
  if (area.left > before.left) dropColumns(workbook, table, { at: 0, count: area.left - before.left });
  const left = Math.max(before.left - area.left, 0);
  const right = Math.max(area.right - before.right, 0);
  table.left = area.left;
  if (left > 0) addHeaders(workbook, table, { at: 0, count: left });
  if (right > 0) addHeaders(workbook, table, { at: table.headers.length, count: right });
}

function addHeaders(workbook: Workbook, table: Table, { at, count }: { at: number; count: number }): void {
  const { sheet, left, headers, hasHeader, first } = table;
  const found = Array.from({ length: count }, (_, i) =>
    hasHeader ? headerOf(sheet.cell(first - 1, left + at + i)) : "",
  );
  const all = distinctHeaders([...headers, ...found], workbook.columnWord).slice(headers.length);
  table.addColumns(at, all);
  if (!hasHeader) return;
  all.forEach((header, i) => {
    if (sheet.cell(first - 1, left + at + i) !== header) sheet.write(first - 1, left + at + i, header);
  });
}

function moveTotals(table: Table, row: number): void {
  const { sheet, end } = table;
  for (const column of columnsOf(table.area)) {
    sheet.place(row, column, sheet.content(end, column));
    sheet.place(end, column, noContent);
  }
  sheet.feed.written("cells", { ...table.area, top: Math.min(end, row), bottom: Math.max(end, row) });
}

function fillBlank(table: Table, from: number, count: number): void {
  for (let row = from; row < from + count; row++) {
    const isBlank = table.headers.every(
      (_, i) => table.sheet.cell(table.first + row, table.left + i) === null,
    );
    if (isBlank) fillCalculated(table, row, 1);
  }
}

function columnsOf({ left, right }: Area): readonly number[] {
  return Array.from({ length: right - left + 1 }, (_, i) => left + i);
}
