import { isCellError } from "../../cell";
import { orderOfNumbers, orderOfTexts } from "../values/compare";
import { comparisons } from "../values/operators";
import type { Scalar } from "../values/scalar";
import type { ValueKey } from "./value-key";
import { exactKey, numberInText } from "./value-key";
import { wildcard } from "./wildcard";

/** What SUMIFS and its like look for. */
export interface Criterion {
  /** Two criteria of one name choose the same values. */
  readonly name: string;
  /**
   * The one value that is looked for, for a number also the texts that read as it; undefined where `holds`
   * must be asked of each.
   */
  readonly key: ValueKey | undefined;
  readonly holds: (key: ValueKey) => boolean;
}

/**
 * Reads a criterion: a value, a text with wildcards, or a comparison such as `>=5`, `<>`, `=abc*`. A blank
 * cell as criterion is 0.
 */
export function criterionOf(value: Scalar): Criterion {
  if (isCellError(value)) return only(exactKey(value));
  if (value === null) return only(0);
  return typeof value === "string" ? criterionInText(value) : only(value);
}

function only(key: ValueKey): Criterion {
  const isNumber = typeof key === "number";
  const holds = (other: ValueKey): boolean =>
    other === key || (isNumber && typeof other === "string" && numberInText(other) === key);
  return { name: `=${typeof key}${String(key)}`, key, holds };
}

function criterionInText(text: string): Criterion {
  const operator = operatorOf(text);
  const wanted = text.slice(operator.length);
  if (text === "") return blankOrEmpty;
  if (operator === "" || operator === "=") return equal(wanted, operator);
  if (operator === "<>") return unequal(wanted);
  return ordered(operator, wanted);
}

function operatorOf(text: string): string {
  const first = text.charAt(0);
  if (first !== "<" && first !== ">" && first !== "=") return "";
  const two = text.slice(0, 2);
  return two in comparisons ? two : first;
}

/** An empty text as criterion: blank cells, and formulas that show nothing. */
const blankOrEmpty: Criterion = {
  name: "blank",
  key: undefined,
  holds: (key) => key === null || key === "",
};

function equal(wanted: string, operator: string): Criterion {
  if (wanted === "") return operator === "=" ? only(null) : blankOrEmpty;
  const value = valueOf(wanted);
  if (typeof value !== "string") return only(value);
  const pattern = wildcard(wanted);
  if (pattern === null) return only(value);
  return {
    name: `~${value}`,
    key: undefined,
    holds: (key) => typeof key === "string" && !key.startsWith("\u0000") && pattern.test(key),
  };
}

function unequal(wanted: string): Criterion {
  const { name, holds } = equal(wanted, "=");
  return { name: `<>${name}`, key: undefined, holds: (key) => !holds(key) };
}

/** Only values of the kind that stands behind the operator are compared: numbers, or texts. */
function ordered(operator: string, wanted: string): Criterion {
  const says = comparisons[operator];
  const limit = valueOf(wanted);
  return { name: text(operator, limit), key: undefined, holds: (key) => isOrdered(key, limit, says) };
}

function text(operator: string, limit: ValueKey): string {
  return `${operator}${typeof limit}${String(limit)}`;
}

function isOrdered(key: ValueKey, limit: ValueKey, says: (order: number) => boolean): boolean {
  if (typeof key === "number" && typeof limit === "number") return says(orderOfNumbers(key, limit));
  if (typeof key === "boolean" && typeof limit === "boolean") return says(Number(key) - Number(limit));
  if (typeof key !== "string" || typeof limit !== "string" || key.startsWith("\u0000")) return false;
  return says(orderOfTexts(key, limit));
}

function valueOf(text: string): number | string | boolean {
  const small = text.toLowerCase();
  if (small === "true" || small === "false") return small === "true";
  return /^#[a-z/0!?]+$/.test(small) ? `\u0000${text.toUpperCase()}` : (numberInText(text) ?? small);
}
