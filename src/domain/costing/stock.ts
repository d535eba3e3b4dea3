import { Layers } from "./layers";

/** A part of an issue that nothing was there for, waiting for the receipt that covers it. */
export interface Shortage {
  readonly move: number;
  qty: number;
  /** What the part not yet covered was booked at, for the time being. */
  provisional: number;
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
}
