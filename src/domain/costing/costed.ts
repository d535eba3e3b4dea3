import type { Day } from "../kernel/day";
import type { CheckpointsOf } from "./checkpoints";
import type { PassedOn } from "./moves";
import type { MonthSpans } from "./month-spans";
import type { ShortCosts } from "./shortage-costs";
import type { Stock } from "./stock";
import type { Taken } from "./returned";

/** What earlier passes found out. */
export interface Foreknown {
  readonly shortCosts: ShortCosts;
  /** Null where no pool is averaged by the month. */
  readonly spans: MonthSpans | null;
  /** By span: what came in with a cost of its own. */
  readonly arrived: ArrayLike<number>;
  /**
   * Signed values that what leaves an averaged pool for others keeps, by move, where a circle does not
   * settle; else null.
   */
  readonly frozen: Float64Array | null;
}

/**
 * A change of value that cannot be: the move, what it would change by, and what is there that it is about.
 */
export interface RefusedChange {
  readonly move: number;
  readonly more: number;
  readonly qty: number;
  readonly value: number;
}

/** What passed from one pool to another at a change of method, and what it was worth. */
export interface Carried extends PassedOn {
  /** The first move behind it, the number of all where none is; and the day it holds from. */
  readonly before: number;
  readonly day: Day;
  readonly value: number;
}

/** What the moves came to. */
export interface Costed {
  /** Signed quantity of every move: + in, − out; of a count the difference. */
  readonly qty: Float64Array;
  /** Signed value of every move, restated by all that came later. */
  readonly value: Float64Array;
  /** By move: what it cost beyond what it brought into stock, at standard cost; null = no pool has one. */
  readonly variance: Float64Array | null;
  /** Moves that came in without a cost while none was known. */
  readonly withoutCost: readonly number[];
  /** Changes of value that cannot be: nothing is there, or it would be worth less than nothing. */
  readonly refused: readonly RefusedChange[];
  /**
   * What could only be known later, by its move: what the uncovered part of a short issue cost in the end; of
   * the first goods that a job made, what the whole job cost.
   */
  readonly shortCosts: ShortCosts;
  /** What the pass that costed them knew beforehand. */
  readonly known: Foreknown;
  /** What changes of method passed on, in the order of the moves. */
  readonly carried: readonly Carried[];
  readonly stock: Stock;
  /** By pool: what covering has cost more than what stands, where no move has come yet to book it. */
  readonly waiting: ReadonlyMap<number, number>;
  readonly taken: Taken;
  /** How pools stood at month ends; null = not noted down. */
  readonly checkpoints: CheckpointsOf | null;
  /** How many moves were costed to find this out; the others came out as they had before. */
  readonly steps: number;
}
