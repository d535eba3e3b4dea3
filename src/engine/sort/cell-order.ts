import { isCellError } from "../cell";
import type { Cell } from "../cell";

/** How texts compare: below 0 where the first comes before the second. */
export type TextOrder = (a: string, b: string) => number;

/** Without regard to case, by the numbers of the letters. */
export function plainTextOrder(a: string, b: string): number {
  const [first, second] = [a.toLowerCase(), b.toLowerCase()];
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

/**
 * Excel's order of cells: numbers, texts, FALSE, TRUE, errors; blanks come last, whichever way it is sorted.
 */
export function compareCells(
  a: Cell,
  b: Cell,
  { descending, texts }: { readonly descending: boolean; readonly texts: TextOrder },
): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const kinds = rank(a) - rank(b);
  const order = kinds === 0 ? compareAlike(a, b, texts) : kinds;
  return descending ? -order : order;
}

function rank(cell: Exclude<Cell, null>): number {
  if (typeof cell === "number") return 0;
  if (typeof cell === "string") return 1;
  return isCellError(cell) ? 3 : 2;
}

function compareAlike(a: Cell, b: Cell, texts: TextOrder): number {
  if (typeof a === "string" && typeof b === "string") return texts(a, b);
  return isCellError(a) || isCellError(b) ? 0 : Number(a) - Number(b);
}
