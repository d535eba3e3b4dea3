import * as fc from "fast-check";
import type { CostingCode } from "../../src/domain/book/settings";
import {
  COUNT_GAIN,
  type CostingPolicy,
  ISSUE,
  MADE,
  type Moves,
  type Pools,
  RECEIVE,
  RECEIVE_AT_COST,
  REPRICE,
  RETURN_IN,
  RETURN_OUT,
  REVALUE,
  REVALUE_TO,
  TO_STANDARD,
  TRANSFER_IN,
  TRANSFER_OUT,
} from "../../src/domain/costing/moves";

/**
 * One move as a test writes it: quantities in units, money in smallest units; a price in units of currency.
 */
export interface WrittenMove {
  readonly kind: number;
  readonly qty: number;
  readonly pool?: number;
  readonly value?: number;
  readonly origin?: number;
  readonly day?: number;
  /** Of goods made: the moves that they are made of, and labour and overhead. */
  readonly from?: readonly number[];
  readonly extra?: number;
}

/** Columns of moves, one unit = 10⁻⁶ · 1,000,000; days count up where none is said. */
export function movesOf(written: readonly WrittenMove[]): Moves {
  const column = (of: (move: WrittenMove, i: number) => number): number[] => written.map(of);
  return {
    count: written.length,
    kind: Uint8Array.from(column(({ kind }) => kind)),
    pool: Int32Array.from(column(({ pool }) => pool ?? 0)),
    qty: Float64Array.from(column(({ qty }) => Math.round(qty * 1e6))),
    value: Float64Array.from(column(({ value }) => value ?? NaN)),
    origin: Int32Array.from(column(({ origin }) => origin ?? -1)),
    conversions: written.flatMap(({ from, extra = 0 }, move) =>
      from === undefined
        ? []
        : [{ sources: from, extra, parts: [{ move, weight: 1, late: 0, told: NaN }], apart: 0 }],
    ),
    day: Int32Array.from(column(({ day }, i) => day ?? 46_000 + i)),
  };
}

/** Pools of one method, without a price to fall back on unless one is given in 10⁻⁶. */
export function poolsOf(method: CostingCode, count = 1, fallback = NaN): Pools {
  return {
    count,
    method: Array.from({ length: count }, () => method),
    fallback: new Float64Array(count).fill(fallback),
    standard: method === "standard" ? new Float64Array(count).fill(fallback) : null,
    changes: [],
    closedEnds: [],
  };
}

/** The policy of a book that says nothing. */
export const plainPolicy: CostingPolicy = {
  moneyDecimals: 2,
  shortageCost: "last",
  countGainCost: "current",
  transferDate: "original",
};

const kinds = [
  ...[RECEIVE, RECEIVE, RECEIVE, ISSUE, ISSUE, ISSUE, RECEIVE_AT_COST, COUNT_GAIN],
  ...[RETURN_IN, RETURN_IN, RETURN_OUT, RETURN_OUT, TRANSFER_OUT, TRANSFER_OUT, REPRICE],
  ...[MADE, MADE, MADE, REVALUE, REVALUE, REVALUE_TO],
];

const step = fc.record({
  kind: fc.constantFrom(...kinds),
  pool: fc.integer({ min: 0, max: 2 }),
  to: fc.integer({ min: 1, max: 2 }),
  qty: fc.oneof(
    fc.integer({ min: 1, max: 20 }),
    fc.integer({ min: 1, max: 9_999 }).map((n) => n / 1000),
  ),
  value: fc.integer({ min: 0, max: 50_000 }),
  all: fc.boolean(),
  back: fc.nat(30),
});
/** One thing that happens to stock, whatever is there by then. */
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** How many pools random moves are about. */
export const POOLS = 3;

/** Something that happens in one of several worlds that have nothing to do with each other. */
export interface WorldStep {
  readonly world: number;
  readonly day: number;
  readonly step: Step;
}

/** How many worlds there are. */
export const WORLDS = 4;

/**
 * Things that happen in several worlds, each of as many pools as random moves are about; most in one pool.
 */
export const worldSteps: fc.Arbitrary<WorldStep> = fc
  .record({
    world: fc.constantFrom(0, 0, ...Array.from({ length: WORLDS }, (_, world) => world)),
    day: fc.integer({ min: 46_000, max: 46_300 }),
    often: fc.boolean(),
    step,
  })
  .map(({ often, ...one }) => (often ? { ...one, step: { ...one.step, pool: 0 } } : one));

class Writer {
  readonly written: WrittenMove[] = [];
  private readonly there = Array.from({ length: POOLS * WORLDS }, () => 0);

  private day: { readonly day?: number } = {};

  constructor(private readonly mayRunShort: boolean) {}

  writeIn({ world, day, step }: WorldStep): void {
    this.day = { day };
    this.write({ ...step, pool: step.pool + world * POOLS });
  }

  write(step: Step): void {
    const { kind } = step;
    if (kind === ISSUE || kind === TRANSFER_OUT) this.takeOut(step);
    else if (kind === RETURN_IN || kind === RETURN_OUT) this.bringBack(step);
    else if (kind === MADE) this.make(step);
    else this.bringIn(step);
  }

  /** Another pool of the same world. */
  private beside({ pool, to }: Step): number {
    const first = pool - (pool % POOLS);
    return first + ((pool - first + to) % POOLS);
  }

  private bringIn(step: Step): void {
    const { kind, pool, value } = step;
    if (kind === REVALUE) this.put({ kind, pool, qty: 0, value: step.all ? value : -value });
    else if (kind === REPRICE || kind === REVALUE_TO) this.put({ kind, pool, qty: 1, value: value * 10_000 });
    else this.put({ kind, pool, qty: step.qty, ...(kind === RECEIVE ? { value } : {}) }, 1);
  }

  private put(move: WrittenMove, sign = 0): void {
    const pool = move.pool ?? 0;
    this.there[pool] = Math.round((this.there[pool] + sign * move.qty) * 1e6) / 1e6;
    this.written.push({ ...move, ...this.day });
  }

  /** Goods that are not there are never transferred: sent in a circle, they would cost what they cost. */
  private possible({ kind, qty, pool, all }: Step): number {
    if (this.mayRunShort && kind !== TRANSFER_OUT) return qty;
    return Math.max(0, all ? this.there[pool] : Math.min(qty, this.there[pool]));
  }

  private takeOut(step: Step): void {
    const { kind, pool } = step;
    const qty = this.possible(step);
    if (qty <= 0) return;
    this.put({ kind, pool, qty }, -1);
    if (kind !== TRANSFER_OUT) return;
    this.put({ kind: TRANSFER_IN, pool: this.beside(step), qty }, 1);
    this.put({ kind: TO_STANDARD, pool: this.beside(step), qty: 0 });
  }

  /** Something there becomes something else, in another pool or the same. */
  private make(step: Step): void {
    const { pool, value } = step;
    const used = this.possible({ ...step, kind: TRANSFER_OUT });
    if (used <= 0) return;
    const source = this.written.length;
    this.put({ kind: ISSUE, pool, qty: used }, -1);
    const made = { kind: MADE, pool: this.beside(step), qty: step.qty, from: [source] };
    this.put(step.back % 3 === 0 ? { ...made, extra: value } : made, 1);
  }

  /** The moves of a kind in the world of a step. */
  private originsOf(kind: number, step: Step): readonly number[] {
    const world = (pool = 0): number => Math.floor(pool / POOLS);
    return this.written.flatMap((one, i) =>
      one.kind === kind && world(one.pool) === world(step.pool) ? [i] : [],
    );
  }

  /**
   * In worlds, what customers bring back may be laid down elsewhere than it came from, and what goes back to
   * suppliers be taken from elsewhere.
   */
  private takenBackIn(step: Step, pool: number): number {
    const isElsewhere = this.day.day !== undefined && step.back % 3 === 0;
    return isElsewhere ? this.beside({ ...step, pool }) : pool;
  }

  private bringBack(step: Step): void {
    const comes = step.kind === RETURN_IN;
    const origins = this.originsOf(comes ? ISSUE : RECEIVE, step);
    if (origins.length === 0) return;
    const origin = origins[step.back % origins.length];
    const pool = this.takenBackIn(step, this.written[origin].pool ?? 0);
    const returned = this.written.reduce((sum, one) => sum + (one.origin === origin ? one.qty : 0), 0);
    const left = Math.round((this.written[origin].qty - returned) * 1e6) / 1e6;
    const most = comes ? left : Math.min(left, this.possible({ ...step, pool, qty: left }));
    const qty = step.all ? most : Math.min(step.qty, most);
    if (qty > 0) this.put({ kind: step.kind, pool, qty, origin }, comes ? 1 : -1);
  }
}

/** Random moves over three pools: never more than is there, unless they may run short. */
export function randomMoves(mayRunShort: boolean): fc.Arbitrary<readonly WrittenMove[]> {
  return fc.array(step, { minLength: 2, maxLength: 40, size: "max" }).map((steps) => {
    const writer = new Writer(mayRunShort);
    for (const one of steps) writer.write(one);
    return writer.written;
  });
}

/** The moves that steps in several worlds make, in the order of their days. */
export function movesInWorlds(steps: readonly WorldStep[], mayRunShort: boolean): readonly WrittenMove[] {
  const writer = new Writer(mayRunShort);
  for (const one of [...steps].sort((a, b) => a.day - b.day)) writer.writeIn(one);
  return writer.written;
}

/** The same moves some days apart, so that they pass through months; what leaves arrives on the same day. */
export function daysApart(written: readonly WrittenMove[], days: number): readonly WrittenMove[] {
  let day = 46_000;
  return written.map((move) => {
    if (move.kind !== TRANSFER_IN) day += days;
    return { ...move, day };
  });
}
