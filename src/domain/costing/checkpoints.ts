import { monthCounter } from "./month-counter";
import type { Moves } from "./moves";
import type { Stock } from "./stock";

/** A pool is noted down at the end of a month once it has moved so often since it was last; a power of 2. */
const OFTEN = 64;
/** Numbers that a layer is noted down by. */
const LAYER = 5;

/** What a standard says: a price (10⁻⁶) for so much (10⁻⁶); a price of NaN = none. */
export interface StandardCost {
  readonly price: number;
  readonly per: number;
}

/**
 * A pool as it stood at the end of a month. Where it stands is counted in moves of its own pool, so that it
 * holds whatever is put in or left out elsewhere. Source: DOMAIN §6.
 */
export interface Checkpoint {
  /** How many moves of its pool came before. */
  readonly after: number;
  readonly qty: number;
  readonly value: number;
  readonly lastQty: number;
  readonly lastValue: number;
  /** Null where no pool has one. */
  readonly standard: StandardCost | null;
  /**
   * Layer by layer, oldest first: quantity, value, the move that laid it, first day, the move that brought
   * its goods into the house.
   */
  readonly layers: readonly number[];
}

/** Checkpoints of a pool, earliest first. */
export type PoolCheckpoints = readonly Checkpoint[];

/** Checkpoints by pool; one that moves seldom has none. */
export type CheckpointsOf = ReadonlyMap<number, PoolCheckpoints>;

/** What a pass is about to note down of. */
interface Noted {
  readonly stock: Stock;
  readonly standards: { of(pool: number): StandardCost } | null;
  /** Pools that were ever short: what covers that may restate what lies before any checkpoint. */
  readonly short: ReadonlySet<number>;
}

/** Notes pools down at month ends while a pass goes along; a pool that moves seldom is simply costed anew. */
export class Checkpoints {
  readonly of = new Map<number, Checkpoint[]>();
  /**
   * By pool: how often so many of its moves have gone by, and all of them, modulo 256: narrow, to lie close.
   */
  private readonly often: Int32Array;
  private readonly gone: Uint8Array;
  private readonly monthOf = monthCounter();

  constructor(
    private readonly moves: Moves,
    pools: number,
  ) {
    this.often = new Int32Array(pools);
    this.gone = new Uint8Array(pools);
  }

  /** Goes on where pools stood at the last of their checkpoints. */
  resume(checkpoints: CheckpointsOf): void {
    for (const [pool, known] of checkpoints) {
      if (known.length > 0) this.of.set(pool, [...known]);
      const after = known.at(-1)?.after ?? 0;
      this.often[pool] = Math.floor(after / OFTEN);
      this.gone[pool] = after % OFTEN;
    }
  }

  /** Has all moves, or those picked, costed month by month, and notes pools down in between. */
  monthByMonth(
    end: number,
    picked: Int32Array | null,
    noted: Noted,
    cost: (from: number, end: number) => void,
  ): void {
    for (let from = 0; from < end;) {
      const to = this.monthEnd(from, end, picked);
      cost(from, to);
      this.take(from, to, picked, noted);
      from = to;
    }
  }

  /**
   * The first place behind `from` whose move is of another month; `end` where none is. Moves go by day, so
   * that it is searched for between strides that double.
   */
  private monthEnd(from: number, end: number, picked: Int32Array | null): number {
    const { day } = this.moves;
    const monthAt = (at: number): number => this.monthOf(day[picked === null ? at : picked[at]]);
    const month = monthAt(from);
    let [within, stride] = [from, 1];
    while (within + stride < end && monthAt(within + stride) === month) {
      within += stride;
      stride *= 2;
    }
    let beyond = Math.min(end, within + stride);
    while (beyond - within > 1) {
      const middle = (within + beyond) >> 1;
      if (monthAt(middle) === month) within = middle;
      else beyond = middle;
    }
    return beyond;
  }

  /** The moves at these places have gone by, and with them a month: notes down the pools that moved often. */
  private take(from: number, end: number, picked: Int32Array | null, noted: Noted): void {
    const due = this.gather(picked, from, end);
    for (const own of due) if (!noted.short.has(own)) this.note(own, noted);
  }

  /** Counts the moves; answers the pools that have moved so often again. */
  private gather(picked: Int32Array | null, from: number, end: number): readonly number[] {
    const { pool } = this.moves;
    const { gone } = this;
    const due: number[] = [];
    const count = (own: number): void => {
      if (++gone[own] % OFTEN === 0) due.push(own);
    };
    if (picked === null) for (let move = from; move < end; move++) count(pool[move]);
    else for (let at = from; at < end; at++) count(pool[picked[at]]);
    for (const own of due) this.often[own]++;
    return due;
  }

  private note(pool: number, { stock, standards }: Noted): void {
    const after = this.often[pool] * OFTEN + (this.gone[pool] % OFTEN);
    const known = this.of.get(pool);
    if (known?.at(-1)?.after === after) return;
    const checkpoint: Checkpoint = {
      after,
      qty: stock.qty[pool],
      value: stock.value[pool],
      lastQty: stock.lastQty[pool],
      lastValue: stock.lastValue[pool],
      standard: standards?.of(pool) ?? null,
      layers: layersOf(stock, pool),
    };
    if (known === undefined) this.of.set(pool, [checkpoint]);
    else known.push(checkpoint);
  }
}

/** In a plain list: most are short, and a typed one would cost more to make than to fill. */
function layersOf({ layers }: Stock, pool: number): readonly number[] {
  const list: number[] = [];
  for (let layer = layers.head[pool]; layer !== -1; layer = layers.next[layer])
    list.push(
      layers.qty[layer],
      layers.value[layer],
      layers.move[layer],
      layers.firstDay[layer],
      layers.broughtBy(layer),
    );
  return list;
}

/** The same checkpoints, their moves by the numbers that `nowOf` says they have now. */
export function renumbered(known: PoolCheckpoints, nowOf: (move: number) => number): PoolCheckpoints {
  return known.map((checkpoint) => {
    if (checkpoint.layers.length === 0) return checkpoint;
    const layers = checkpoint.layers.slice();
    for (let at = 0; at < layers.length; at += LAYER) {
      layers[at + 2] = nowOf(layers[at + 2]);
      layers[at + 4] = nowOf(layers[at + 4]);
    }
    return { ...checkpoint, layers };
  });
}

/** Lays a pool out as it was noted down. */
export function restore(stock: Stock, pool: number, checkpoint: Checkpoint): void {
  stock.qty[pool] = checkpoint.qty;
  stock.value[pool] = checkpoint.value;
  stock.lastQty[pool] = checkpoint.lastQty;
  stock.lastValue[pool] = checkpoint.lastValue;
  const { layers } = checkpoint;
  for (let at = 0; at < layers.length; at += LAYER) {
    const lot = { move: layers[at + 2], firstDay: layers[at + 3], by: layers[at + 4] };
    stock.layers.lay(pool, layers[at], layers[at + 1], lot);
  }
}
