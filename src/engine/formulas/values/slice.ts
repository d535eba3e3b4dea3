import { filled, Reference } from "./grid";
import type { Grid } from "./grid";

/** A part of a grid, from its own 0. */
export interface Part {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** The part as a grid; of cells it is cells. */
export function slice(grid: Grid, part: Part): Grid {
  if (grid instanceof Reference) {
    return new Reference(grid.sheet, { top: grid.top + part.row, left: grid.left + part.column }, part);
  }
  return filled(part.rows, part.columns, (row, column) => grid.at(part.row + row, part.column + column));
}
