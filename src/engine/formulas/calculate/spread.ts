import { areaName, overlaps, sheetLimits } from "../../address";
import type { Area } from "../../address";
import { Bits } from "../../bits";
import { sameCell } from "../../cell";
import type { Sheet } from "../../sheet";
import type { Workbook } from "../../workbook";
import { commonSize, valueAt } from "../values/broadcast";
import type { Operand } from "../values/grid";
import { failed } from "../values/scalar";
import type { Scalar } from "../values/scalar";

/** Cells that came to other values: rows by column. */
export type ChangedRows = Map<number, Bits>;

/** The cell of a formula that spills, and the cells it fills so far; null where that is only its own. */
export interface Anchor {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly block: Area | null;
}

/** What became of a formula that fills several cells. */
export interface Spread {
  readonly changed: ChangedRows;
  /** The cells it fills now. */
  readonly area: Area;
  /** The cells it would fill, were nothing in the way; null where nothing is. */
  readonly blockedAt: Area | null;
}

/**
 * Takes back what spills have filled whose formula is gone. The cells count as written, so that all that
 * reads them is calculated; what was typed into them stays.
 */
export function takeBackOrphans(sheet: Sheet, known: WeakSet<Area>): void {
  const orphans = sheet.blocks.filter((area) => known.has(area) && !sheet.column(area.left).spills(area.top));
  for (const area of orphans) {
    sheet.blocks.splice(sheet.blocks.indexOf(area), 1);
    for (let column = area.left; column <= area.right; column++) {
      const { unseen } = sheet.column(column);
      for (let row = area.top; row <= area.bottom; row++) {
        if (!unseen.has(row)) sheet.store(row, column, null);
        unseen.add(row);
      }
    }
  }
}

/** A value on the sheet: a blank shows as 0. */
export function shown(value: Scalar): Scalar {
  return value ?? 0;
}

/** Fills the cells of an array formula; beyond the result stands `#N/A`. */
export function fillBlock(sheet: Sheet, area: Area, result: Operand): Spread {
  const changed: ChangedRows = new Map();
  const value = (row: number, column: number): Scalar =>
    shown(valueAt(result, row - area.top, column - area.left));
  writeArea(sheet, area, { changed, value });
  return { changed, area, blockedAt: null };
}

/** Lets a result fill as many cells as it has, unless something stands there. */
export function spill(workbook: Workbook, anchor: Anchor, result: Operand): Spread {
  const { rows, columns } = commonSize([result]);
  const { row: top, column: left } = anchor;
  const area: Area = { top, left, bottom: top + rows - 1, right: left + columns - 1 };
  const changed: ChangedRows = new Map();
  const isBlocked = isInTheWay(workbook, anchor, area);
  const filled = isBlocked ? { ...area, bottom: top, right: left } : area;
  emptyBehind(anchor, filled, changed);
  const value = (row: number, column: number): Scalar =>
    isBlocked ? failed.blocked : shown(valueAt(result, row - top, column - left));
  writeArea(anchor.sheet, filled, { changed, value });
  keepBlock(anchor, filled);
  return { changed, area: filled, blockedAt: isBlocked ? area : null };
}

function isInTheWay(workbook: Workbook, anchor: Anchor, area: Area): boolean {
  const isSingle = area.top === area.bottom && area.left === area.right;
  if (isSingle) return false;
  if (area.bottom >= sheetLimits.rows || area.right >= sheetLimits.columns) return true;
  const { sheet, block } = anchor;
  const others = [...sheet.merges, ...sheet.blocks.filter((other) => other !== block)];
  const tables = workbook.tablesOn(sheet).map((table) => table.area);
  return [...others, ...tables].some((other) => overlaps(other, area)) || holdsSomething(anchor, area);
}

/** A cell that was typed there; what the formula itself has put there before does not count. */
function holdsSomething({ sheet, block, row: from, column: home }: Anchor, area: Area): boolean {
  for (let column = area.left; column <= Math.min(area.right, sheet.columnCount - 1); column++) {
    const cells = sheet.column(column);
    for (let row = area.top; row <= Math.min(area.bottom, cells.end - 1); row++) {
      if (row === from && column === home) continue;
      if (cells.formula(row) !== null) return true;
      const isOwn = block !== null && contains(block, row, column) && !cells.unseen.has(row);
      if (!isOwn && cells.get(row) !== null) return true;
    }
  }
  return false;
}

function contains({ top, bottom, left, right }: Area, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

/** Empties the cells that the formula filled before and fills no more; what was typed there stays. */
function emptyBehind({ sheet, block }: Anchor, area: Area, changed: ChangedRows): void {
  if (block === null) return;
  for (let column = block.left; column <= block.right; column++) {
    const cells = sheet.column(column);
    for (let row = block.top; row <= block.bottom; row++) {
      const isOwn = !contains(area, row, column) && !cells.unseen.has(row);
      if (isOwn) put(sheet, { row, column, value: null }, changed);
    }
  }
}

function writeArea(
  sheet: Sheet,
  area: Area,
  {
    changed,
    value,
  }: { readonly changed: ChangedRows; readonly value: (row: number, column: number) => Scalar },
): void {
  for (let column = area.left; column <= area.right; column++) {
    for (let row = area.top; row <= area.bottom; row++) {
      put(sheet, { row, column, value: value(row, column) }, changed);
    }
  }
}

function put(
  sheet: Sheet,
  { row, column, value }: { readonly row: number; readonly column: number; readonly value: Scalar },
  changed: ChangedRows,
): void {
  if (sameCell(sheet.cell(row, column), value)) return;
  sheet.store(row, column, value);
  const rows = changed.get(column) ?? new Bits();
  rows.add(row);
  changed.set(column, rows);
}

/** The sheet knows the cells of a spill as a block, so that they are not written one by one. */
function keepBlock({ sheet, block }: Anchor, area: Area): void {
  const place = sheet.blocks.findIndex((other) => other === block);
  const isSingle = area.top === area.bottom && area.left === area.right;
  if (block !== null && areaName(block) === areaName(area)) return;
  if (place >= 0) sheet.blocks.splice(place, 1);
  if (!isSingle) sheet.blocks.push(area);
  sheet.column(area.left).touched.add(area.top); // its element names the cells that it fills
  sheet.touchedRows.add(area.top);
}
