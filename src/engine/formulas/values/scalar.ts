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

/** True when no error is among the results. */
export function areFine<Results extends readonly unknown[]>(
  results: Results,
): results is Results & { readonly [Place in keyof Results]: Exclude<Results[Place], CellError> } {
  return !results.some(isFailure);
}

/** The first error among results of which one is an error. */
export function failureIn(results: readonly unknown[]): CellError {
  return results.find(isFailure) ?? failed.value;
}

/** True for an error, among results of any kind. */
export function isFailure(result: unknown): result is CellError {
  return typeof result === "object" && result !== null && "error" in result;
}
