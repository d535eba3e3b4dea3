import type { Cell } from "./cell";
import { EngineError } from "./engine-error";
import type { ReadTable } from "./stand-alone";
import type { Sheet } from "./sheet";
import type { Table } from "./table";
import type { Workbook } from "./workbook";

/** A table as text forms write it, and whether its cells differ from what was opened. */
export interface WrittenTable extends ReadTable {
  /** The table behind it; null for a sheet that has none. */
  readonly table: Table | null;
}

/**
 * What a text form can hold: every table, and every other visible sheet. The headers of such a one are its
 * first row; titles above its last row that stands still, one cell a line, are left out.
 */
export function sheetCells(workbook: Workbook): readonly WrittenTable[] {
  return workbook.sheets.flatMap((sheet) => {
    const tables = workbook.tablesOn(sheet);
    if (tables.length > 0) return tables.map(tableCells);
    return sheet.rowCount === 0 || sheet.visibility !== "visible" ? [] : [bareCells(sheet)];
  });
}

function tableCells(table: Table): WrittenTable {
  const { name, sheet, headers, rowCount, first, left } = table;
  const columns = headers.map((_, i) => sheet.column(left + i).cells(first, first + rowCount));
  return { table, name, headers: unique(name, headers), columns, rowCount };
}

function bareCells(sheet: Sheet): WrittenTable {
  const above = titleLines(sheet);
  const count = sheet.rowCount - above;
  const all = Array.from({ length: sheet.columnCount }, (_, i) =>
    sheet.column(i).cells(above, above + count),
  );
  const headers = all.map((cells, i) => headerText(cells[0] ?? null, i));
  const columns = all.map((cells) => cells.slice(1));
  return { table: null, name: sheet.name, headers, columns, rowCount: count - 1 };
}

/** Lines of one cell, the first, above the last row that stands still. */
function titleLines(sheet: Sheet): number {
  const above = Math.max(Math.min(sheet.frozenRows, sheet.rowCount) - 1, 0);
  const beside = Array.from({ length: Math.max(sheet.columnCount - 1, 0) }, (_, i) => sheet.column(i + 1));
  return beside.every((cells) => cells.cells(0, above).every((cell) => cell === null)) ? above : 0;
}

function headerText(cell: Cell, index: number): string {
  return typeof cell === "string" ? cell : `column ${String(index + 1)}`;
}

function unique(name: string, headers: readonly string[]): readonly string[] {
  const twice = headers.find((header, i) => headers.indexOf(header) !== i);
  if (twice !== undefined)
    throw new EngineError("unsafe", "two columns bear this header", { table: name, column: twice });
  return headers;
}
