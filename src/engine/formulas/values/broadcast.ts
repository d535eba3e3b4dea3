import { failed } from "./scalar";
import type { Scalar } from "./scalar";
import { filled, isGrid } from "./grid";
import type { Operand } from "./grid";

/** The rows and columns that operands have when they are laid beside each other; 1 by 1 for single values. */
export function commonSize(operands: readonly Operand[]): {
  readonly rows: number;
  readonly columns: number;
} {
  let rows = 1;
  let columns = 1;
  for (const operand of operands) {
    if (!isGrid(operand)) continue;
    rows = Math.max(rows, operand.rows);
    columns = Math.max(columns, operand.columns);
  }
  return { rows, columns };
}

/** The value of an operand at a place: one row or column serves for all; beyond its end stands `#N/A`. */
export function valueAt(operand: Operand, row: number, column: number): Scalar {
  if (!isGrid(operand)) return operand;
  const ownRow = operand.rows === 1 ? 0 : row;
  const ownColumn = operand.columns === 1 ? 0 : column;
  return ownRow < operand.rows && ownColumn < operand.columns
    ? operand.at(ownRow, ownColumn)
    : failed.missing;
}

/** Applies a function of two values to every pair of theirs. */
export function pairwise(a: Operand, b: Operand, apply: (a: Scalar, b: Scalar) => Scalar): Operand {
  if (!isGrid(a) && !isGrid(b)) return apply(a, b);
  const { rows, columns } = commonSize([a, b]);
  return filled(rows, columns, (row, column) => apply(valueAt(a, row, column), valueAt(b, row, column)));
}

/** Applies a function of one value to each. */
export function each(operand: Operand, apply: (value: Scalar) => Scalar): Operand {
  if (!isGrid(operand)) return apply(operand);
  return filled(operand.rows, operand.columns, (row, column) => apply(operand.at(row, column)));
}
