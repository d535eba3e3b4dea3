import type { Cell } from "../cell";
import type { Comparison, Criterion } from "./filter";

/** A cell as a filter sees it: what it holds, and what it shows. */
export interface SeenCell {
  readonly value: Cell;
  readonly text: string;
}

/** True when the criterion lets the cell through; null where only Excel can tell. */
export function matches(cell: SeenCell, criterion: Criterion): boolean | null {
  if (criterion.kind === "foreign") return null;
  if (criterion.kind === "values") return matchesValues(cell, criterion);
  const holds = (comparison: Comparison): boolean => compares(cell, comparison);
  return criterion.all ? criterion.comparisons.every(holds) : criterion.comparisons.some(holds);
}

function matchesValues(
  { text }: SeenCell,
  { values, blanks }: Extract<Criterion, { readonly kind: "values" }>,
): boolean {
  if (text.trim() === "") return blanks;
  const wanted = text.toLowerCase();
  return values.some((value) => value.toLowerCase() === wanted);
}

function compares(cell: SeenCell, comparison: Comparison): boolean {
  const { operator, value } = comparison;
  const isNot = operator === "<>";
  if (value.trim() === "") return (cell.text.trim() === "") !== isNot;
  if (isNot || operator === "=") return isLike(cell, value) !== isNot;
  const number = Number(value);
  return Number.isFinite(number) && typeof cell.value === "number"
    ? ordered(cell.value - number, operator)
    : comparesText(cell, comparison);
}

function isLike({ value: held, text }: SeenCell, value: string): boolean {
  return (typeof held === "number" && held === Number(value)) || likeness(value).test(text);
}

function comparesText({ value: held }: SeenCell, { operator, value }: Comparison): boolean {
  if (typeof held !== "string" || Number.isFinite(Number(value))) return false;
  const [a, b] = [held.toLowerCase(), value.toLowerCase()];
  return ordered(a < b ? -1 : Number(a > b), operator);
}

function ordered(difference: number, operator: Comparison["operator"]): boolean {
  if (operator === ">") return difference > 0;
  if (operator === ">=") return difference >= 0;
  return operator === "<" ? difference < 0 : difference <= 0;
}

/** A text with the wildcards `*` and `?`, and `~` before a sign that stands for itself; in any case. */
function likeness(pattern: string): RegExp {
  const source = pattern.replace(/~([*?~])|[*?]|[.+^${}()|[\]\\]/g, (sign, plain: string | undefined) => {
    if (plain !== undefined) return `\\${plain}`;
    if (sign === "*") return "[\\s\\S]*";
    return sign === "?" ? "[\\s\\S]" : `\\${sign}`;
  });
  return new RegExp(`^${source}$`, "i");
}
