import type { CoverTold } from "./shortages";

/** Goods come into a cell. */
export const CAME = 0;
/** Goods leave a cell. */
export const LEFT = 1;
/** What lies in a cell is worth so much more. */
export const MORE = 2;
/** Goods left that were not there. */
export const LACKED = 3;

/** One part of what was short, and what covered it; quantities in 10⁻⁶, money in smallest units. */
export interface Cover {
  /** The move that came, or -2 - the event by which goods of a month left for it, which came together. */
  readonly by: number;
  readonly qty: number;
  readonly value: number;
  /** The issue keeps what it was booked at. */
  readonly isKept: boolean;
}

/** Events some of which others are made of: from `first` up to, not including, `end`. */
export interface Span {
  readonly first: number;
  readonly end: number;
}

/** Of nothing. */
export const NOTHING: Span = { first: -1, end: -1 };

/** What comes into a cell, or leaves it; quantities in 10⁻⁶, money in smallest units. */
export interface TrailGoods {
  readonly move: number;
  readonly cell: number;
  readonly qty: number;
  readonly value: number;
}

/**
 * What happened to goods, event by event, cell by cell: a cell is a layer, or a pool whose goods are averaged
 * (or a place, where only that counts). What a month brings comes before all that leaves in it.
 */
export class Trail implements CoverTold {
  readonly kind: number[] = [];
  readonly move: number[] = [];
  /** -1 = none. */
  readonly cell: number[] = [];
  readonly qty: number[] = [];
  readonly value: number[] = [];
  /** The events that left, which this one is what came of; -1 = none. */
  readonly first: number[] = [];
  readonly end: number[] = [];
  /** By move that was short: what covered it. */
  readonly covers = new Map<number, Cover[]>();
  /** Where the month that is at hand begins, once all that it brings has come. */
  opening = 0;
  private readonly key: number[] = [];

  get count(): number {
    return this.kind.length;
  }

  /** Goods come in; `of` what left elsewhere to become them; `key` where the event stands, if not here. */
  came(goods: TrailGoods, of: Span = NOTHING, key = this.count): void {
    this.put(CAME, goods, of);
    this.key[this.count - 1] = key;
  }

  /** Goods leave. */
  left(goods: TrailGoods, key = this.count): void {
    this.put(LEFT, goods, NOTHING);
    this.key[this.count - 1] = key;
  }

  /** What lies in a cell gets another value. */
  more(move: number, cell: number, value: number): void {
    if (value !== 0) this.put(MORE, { move, cell, qty: 0, value }, NOTHING);
  }

  owed(move: number, qty: number, booked: number): void {
    this.put(LACKED, { move, cell: -1, qty, value: booked }, NOTHING);
  }

  covered({ move, by, pool, qty, cost, booked, isKept }: Parameters<CoverTold["covered"]>[0]): void {
    const list = this.covers.get(move) ?? [];
    const value = isKept ? booked : cost;
    list.push({ by: by < 0 ? -2 - this.count : by, qty, value, isKept });
    this.covers.set(move, list);
    if (by < 0) this.left({ move: -1, cell: pool, qty, value: cost }, this.opening);
  }

  private put(kind: number, { move, cell, qty, value }: TrailGoods, { first, end }: Span): void {
    this.key.push(this.count);
    this.kind.push(kind);
    this.move.push(move);
    this.cell.push(cell);
    this.qty.push(qty);
    this.value.push(value);
    this.first.push(first);
    this.end.push(end);
  }

  /** The events in the order in which they count. */
  order(): Int32Array {
    const order = Int32Array.from(this.kind, (_, event) => event);
    if (this.key.every((key, event) => key === event)) return order;
    return order.sort((a, b) => this.key[a] - this.key[b] || a - b);
  }
}

/** A trail that is complete: where each event stands, and what its cell holds after it. */
export interface Followed {
  readonly trail: Trail;
  readonly order: Int32Array;
  readonly rank: Int32Array;
  readonly cells: number;
  readonly afterQty: Float64Array;
  readonly afterValue: Float64Array;
  /** By move: the events by which its goods left. */
  readonly leaving: ReadonlyMap<number, readonly number[]>;
}

/** Follows a trail to its end. */
export function followed(trail: Trail): Followed {
  const order = trail.order();
  const rank = new Int32Array(trail.count);
  const cells = trail.cell.reduce((most, cell) => Math.max(most, cell), -1) + 1;
  const [qty, value] = [new Float64Array(cells), new Float64Array(cells)];
  const [afterQty, afterValue] = [new Float64Array(trail.count), new Float64Array(trail.count)];
  const leaving = new Map<number, number[]>();
  order.forEach((event, place) => {
    rank[event] = place;
    const { cell, kind, move } = trail;
    if ((kind[event] === LEFT || kind[event] === LACKED) && move[event] !== -1) {
      leaving.set(move[event], [...(leaving.get(move[event]) ?? []), event]);
    }
    if (kind[event] === LACKED) return;
    const sign = kind[event] === LEFT ? -1 : 1;
    qty[cell[event]] += sign * trail.qty[event];
    value[cell[event]] += sign * trail.value[event];
    afterQty[event] = qty[cell[event]];
    afterValue[event] = value[cell[event]];
  });
  return { trail, order, rank, cells, afterQty, afterValue, leaving };
}
