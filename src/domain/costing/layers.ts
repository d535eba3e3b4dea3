/** Room for layers that come. */
const SPARE = 64;

/** A layer's move and first day, and the move that brought its goods into the house. */
interface Lain {
  readonly move: number;
  readonly firstDay: number;
  readonly by: number;
}

/**
 * The layers of stock, oldest first, one queue a pool: what is left of each receipt, in quantity and money.
 * Growable columns with links, since one transfer may split a layer into many. Quantities in 10⁻⁶, money in
 * smallest units.
 */
export class Layers {
  readonly head: Int32Array;
  readonly tail: Int32Array;
  qty: Float64Array;
  value: Float64Array;
  next: Int32Array;
  prev: Int32Array;
  /** The move that brought the layer into this pool. */
  move: Int32Array;
  /** The day the goods first came into the house; a transfer keeps it. */
  firstDay: Int32Array;
  count = 0;
  /** Of layers not laid by the move that brought their goods into the house, that one; -1 = of any other. */
  private carried: Int32Array | null = null;

  constructor(pools: number, capacity: number) {
    const room = Math.max(16, capacity);
    this.head = new Int32Array(pools).fill(-1);
    this.tail = new Int32Array(pools).fill(-1);
    this.qty = new Float64Array(room);
    this.value = new Float64Array(room);
    this.next = new Int32Array(room);
    this.prev = new Int32Array(room);
    this.move = new Int32Array(room);
    this.firstDay = new Int32Array(room);
  }

  /** Adds a layer at the end of a pool's queue. */
  append(
    pool: number,
    qty: number,
    value: number,
    origin: { readonly move: number; readonly firstDay: number },
  ): void {
    if (this.count === this.qty.length) this.grow();
    const layer = this.count++;
    this.qty[layer] = qty;
    this.value[layer] = value;
    this.next[layer] = -1;
    this.move[layer] = origin.move;
    this.firstDay[layer] = origin.firstDay;
    const tail = this.tail[pool];
    this.prev[layer] = tail;
    if (tail === -1) this.head[pool] = layer;
    else this.next[tail] = layer;
    this.tail[pool] = layer;
  }

  /** Adds a layer as it lay before. */
  lay(pool: number, qty: number, value: number, lot: Lain): void {
    this.append(pool, qty, value, lot);
    if (lot.by !== lot.move) this.carryFrom(this.count - 1, lot.by);
  }

  /** The move that brought the goods of a layer into the house, wherever they have been carried since. */
  broughtBy(layer: number): number {
    const by = this.carried?.[layer] ?? -1;
    return by === -1 ? this.move[layer] : by;
  }

  /** Says which move brought the goods into the house of the layers laid from `first` on. */
  carryFrom(first: number, by: number): void {
    this.carried ??= new Int32Array(this.qty.length).fill(-1);
    this.carried.fill(by, first, this.count);
  }

  /** Drops the layers at the front of a queue that are used up; answers the first that is not, or -1. */
  front(pool: number): number {
    let layer = this.head[pool];
    while (layer !== -1 && this.qty[layer] === 0) layer = this.next[layer];
    this.head[pool] = layer;
    if (layer === -1) this.tail[pool] = -1;
    return layer;
  }

  /** Drops the layers at the end of a queue that are used up; answers the last that is not, or -1. */
  back(pool: number): number {
    let layer = this.tail[pool];
    if (layer === -1 || this.qty[layer] !== 0) return layer;
    while (layer !== -1 && this.qty[layer] === 0) layer = this.prev[layer];
    this.tail[pool] = layer;
    if (layer === -1) this.head[pool] = -1;
    else this.next[layer] = -1;
    return layer;
  }

  /** Takes every layer of a pool away. */
  clear(pool: number): void {
    this.head[pool] = -1;
    this.tail[pool] = -1;
  }

  /** Takes over the layers of others, of as many pools or fewer, their moves by other numbers or the same. */
  takeOver(then: Layers, nowOf: ((move: number) => number) | null): void {
    const { count } = then;
    const room = count + SPARE;
    this.count = count;
    this.head.set(then.head);
    this.tail.set(then.tail);
    this.qty = widenedFloats(then.qty.subarray(0, count), room);
    this.value = widenedFloats(then.value.subarray(0, count), room);
    this.next = widenedInts(then.next.subarray(0, count), room);
    this.prev = widenedInts(then.prev.subarray(0, count), room);
    this.move = widenedInts(then.move.subarray(0, count), room);
    this.firstDay = widenedInts(then.firstDay.subarray(0, count), room);
    this.carried = then.carried === null ? null : widenedMarks(then.carried.subarray(0, count), room);
    for (let layer = 0; nowOf !== null && layer < count; layer++) {
      this.move[layer] = nowOf(then.move[layer]);
      if (this.carried !== null) this.carried[layer] = nowOf(this.carried[layer]);
    }
  }

  private grow(): void {
    const room = this.qty.length * 2;
    this.qty = widenedFloats(this.qty, room);
    this.value = widenedFloats(this.value, room);
    this.next = widenedInts(this.next, room);
    this.prev = widenedInts(this.prev, room);
    this.move = widenedInts(this.move, room);
    this.firstDay = widenedInts(this.firstDay, room);
    if (this.carried !== null) this.carried = widenedMarks(this.carried, room);
  }
}

function widenedFloats(column: Float64Array, room: number): Float64Array {
  const wide = new Float64Array(room);
  wide.set(column);
  return wide;
}

function widenedInts(column: Int32Array, room: number): Int32Array {
  const wide = new Int32Array(room);
  wide.set(column);
  return wide;
}

function widenedMarks(column: Int32Array, room: number): Int32Array {
  return widenedInts(column, room).fill(-1, column.length);
}
