import type { CellPlace } from "../port";

/** The cell of a table's body that the cursor is in; null where it is elsewhere. */
export async function selectedPlace(context: Excel.RequestContext): Promise<CellPlace | null> {
  const cell = context.workbook.getActiveCell().load("rowIndex,columnIndex");
  const tables = cell.worksheet.tables.load("items/name,items/columns/items/name");
  await context.sync();
  const bodies = tables.items.map((table) => table.getDataBodyRange().load("rowIndex,columnIndex,rowCount"));
  await context.sync();
  for (const [i, body] of bodies.entries()) {
    const { name, columns } = tables.items[i];
    const row = cell.rowIndex - body.rowIndex;
    const column = cell.columnIndex - body.columnIndex;
    const isInside = row >= 0 && row < body.rowCount && column >= 0 && column < columns.items.length;
    if (isInside) return { table: name, row, header: columns.items[column].name };
  }
  return null;
}
