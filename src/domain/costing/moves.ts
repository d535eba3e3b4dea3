import type { CostingCode } from "../book/settings";

/** What a move does. */
export const RECEIVE = 0;
/** Comes in at what the pool holds now, else at the last known cost. */
export const RECEIVE_AT_COST = 1;
/** Goes out at what the method says. */
export const ISSUE = 2;
/** Comes back from a customer at what it left with; `origin` = the move it left by. */
export const RETURN_IN = 3;
/** Goes back to a supplier at what it came in at; `origin` = the move it came by. */
export const RETURN_OUT = 4;
/** Leaves for another pool: the next move is its TRANSFER_IN. */
export const TRANSFER_OUT = 5;
/** Arrives by the TRANSFER_OUT before it. */
export const TRANSFER_IN = 6;
/** More was counted than there was: comes in at `value` where typed, else as the policy says. */
export const COUNT_GAIN = 7;
/** All there is gets a new price: `value` in 10⁻⁶ of the currency for each `qty`. */
export const REPRICE = 8;
/** Leaves a warehouse and stays in its pool: the value shown is today's, nothing changes. */
export const NEUTRAL_OUT = 9;
/** Arrives by the NEUTRAL_OUT before it. */
export const NEUTRAL_IN = 10;

/**
 * The moves of stock in the order in which they count (CONTRACT §2), one number a column. Quantities in 10⁻⁶
 * of the stock unit and ≥ 0, money in smallest units; the kind gives the sign.
 */
export interface Moves {
  readonly count: number;
  readonly kind: Uint8Array;
  readonly pool: Int32Array;
  readonly qty: Float64Array;
  /**
   * Of a receipt what it came in at; of a gain what it is worth, where typed; of a re-pricing the price; else
   * NaN.
   */
  readonly value: Float64Array;
  /** The move a return goes back to, -1 = none. Null = nothing is returned. */
  readonly origin: Int32Array | null;
  readonly day: Int32Array;
}

/** The pools that the moves name by number. */
export interface Pools {
  readonly count: number;
  readonly method: readonly CostingCode[];
  /** Cost of a unit in 10⁻⁶ where no other is known (参考进价); NaN = none. */
  readonly fallback: Float64Array;
  /** Standard cost of a unit in 10⁻⁶ of pools costed by it; NaN = none. Null = no pool is. */
  readonly standard: Float64Array | null;
}

/** The choices that costing leaves to the book. */
export interface CostingPolicy {
  readonly moneyDecimals: number;
  readonly shortageCost: "last" | "zero";
  readonly countGainCost: "current" | "typed" | "oldest";
}
