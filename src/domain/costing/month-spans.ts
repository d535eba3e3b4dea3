import { stretchCounter } from "./month-counter";
import {
  CHANGES_VALUE,
  COUNT_GAIN,
  ISSUE,
  MADE,
  type Moves,
  type PoolChange,
  type Pools,
  RECEIVE,
  RECEIVE_AT_COST,
  RETURN_IN,
  RETURN_OUT,
  TRANSFER_IN,
  TRANSFER_OUT,
  UNDO_IN,
  UNDO_OUT,
  VARIANCE,
} from "./moves";

/** Changes nothing in the average. */
export const ASIDE = 0;
/** Comes in with a cost of its own: makes the average. */
export const ARRIVES = 1;
/** Takes part of what came in back out of the average, at its own cost. */
export const GOES_BACK = 2;
/** Comes in at the average. */
export const COMES_AT_AVERAGE = 3;
/** Goes out at the average. */
export const LEAVES = 4;

/**
 * The spans over which averaged pools have one cost: a month, or the part of one up to a change of value.
 * What is known of them from the quantities alone, by span; quantities in 10⁻⁶, money in smallest units.
 */
export interface MonthSpans {
  readonly count: number;
  /** By move: its span, −1 = its pool is not averaged by the month; and what it does in it. */
  readonly spanOf: Int32Array;
  readonly role: Uint8Array;
  /** What comes in with a cost of its own, less what of it goes back. */
  readonly qty: readonly number[];
  /** What is known of the cost of that before anything is costed. */
  readonly value: readonly number[];
  /**
   * The move that bears the remainder of rounding: the last that leaves, else the last that comes at average.
   */
  readonly bearer: readonly number[];
  /** Issues dated before this day keep what they were booked at where it covers them; −∞ = none do. */
  readonly apart: readonly number[];
  /** Quantities of the moves behind the bearer that come at average. */
  readonly later: readonly (readonly number[])[];
}

/** The spans of the pools that are averaged by the month; null where there are none. Source: DOMAIN §5.3. */
export function monthSpans(moves: Moves, pools: Pools): MonthSpans | null {
  if (!pools.method.includes("monthly-average")) return null;
  const finder = new SpanFinder(moves, pools);
  const { changes, breaks = [] } = pools;
  let [change, ended] = [0, 0];
  for (let move = 0; move < moves.count; move++) {
    while (change < changes.length && changes[change].before <= move) finder.passOn(changes[change++]);
    while (ended < breaks.length && breaks[ended].before <= move) finder.end(breaks[ended++].pool);
    finder.look(move, moves.pool[move]);
  }
  while (change < changes.length) finder.passOn(changes[change++]);
  return finder;
}

class SpanFinder implements MonthSpans {
  readonly spanOf: Int32Array;
  readonly role: Uint8Array;
  readonly qty: number[] = [];
  readonly value: number[] = [];
  readonly bearer: number[] = [];
  readonly apart: number[] = [];
  readonly later: number[][] = [];
  private readonly month: number[] = [];
  private readonly isAveraged: readonly boolean[];
  /** By pool: its span, −1 = the next move begins one; what is there; what has made the average so far. */
  private readonly current: Int32Array;
  private readonly there: Float64Array;
  private readonly made: Float64Array;
  private readonly stretchOf: (day: number) => number;

  constructor(
    private readonly moves: Moves,
    pools: Pools,
  ) {
    this.stretchOf = stretchCounter(pools.closedEnds);
    this.spanOf = new Int32Array(moves.count).fill(-1);
    this.role = new Uint8Array(moves.count);
    this.isAveraged = pools.method.map((code) => code === "monthly-average");
    this.current = new Int32Array(pools.count).fill(-1);
    this.there = new Float64Array(pools.count);
    this.made = new Float64Array(pools.count);
  }

  get count(): number {
    return this.qty.length;
  }

  look(move: number, pool: number): void {
    if (!this.isAveraged[pool]) return;
    const month = this.stretchOf(this.moves.day[move]);
    let span = this.current[pool];
    if (span === -1 || this.month[span] !== month) span = this.open(pool, month);
    this.spanOf[move] = span;
    const role = this.roleOf(move, pool);
    this.role[move] = role;
    this.tally(move, pool, span, role);
    if (CHANGES_VALUE[this.moves.kind[move]] === 1) this.current[pool] = -1;
  }

  /** The next move of a pool begins a span. */
  end(pool: number): void {
    this.current[pool] = -1;
  }

  /** At a change of method all that is there passes into other pools. */
  passOn({ parts }: PoolChange): void {
    for (const { from, to, qty } of parts) {
      this.current[from] = -1;
      this.there[from] -= qty;
      this.there[to] += qty;
    }
  }

  private open(pool: number, month: number): number {
    const span = this.qty.push(0) - 1;
    this.value.push(0);
    this.bearer.push(-1);
    this.apart.push(-Infinity);
    this.later.push([]);
    this.month.push(month);
    this.current[pool] = span;
    this.made[pool] = Math.max(0, this.there[pool]);
    return span;
  }

  private roleOf(move: number, pool: number): number {
    const { kind, value, qty, origin } = this.moves;
    const what = kind[move];
    if (what === RECEIVE || what === TRANSFER_IN || what === MADE) return ARRIVES;
    if (what === COUNT_GAIN) return Number.isNaN(value[move]) ? COMES_AT_AVERAGE : ARRIVES;
    if (what === RETURN_IN || what === RECEIVE_AT_COST) return COMES_AT_AVERAGE;
    if (what === ISSUE || what === TRANSFER_OUT) return LEAVES;
    const from = origin?.[move] ?? -1;
    if (what === UNDO_OUT) return this.wasInSpan(from, move, LEAVES) ? COMES_AT_AVERAGE : ARRIVES;
    if (what !== RETURN_OUT && what !== UNDO_IN) return ASIDE;
    if (what === UNDO_IN && this.wasInSpan(from, move, COMES_AT_AVERAGE)) return LEAVES;
    const isThere = qty[move] <= Math.min(this.there[pool], this.made[pool]);
    return from !== -1 && from < move && isThere ? GOES_BACK : LEAVES;
  }

  /** Whether a move came or left by the average that holds for another: undone, it changes nothing. */
  private wasInSpan(move: number, other: number, role: number): boolean {
    return this.spanOf[move] === this.spanOf[other] && this.role[move] === role;
  }

  private tally(move: number, pool: number, span: number, role: number): void {
    const qty = this.moves.qty[move];
    if (this.moves.kind[move] === VARIANCE)
      this.apart[span] = Math.max(this.apart[span], this.moves.value[move]);
    if (role === ASIDE) return;
    const sign = role === ARRIVES || role === COMES_AT_AVERAGE ? 1 : -1;
    this.there[pool] += sign * qty;
    if (role === ARRIVES || role === GOES_BACK) {
      this.qty[span] += sign * qty;
      this.made[pool] += sign * qty;
      const value = this.moves.value[move];
      if (role === ARRIVES && !Number.isNaN(value)) this.value[span] += value;
    } else if (role === LEAVES) {
      this.bearer[span] = move;
      this.later[span] = [];
    } else {
      const bearer = this.bearer[span];
      if (bearer === -1 || this.role[bearer] === COMES_AT_AVERAGE) this.bearer[span] = move;
      else this.later[span].push(qty);
    }
  }
}
