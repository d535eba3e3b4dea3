import type { CellError } from "../../cell";
import { criterionOf } from "../criteria/criterion";
import { countMatches, eachMatch } from "../criteria/matching";
import type { Condition } from "../criteria/matching";
import { Reference } from "../values/grid";
import type { Argument, Operand } from "../values/grid";
import { failed, finite, isFailure } from "../values/scalar";
import type { Scalar } from "../values/scalar";
import type { World } from "../world";
import { endless, single } from "./function-spec";
import type { FunctionSpec, FunctionTable } from "./function-spec";

/** The conditions that arguments name in pairs: cells, and what is looked for in them. */
function conditionsIn(args: readonly Argument[]): readonly Condition[] | CellError {
  const conditions: Condition[] = [];
  for (let i = 0; i + 1 < args.length; i += 2) {
    const cells = args[i];
    if (!(cells instanceof Reference)) return failed.value;
    conditions.push({ cells, criterion: criterionOf(single(args[i + 1])) });
  }
  return conditions;
}

function areAlike(a: Reference, b: Reference): boolean {
  return a.rows === b.rows && a.columns === b.columns;
}

/** Tells the number in every cell whose row meets the conditions; answers the first error among them. */
function eachNumberWhere(
  cells: Reference,
  conditions: readonly Condition[],
  within: { readonly at: World; readonly use: (number: number) => void },
): CellError | null {
  if (!conditions.every((condition) => areAlike(condition.cells, cells))) return failed.value;
  let error: CellError | null = null;
  const { sheet, top, left } = cells;
  const rows = cells.usedRows;
  for (let column = 0; column < cells.columns; column++) {
    const values = sheet.column(left + column);
    const take = (row: number): void => {
      const value = values.get(top + row);
      if (typeof value === "number") within.use(value);
      else if (isFailure(value)) error ??= value;
    };
    eachMatch(conditions, within.at, { rows, column, use: take });
  }
  return error;
}

type Sum = (cells: Reference, conditions: readonly Condition[], at: World) => Scalar;

const summed: Sum = (cells, conditions, at) => {
  let sum = 0;
  return eachNumberWhere(cells, conditions, { at, use: (number) => (sum += number) }) ?? finite(sum);
};

const averaged: Sum = (cells, conditions, at) => {
  let sum = 0;
  let count = 0;
  const use = (number: number): void => {
    sum += number;
    count++;
  };
  return (
    eachNumberWhere(cells, conditions, { at, use }) ?? (count === 0 ? failed.division : finite(sum / count))
  );
};

const extreme =
  (isBetter: (a: number, b: number) => boolean): Sum =>
  (cells, conditions, at) => {
    let best: number | null = null;
    const use = (number: number): void => {
      if (best === null || isBetter(number, best)) best = number;
    };
    return eachNumberWhere(cells, conditions, { at, use }) ?? best ?? 0;
  };

/** `…IFS`: first the cells to work on, then pairs. */
function inPairs(sum: Sum): FunctionSpec {
  const call = ([cells, ...pairs]: readonly Argument[], at: World): Operand => {
    const conditions = conditionsIn(pairs);
    if (isFailure(conditions)) return conditions;
    if (!(cells instanceof Reference) || pairs.length % 2 === 1) return failed.value;
    return sum(cells, conditions, at);
  };
  return { least: 3, most: endless, isWhole: (index) => index === 0 || index % 2 === 1, call };
}

/** `…IF`: cells, what is looked for, and the cells to work on, of which only the first corner counts. */
function inOne(sum: Sum): FunctionSpec {
  const call = ([looked, criterion, cells]: readonly Argument[], at: World): Operand => {
    if (!(looked instanceof Reference) || !(cells === undefined || cells instanceof Reference))
      return failed.value;
    const corner = cells ?? looked;
    const condition = { cells: looked, criterion: criterionOf(single(criterion)) };
    return sum(new Reference(corner.sheet, corner, looked), [condition], at);
  };
  return { least: 2, most: 3, isWhole: (index) => index !== 1, call };
}

function counted(args: readonly Argument[], at: World): Operand {
  const conditions = conditionsIn(args);
  if (isFailure(conditions)) return conditions;
  const [first, ...others] = conditions;
  if (args.length % 2 === 1 || others.some(({ cells }) => !areAlike(cells, first.cells))) return failed.value;
  let count = 0;
  for (let column = 0; column < first.cells.columns; column++) count += countMatches(conditions, at, column);
  return count;
}

/** Sums, counts, averages and extremes of the cells that meet conditions. */
export const conditional: FunctionTable = {
  AVERAGEIF: inOne(averaged),
  AVERAGEIFS: inPairs(averaged),
  COUNTIF: { least: 2, most: 2, isWhole: (index) => index % 2 === 0, call: counted },
  COUNTIFS: { least: 2, most: endless, isWhole: (index) => index % 2 === 0, call: counted },
  MAXIFS: inPairs(extreme((a, b) => a > b)),
  MINIFS: inPairs(extreme((a, b) => a < b)),
  SUMIF: inOne(summed),
  SUMIFS: inPairs(summed),
};
