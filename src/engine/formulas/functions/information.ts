import { isCellError } from "../../cell";
import { Reference, filled, isGrid } from "../values/grid";
import type { Argument, Operand } from "../values/grid";
import { failed } from "../values/scalar";
import type { Scalar } from "../values/scalar";
import type { World } from "../world";
import { plain, single, whole } from "./function-spec";
import type { FunctionSpec, FunctionTable } from "./function-spec";
import { gridOf } from "./lookups";

/** A question about one value; an error is a value like any other. */
function asks(says: (value: Scalar) => Scalar): FunctionSpec {
  return { least: 1, most: 1, isWhole: () => false, call: ([arg]) => says(single(arg)) };
}

/** The rows or columns of a reference, counted from 1; without one those of the formula's own cell. */
function places([arg]: readonly Argument[], at: World, isRow: boolean): Operand {
  if (arg === undefined) return (isRow ? at.row : at.column) + 1;
  if (!(arg instanceof Reference)) return failed.value;
  const { rows, columns, top, left } = arg;
  if (isRow) return rows === 1 ? top + 1 : filled(rows, 1, (row) => top + row + 1);
  return columns === 1 ? left + 1 : filled(1, columns, (_, column) => left + column + 1);
}

function numberFor(value: Scalar): Scalar {
  if (typeof value === "boolean") return Number(value);
  return typeof value === "number" || isCellError(value) ? value : 0;
}

function typeOf([arg]: readonly Argument[]): Operand {
  if (isGrid(arg) && arg.rows * arg.columns > 1) return 64;
  const value = single(arg);
  if (isCellError(value)) return 16;
  return typeof value === "string" ? 2 : typeof value === "boolean" ? 4 : 1;
}

/** What values are, and where. */
export const information: FunctionTable = {
  COLUMN: whole(0, 1, (args, at) => places(args, at, false)),
  COLUMNS: whole(1, 1, ([arg]) => gridOf(arg).columns),
  ISBLANK: asks((value) => value === null),
  ISERR: asks((value) => isCellError(value) && value.error !== failed.missing.error),
  ISERROR: asks((value) => isCellError(value)),
  ISEVEN: plain("n", 1, (given) => Math.trunc(given.number(0)) % 2 === 0),
  ISLOGICAL: asks((value) => typeof value === "boolean"),
  ISNA: asks((value) => isCellError(value) && value.error === failed.missing.error),
  ISNONTEXT: asks((value) => typeof value !== "string"),
  ISNUMBER: asks((value) => typeof value === "number"),
  ISODD: plain("n", 1, (given) => Math.trunc(given.number(0)) % 2 !== 0),
  ISTEXT: asks((value) => typeof value === "string"),
  N: asks(numberFor),
  NA: plain("", 0, () => failed.missing),
  ROW: whole(0, 1, (args, at) => places(args, at, true)),
  ROWS: whole(1, 1, ([arg]) => gridOf(arg).rows),
  TYPE: whole(1, 1, typeOf),
};
