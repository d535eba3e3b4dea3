import type { Carried } from "../costing/costed";
import type { Until } from "../costing/cost-moves";
import { shared } from "../kernel/shared";
import { byPlaceOf } from "../ledger/bins";
import type { Ledgers } from "../posting/ledgers";
import { haveSharedPools } from "../posting/moves/move-source";

/** What every bin holds and what that cost, by bin; smallest units. */
export interface StockAt {
  readonly qty: Float64Array;
  readonly value: Float64Array;
}

/** How many moves are dated no later than a day: the moves stand in order of their days. */
function movesUntil({ stock }: Ledgers, asOf: number): number {
  const { count, day } = stock.moves;
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (day[middle] <= asOf) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The time at the end of a day, all changes of method of that day done. */
export function atEndOf(ledgers: Ledgers, day: number): Until {
  return { end: movesUntil(ledgers, day), through: day };
}

/**
 * What the bins hold by then, at the final values of the moves. Where one cost holds for several of them, the
 * value is shared by quantity; the last by code of warehouse and batch that holds any takes the remainder: as
 * a change of method shares it (`costing/pool-changes.ts`).
 */
export function stockAt(ledgers: Ledgers, until: Until): StockAt {
  const { bin } = ledgers.stock;
  const bins = ledgers.stock.bins.item.length;
  const { qty: moved, value: worth } = ledgers.costed;
  const qty = new Float64Array(bins);
  const value = new Float64Array(bins);
  let start = 0;
  const addUntil = (end: number): void => {
    for (; start < end; start++) {
      qty[bin[start]] += moved[start];
      value[bin[start]] += worth[start];
    }
  };
  for (const carried of carriedBy(ledgers, until)) {
    addUntil(carried.before);
    value[carried.bin] = carried.value;
  }
  addUntil(until.end);
  if (haveSharedPools(ledgers.stock.pools)) shareOut(ledgers, until, { qty, value });
  return { qty, value };
}

/** What changes of method have passed on by then, in the order of the moves. */
function carriedBy({ costed }: Ledgers, { end, through }: Until): readonly Carried[] {
  return costed.carried.filter(({ before, day }) => before < end || (before === end && day <= through));
}

/**
 * The bins of every pool that holds some, each pool's in the order of their warehouses' codes and batches.
 */
function binsByPool(ledgers: Ledgers, until: Until): readonly (readonly number[])[] {
  const { stock, book } = ledgers;
  const pools: number[][] = Array.from({ length: stock.pools.count }, () => []);
  const poolOf = new Int32Array(stock.bins.item.length).fill(-1);
  let start = 0;
  const moveUntil = (end: number): void => {
    for (; start < end; start++) poolOf[stock.bin[start]] = stock.moves.pool[start];
  };
  for (const { before, bin, to } of carriedBy(ledgers, until)) {
    moveUntil(before);
    poolOf[bin] = to;
  }
  moveUntil(until.end);
  poolOf.forEach((pool, bin) => {
    if (pool !== -1) pools[pool].push(bin);
  });
  const byPlace = byPlaceOf(book, stock.bins);
  for (const bins of pools) bins.sort(byPlace);
  return pools;
}

function shareOut(ledgers: Ledgers, until: Until, { qty, value }: StockAt): void {
  for (const bins of binsByPool(ledgers, until)) {
    const whole = bins.reduce((sum, bin) => sum + value[bin], 0);
    const weights = bins.map((bin) => qty[bin]);
    // what waits to be booked in a pool of nothing lies where it lay
    if (whole !== 0 && weights.reduce((sum, weight) => sum + weight, 0) === 0) continue;
    const shares = shared(whole, weights);
    bins.forEach((bin, at) => (value[bin] = shares[at]));
  }
}
