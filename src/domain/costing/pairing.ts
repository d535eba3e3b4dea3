import { KINDS, type Moves, NEUTRAL_IN, type Pools, TRANSFER_IN, VARIANCE } from "./moves";

/** So many moves in a row have to agree before what lies between is taken to have come or gone. */
const SURE = 3;
/** Where moves came and went side by side, an end is looked for within so many. */
const NEAR = 24;
/** Where moves only came, only went, or were replaced one by one, within so many. */
const FAR = 20_000;

/** Moves, and the pools that they are of. */
interface Paired {
  readonly moves: Moves;
  readonly pools: Pools;
}

/** Moves that are the same before and now, so many from there on. */
export interface Stretch {
  readonly was: number;
  readonly now: number;
  readonly count: number;
}

/** Moves that have no like: those before from `was` to `wasEnd`, those now from `now` to `nowEnd`. */
export interface Gap {
  readonly was: number;
  readonly wasEnd: number;
  readonly now: number;
  readonly nowEnd: number;
}

/** Which moves are the same before and now, in the same order. */
export interface Pairing {
  readonly stretches: readonly Stretch[];
  readonly gaps: readonly Gap[];
  /** By pool before: its number now, and the other way round; −1 = no move of it is the same. */
  readonly poolNow: Int32Array;
  readonly poolWas: Int32Array;
  /** Some pool has another number now. */
  readonly isRenumbered: boolean;
  /** Some move has another number now. */
  readonly isMoved: boolean;
  /** What a move is now that was `move` before; −1 = it has no like. */
  nowOf(move: number): number;
}

/** By kind: 1 for what goes by the move before it. */
const FOLLOWS = Uint8Array.from({ length: KINDS }, (_, kind) =>
  Number([TRANSFER_IN, NEUTRAL_IN, VARIANCE].includes(kind)),
);

/**
 * Pairs the moves of two states of a book. What is left out of a pairing without need is only costed anew in
 * vain; what is paired is the same in every column, goes back to the same move, and is of the same pool all
 * along, whatever its number.
 */
export function paired(before: Paired, now: Paired): Pairing {
  const pairing = new Pairs(before.moves, now.moves, before.pools.count, now.pools.count);
  pairing.run();
  return pairing;
}

class Pairs implements Pairing {
  readonly stretches: Stretch[] = [];
  readonly gaps: Gap[] = [];
  readonly poolNow: Int32Array;
  readonly poolWas: Int32Array;
  isRenumbered = false;
  isMoved = false;

  constructor(
    private readonly before: Moves,
    private readonly now: Moves,
    poolsBefore: number,
    poolsNow: number,
  ) {
    this.poolNow = new Int32Array(poolsBefore).fill(-1);
    this.poolWas = new Int32Array(poolsNow).fill(-1);
  }

  run(): void {
    let was = 0;
    let now = 0;
    for (;;) {
      const count = this.stretchFrom(was, now);
      if (count > 0) this.stretches.push({ was, now, count });
      if (count > 0 && was !== now) this.isMoved = true;
      was += count;
      now += count;
      if (was === this.before.count && now === this.now.count) return;
      const gap = this.gapFrom(was, now);
      this.gaps.push(gap);
      was = gap.wasEnd;
      now = gap.nowEnd;
    }
  }

  nowOf(move: number): number {
    let low = 0;
    let high = this.stretches.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.stretches[middle].was <= move) low = middle + 1;
      else high = middle;
    }
    if (low === 0) return -1;
    const { was, now, count } = this.stretches[low - 1];
    return move < was + count ? move - was + now : -1;
  }

  /** How many moves are the same from here on; their pools are the same from now on. */
  private stretchFrom(was: number, now: number): number {
    const { kind, qty, day, value, pool, origin, count } = this.before;
    const { kind: kinds, qty: qtys, day: days, value: values, pool: pools } = this.now;
    const { poolNow, poolWas } = this;
    const most = Math.min(count - was, this.now.count - now);
    const hasOrigins = origin !== null || this.now.origin !== null;
    if (most > 0 && was + now > 0 && FOLLOWS[kind[was]] === 1) return 0;
    let a = was;
    for (let b = now; a < was + most; a++, b++) {
      if (qty[a] !== qtys[b] || kind[a] !== kinds[b] || day[a] !== days[b]) break;
      if (value[a] !== values[b] && !(Number.isNaN(value[a]) && Number.isNaN(values[b]))) break;
      if (hasOrigins && !this.hasSameOrigin(a, b, was, now)) break;
      const own = pools[b];
      if (poolNow[pool[a]] === own) continue;
      if (poolNow[pool[a]] !== -1 || poolWas[own] !== -1) break;
      poolNow[pool[a]] = own;
      poolWas[own] = pool[a];
      if (pool[a] !== own) this.isRenumbered = true;
    }
    return a - was;
  }

  private isAlike(was: number, now: number): boolean {
    const { before, now: after } = this;
    if (before.qty[was] !== after.qty[now] || before.kind[was] !== after.kind[now]) return false;
    if (before.day[was] !== after.day[now]) return false;
    const value = before.value[was];
    return value === after.value[now] || (Number.isNaN(value) && Number.isNaN(after.value[now]));
  }

  /** A stretch from `from` to `to` is under way. */
  private hasSameOrigin(was: number, now: number, from: number, to: number): boolean {
    const origin = this.before.origin?.[was] ?? -1;
    const own = this.now.origin?.[now] ?? -1;
    if (origin === -1 || own === -1) return origin === own;
    if (origin >= was || own >= now) return false;
    return (origin >= from ? origin - from + to : this.nowOf(origin)) === own;
  }

  private gapFrom(was: number, now: number): Gap {
    const at = (gone: number, came: number): Gap | null =>
      this.agreesFrom(was + gone, now + came) ? { was, wasEnd: was + gone, now, nowEnd: now + came } : null;
    for (let width = 1; width <= NEAR; width++) {
      for (let gone = 0; gone <= width; gone++) {
        const gap = at(gone, width - gone);
        if (gap !== null) return gap;
      }
    }
    for (let width = NEAR / 2; width <= FAR; width++) {
      const gap = at(0, width) ?? at(width, 0) ?? at(width, width);
      if (gap !== null) return gap;
    }
    return { was, wasEnd: this.before.count, now, nowEnd: this.now.count };
  }

  /** Moves agree from here on, so far as can be seen at a glance. */
  private agreesFrom(was: number, now: number): boolean {
    const { before, now: after } = this;
    if (was > before.count || now > after.count) return false;
    if (was === before.count || now === after.count) return before.count - was === after.count - now;
    if (FOLLOWS[before.kind[was]] === 1) return false;
    const many = Math.min(SURE, before.count - was, after.count - now);
    for (let i = 0; i < many; i++) if (!this.isAlike(was + i, now + i)) return false;
    const own = this.poolNow[before.pool[was]];
    return own === after.pool[now] || (own === -1 && this.poolWas[after.pool[now]] === -1);
  }
}
