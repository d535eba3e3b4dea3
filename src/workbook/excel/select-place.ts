import { WorkbookError, type CellPlace } from "../port";

/** Goes to the sheet of a place and selects its cell, its header or its row. */
export async function selectPlace(context: Excel.RequestContext, place: CellPlace): Promise<void> {
  const table = context.workbook.tables.getItemOrNullObject(place.table);
  table.load("showHeaders,columns/items/name,rows/count");
  await context.sync();
  checkPlace(table, place);
  const row = rowOf(table, place);
  const column = table.columns.items.findIndex(({ name }) => name === place.header);
  table.worksheet.activate();
  (column < 0 ? row : row.getColumn(column)).select();
  await context.sync();
}

/** Goes to the first cell of a sheet. */
export async function showSheet(context: Excel.RequestContext, name: string): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  await context.sync();
  if (sheet.isNullObject) throw new WorkbookError("missing", name);
  sheet.activate();
  sheet.getRange("A1").select();
  await context.sync();
}

function checkPlace(table: Excel.Table, { table: name, row, header }: CellPlace): void {
  if (table.isNullObject) throw new WorkbookError("missing", name);
  const isMissing = header !== null && !table.columns.items.some((column) => column.name === header);
  if (isMissing) throw new WorkbookError("missing-column", header);
  if (row !== null && row >= Math.max(table.rows.count, 1)) {
    throw new WorkbookError("changed", name, { rows: [row] });
  }
}

function rowOf(table: Excel.Table, { row }: CellPlace): Excel.Range {
  if (row === null && table.showHeaders) return table.getHeaderRowRange();
  return table
    .getDataBodyRange()
    .getRow(0)
    .getOffsetRange(row ?? 0, 0);
}
