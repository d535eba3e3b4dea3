/** Those that are quantities; all others are money. */
const QUANTITIES = ["book", "difference", "executed"] as const;

/**
 * What the figures of a diff are of: a line's cost, what it moved between warehouses came to there, a debt's
 * rest; of a count what was there and what it differs by, of goods what became of them; of a month, its
 * profit and closing stock; of an account, its balance.
 */
const FIGURES = ["cost", "moved", "open", ...QUANTITIES, "profit", "closingStock", "balance"] as const;

/**
 * One figure that an action changes; `old` is null where there was none. Of a whole month, `period` names it,
 * of an account `account`; then number and rowId are "".
 */
export interface Change {
  readonly number: string;
  readonly rowId: string;
  readonly column: (typeof FIGURES)[number];
  readonly old: number | null;
  readonly new: number | null;
  /** As 2026-01. */
  readonly period?: string;
  /** Its code. */
  readonly account?: string;
}

/** Whether a figure is a quantity, and not money. */
export function isQuantity(column: Change["column"]): boolean {
  return QUANTITIES.some((quantity) => quantity === column);
}

/** Whether a change is of a figure, and not of a cell that somebody sets. */
export function isFigureChange(change: { readonly column: string }): change is Change {
  return FIGURES.some((figure) => figure === change.column);
}
