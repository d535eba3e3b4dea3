import type { CostingCode } from "../book/settings";
import type { Day } from "../kernel/day";

/** What a move does. */
export const RECEIVE = 0;
/** Comes in at what the pool holds now, else at the last known cost. */
export const RECEIVE_AT_COST = 1;
/** Goes out at what the method says. */
export const ISSUE = 2;
/** Comes back from a customer at what it left with; `origin` = the move it left by. */
export const RETURN_IN = 3;
/**
 * Goes back to a supplier at what it came in at; `origin` = the move it came by, `value` = what all of that
 * cost more by now than it came in at, since that came too late to restate it; NaN = nothing.
 */
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
 * Is made of what other moves took out: comes in at its share of what they cost, or at `value` where typed.
 */
export const MADE = 11;
/**
 * What is there stays, and is worth so much more: `value`; `origin` = the move whose goods alone are meant.
 */
export const REVALUE = 12;
/** What is there stays, each layer, and gets a unit cost: `value` in 10⁻⁶ of the currency for each `qty`. */
export const REVALUE_TO = 13;
/**
 * Stands behind a move that covers shortages, where these are not restated: issues dated before `value` keep
 * what they were booked at, and this move is the difference.
 */
export const VARIANCE = 14;

/** Comes back as if it had never gone out: at what `origin` took. */
export const UNDO_OUT = 15;
/** Goes out as if it had never come in: at what `origin` brought. */
export const UNDO_IN = 16;
/** What is there is worth so much less again as `origin` made it worth more. */
export const UNDO_VALUE = 17;
/**
 * Stands behind goods that arrive from elsewhere: all there becomes worth its standard cost, what it was
 * worth otherwise is a variance. Nothing in a pool without a standard.
 */
export const TO_STANDARD = 18;
/**
 * A re-pricing of which is known what it came to: all there is becomes one lot, worth so much more: `value`.
 */
export const REPRICE_BY = 19;

/** What was made of others. */
export interface MadePart {
  readonly move: number;
  /** In the cost of all that went in; goods with a cost of their own weigh nothing. */
  readonly weight: number;
  /** What came too late for what went in, and is of these goods: so much more, or less. */
  readonly late: number;
  /** What they came in at when their period was closed, and keep; NaN = what went in says so. */
  readonly told: number;
}

/**
 * Goods made of others: what the moves of one assembly, or of one production job, have to do with each other.
 */
export interface Conversion {
  /** Moves that took out what went in. */
  readonly sources: readonly number[];
  /** Labour and overhead. */
  readonly extra: number;
  readonly parts: readonly MadePart[];
  /** The weight of goods that were made of it too, and keep the cost that they came in at. */
  readonly apart: number;
}

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
   * Of a receipt what it came in at; of a gain or goods made what they are worth, where typed; of a change of
   * value by how much; of a re-pricing the price; of a variance a day; of goods that go back what came too
   * late to be part of what they came in at; else NaN.
   */
  readonly value: Float64Array;
  /**
   * The move a return goes back to or that is undone, the arrival that goods leave by again, the receipt
   * whose goods are given another value; -1 = none. Null = no move has one.
   */
  readonly origin: Int32Array | null;
  readonly day: Int32Array;
  readonly conversions: readonly Conversion[];
}

/** What a bin holds when its item begins to be costed otherwise: it passes from one pool to another. */
export interface PassedOn {
  readonly bin: number;
  readonly from: number;
  readonly to: number;
  readonly qty: number;
}

/** A change of method: all that an item has passes into other pools, each as one layer. */
export interface PoolChange {
  /** The first move behind it; the number of all where none is. */
  readonly before: number;
  readonly day: Day;
  readonly parts: readonly PassedOn[];
  /**
   * Goods of one place may cover what another lacks: issues dated before this day keep what they were booked
   * at, the difference waits for the next move; −∞ = all are restated.
   */
  readonly restates: number;
}

/** A fallback that held up to a day (included), behind the day before. */
export interface FallbackUntil {
  readonly until: Day;
  readonly price: number;
}

/** The fallback of a pool on a day. */
export function fallbackOn({ fallback, fallbackBefore }: Pools, pool: number, day: Day): number {
  const before = fallbackBefore?.get(pool)?.find(({ until }) => day <= until);
  return before?.price ?? fallback[pool];
}

/** The pools that the moves name by number. */
export interface Pools {
  readonly count: number;
  readonly method: readonly CostingCode[];
  /** Cost of a unit in 10⁻⁶ where no other is known (参考进价); NaN = none. */
  readonly fallback: Float64Array;
  /** By pool: what it was up to days, the earliest first, where it was another; left out = nowhere. */
  readonly fallbackBefore?: ReadonlyMap<number, readonly FallbackUntil[]>;
  /** Standard cost of a unit in 10⁻⁶ of pools costed by it; NaN = none. Null = no pool is. */
  readonly standard: Float64Array | null;
  /** In the order of the moves. */
  readonly changes: readonly PoolChange[];
  /** Last days of closed periods, ascending: what is averaged by the month begins anew behind each. */
  readonly closedEnds: readonly Day[];
  /**
   * Where what is there will be given another value by moves that are still to be found out: what is averaged
   * by the month begins anew there. In the order of the moves; none when absent.
   */
  readonly breaks?: readonly StretchBreak[];
}

/** Before a move (the number of all: behind the last), a pool's average begins anew. */
export interface StretchBreak {
  readonly before: number;
  readonly pool: number;
}

/** How many kinds there are. */
export const KINDS = REPRICE_BY + 1;

const COMES_IN = [RECEIVE, RECEIVE_AT_COST, RETURN_IN, UNDO_OUT, TRANSFER_IN, COUNT_GAIN, MADE, NEUTRAL_IN];

/** By kind: whether a move adds to the quantity of its bin (1), takes from it (−1), or neither (0). */
export const BIN_SIGNS: Int8Array = Int8Array.from({ length: KINDS }, (_, kind) => {
  if (COMES_IN.includes(kind)) return 1;
  return [ISSUE, RETURN_OUT, UNDO_IN, TRANSFER_OUT, NEUTRAL_OUT].includes(kind) ? -1 : 0;
});

/** Whether goods come back that had gone by another move. */
export function comesBack(kind: number): boolean {
  return kind === RETURN_IN || kind === UNDO_OUT;
}

/** By kind: 1 for moves that give what is there another value and leave its quantity. */
export const CHANGES_VALUE = Uint8Array.from({ length: KINDS }, (_, kind) =>
  Number([REPRICE, REVALUE, REVALUE_TO, UNDO_VALUE, TO_STANDARD, REPRICE_BY].includes(kind)),
);

/** The choices that costing leaves to the book, and that may have been others in closed periods. */
export interface PassPolicy {
  readonly shortageCost: "last" | "zero";
  readonly countGainCost: "current" | "typed" | "oldest";
  /** From which day goods are as old as they are, once they were carried to another place. */
  readonly transferDate: "original" | "transfer";
}

/** Choices that held up to a day (included), behind the day before. */
export interface PolicyUntil extends PassPolicy {
  readonly until: Day;
}

/** The choices of now, and what they were up to days, the earliest first; left out = they never changed. */
export interface CostingPolicy extends PassPolicy {
  readonly moneyDecimals: number;
  readonly earlier?: readonly PolicyUntil[];
}

/** The choices that hold on a day. */
export function policyOn(policy: CostingPolicy, day: Day): PassPolicy {
  return policy.earlier?.find(({ until }) => day <= until) ?? policy;
}
