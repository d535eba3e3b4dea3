/**
 * One figure that an action changes; `old` is null where there was none. Of a whole month, `period` names it,
 * and number and rowId are "".
 */
export interface Change {
  readonly number: string;
  readonly rowId: string;
  readonly column: "cost" | "open" | "profit" | "closingStock";
  readonly old: number | null;
  readonly new: number | null;
  /** As 2026-01. */
  readonly period?: string;
}
