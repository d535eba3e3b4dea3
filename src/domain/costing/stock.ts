import { Layers } from "./layers";

/** A part of an issue that nothing was there for, waiting for the receipt that covers it. */
export interface Shortage {
  readonly move: number;
  qty: number;
  /** What the part not yet covered is worth before anything covers it. */
  provisional: number;
  /** What it was booked at: that, or what is known of its cost by now. */
  booked: number;
  /** It left at the standard cost, and keeps that: what covers it restates nothing. */
  stands: boolean;
  /** What is lacking was priced anew: the issue keeps its cost for good, by whatever method it is covered. */
  kept: boolean;
}

/**
 * Stock as the pass over the moves has left it: of every pool its quantity, its value and its last known cost
 * as a ratio value / quantity, so that nothing is rounded before it is used. A pool is what one cost holds
 * for (DOMAIN §5.1).
 */
export class Stock {
  readonly qty: Float64Array;
  readonly value: Float64Array;
  readonly lastQty: Float64Array;
  readonly lastValue: Float64Array;
  readonly layers: Layers;
  readonly shortages = new Map<number, Shortage[]>();

  constructor(pools: number, layerRoom: number) {
    this.qty = new Float64Array(pools);
    this.value = new Float64Array(pools);
    this.lastQty = new Float64Array(pools);
    this.lastValue = new Float64Array(pools);
    this.layers = new Layers(pools, layerRoom);
  }

  /** Nothing is there, and nothing is known of it. */
  empty(pool: number): void {
    this.qty[pool] = 0;
    this.value[pool] = 0;
    this.lastQty[pool] = 0;
    this.lastValue[pool] = 0;
    this.layers.clear(pool);
    this.shortages.delete(pool);
  }
}

/**
 * The same stock with room for more pools, its moves by the numbers that `nowOf` says they have now; null =
 * the same.
 */
export function stockAs(then: Stock, pools: number, nowOf: ((move: number) => number) | null): Stock {
  const stock = new Stock(pools, 0);
  stock.qty.set(then.qty);
  stock.value.set(then.value);
  stock.lastQty.set(then.lastQty);
  stock.lastValue.set(then.lastValue);
  stock.layers.takeOver(then.layers, nowOf);
  for (const [pool, queue] of then.shortages) {
    const own = queue.map((short) => ({ ...short, move: nowOf?.(short.move) ?? short.move }));
    stock.shortages.set(pool, own);
  }
  return stock;
}
