import { isCellError } from "../../cell";
import { exactKey } from "../criteria/value-key";
import { wildcard } from "../criteria/wildcard";
import { orderOf } from "../values/compare";
import { Reference } from "../values/grid";
import type { Grid } from "../values/grid";
import type { Scalar } from "../values/scalar";
import type { World } from "../world";

/** One row or one column of values. */
export interface List {
  readonly length: number;
  readonly at: (index: number) => Scalar;
  readonly grid: Grid;
}

/** The values of a grid of one row or one column; null for any other. */
export function listOf(grid: Grid): List | null {
  if (grid.columns === 1) return { length: grid.rows, at: (index) => grid.at(index, 0), grid };
  if (grid.rows === 1) return { length: grid.columns, at: (index) => grid.at(0, index), grid };
  return null;
}

/** The place (from 0) of the first, or of the last, value that is the wanted; -1 where there is none. */
export function exactPlace(
  wanted: Scalar,
  list: List,
  search: { readonly at: World; readonly fromEnd?: boolean },
): number {
  const { grid } = list;
  const fromEnd = search.fromEnd === true;
  if (grid instanceof Reference && grid.columns === 1)
    return indexedPlace(wanted, grid, { ...search, fromEnd });
  const key = exactKey(wanted);
  return firstPlace(list, fromEnd, (value) => exactKey(value) === key);
}

function indexedPlace(
  wanted: Scalar,
  { sheet, left, top, rows }: Reference,
  { at, fromEnd }: { readonly at: World; readonly fromEnd: boolean },
): number {
  const index = at.indexes.of(sheet.column(left));
  const id = index.id(exactKey(wanted));
  const blank = wanted === null ? blankPlace(Math.max(index.length - top, 0), rows, fromEnd) : -1;
  const [from, to] = id < 0 ? [0, 0] : [index.from(id, top), index.to(id, top + rows - 1)];
  if (from === to || (fromEnd && blank >= 0)) return blank;
  return index.rowAt(fromEnd ? to - 1 : from) - top;
}

/** Below all that is written stand blanks; -1 where the list ends before. */
function blankPlace(used: number, rows: number, fromEnd: boolean): number {
  if (used >= rows) return -1;
  return fromEnd ? rows - 1 : used;
}

/** The same, but `*` and `?` in a wanted text stand for any letters. */
export function patternPlace(
  wanted: Scalar,
  list: List,
  search: { readonly at: World; readonly fromEnd?: boolean },
): number {
  const pattern = typeof wanted === "string" ? wildcard(wanted) : null;
  if (pattern === null) return exactPlace(wanted, list, search);
  const isFound = (value: Scalar): boolean => typeof value === "string" && pattern.test(value);
  return firstPlace(list, search.fromEnd === true, isFound);
}

function firstPlace(list: List, fromEnd: boolean, isFound: (value: Scalar) => boolean): number {
  const end = usedLength(list);
  for (let i = 0; i < end; i++) {
    const place = fromEnd ? end - 1 - i : i;
    if (isFound(list.at(place))) return place;
  }
  return -1;
}

function usedLength({ grid, length }: List): number {
  return grid.columns === 1 ? grid.usedRows : length;
}

/** The last place whose value is not above the wanted, in values that rise; -1 where all are above. */
export function placeInRising(wanted: Scalar, list: List): number {
  let low = -1;
  let high = usedLength(list);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const place = nextLike(wanted, list, { from: middle, to: high });
    if (place < 0) high = middle;
    else if (isAbove(list.at(place), wanted))
      high = middle; // what stands between is of other kinds
    else low = place;
  }
  return low;
}

/** The first place from there on that holds a value of the kind that is wanted; -1 where there is none. */
function nextLike(
  wanted: Scalar,
  list: List,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  const kind = typeof (wanted ?? 0);
  for (let place = from; place < to; place++) if (typeof list.at(place) === kind) return place;
  return -1;
}

function isAbove(value: Scalar, wanted: Scalar): boolean {
  const order = orderOf(value, wanted);
  return isCellError(order) || order > 0;
}

/** The last place before values that fall pass below the wanted; -1 where the first is below already. */
export function placeInFalling(wanted: Scalar, list: List): number {
  const kind = typeof (wanted ?? 0);
  let best = -1;
  for (let place = 0; place < usedLength(list); place++) {
    const value = list.at(place);
    if (typeof value !== kind) continue;
    const order = orderOf(value, wanted);
    if (isCellError(order) || order < 0) return best;
    best = place;
    if (order === 0) return best;
  }
  return best;
}

/**
 * The place of the wanted value, else of the one nearest below it (`direction` -1) or above it (1), in values
 * of any order; -1 where there is none.
 */
export function nearestPlace(wanted: Scalar, list: List, direction: number): number {
  const kind = typeof (wanted ?? 0);
  let best = -1;
  for (let place = 0; place < usedLength(list); place++) {
    const value = list.at(place);
    if (typeof value !== kind) continue;
    if (isNearer(value, wanted, { best: best < 0 ? null : list.at(best), direction })) best = place;
  }
  return best;
}

function isNearer(
  value: Scalar,
  wanted: Scalar,
  { best, direction }: { readonly best: Scalar; readonly direction: number },
): boolean {
  const side = orderOf(value, wanted);
  if (isCellError(side) || side * direction < 0) return false;
  if (best === null) return true;
  const order = orderOf(value, best);
  return !isCellError(order) && order * direction < 0;
}
