import type { Argument, Operand } from "../values/grid";
import { areFine, failed, failureIn, finite } from "../values/scalar";
import type { Scalar } from "../values/scalar";
import type { World } from "../world";
import { endless, plain, whole } from "./function-spec";
import type { FunctionTable, Given } from "./function-spec";
import { numbersIn } from "./numbers-in";

/** Equal payments: what one unit grows to, and what one unit paid every period does. */
interface Growth {
  readonly one: number;
  readonly payments: number;
}

/** Payments at the start of a period (`atStart`) earn one period more. */
function growthOf(rate: number, periods: number, atStart: boolean): Growth {
  if (rate === 0) return { one: 1, payments: periods };
  const one = (1 + rate) ** periods;
  return { one, payments: ((one - 1) / rate) * (atStart ? 1 + rate : 1) };
}

function growthIn(given: Given): Growth {
  return growthOf(given.number(0), given.number(1), given.number(4) !== 0);
}

/** PMT(rate, periods, present, [future], [at start]) */
function payment(given: Given): Scalar {
  const { one, payments } = growthIn(given);
  if (payments === 0) return failed.number;
  return finite(-(given.number(2) * one + given.number(3)) / payments);
}

/** FV(rate, periods, payment, [present], [at start]) */
function futureValue(given: Given): Scalar {
  const { one, payments } = growthIn(given);
  return finite(-(given.number(3) * one + given.number(2) * payments));
}

/** PV(rate, periods, payment, [future], [at start]) */
function presentValue(given: Given): Scalar {
  const { one, payments } = growthIn(given);
  return finite(-(given.number(3) + given.number(2) * payments) / one);
}

/** NPV(rate, flows …): each flow at the end of its period. */
function netPresentValue([rateArg, ...flows]: readonly Argument[], at: World): Operand {
  const found = [numbersIn([rateArg], at), numbersIn(flows, at)] as const;
  if (!areFine(found)) return failureIn(found);
  const [[rate], amounts] = found;
  return finite(amounts.reduce((sum, amount, i) => sum + amount / (1 + rate) ** (i + 1), 0));
}

/** Compound interest in equal payments, and plain depreciation. */
export const finance: FunctionTable = {
  FV: plain("nnnnn", 3, futureValue),
  NPV: whole(2, endless, netPresentValue),
  PMT: plain("nnnnn", 3, payment),
  PV: plain("nnnnn", 3, presentValue),
  SLN: plain("nnn", 3, (given) => {
    const life = given.number(2);
    return life === 0 ? failed.division : finite((given.number(0) - given.number(1)) / life);
  }),
};
