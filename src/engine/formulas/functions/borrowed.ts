import * as formulajs from "@formulajs/formulajs";
import { isGrid } from "../values/grid";
import type { Argument, Operand } from "../values/grid";
import { failed, finite, isFailure } from "../values/scalar";
import type { World } from "../world";
import { endless, plain, whole } from "./function-spec";
import type { FunctionSpec, FunctionTable } from "./function-spec";
import { numbersIn } from "./numbers-in";

/** What a function of the package answered: a number, or an Error that bears the name of Excel's. */
function answer(result: unknown): Operand {
  if (typeof result === "number") return finite(result);
  const known = Object.values(failed).find(
    ({ error }) => result instanceof Error && result.message === error,
  );
  return known ?? failed.value;
}

/** A function of single numbers; those that are not given the package fills in. */
const ofNumbers = (
  counts: readonly [number, number],
  apply: (...numbers: number[]) => unknown,
): FunctionSpec =>
  plain("n".repeat(counts[1]), counts[0], (given) => {
    const result = answer(apply(...Array.from({ length: given.count }, (_, i) => given.number(i))));
    return isGrid(result) ? failed.value : result;
  });

/** A function of all numbers among its first argument, and of single numbers after it. */
const ofSeries = (most: number, apply: (series: number[], ...rest: number[]) => unknown): FunctionSpec =>
  whole(1, most, ([series, ...rest]: readonly Argument[], at: World) => {
    const numbers = numbersIn([series], at);
    const others = numbersIn(rest, at);
    if (isFailure(numbers)) return numbers;
    if (isFailure(others)) return others;
    return answer(apply([...numbers], ...others));
  });

/** The first number is a rate, the others are flows of money. */
const presentValue = whole(2, endless, ([rate, ...flows]: readonly Argument[], at) => {
  const rates = numbersIn([rate], at);
  const numbers = numbersIn(flows, at);
  if (isFailure(rates)) return rates;
  return isFailure(numbers) ? numbers : answer(formulajs.NPV(rates[0], ...numbers));
});

/**
 * Functions of the package formulajs that agree with Excel; each is compared with LibreOffice in the tests.
 */
export const borrowed: FunctionTable = {
  COMBIN: ofNumbers([2, 2], formulajs.COMBIN),
  FACT: ofNumbers([1, 1], formulajs.FACT),
  FV: ofNumbers([3, 5], formulajs.FV),
  NPV: presentValue,
  PERCENTILE: ofSeries(2, (series, share) => formulajs.PERCENTILE.INC(series, share)),
  PMT: ofNumbers([3, 5], formulajs.PMT),
  PV: ofNumbers([3, 5], formulajs.PV),
  QUARTILE: ofSeries(2, (series, quart) => formulajs.QUARTILE.INC(series, quart)),
  SLN: ofNumbers([3, 3], formulajs.SLN),
};
