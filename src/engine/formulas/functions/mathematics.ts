import { failed, finite } from "../values/scalar";
import type { Scalar } from "../values/scalar";
import { plain, whole, endless } from "./function-spec";
import type { FunctionTable } from "./function-spec";
import { eachNumber } from "./numbers-in";
import { rounded, roundedDown, roundedUp } from "./rounding";
import { arithmetic } from "../values/operators";

const ofOne = (apply: (number: number) => number) => plain("n", 1, (given) => finite(apply(given.number(0))));

/** The remainder has the sign of the divisor. */
function modulo(number: number, divisor: number): Scalar {
  if (divisor === 0) return failed.division;
  const rest = number % divisor;
  return rest !== 0 && rest < 0 !== divisor < 0 ? rest + divisor : rest + 0;
}

/** To the nearest multiple; halves away from zero. */
function toMultiple(number: number, multiple: number): Scalar {
  if (number === 0 || multiple === 0) return 0;
  if (number < 0 !== multiple < 0) return failed.number;
  const times = Number((number / multiple).toPrecision(15));
  return finite(Number((Math.floor(times + 0.5) * multiple).toPrecision(15)));
}

function ceiling(number: number, multiple: number): Scalar {
  if (multiple === 0) return 0;
  if (number > 0 && multiple < 0) return failed.number;
  return finite(Number((Math.ceil(Number((number / multiple).toPrecision(15))) * multiple).toPrecision(15)));
}

function floor(number: number, multiple: number): Scalar {
  if (number === 0) return 0;
  if (multiple === 0) return failed.division;
  if (number > 0 && multiple < 0) return failed.number;
  return finite(Number((Math.floor(Number((number / multiple).toPrecision(15))) * multiple).toPrecision(15)));
}

/** How many ways there are to choose so many out of so many. */
function combinations(count: number, chosen: number): Scalar {
  if (chosen < 0 || count < chosen) return failed.number;
  let ways = 1;
  for (let i = 1; i <= chosen; i++) ways = (ways * (count - chosen + i)) / i;
  return finite(Math.round(ways));
}

function factorial(number: number): Scalar {
  if (number < 0) return failed.number;
  let product = 1;
  for (let i = 2; i <= Math.min(number, 171); i++) product *= i;
  return finite(product);
}

/** Sums, roundings and powers. */
export const mathematics: FunctionTable = {
  ABS: ofOne(Math.abs),
  CEILING: plain("nn", 2, (given) => ceiling(given.number(0), given.number(1))),
  COMBIN: plain("nn", 2, (given) => combinations(Math.trunc(given.number(0)), Math.trunc(given.number(1)))),
  EXP: ofOne(Math.exp),
  FACT: plain("n", 1, (given) => factorial(Math.trunc(given.number(0)))),
  FLOOR: plain("nn", 2, (given) => floor(given.number(0), given.number(1))),
  INT: ofOne((number) => Math.floor(number)),
  LN: plain("n", 1, (given) => (given.number(0) > 0 ? finite(Math.log(given.number(0))) : failed.number)),
  LOG10: plain("n", 1, (given) =>
    given.number(0) > 0 ? finite(Math.log10(given.number(0))) : failed.number,
  ),
  MOD: plain("nn", 2, (given) => modulo(given.number(0), given.number(1))),
  MROUND: plain("nn", 2, (given) => toMultiple(given.number(0), given.number(1))),
  PI: plain("", 0, () => Math.PI),
  POWER: plain("nn", 2, (given) => arithmetic["^"](given.number(0), given.number(1))),
  PRODUCT: whole(1, endless, (args, at) => {
    let product = 1;
    let count = 0;
    const error = eachNumber(args, at, (number) => {
      product *= number;
      count++;
    });
    return error ?? (count === 0 ? 0 : finite(product));
  }),
  ROUND: plain("nn", 2, (given) => finite(rounded(given.number(0), given.number(1)))),
  ROUNDDOWN: plain("nn", 2, (given) => finite(roundedDown(given.number(0), given.number(1)))),
  ROUNDUP: plain("nn", 2, (given) => finite(roundedUp(given.number(0), given.number(1)))),
  SIGN: ofOne(Math.sign),
  SQRT: plain("n", 1, (given) => (given.number(0) < 0 ? failed.number : Math.sqrt(given.number(0)))),
  SUM: whole(1, endless, (args, at) => {
    let sum = 0;
    return eachNumber(args, at, (number) => (sum += number)) ?? finite(sum);
  }),
  TRUNC: plain("nn", 1, (given) => finite(roundedDown(given.number(0), given.number(1)))),
};
