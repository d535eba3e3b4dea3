import { type Area, sheetLimits } from "../../engine/address";
import type { CellPlace } from "../book/places-in";

/** The selected cells of the sheet in front: the cell that typing goes to, and the area round it. */
export interface Selected {
  readonly active: CellPlace;
  readonly area: Area;
}

/** A step across the grid: rows down, columns to the right. */
export interface Step {
  readonly down: number;
  readonly right: number;
}

/** One cell alone. */
export function single({ row, column }: CellPlace): Selected {
  return { active: { row, column }, area: { top: row, left: column, bottom: row, right: column } };
}

/** The area between the active cell and another one. */
export function spanned(active: CellPlace, other: CellPlace): Selected {
  return {
    active,
    area: {
      top: Math.min(active.row, other.row),
      left: Math.min(active.column, other.column),
      bottom: Math.max(active.row, other.row),
      right: Math.max(active.column, other.column),
    },
  };
}

/** The corner of the area that lies across from the active cell: the one that Shift moves. */
export function farCorner({ active, area }: Selected): CellPlace {
  return {
    row: active.row === area.top ? area.bottom : area.top,
    column: active.column === area.left ? area.right : area.left,
  };
}

/** All cells of a sheet. */
export const wholeSheet: Selected = {
  active: { row: 0, column: 0 },
  area: { top: 0, left: 0, bottom: sheetLimits.rows - 1, right: sheetLimits.columns - 1 },
};

/** Whole rows, from one to another. */
export function wholeRows(from: number, to: number): Selected {
  const [top, bottom] = [Math.min(from, to), Math.max(from, to)];
  return { active: { row: from, column: 0 }, area: { top, left: 0, bottom, right: sheetLimits.columns - 1 } };
}

/** Whole columns, from one to another. */
export function wholeColumns(from: number, to: number): Selected {
  const [left, right] = [Math.min(from, to), Math.max(from, to)];
  return { active: { row: 0, column: from }, area: { top: 0, left, bottom: sheetLimits.rows - 1, right } };
}

/** The place a step away, kept on the sheet. */
export function stepped({ row, column }: CellPlace, { down, right }: Step): CellPlace {
  return { row: within(row + down, sheetLimits.rows), column: within(column + right, sheetLimits.columns) };
}

function within(index: number, count: number): number {
  return Math.min(Math.max(index, 0), count - 1);
}

/** As far of an area as the sheet is filled, at least its first cell; for whole rows and columns. */
export function filledPart(area: Area, end: CellPlace): Area {
  return {
    ...area,
    bottom: Math.max(area.top, Math.min(area.bottom, end.row - 1)),
    right: Math.max(area.left, Math.min(area.right, end.column - 1)),
  };
}
