import { type VarianceMonth, varianceMonths } from "../../costing/variance-months";
import type { Ledgers } from "../ledgers";

/** A place whose goods have a standard cost: an item in a warehouse; null = one cost for all warehouses. */
export interface VariancePlace {
  readonly item: number;
  readonly warehouse: number | null;
}

/** The months of each place, and the places by their number. */
export interface StandardVariances {
  readonly places: readonly VariancePlace[];
  readonly months: readonly VarianceMonth[];
}

/**
 * What goods cost more or less than their standard, by item, warehouse and month, up to a month (year · 12 +
 * month). Source: DOMAIN §5.7.
 */
export function standardVariances({ stock, costed }: Ledgers, last: number): StandardVariances {
  const { moves, pools, bins, bin } = stock;
  if (costed.variance === null) return { places: [], months: [] };
  const places: VariancePlace[] = [];
  const known = new Map<string, number>();
  const ofPool = new Int32Array(pools.count).fill(-1);
  const note = (pool: number, own: number): void => {
    if (ofPool[pool] !== -1) return;
    const item = bins.item[own];
    const warehouse = pools.company[pool] === 1 ? null : bins.warehouse[own];
    const key = `${String(item)}|${String(warehouse)}`;
    const place = known.get(key) ?? places.push({ item, warehouse }) - 1;
    known.set(key, place);
    ofPool[pool] = place;
  };
  for (let move = 0; move < moves.count; move++) note(moves.pool[move], bin[move]);
  for (const { to, bin: own } of costed.carried) note(to, own);
  return { places, months: varianceMonths({ moves, pools, costed, placeOf: (pool) => ofPool[pool] }, last) };
}
