import { areaName } from "../address";
import type { Area } from "../address";
import { EngineError } from "../engine-error";
import type { Matter } from "../engine-error";
import type { Sheet } from "../sheet";
import type { Table } from "../table";
import type { Workbook } from "../workbook";
import { limitOf, shiftedArea, spanOf, tears } from "./shift";
import type { Shift } from "./shift";

/**
 * Refuses a shift that would tear apart what must stay together, or push cells off the sheet. Changes
 * nothing.
 */
export function checkShift(workbook: Workbook, sheet: Sheet, shift: Shift): void {
  const fixture = sheet.fixtures.at(0);
  if (fixture !== undefined) {
    throw new EngineError("unsafe", "a part of this sheet cannot follow its cells", {
      part: fixture,
      sheet: sheet.name,
    });
  }
  refuse(sheet, "a comment cannot move with its cell", movedOne(sheet.anchors, shift));
  refuse(sheet, "merged cells would be torn apart", tornOne(sheet.merges, shift));
  refuse(sheet, "an array formula would be torn apart", splitOne(sheet.blocks, shift));
  checkTables(workbook, sheet, shift);
  if (shift.kind === "insert") checkRoom(sheet, shift);
}

function refuse(sheet: Sheet, matter: Matter, area: Area | null): void {
  if (area === null) return;
  throw new EngineError("unsafe", matter, { sheet: sheet.name, cell: areaName(area) });
}

function movedOne(areas: readonly Area[], shift: Shift): Area | null {
  return areas.find((area) => !isSame(area, shiftedArea(area, shift))) ?? null;
}

function isSame(a: Area, b: Area | null): boolean {
  return b !== null && areaName(a) === areaName(b);
}

function tornOne(areas: readonly Area[], shift: Shift): Area | null {
  return areas.find((area) => tears(area, shift)) ?? null;
}

/** An array formula moves or goes as a whole, and never grows. */
function splitOne(areas: readonly Area[], shift: Shift): Area | null {
  const isSplit = (area: Area): boolean => {
    if (tears(area, shift)) return true;
    const now = shiftedArea(area, shift);
    if (now === null) return false;
    const before = spanOf(area, shift.axis);
    const after = spanOf(now, shift.axis);
    return after.last - after.first !== before.last - before.first;
  };
  return areas.find(isSplit) ?? null;
}

function checkTables(workbook: Workbook, sheet: Sheet, shift: Shift): void {
  for (const table of workbook.tablesOn(sheet)) {
    const place = { table: table.name };
    if (tears(table.area, shift)) throw new EngineError("unsafe", "a table would be torn apart", place);
    if (losesHeader(table, shift))
      throw new EngineError("unsafe", "the header of a table cannot go without the table", place);
  }
}

function losesHeader(table: Table, shift: Shift): boolean {
  if (!table.hasHeader || shift.axis === "columns" || shift.kind === "insert") return false;
  const header = { ...table.area, bottom: table.first - 1 };
  return shiftedArea(header, shift) === null && shiftedArea(table.area, shift) !== null;
}

function checkRoom(sheet: Sheet, shift: Shift): void {
  const last = limitOf(shift.axis) - shift.count;
  const isFull = shift.axis === "rows" ? hasBelow(sheet, last, shift) : hasBeside(sheet, last, shift);
  if (shift.at + shift.count > limitOf(shift.axis) || isFull) {
    throw new EngineError("unsafe", "cells would be pushed off the sheet", { sheet: sheet.name });
  }
}

function hasBelow(sheet: Sheet, row: number, { from, to }: Shift): boolean {
  for (let column = from; column <= Math.min(to, sheet.columnCount - 1); column++) {
    if (sheet.column(column).filledEnd > row) return true;
  }
  return false;
}

function hasBeside(sheet: Sheet, column: number, { from, to }: Shift): boolean {
  for (let index = column; index < sheet.columnCount; index++) {
    const row = sheet.column(index).nextFilled(from);
    if (row >= 0 && row <= to) return true;
  }
  return false;
}
