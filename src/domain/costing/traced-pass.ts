import type { TakenPart } from "./costing-method";
import type { MonthAverages } from "./month-averages";
import { ARRIVES, COMES_AT_AVERAGE, GOES_BACK } from "./month-spans";
import { type PoolChange, REPRICE, TRANSFER_IN } from "./moves";
import { Pass } from "./pass";
import { NOTHING, type Span, Trail, type TrailGoods } from "./trail";

/** A pass that tells what happens to the goods of each layer and each averaged pool. */
export class TracedPass extends Pass {
  readonly trail = new Trail();
  /** Pool of each cell that is a layer. */
  readonly poolOfCell = new Map<number, number>();
  /** By span of a month: the place in the trail at which it begins. */
  private readonly begins = new Map<number, number>();
  /** What the parts that a transfer lays down left by, in their order. */
  private arriving: Span[] = [];

  override run(end: number): void {
    this.shortages.told = this.trail;
    super.run(end);
  }

  protected override averaged(months: MonthAverages, move: number, pool: number): boolean {
    const spans = this.known.spans;
    const span = spans?.spanOf[move] ?? -1;
    if (span !== -1 && !this.begins.has(span)) this.begins.set(span, this.trail.count - 0.5);
    this.trail.opening = this.trail.count - 0.25;
    const first = this.trail.count;
    const sent = this.sentBy(move);
    const isDone = super.averaged(months, move, pool);
    if (!isDone || spans === null) return isDone;
    const key = this.begins.get(span) ?? first;
    const role = spans.role[move];
    const goods = { move, cell: pool, qty: this.moves.qty[move], value: Math.abs(this.value[move]) };
    if (role === ARRIVES) this.trail.came(goods, sent, key);
    else if (role === COMES_AT_AVERAGE) this.trail.came(goods, NOTHING, first - 0.5);
    else if (role === GOES_BACK) this.trail.left(goods, key);
    return isDone;
  }

  /** By what a transfer's goods left that arrive as one. */
  private sentBy(move: number): Span {
    const { trail } = this;
    if (this.moves.kind[move] !== TRANSFER_IN) return NOTHING;
    let first = trail.count;
    while (first > 0 && trail.move[first - 1] === move - 1) first--;
    return { first, end: trail.count };
  }

  protected override lay(move: number, pool: number, qty: number, value: number, firstDay: number): void {
    const { stock } = this;
    const layer = stock.layers.count;
    const before = Math.max(0, stock.qty[pool]);
    const worth = stock.qty[pool] < 0 ? 0 : stock.value[pool];
    super.lay(move, pool, qty, value, firstDay);
    const of = this.arriving.shift();
    if (this.methods.of(pool).layered) {
      for (let each = layer; each < stock.layers.count; each++)
        this.layerCame({ move, pool, layer: each }, of);
    } else if (stock.qty[pool] > 0 || before > 0) {
      const came = { qty: stock.qty[pool] - before, value: stock.value[pool] - worth };
      if (came.qty > 0) this.trail.came({ move, cell: pool, ...came }, of);
    }
  }

  private cellOf(layer: number): number {
    return this.pools.count + layer;
  }

  private layerCame(
    { move, pool, layer }: { readonly move: number; readonly pool: number; readonly layer: number },
    of?: Span,
  ): void {
    const { layers } = this.stock;
    const cell = this.cellOf(layer);
    this.poolOfCell.set(cell, pool);
    this.trail.came({ move, cell, qty: layers.qty[layer], value: layers.value[layer] }, of);
  }

  /** Tells of what leaves, and passes it on. */
  protected override told(move: number, pool: number, part: TakenPart | null): TakenPart {
    return (qty, value, firstDay, layer) => {
      const cell = layer === undefined ? pool : this.cellOf(layer);
      if (qty > 0) this.trail.left({ move, cell, qty, value });
      part?.(qty, value, firstDay, layer);
    };
  }

  protected override transferIn(move: number, pool: number, qty: number): void {
    const { trail } = this;
    let { first } = this.sentBy(move);
    this.arriving = this.parts.list.map((part) => {
      let left = part.qty;
      const start = first;
      while (left > 0 && first < trail.count) left -= trail.qty[first++];
      return { first: start, end: first };
    });
    super.transferIn(move, pool, qty);
    this.arriving = [];
  }

  /** What the cells of a pool hold that hold something. */
  private held(pool: number): TrailGoods[] {
    const { layers, qty, value } = this.stock;
    if (!this.methods.of(pool).layered) {
      return qty[pool] > 0 ? [{ move: -1, cell: pool, qty: qty[pool], value: value[pool] }] : [];
    }
    const list: TrailGoods[] = [];
    for (let layer = layers.front(pool); layer !== -1; layer = layers.next[layer]) {
      const cell = this.cellOf(layer);
      if (layers.qty[layer] > 0) {
        list.push({ move: -1, cell, qty: layers.qty[layer], value: layers.value[layer] });
      }
    }
    return list;
  }

  protected override revalue(move: number, pool: number): void {
    if (this.moves.kind[move] === REPRICE) {
      this.reprice(move, pool);
      return;
    }
    const before = new Map(this.held(pool).map(({ cell, value }) => [cell, value]));
    super.revalue(move, pool);
    for (const { cell, value } of this.held(pool)) {
      this.trail.more(move, cell, value - (before.get(cell) ?? value));
    }
  }

  private reprice(move: number, pool: number): void {
    const { stock, trail } = this;
    const worth = stock.value[pool];
    const there = stock.qty[pool];
    const isRelaid = this.methods.of(pool).layered && there > 0;
    const of = isRelaid ? this.leaves(move, pool) : null;
    super.revalue(move, pool);
    if (there <= 0) return;
    const cell = this.newest(pool);
    if (of !== null) trail.came({ move, cell, qty: there, value: worth }, of);
    trail.more(move, cell, stock.value[pool] - worth);
  }

  protected override passOn(change: PoolChange): void {
    const from = new Set(change.parts.map((part) => part.from));
    const left = new Map(Array.from(from, (pool) => [pool, this.leaves(change.before, pool)]));
    const told = this.carried.length;
    super.passOn(change);
    for (const one of this.carried.slice(told)) {
      const { qty, value } = one;
      const goods = { move: change.before, cell: this.newest(one.to), qty, value };
      if (qty > 0) this.trail.came(goods, left.get(one.from));
    }
  }

  /** All that a pool holds leaves its cells, to lie in others. */
  private leaves(move: number, pool: number): Span {
    const first = this.trail.count;
    for (const goods of this.held(pool)) this.trail.left({ ...goods, move });
    return { first, end: this.trail.count };
  }

  /** The cell in which all lies that a pool has just been given. */
  private newest(pool: number): number {
    if (!this.methods.of(pool).layered) return pool;
    const cell = this.cellOf(this.stock.layers.tail[pool]);
    this.poolOfCell.set(cell, pool);
    return cell;
  }
}
