import type { Book } from "../../book/book";
import { itemBefore, itemOn } from "../../book/closed-figures";
import { closedEnds } from "../../book/closed-periods";
import { type ItemCosting, itemCostings } from "../../book/item-costing";
import type { CostingCode } from "../../book/settings";
import { type Bins, byPlaceOf } from "../../ledger/bins";
import {
  BIN_SIGNS,
  type FallbackUntil,
  type Moves,
  type PassedOn,
  type PoolChange,
} from "../../costing/moves";
import { restatedFrom } from "./late-effects";
import type { StockMoves, StockPools } from "./move-source";

/** Pools by what one cost holds for, each made when it is first asked for. */
class PoolMaker {
  private readonly known = new Map<string | number, number>();
  private readonly method: CostingCode[] = [];
  private readonly company: number[] = [];
  private readonly allBatches: number[] = [];
  private readonly fallback: number[] = [];
  private readonly before = new Map<number, readonly FallbackUntil[]>();
  private readonly standard: number[] = [];

  constructor(
    private readonly book: Book,
    private readonly bins: Bins,
  ) {}

  /** What tells the pool of a bin from the others: a number where item and warehouse do. */
  private keyOf(bin: number, { from, company, perBatch }: ItemCosting): string | number {
    const { item, warehouse, batch } = this.bins;
    const warehouses = this.book.masters.warehouses.length;
    const place = item[bin] * (warehouses + 1) + (company ? warehouses : warehouse[bin]);
    const ofBatch = perBatch ? batch[bin] : "";
    return from === -Infinity && ofBatch === "" ? place : `${String(place)}|${String(from)}|${ofBatch}`;
  }

  /** The pool of a bin while its item is costed so. */
  of(bin: number, costing: ItemCosting): number {
    const { from, method, company, perBatch } = costing;
    const { item, warehouse } = this.bins;
    const key = this.keyOf(bin, costing);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const pool = this.method.push(method) - 1;
    this.known.set(key, pool);
    this.company.push(company ? 1 : 0);
    this.allBatches.push(perBatch ? 0 : 1);
    // goods on their way are worth what they left at, until they arrive
    const isOnWay = !company && this.book.masters.warehouses[warehouse[bin]].kind === "transit";
    const standard = method === "standard" ? this.standardOf(item[bin], from) : NaN;
    this.standard.push(isOnWay ? NaN : standard);
    this.fallback.push(Number.isNaN(standard) ? this.purchasePrice(pool, item[bin]) : standard);
    return pool;
  }

  /** The standard cost with which an item begins on a day to be costed by it; NaN = none. */
  private standardOf(item: number, from: number): number {
    return itemOn(this.book, item, from).standardCost ?? NaN;
  }

  /** The purchase price of now; what it was in closed periods is noted down. */
  private purchasePrice(pool: number, item: number): number {
    const before = itemBefore(this.book, item, ({ purchasePrice }) => purchasePrice ?? NaN);
    if (before.length > 0)
      this.before.set(
        pool,
        before.map(({ until, held }) => ({ until, price: held })),
      );
    return this.book.masters.items[item].purchasePrice ?? NaN;
  }

  pools(changes: readonly PoolChange[]): StockPools {
    const { method, company, allBatches, fallback } = this;
    return {
      ...{ count: method.length, method, changes, closedEnds: closedEnds(this.book.masters.periods) },
      company: Uint8Array.from(company),
      allBatches: Uint8Array.from(allBatches),
      fallback: Float64Array.from(fallback),
      fallbackBefore: this.before,
      standard: method.includes("standard") ? Float64Array.from(this.standard) : null,
    };
  }
}

/** The moves of which the pools are wanted. */
type PooledMoves = Pick<StockMoves, "bins" | "bin"> & {
  readonly moves: Pick<Moves, "count" | "kind" | "qty" | "day">;
};

/**
 * The pool of every move: what one cost holds for, be it the bin itself, or all warehouses of the company, or
 * all batches; from a change of its item's method on, another. Source: DOMAIN §5.1, §5.14.
 */
export function poolsOf(
  book: Book,
  moved: PooledMoves,
): { readonly pool: Int32Array; readonly pools: StockPools } {
  const { bins, bin } = moved;
  const maker = new PoolMaker(book, bins);
  const costings = itemCostings(book);
  const poolOfBin = Int32Array.from(bins.item, (item, of) => maker.of(of, costings[item][0]));
  if (costings.every(({ length }) => length === 1)) {
    const isOwn = poolOfBin.every((pool, of) => pool === of);
    return { pool: isOwn ? bin : bin.map((of) => poolOfBin[of]), pools: maker.pools([]) };
  }
  const eras = costings.flatMap((own, item) => own.slice(1).map((era) => ({ item, era })));
  eras.sort((a, b) => a.era.from - b.era.from);
  const { pool, changes } = new Changing(book, moved, maker, poolOfBin).run(eras);
  return { pool, pools: maker.pools(changes) };
}

/** Follows the bins through the moves and the changes of method between them. */
class Changing {
  private readonly pool: Int32Array;
  private readonly there: Float64Array;
  private readonly changes: PoolChange[] = [];
  private readonly restated: (day: number) => number;
  private readonly inOrder: (a: PassedOn, b: PassedOn) => number;

  constructor(
    book: Book,
    private readonly moved: PooledMoves,
    private readonly maker: PoolMaker,
    private readonly poolOfBin: Int32Array,
  ) {
    this.pool = new Int32Array(moved.moves.count);
    this.there = new Float64Array(poolOfBin.length);
    this.restated = restatedFrom(book);
    const byPlace = byPlaceOf(book, moved.bins);
    this.inOrder = (a, b) => byPlace(a.bin, b.bin);
  }

  run(eras: readonly { readonly item: number; readonly era: ItemCosting }[]) {
    const { moves } = this.moved;
    let next = 0;
    for (let move = 0; move < moves.count; move++) {
      while (next < eras.length && eras[next].era.from <= moves.day[move]) this.change(move, eras[next++]);
      const bin = this.moved.bin[move];
      this.pool[move] = this.poolOfBin[bin];
      this.there[bin] += BIN_SIGNS[moves.kind[move]] * moves.qty[move];
    }
    while (next < eras.length) this.change(moves.count, eras[next++]);
    return { pool: this.pool, changes: this.changes };
  }

  private change(before: number, { item, era }: { readonly item: number; readonly era: ItemCosting }): void {
    const parts: PassedOn[] = [];
    this.moved.bins.item.forEach((of, bin) => {
      if (of !== item) return;
      const from = this.poolOfBin[bin];
      const to = this.maker.of(bin, era);
      this.poolOfBin[bin] = to;
      parts.push({ bin, from, to, qty: this.there[bin] });
    });
    if (parts.length === 0) return;
    const day = era.from;
    this.changes.push({ before, day, parts: parts.sort(this.inOrder), restates: this.restated(day) });
  }
}
