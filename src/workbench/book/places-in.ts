import type { Area } from "../../engine/address";

/** One cell of a sheet, 0-based. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** Every cell of an area, column by column. */
export function* placesIn({ top, left, bottom, right }: Area): Iterable<CellPlace> {
  for (let column = left; column <= right; column++) {
    for (let row = top; row <= bottom; row++) yield { row, column };
  }
}
