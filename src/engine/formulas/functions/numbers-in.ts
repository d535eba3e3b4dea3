import { isCellError } from "../../cell";
import type { CellError } from "../../cell";
import { numberOf } from "../values/convert";
import { isGrid } from "../values/grid";
import type { Argument, Grid } from "../values/grid";
import type { Scalar } from "../values/scalar";
import type { World } from "../world";

/**
 * Tells every number among the arguments: of cells and arrays those that are numbers, of values given
 * directly what they stand for. Answers the first error there is.
 */
export function eachNumber(
  args: readonly Argument[],
  at: World,
  use: (number: number) => void,
): CellError | null {
  for (const arg of args) {
    const error = isGrid(arg) ? numbersOfGrid(arg, use) : directNumber(arg, at, use);
    if (error !== null) return error;
  }
  return null;
}

function directNumber(arg: Scalar | undefined, at: World, use: (number: number) => void): CellError | null {
  if (arg === undefined) return null;
  const number = numberOf(arg, at.date1904);
  if (isCellError(number)) return number;
  use(number);
  return null;
}

function numbersOfGrid(grid: Grid, use: (number: number) => void): CellError | null {
  const rows = grid.usedRows;
  const columns = grid.usedColumns;
  const count = rows * columns;
  for (let place = 0; place < count; place++) {
    const row = columns === 1 ? place : Math.floor(place / columns);
    const value = grid.at(row, place - row * columns);
    if (typeof value === "number") use(value);
    else if (value !== null && isCellError(value)) return value;
  }
  return null;
}

/** All numbers among the arguments, or the first error. */
export function numbersIn(args: readonly Argument[], at: World): readonly number[] | CellError {
  const numbers: number[] = [];
  return eachNumber(args, at, (number) => numbers.push(number)) ?? numbers;
}

/** Tells every value among the arguments; blanks below the used cells are not told. */
export function eachValue(args: readonly Argument[], use: (value: Scalar) => void): void {
  for (const arg of args) {
    const values: Iterable<Scalar> = isGrid(arg) ? arg.values() : arg === undefined ? [] : [arg];
    for (const value of values) use(value);
  }
}
