/**
 * What the figures of a diff are of: a line's cost, a debt's rest; of a month, its profit and closing stock;
 * of an account, its balance.
 */
const FIGURES = ["cost", "open", "profit", "closingStock", "balance"] as const;

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

/** Whether a change is of a figure, and not of a cell that somebody sets. */
export function isFigureChange(change: { readonly column: string }): change is Change {
  return FIGURES.some((figure) => figure === change.column);
}
