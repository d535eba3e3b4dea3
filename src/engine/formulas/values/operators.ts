import { isCellError } from "../../cell";
import { orderOf, orderOfNumbers, orderOfTexts } from "./compare";
import { numberOf, textOf } from "./convert";
import { failed, finite } from "./scalar";
import type { Scalar } from "./scalar";

/** A sum that is so much smaller than what was added up is 0, as only the noise of rounding is left. */
const noise = 2 ** -48;

function added(a: number, b: number): Scalar {
  const sum = a + b;
  if (sum !== 0 && Math.abs(sum) < Math.abs(a) * noise) return 0;
  return finite(sum);
}

function raised(a: number, b: number): Scalar {
  if (a === 0 && b === 0) return failed.number;
  if (a === 0 && b < 0) return failed.division;
  return finite(a ** b);
}

/** What an operator does to two numbers. */
export const arithmetic: Readonly<Record<string, (a: number, b: number) => Scalar>> = {
  "+": added,
  "-": (a, b) => added(a, -b),
  "*": (a, b) => finite(a * b),
  "/": (a, b) => (b === 0 ? failed.division : finite(a / b)),
  "^": raised,
};

/** What an order of two values says for each comparison. */
export const comparisons: Readonly<Record<string, (order: number) => boolean>> = {
  "=": (order) => order === 0,
  "<>": (order) => order !== 0,
  "<": (order) => order < 0,
  ">": (order) => order > 0,
  "<=": (order) => order <= 0,
  ">=": (order) => order >= 0,
};

/** The operator over any two values, turned into numbers first. */
export function calculated(apply: (a: number, b: number) => Scalar, date1904: boolean) {
  return (a: Scalar, b: Scalar): Scalar => {
    const left = numberOf(a, date1904);
    if (isCellError(left)) return left;
    const right = numberOf(b, date1904);
    return isCellError(right) ? right : apply(left, right);
  };
}

/** The comparison of any two values. */
export function compared(says: (order: number) => boolean) {
  return (a: Scalar, b: Scalar): Scalar => {
    if (typeof a === "number" && typeof b === "number") return says(orderOfNumbers(a, b));
    if (typeof a === "string" && typeof b === "string") return says(orderOfTexts(a, b));
    const order = orderOf(a, b);
    return isCellError(order) ? order : says(order);
  };
}

/** Both values as one text. */
export function joined(a: Scalar, b: Scalar): Scalar {
  const left = textOf(a);
  if (isCellError(left)) return left;
  const right = textOf(b);
  return isCellError(right) ? right : left + right;
}
