import { intersection } from "../address";
import type { Area } from "../address";
import type { Sheet } from "../sheet";
import type { Table } from "../table";
import type { Workbook } from "../workbook";
import { reshape } from "./reshape";
import { distinctHeaders, headerOf } from "./table-headers";
import { told } from "./table-place";
import { headerChange } from "./table-words";

/** Gives a column of a table (0-based) another header, made different from the others; references follow. */
export function renameColumn(
  workbook: Workbook,
  table: Table,
  { column, header }: { readonly column: number; readonly header: string },
): void {
  renameColumns(workbook, table, new Map([[column, header]]));
}

/**
 * After cells of a sheet were written: what was written into the header row of a table becomes the name of
 * its column, as text, and the structured references follow. Every writer of cells calls this once a step.
 */
export function followHeaderCells(workbook: Workbook, sheet: Sheet, area: Area): void {
  for (const table of workbook.tablesOn(sheet)) {
    const row = table.first - 1;
    const met = table.hasHeader ? intersection(area, { ...table.area, bottom: row }) : null;
    if (met === null) continue;
    const written = writtenHeaders(table, met);
    if (written.size > 0) renameColumns(workbook, table, written);
  }
}

function writtenHeaders({ sheet, headers, left: first }: Table, { top: row, left, right }: Area) {
  const written = new Map<number, string>();
  for (let column = left; column <= right; column++) {
    const cell = sheet.cell(row, column);
    const isThere = cell === headers[column - first] && sheet.formula(row, column) === null;
    if (!isThere) written.set(column - first, headerOf(cell));
  }
  return written;
}

function renameColumns(workbook: Workbook, table: Table, wanted: ReadonlyMap<number, string>): void {
  const before = [...table.headers];
  const others = before.filter((_, i) => !wanted.has(i));
  const distinct = distinctHeaders([...others, ...wanted.values()], workbook.columnWord).slice(others.length);
  const changes = new Map<string, string>();
  [...wanted.keys()].forEach((column, i) => {
    const header = distinct[i];
    table.headers[column] = header;
    if (header !== before[column]) changes.set(before[column], header);
    writeHeader(table, column, header);
  });
  if (changes.size === 0) return;
  reshape(workbook, headerChange(workbook, table, changes));
  told(workbook, table);
}

function writeHeader({ sheet, first, left, hasHeader }: Table, column: number, header: string): void {
  if (!hasHeader) return;
  const [row, at] = [first - 1, left + column];
  if (sheet.cell(row, at) !== header || sheet.formula(row, at) !== null) sheet.write(row, at, header);
}
