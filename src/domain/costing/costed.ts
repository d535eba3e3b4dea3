import type { ShortCosts } from "./shortage-costs";
import type { Stock } from "./stock";

/** What the moves came to. */
export interface Costed {
  /** Signed quantity of every move: + in, − out; of a count the difference. */
  readonly qty: Float64Array;
  /** Signed value of every move, restated by all that came later. */
  readonly value: Float64Array;
  /** Moves that came in without a cost while none was known. */
  readonly withoutCost: readonly number[];
  /** What the uncovered part of each short issue cost in the end, by its move. */
  readonly shortCosts: ShortCosts;
  readonly stock: Stock;
}
