import type { Cell } from "./cell";

/** What a file says of a cell beyond value, formula and style (rich text): kept until the cell is written. */
export interface KeptCell {
  /** Attributes of its element, each with a blank before it. */
  readonly attributes: string;
  /** The whole content of its element with its type; null where value and formula say it all. */
  readonly content: { readonly kind: string; readonly xml: string } | null;
}

/** Rows of one column as they were taken out; formulas and kept cells by their place in the stretch. */
export interface ColumnStretch {
  readonly count: number;
  readonly values: readonly Cell[];
  /** -1 = no style of its own; null where no row has one. */
  readonly styles: readonly number[] | null;
  readonly formulas: readonly (readonly [number, string])[];
  readonly keeps: readonly (readonly [number, KeptCell])[];
  /** Rows whose formula may fill more cells than its own. */
  readonly spilling: readonly number[];
}

/** The map with other keys; what goes to a key below 0 is left out. */
export function shiftedMap<T>(map: ReadonlyMap<number, T>, to: (key: number) => number): Map<number, T> {
  const moved = new Map<number, T>();
  for (const [key, value] of map) {
    const place = to(key);
    if (place >= 0) moved.set(place, value);
  }
  return moved;
}

/** The same of a map that may not be there; the map itself where it is empty. */
export function shiftedKeys<T>(
  map: Map<number, T> | null,
  to: (key: number) => number,
): Map<number, T> | null {
  return map === null || map.size === 0 ? map : shiftedMap(map, to);
}
