import type { Cell, CellError } from "../../cell";

/** One value of a formula: what a cell can hold; null is blank. */
export type Scalar = Cell;

/** The errors that formulas come to, as Excel spells them. */
export const failed = {
  blocked: { error: "#SPILL!" },
  calculation: { error: "#CALC!" },
  division: { error: "#DIV/0!" },
  missing: { error: "#N/A" },
  name: { error: "#NAME?" },
  none: { error: "#NULL!" },
  number: { error: "#NUM!" },
  reference: { error: "#REF!" },
  value: { error: "#VALUE!" },
} as const satisfies Readonly<Record<string, CellError>>;

/** The number itself, or `#NUM!` where it is none or infinite. A negative zero is zero. */
export function finite(number: number): Scalar {
  return Number.isFinite(number) ? number + 0 : failed.number;
}

/** True for an error, among results of any kind. */
export function isFailure<Result>(result: Result | CellError): result is CellError {
  return typeof result === "object" && result !== null && "error" in result;
}
