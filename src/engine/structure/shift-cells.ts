import { areaName, sheetLimits } from "../address";
import type { Area } from "../address";
import type { Axis } from "../sheet-feed";
import { EngineError } from "../engine-error";
import type { Filter } from "../filter/filter";
import type { Sheet } from "../sheet";
import type { Table } from "../table";
import type { Workbook } from "../workbook";
import { checkShift } from "./check-shift";
import { lendStyles } from "./lend-styles";
import { moveAside } from "./move-aside";
import { reshape } from "./reshape";
import { blockOf, isWhole, limitOf, shiftedArea } from "./shift";
import type { Shift } from "./shift";
import { shiftReshape } from "./shift-formula";
import { shiftTables } from "./shift-tables";

/** Rows or columns by number: the first, and how many. */
export interface LineRun {
  readonly at: number;
  readonly count: number;
}

/** Puts blank cells where the area is; what stood there moves down or right. */
export function insertCells(
  workbook: Workbook,
  sheet: Sheet,
  { area, push }: { readonly area: Area; readonly push: "down" | "right" },
): void {
  shiftCells(workbook, sheet, shiftOf("insert", push === "down" ? "rows" : "columns", area));
}

/** Takes the cells of the area out; what stands below or right of them closes up. */
export function deleteCells(
  workbook: Workbook,
  sheet: Sheet,
  { area, pull }: { readonly area: Area; readonly pull: "up" | "left" },
): void {
  shiftCells(workbook, sheet, shiftOf("delete", pull === "up" ? "rows" : "columns", area));
}

/** Puts blank rows before row `at`; a table that they fall into grows. */
export function insertRows(workbook: Workbook, sheet: Sheet, { at, count }: LineRun): void {
  shiftCells(workbook, sheet, {
    kind: "insert",
    axis: "rows",
    at,
    count,
    from: 0,
    to: sheetLimits.columns - 1,
  });
}

/** Takes whole rows out. */
export function deleteRows(workbook: Workbook, sheet: Sheet, { at, count }: LineRun): void {
  shiftCells(workbook, sheet, {
    kind: "delete",
    axis: "rows",
    at,
    count,
    from: 0,
    to: sheetLimits.columns - 1,
  });
}

/** Puts blank columns before column `at`; a table that they fall into gets columns. */
export function insertColumns(workbook: Workbook, sheet: Sheet, { at, count }: LineRun): void {
  shiftCells(workbook, sheet, {
    kind: "insert",
    axis: "columns",
    at,
    count,
    from: 0,
    to: sheetLimits.rows - 1,
  });
}

/** Takes whole columns out. */
export function deleteColumns(workbook: Workbook, sheet: Sheet, { at, count }: LineRun): void {
  shiftCells(workbook, sheet, {
    kind: "delete",
    axis: "columns",
    at,
    count,
    from: 0,
    to: sheetLimits.rows - 1,
  });
}

function shiftOf(kind: Shift["kind"], axis: Axis, area: Area): Shift {
  return axis === "rows"
    ? { kind, axis, at: area.top, count: area.bottom - area.top + 1, from: area.left, to: area.right }
    : { kind, axis, at: area.left, count: area.right - area.left + 1, from: area.top, to: area.bottom };
}

/** Makes the shift with all that follows from it; what it would damage is refused before anything changes. */
function shiftCells(workbook: Workbook, sheet: Sheet, shift: Shift): void {
  if (shift.count <= 0) return;
  if (shift.at < 0 || shift.at >= limitOf(shift.axis)) {
    const matter = shift.axis === "rows" ? "there is no such row" : "there is no such column";
    throw new EngineError("unsafe", matter, { sheet: sheet.name, row: shift.at + 1 });
  }
  checkShift(workbook, sheet, shift);
  moveCells(sheet, shift);
  shiftAround(sheet, shift);
  if (shift.kind === "insert") lendStyles(workbook, sheet, shift);
  const tables = shiftTables(workbook, { sheet, except: null }, shift);
  reshape(workbook, shiftReshape(sheet, shift));
  const { kind, axis, at, count } = shift;
  workbook.changes.tell({ kind, sheet, axis, at, count, area: blockOf(shift) });
  for (const { table, lostBody } of tables) if (lostBody) makeBlankRow(workbook, table, shift);
}

/** The blank row of a body of which every row was taken out. */
function makeBlankRow(workbook: Workbook, table: Table, { axis, from, to }: Shift): void {
  const { sheet, first: at } = table;
  const shift: Shift = { kind: "insert", axis, at, count: 1, from, to };
  table.rowCount = 0;
  moveCells(sheet, shift);
  shiftAround(sheet, shift);
  shiftTables(workbook, { sheet, except: table }, shift);
  reshape(workbook, shiftReshape(sheet, shift));
  workbook.changes.tell({ kind: "insert", sheet, axis, at, count: 1, area: blockOf(shift) });
}

function moveCells(sheet: Sheet, shift: Shift): void {
  const { kind, axis, at, count, from, to } = shift;
  if (axis === "rows" && kind === "insert") sheet.insertRows(at, count, { from, to });
  else if (axis === "rows") sheet.deleteRows(at, count, { from, to });
  else if (!isWhole(shift)) moveAside(sheet, shift);
  else if (kind === "insert") sheet.insertColumns(at, count);
  else sheet.deleteColumns(at, count);
}

/** Merged cells, array formulas, links and the filter of the sheet follow; its rules do with the formulas. */
function shiftAround(sheet: Sheet, shift: Shift): void {
  const merges = sheet.merges.map(areaName).join();
  follow(sheet.merges, shift, ({ top, bottom, left, right }) => top !== bottom || left !== right);
  if (sheet.merges.map(areaName).join() !== merges) sheet.changedSettings.add("merges");
  follow(sheet.blocks, shift);
  follow(sheet.links, shift);
  if (shift.axis === "columns" && isWhole(shift) && sheet.looks.size > 0)
    sheet.changedSettings.add("columns");
  if (sheet.filter === null) return;
  sheet.filter = shiftedFilter(sheet.filter, shift);
  sheet.changedSettings.add("filter");
}

function follow(areas: Area[], shift: Shift, isKept: (area: Area) => boolean = () => true): void {
  areas.splice(0, areas.length, ...shiftedAll(areas, shift).filter(isKept));
}

function shiftedAll(areas: readonly Area[], shift: Shift): readonly Area[] {
  return areas.flatMap((area) => shiftedArea(area, shift) ?? []);
}

/** Criteria keep to their columns; those of columns that are gone go. */
function shiftedFilter({ area, criteria }: Filter, shift: Shift): Filter | null {
  const now = shiftedArea(area, shift);
  if (now === null) return null;
  const moved = [...criteria].flatMap(([column, criterion]) => {
    const place = { ...area, left: area.left + column, right: area.left + column };
    const after = shift.axis === "rows" ? place : shiftedArea(place, shift);
    return after === null ? [] : [[after.left - now.left, criterion] as const];
  });
  return { area: now, criteria: new Map(moved) };
}
