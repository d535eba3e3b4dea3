import type { Area } from "../address";
import type { Sheet } from "../sheet";
import type { Validation } from "../sheet-form";
import type { Table } from "../table";
import type { DefinedName, Workbook } from "../workbook";

/** How a workbook stands apart from its cells, to be put back as it was. */
export interface Outline {
  readonly sheets: readonly (readonly [Sheet, SheetOutline])[];
  readonly tables: readonly (readonly [Table, TableOutline])[];
  readonly names: readonly DefinedName[];
  readonly reshapes: Workbook["reshapes"];
}

type SheetState = Pick<
  Sheet,
  "name" | "visibility" | "frozenRows" | "frozenColumns" | "rowLooks" | "protection" | "filter" | "tabColor"
>;

interface SheetOutline {
  readonly state: SheetState;
  readonly looks: Sheet["looks"];
  readonly validations: readonly Validation[];
  readonly merges: readonly Area[];
  readonly blocks: readonly Area[];
  readonly anchors: readonly Area[];
  readonly links: readonly Area[];
}

type TableState = Pick<
  Table,
  "name" | "left" | "first" | "hasHeader" | "hasTotals" | "style" | "filter" | "rowCount"
>;

interface TableOutline {
  readonly state: TableState;
  readonly headers: readonly string[];
  readonly calculated: readonly (string | null)[];
  readonly origins: readonly (number | null)[];
}

/** Takes down how the workbook stands; what did not change since the last time is shared with it. */
export function outlineOf(workbook: Workbook, last: Outline | null): Outline {
  const before = new Map(last?.sheets ?? []);
  return {
    sheets: workbook.sheets.map((sheet) => [sheet, sheetOutline(sheet, before.get(sheet))]),
    tables: workbook.declaredTables().map((table) => [table, tableOutline(table)]),
    names: [...workbook.names],
    reshapes: [...workbook.reshapes],
  };
}

function sheetOutline(sheet: Sheet, last: SheetOutline | undefined): SheetOutline {
  const { name, visibility, frozenRows, frozenColumns, rowLooks, protection, filter, tabColor } = sheet;
  return {
    state: { name, visibility, frozenRows, frozenColumns, rowLooks, protection, filter, tabColor },
    looks: last !== undefined && isSameMap(last.looks, sheet.looks) ? last.looks : new Map(sheet.looks),
    validations: [...sheet.validations],
    merges: [...sheet.merges],
    blocks: [...sheet.blocks],
    anchors: [...sheet.anchors],
    links: [...sheet.links],
  };
}

function isSameMap<T>(a: ReadonlyMap<number, T>, b: ReadonlyMap<number, T>): boolean {
  if (a.size !== b.size) return false;
  for (const [key, value] of a) if (b.get(key) !== value) return false;
  return true;
}

function tableOutline(table: Table): TableOutline {
  const { name, left, first, hasHeader, hasTotals, style, filter, rowCount } = table;
  return {
    state: { name, left, first, hasHeader, hasTotals, style, filter, rowCount },
    headers: [...table.headers],
    calculated: [...table.calculated],
    origins: [...table.origins],
  };
}

/** Puts the workbook back to how it stood; its cells are the caller's. */
export function restoreOutline(workbook: Workbook, outline: Outline): void {
  refill(
    workbook.sheets,
    outline.sheets.map(([sheet]) => sheet),
  );
  for (const [sheet, kept] of outline.sheets) restoreSheet(sheet, kept);
  workbook.restoreTables(outline.tables.map(([table]) => table));
  for (const [table, kept] of outline.tables) restoreTable(table, kept);
  refill(workbook.names, outline.names);
  refill(workbook.reshapes, outline.reshapes);
}

function restoreSheet(sheet: Sheet, kept: SheetOutline): void {
  Object.assign(sheet, kept.state);
  sheet.looks = new Map(kept.looks);
  refill(sheet.validations, kept.validations);
  refill(sheet.merges, kept.merges);
  refill(sheet.blocks, kept.blocks);
  refill(sheet.anchors, kept.anchors);
  refill(sheet.links, kept.links);
}

function restoreTable(table: Table, kept: TableOutline): void {
  Object.assign(table, kept.state);
  refill(table.headers, kept.headers);
  refill(table.calculated, kept.calculated);
  refill(table.origins, kept.origins);
  table.revision++;
}

function refill<T>(list: T[], items: readonly T[]): void {
  list.splice(0, list.length, ...items);
}

/** True when nothing apart from cells changed between the two. */
export function isSameOutline(a: Outline, b: Outline): boolean {
  return (
    a.reshapes.length === b.reshapes.length &&
    isSameList(a.names, b.names) &&
    isSameBy(a.sheets, b.sheets, isSameSheet) &&
    isSameBy(a.tables, b.tables, isSameTable)
  );
}

function isSameBy<Key, Kept>(
  a: readonly (readonly [Key, Kept])[],
  b: readonly (readonly [Key, Kept])[],
  isSame: (a: Kept, b: Kept) => boolean,
): boolean {
  return a.length === b.length && a.every(([key, kept], i) => b[i][0] === key && isSame(kept, b[i][1]));
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}

function isSameSheet(a: SheetOutline, b: SheetOutline): boolean {
  const lists: readonly (keyof Omit<SheetOutline, "state" | "looks">)[] = [
    "validations",
    "merges",
    "blocks",
    "anchors",
    "links",
  ];
  const isSameState = isSameList(Object.values(a.state), Object.values(b.state));
  return isSameState && a.looks === b.looks && lists.every((list) => isSameList(a[list], b[list]));
}

function isSameTable(a: TableOutline, b: TableOutline): boolean {
  const isSameState = isSameList(Object.values(a.state), Object.values(b.state));
  const isSameColumns = isSameList(a.headers, b.headers) && isSameList(a.calculated, b.calculated);
  return isSameState && isSameColumns && isSameList(a.origins, b.origins);
}
