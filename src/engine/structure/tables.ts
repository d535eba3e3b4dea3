import { overlaps } from "../address";
import type { Area } from "../address";
import { EngineError } from "../engine-error";
import type { Sheet } from "../sheet";
import { Table } from "../table";
import { isTableName } from "../table-name";
import type { Workbook } from "../workbook";
import { asCells } from "./as-cells";
import { reshape } from "./reshape";
import { deleteCells, insertCells } from "./shift-cells";
import { distinctHeaders, headerOf } from "./table-headers";
import { checkFree } from "./table-place";
import { tableRenaming } from "./table-words";

/** A table to be made over an area. */
export interface TableWish {
  readonly area: Area;
  /** The first row of the area holds the headers; else a row for them is put in above. */
  readonly hasHeader: boolean;
  /** Absent = the next free `Table1`. */
  readonly name?: string;
}

/** Makes cells a table; headers become texts that differ from each other. */
export function addTable(workbook: Workbook, sheet: Sheet, wish: TableWish): Table {
  const name = wish.name ?? freshTableName(workbook);
  checkTableName(workbook, name, null);
  const area = wish.hasHeader ? wish.area : { ...wish.area, bottom: wish.area.bottom + 1 };
  checkFree(workbook, sheet, { area: wish.area, except: null });
  if (!wish.hasHeader)
    insertCells(workbook, sheet, { area: { ...wish.area, bottom: wish.area.top }, push: "down" });
  const headers = takeHeaders(workbook, sheet, { area, hasHeader: wish.hasHeader });
  const rowCount = area.bottom - area.top;
  if (rowCount === 0) makeRoom(workbook, sheet, area);
  return workbook.addTable(new Table({ name, sheet, top: area.top, left: area.left, headers, rowCount }));
}

/** The first name of the kind `Table1` that no table and no name bears. */
export function freshTableName(workbook: Workbook, stem = "Table"): string {
  let n = 1;
  const isTaken = (name: string): boolean =>
    workbook.table(name) !== null || workbook.names.some((other) => isSame(other.name, name));
  while (isTaken(`${stem}${String(n)}`)) n++;
  return `${stem}${String(n)}`;
}

interface HeaderRow {
  readonly area: Area;
  readonly hasHeader: boolean;
}

function takeHeaders(workbook: Workbook, sheet: Sheet, { area, hasHeader }: HeaderRow): readonly string[] {
  const cells = columnsOf(area).map((column) => (hasHeader ? headerOf(sheet.cell(area.top, column)) : ""));
  const headers = distinctHeaders(cells, workbook.columnWord);
  headers.forEach((header, i) => {
    const column = area.left + i;
    const isThere = sheet.cell(area.top, column) === header && sheet.formula(area.top, column) === null;
    if (!isThere) sheet.write(area.top, column, header);
  });
  return headers;
}

function columnsOf({ left, right }: Area): readonly number[] {
  return Array.from({ length: right - left + 1 }, (_, i) => left + i);
}

/** A table of a header alone takes the row below it for its empty body. */
function makeRoom(workbook: Workbook, sheet: Sheet, area: Area): void {
  const below = { ...area, top: area.top + 1, bottom: area.top + 1 };
  const isFilled = columnsOf(area).some((column) => {
    return sheet.cell(below.top, column) !== null || sheet.formula(below.top, column) !== null;
  });
  const isTaken = workbook.tablesOn(sheet).some((table) => overlaps(table.area, below));
  if (isFilled || isTaken) insertCells(workbook, sheet, { area: below, push: "down" });
}

/** Gives a table another name; structured references follow. */
export function renameTable(workbook: Workbook, table: Table, name: string): void {
  if (table.name === name) return;
  checkTableName(workbook, name, table);
  const before = table.name;
  table.name = name;
  table.reshaped = true;
  table.revision++;
  reshape(workbook, tableRenaming(before, name));
  workbook.changes.tell({ kind: "table", did: "renamed", table, name: before });
}

/** Takes a table out with its cells; what is below moves up. */
export function deleteTable(workbook: Workbook, table: Table): void {
  deleteCells(workbook, table.sheet, { area: table.area, pull: "up" });
}

/** Makes a table plain cells again: structured references become references to its cells. */
export function convertToRange(workbook: Workbook, table: Table): void {
  reshape(workbook, asCells(workbook, table));
  workbook.dropTable(table);
}

/** Refuses a name that no table can bear, or that is taken. */
function checkTableName(workbook: Workbook, name: string, table: Table | null): void {
  if (!isTableName(name))
    throw new EngineError("unsafe", "not a name that a table can bear", { table: name });
  const there = workbook.table(name);
  const isTaken = workbook.names.some((other) => isSame(other.name, name));
  if (isTaken || (there !== null && there !== table))
    throw new EngineError("unsafe", "a table of this name is there already", { table: name });
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
