import { overlaps } from "../address";
import type { Sheet } from "../sheet";
import type { Table } from "../table";
import type { Workbook } from "../workbook";
import { reshape } from "./reshape";
import { isBetweenSides, reachOf, shiftedArea } from "./shift";
import type { Shift } from "./shift";
import { fillCalculated } from "./table-rows";
import { freshHeaders } from "./table-headers";
import { told } from "./table-place";
import { headerChange, tableGone } from "./table-words";

/** What a shift did to a table inside: its body was emptied and needs its blank row back. */
export interface ShiftedTable {
  readonly table: Table;
  readonly lostBody: boolean;
}

/** Lets the tables of a sheet, but for one, follow a shift of its cells, which has been made already. */
export function shiftTables(
  workbook: Workbook,
  { sheet, except }: { readonly sheet: Sheet; readonly except: Table | null },
  shift: Shift,
): readonly ShiftedTable[] {
  const shifted: ShiftedTable[] = [];
  for (const table of workbook.tablesOn(sheet)) {
    const isMet = overlaps(table.area, reachOf(shift)) && isBetweenSides(table.area, shift);
    if (table === except || !isMet) continue;
    if (shiftedArea(table.area, shift) === null) drop(workbook, table);
    else if (shift.axis === "rows") shifted.push(shiftRows(workbook, table, shift));
    else shifted.push(shiftColumns(workbook, table, shift));
  }
  return shifted;
}

function drop(workbook: Workbook, table: Table): void {
  workbook.dropTable(table);
  reshape(workbook, tableGone(table.name));
}

function shiftRows(workbook: Workbook, table: Table, shift: Shift): ShiftedTable {
  const { area: before, body } = table;
  const rows = body.bottom - body.top + 1;
  const now = rowsAfter(table, rows, shift);
  const area = shiftedArea(before, shift) ?? before;
  if (shift.kind === "delete" && isGone(before.bottom, shift)) table.hasTotals = false;
  table.first = area.top + Number(table.hasHeader);
  if (now !== rows) table.rowCount = now;
  told(workbook, table);
  if (now > rows) fillCalculated(table, shift.at - table.first, shift.count);
  return { table, lostBody: now === 0 };
}

function isGone(row: number, { at, count }: Shift): boolean {
  return row >= at && row < at + count;
}

/** Rows of the body, its blank row counted. */
function rowsAfter({ area, body }: Table, rows: number, { at, count, kind }: Shift): number {
  if (kind === "insert") return at <= area.top ? rows : rows + count;
  const gone = Math.min(body.bottom, at + count - 1) - Math.max(body.top, at) + 1;
  return rows - Math.max(gone, 0);
}

function shiftColumns(workbook: Workbook, table: Table, shift: Shift): ShiftedTable {
  const { at, count, kind } = shift;
  const { left, right } = table.area;
  if (kind === "insert" && at > left) addColumns(workbook, table, { at: at - left, count });
  else if (kind === "insert") table.left += count;
  else {
    const from = Math.max(at, left);
    const gone = Math.min(right, at + count - 1) - from + 1;
    if (gone > 0) dropColumns(workbook, table, { at: from - left, count: gone });
    if (at < left) table.left = Math.max(at, left - count);
  }
  told(workbook, table);
  return { table, lostBody: false };
}

interface Place {
  readonly at: number;
  readonly count: number;
}

function addColumns(workbook: Workbook, table: Table, { at, count }: Place): void {
  const headers = freshHeaders(table, workbook.columnWord, count);
  table.addColumns(at, headers);
  if (!table.hasHeader) return;
  headers.forEach((header, i) => table.sheet.write(table.first - 1, table.left + at + i, header));
}

/** Columns leave the list of a table's columns; what read them says `#REF!`. The cells are the caller's. */
export function dropColumns(workbook: Workbook, table: Table, { at, count }: Place): void {
  const gone = table.headers.slice(at, at + count);
  table.dropColumns(at, count);
  reshape(workbook, headerChange(workbook, table, new Map(gone.map((header) => [header, null]))));
}
