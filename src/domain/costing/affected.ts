import { type CheckpointsOf, type PoolCheckpoints, renumbered } from "./checkpoints";
import { placeIn } from "./excerpts";
import { isMadeAhead } from "./made";
import { type Conversion, type FallbackUntil, type Moves, type Pools, TRANSFER_OUT } from "./moves";
import type { Pairing } from "./pairing";
import { aboutOf } from "./returned";

/** The moves of a book and how they were costed, or are to be. */
export interface Costing {
  readonly moves: Moves;
  readonly pools: Pools;
}

/** What has to be costed again. */
export interface Affected {
  /** The moves, in their order. */
  readonly picked: Int32Array;
  /** By pool that is costed again: its checkpoints up to where it begins. */
  readonly from: CheckpointsOf;
}

/** What a change touches is looked for in. */
export interface Touching {
  readonly pairing: Pairing;
  readonly before: Costing & { readonly checkpoints: CheckpointsOf };
  readonly now: Costing;
}

/**
 * Finds what a change of moves touches: each pool in which a move came or went, from its last checkpoint
 * before that on; then what transfers, returns and what is made of others carry it to, until nothing more is
 * touched. Source: DOMAIN §6.
 */
export function affected(touching: Touching): Affected {
  const finder = new Finder(touching);
  finder.seed();
  while (finder.spread()) continue;
  return finder.found();
}

/** Pools that are looked for one by one. */
const FEW = 16;

/** The moves of one pool. */
function movesOf({ count, pool }: Moves, wanted: number): Int32Array {
  const own: number[] = [];
  for (let move = 0; move < count; move++) if (pool[move] === wanted) own.push(move);
  return Int32Array.from(own);
}

/** The moves of every pool. */
function indexed({ count, pool }: Moves, pools: number): (pool: number) => Int32Array {
  const starts = new Int32Array(pools + 1);
  for (let move = 0; move < count; move++) starts[pool[move] + 1]++;
  for (let own = 1; own <= pools; own++) starts[own] += starts[own - 1];
  const place = starts.slice();
  const members = new Int32Array(count);
  for (let move = 0; move < count; move++) members[place[pool[move]]++] = move;
  return (own) => members.subarray(starts[own], starts[own + 1]);
}

/** A return, and what it goes back to. */
interface Back {
  readonly move: number;
  readonly origin: number;
}

class Finder {
  /** By pool: its first move that is costed again, the number of moves = none of them. */
  private readonly first: Int32Array;
  private readonly from = new Map<number, PoolCheckpoints>();
  private readonly own = new Map<number, Int32Array>();
  private index: ((pool: number) => Int32Array) | null = null;
  private readonly sent: number[] = [];
  private readonly backs: Back[] = [];
  /** Of which something went back otherwise than before. */
  private readonly otherwise = new Set<number>();
  private readonly conversions: readonly (Conversion & { readonly isAhead: boolean })[];

  constructor(private readonly touching: Touching) {
    const { moves, pools } = touching.now;
    const { count, kind, origin } = moves;
    this.first = new Int32Array(pools.count).fill(count);
    this.conversions = moves.conversions.map((each) => ({ ...each, isAhead: isMadeAhead(each) }));
    for (let move = 0; move + 1 < count; move++) if (kind[move] === TRANSFER_OUT) this.sent.push(move);
    for (let move = 0; origin !== null && move < count; move++)
      if (origin[move] !== -1) this.backs.push({ move, origin: origin[move] });
  }

  /** Few pools are looked for one by one, many are indexed all at once. */
  movesOf(pool: number): Int32Array {
    const known = this.own.get(pool);
    if (known !== undefined) return known;
    const { moves, pools } = this.touching.now;
    if (this.own.size >= FEW) this.index ??= indexed(moves, pools.count);
    const own = this.index?.(pool) ?? movesOf(moves, pool);
    this.own.set(pool, own);
    return own;
  }

  /** Has a pool costed again, so that whatever lies from this move on comes out anew; true = was not yet. */
  private touch(pool: number, move: number): boolean {
    if (this.first[pool] <= move && this.from.has(pool)) return false;
    const own = this.movesOf(pool);
    const gone = placeIn(own, move);
    const had = this.from.get(pool);
    const { before, pairing } = this.touching;
    const known = had ?? before.checkpoints.get(pairing.poolWas[pool]) ?? [];
    let count = known.length;
    while (count > 0 && known[count - 1].after > gone) count--;
    if (had !== undefined && count === had.length) return false;
    this.from.set(pool, known.slice(0, count));
    const after = count === 0 ? 0 : known[count - 1].after;
    this.first[pool] = own.at(after) ?? this.touching.now.moves.count;
    return true;
  }

  private isTouched(move: number): boolean {
    return this.first[this.touching.now.moves.pool[move]] <= move;
  }

  /** Touches what came, what was beside what went, and pools that are costed otherwise. */
  seed(): void {
    const { pairing, before, now } = this.touching;
    for (const gap of pairing.gaps) {
      const at = Math.max(0, gap.now - 1);
      for (let move = gap.now; move < gap.nowEnd; move++) this.touch(now.moves.pool[move], at);
      for (let move = gap.was; move < gap.wasEnd; move++) {
        const pool = pairing.poolNow[before.moves.pool[move]];
        if (pool !== -1) this.touch(pool, at);
        const origin = pairing.nowOf(before.moves.origin?.[move] ?? -1);
        if (origin !== -1) this.goesOtherwise(origin, this.otherwise);
      }
    }
    for (const pool of costedOtherwise(before.pools, now.pools, pairing.poolWas)) this.touchAnew(pool);
    this.seedConversions();
  }

  /** What a return that is undone was about is as it was before: its other returns go otherwise too. */
  private goesOtherwise(origin: number, otherwise: Set<number>): void {
    otherwise.add(origin);
    const about = aboutOf(this.touching.now.moves, origin);
    if (about !== -1) otherwise.add(about);
  }

  /** Its checkpoints are of other prices: they do not hold. */
  private touchAnew(pool: number): void {
    this.from.set(pool, []);
    this.first[pool] = this.movesOf(pool).at(0) ?? this.touching.now.moves.count;
  }

  /** Touches what is made otherwise than before. */
  private seedConversions(): void {
    const { pairing, before, now } = this.touching;
    if (before.moves.conversions.length + this.conversions.length === 0) return;
    const unlike = new Map<string, readonly number[]>();
    const nowOf = (move: number): number => pairing.nowOf(move);
    for (const { parts, sources, extra, apart } of before.moves.conversions) {
      const likes = parts.map((part) => ({ ...part, move: nowOf(part.move) }));
      const key = JSON.stringify([sources.map(nowOf), extra, apart, likes]);
      unlike.set(
        key,
        [...sources, ...parts.map(({ move }) => move)].map(nowOf).filter((move) => move !== -1),
      );
    }
    for (const { parts, sources, extra, apart } of this.conversions) {
      const key = JSON.stringify([sources, extra, apart, parts]);
      if (unlike.delete(key)) continue;
      for (const move of [...sources, ...parts.map((part) => part.move)])
        this.touch(now.moves.pool[move], move);
    }
    for (const moves of unlike.values()) for (const move of moves) this.touch(now.moves.pool[move], move);
  }

  /** Carries what is touched on by one step; false where nothing more is. */
  spread(): boolean {
    const { pool } = this.touching.now.moves;
    let isMore = false;
    const touch = (move: number): void => {
      if (this.touch(pool[move], move)) isMore = true;
    };
    for (const out of this.sent) {
      if (this.isTouched(out)) touch(out + 1);
      else if (this.isTouched(out + 1)) touch(out);
    }
    const otherwise = new Set(this.otherwise);
    for (const { move, origin } of this.backs) {
      if (this.isTouched(origin) || otherwise.has(origin)) touch(move);
      if (!this.isTouched(move)) continue;
      this.goesOtherwise(origin, otherwise);
      if (origin >= move) touch(origin);
    }
    for (const { sources, parts, isAhead } of this.conversions) {
      const goesOn = sources.some((move) => this.isTouched(move));
      if (goesOn || (isAhead && parts.some(({ move }) => this.isTouched(move))))
        for (const { move } of parts) touch(move);
      if (isAhead && parts.some(({ move }) => this.isTouched(move))) sources.forEach(touch);
    }
    return isMore;
  }

  found(): Affected {
    const picked: number[] = [];
    for (const pool of this.from.keys())
      for (const move of this.movesOf(pool)) if (move >= this.first[pool]) picked.push(move);
    const { isMoved } = this.touching.pairing;
    const nowOf = (move: number): number => this.touching.pairing.nowOf(move);
    const from = [...this.from].map(
      ([pool, known]) => [pool, isMoved ? renumbered(known, nowOf) : known] as const,
    );
    return { picked: Int32Array.from(picked).sort(), from: new Map(from) };
  }
}

/** The pools of which something is said otherwise that their own moves do not say; of those that were. */
function costedOtherwise(before: Pools, now: Pools, poolWas: Int32Array): readonly number[] {
  const list: number[] = [];
  for (let pool = 0; pool < now.count; pool++) {
    const was = poolWas[pool];
    if (was === -1) continue;
    const isSame =
      before.method[was] === now.method[pool] &&
      Object.is(before.fallback[was], now.fallback[pool]) &&
      isSameBefore(before.fallbackBefore?.get(was), now.fallbackBefore?.get(pool)) &&
      Object.is(before.standard?.[was], now.standard?.[pool]);
    if (!isSame) list.push(pool);
  }
  return list;
}

type Fallbacks = readonly FallbackUntil[];

function isSameBefore(a: Fallbacks = [], b: Fallbacks = []): boolean {
  const isSame = ({ until, price }: FallbackUntil, at: number): boolean =>
    until === b[at].until && Object.is(price, b[at].price);
  return a.length === b.length && a.every(isSame);
}
