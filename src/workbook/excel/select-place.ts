import { WorkbookError, type CellPlace } from "../port";

/** Goes to the sheet of a place and selects its cell, its header or its row. */
export async function selectPlace(context: Excel.RequestContext, place: CellPlace): Promise<void> {
  const table = context.workbook.tables.getItemOrNullObject(place.table);
  table.load("showHeaders,columns/items/name,rows/count");
  await context.sync();
  if (table.isNullObject) throw new WorkbookError("missing", place.table);
  const column =
    place.header === null ? 0 : table.columns.items.findIndex(({ name }) => name === place.header);
  if (column < 0) throw new WorkbookError("missing-column", place.header ?? "");
  if (place.row !== null && place.row >= Math.max(table.rows.count, 1))
    throw new WorkbookError("changed", place.table, { rows: [place.row] });
  const isHeader = place.row === null && table.showHeaders;
  const first = isHeader ? table.getHeaderRowRange() : table.getDataBodyRange().getRow(0);
  const row = first.getOffsetRange(isHeader ? 0 : (place.row ?? 0), 0);
  table.worksheet.activate();
  (place.header === null ? row : row.getColumn(column)).select();
  await context.sync();
}
