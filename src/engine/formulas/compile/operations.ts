import { isCellError } from "../../cell";
import { each, pairwise } from "../values/broadcast";
import { numberOf } from "../values/convert";
import { arithmetic, calculated, compared, comparisons, joined } from "../values/operators";
import type { Scalar } from "../values/scalar";
import type { Evaluate } from "./program";

/** An operator between two values; null for one that works on cells. */
export function binaryOf(operator: string, left: Evaluate, right: Evaluate): Evaluate | null {
  if (operator === "&") return ofAnyTwo(left, right, joined);
  if (operator in arithmetic) return ofNumbers(arithmetic[operator], left, right);
  return operator in comparisons ? ofAnyTwo(left, right, compared(comparisons[operator])) : null;
}

function ofAnyTwo(left: Evaluate, right: Evaluate, apply: (a: Scalar, b: Scalar) => Scalar): Evaluate {
  return (at) => pairwise(left(at), right(at), apply);
}

/** Two numbers, as they mostly are, go straight to the operator. */
function ofNumbers(apply: (a: number, b: number) => Scalar, left: Evaluate, right: Evaluate): Evaluate {
  const [plain, old] = [calculated(apply, false), calculated(apply, true)];
  return (at) => {
    const a = left(at);
    const b = right(at);
    if (typeof a === "number" && typeof b === "number") return apply(a, b);
    return pairwise(a, b, at.date1904 ? old : plain);
  };
}

/** A sign before a value, or the percent sign behind it; null for one that works on cells. */
export function unaryOf(operator: string, inner: Evaluate): Evaluate | null {
  if (operator === "+") return inner;
  if (operator === "-") return ofNumber(inner, (number) => 0 - number);
  return operator === "%" ? ofNumber(inner, (number) => number / 100) : null;
}

function ofNumber(inner: Evaluate, apply: (number: number) => number): Evaluate {
  return (at) =>
    each(inner(at), (value) => {
      const number = numberOf(value, at.date1904);
      return isCellError(number) ? number : apply(number);
    });
}
