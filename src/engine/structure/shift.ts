import { overlaps, sheetLimits } from "../address";
import type { Area } from "../address";
import type { Axis } from "../sheet-feed";

/**
 * Cells put in or taken out: `count` rows (or columns) at `at`, of the columns (or rows) `from` to `to`, both
 * included; what stands behind them in the direction of the axis moves.
 */
export interface Shift {
  readonly kind: "insert" | "delete";
  readonly axis: Axis;
  readonly at: number;
  readonly count: number;
  readonly from: number;
  readonly to: number;
}

interface Span {
  readonly first: number;
  readonly last: number;
}

/** How many rows a sheet can have, or columns. */
export function limitOf(axis: Axis): number {
  return axis === "rows" ? sheetLimits.rows : sheetLimits.columns;
}

/** The block of cells that is put in or taken out. */
export function blockOf({ axis, at, count, from, to }: Shift): Area {
  return axis === "rows"
    ? { top: at, bottom: at + count - 1, left: from, right: to }
    : { top: from, bottom: to, left: at, right: at + count - 1 };
}

/** The cells that move or go: the block, and all behind it. */
export function reachOf(shift: Shift): Area {
  const block = blockOf(shift);
  return shift.axis === "rows"
    ? { ...block, bottom: sheetLimits.rows - 1 }
    : { ...block, right: sheetLimits.columns - 1 };
}

/** True where the shift takes whole rows or whole columns. */
export function isWhole({ axis, from, to }: Shift): boolean {
  return from === 0 && to >= limitOf(axis === "rows" ? "columns" : "rows") - 1;
}

/**
 * Where a rectangle stands after the shift: grown or shrunk where the block falls inside it, as Excel lets
 * references follow; null when it is gone. One that reaches beyond the block's sides stays.
 */
export function shiftedArea(area: Area, shift: Shift): Area | null {
  if (!isBetweenSides(area, shift)) return area;
  const span = shiftedSpan(spanOf(area, shift.axis), shift);
  return span === null ? null : withSpan(area, span, shift.axis);
}

/** The rectangle lies between the sides of the block, so that it moves as one. */
export function isBetweenSides(area: Area, { axis, from, to }: Shift): boolean {
  return axis === "rows" ? area.left >= from && area.right <= to : area.top >= from && area.bottom <= to;
}

/** The shift would tear the rectangle: it moves some of its cells and leaves others beside them. */
export function tears(area: Area, shift: Shift): boolean {
  return overlaps(area, reachOf(shift)) && !isBetweenSides(area, shift);
}

/** The first and last row of a rectangle, or its columns. */
export function spanOf(area: Area, axis: Axis): Span {
  return axis === "rows" ? { first: area.top, last: area.bottom } : { first: area.left, last: area.right };
}

function withSpan(area: Area, { first, last }: Span, axis: Axis): Area {
  return axis === "rows" ? { ...area, top: first, bottom: last } : { ...area, left: first, right: last };
}

/** Whole columns stay whole columns when rows come or go. */
function shiftedSpan(span: Span, shift: Shift): Span | null {
  const limit = limitOf(shift.axis);
  if (span.first === 0 && span.last >= limit - 1) return span;
  return shift.kind === "insert" ? pushed(span, shift, limit) : closed(span, shift);
}

function pushed({ first, last }: Span, { at, count }: Shift, limit: number): Span | null {
  const moved = {
    first: first >= at ? first + count : first,
    last: Math.min(last >= at ? last + count : last, limit - 1),
  };
  return moved.first >= limit ? null : moved;
}

function closed({ first, last }: Span, { at, count }: Shift): Span | null {
  const end = at + count;
  const moved = {
    first: first < at ? first : Math.max(at, first - count),
    last: last < at ? last : last < end ? at - 1 : last - count,
  };
  return moved.last < moved.first ? null : moved;
}
