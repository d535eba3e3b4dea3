import { byCodeUnit } from "../kernel/names";
import { mulDiv } from "../kernel/mul-div";
import type { Ledgers } from "../posting/ledgers";
import { haveSharedPools } from "../posting/move-source";

/** What every bin holds and what that cost, by bin; smallest units. */
export interface StockAt {
  readonly qty: Float64Array;
  readonly value: Float64Array;
}

/** How many moves are dated no later than a day: the moves stand in order of their days. */
export function movesUntil({ stock }: Ledgers, asOf: number): number {
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

/**
 * What the bins hold after the first `end` moves, at the final values of those moves. Where one cost holds
 * for several of them, the value is shared by quantity; the last by code of warehouse and batch takes the
 * remainder.
 */
export function stockAt(ledgers: Ledgers, end: number): StockAt {
  const { bin } = ledgers.stock;
  const bins = ledgers.stock.bins.item.length;
  const { qty: moved, value: worth } = ledgers.costed;
  const qty = new Float64Array(bins);
  const value = new Float64Array(bins);
  let start = 0;
  const addUntil = (until: number): void => {
    for (; start < until; start++) {
      qty[bin[start]] += moved[start];
      value[bin[start]] += worth[start];
    }
  };
  for (const carried of ledgers.costed.carried) {
    if (carried.before >= end) break;
    addUntil(carried.before);
    value[carried.bin] = carried.value;
  }
  addUntil(end);
  if (haveSharedPools(ledgers.stock.pools)) shareOut(ledgers, end, { qty, value });
  return { qty, value };
}

/** The bins of every pool that has moved, each pool's in the order of their warehouses' codes and batches. */
function binsByPool({ stock, costed, book }: Ledgers, end: number): readonly (readonly number[])[] {
  const { warehouses } = book.masters;
  const pools: number[][] = Array.from({ length: stock.pools.count }, () => []);
  const poolOf = new Int32Array(stock.bins.item.length).fill(-1);
  for (let move = 0; move < end; move++) poolOf[stock.bin[move]] = stock.moves.pool[move];
  for (const { before, bin, to } of costed.carried) {
    // pools of later methods have greater numbers
    if (before < end) poolOf[bin] = Math.max(poolOf[bin], to);
  }
  poolOf.forEach((pool, bin) => {
    if (pool !== -1) pools[pool].push(bin);
  });
  const code = (bin: number): string => warehouses[stock.bins.warehouse[bin]].code;
  const { batch } = stock.bins;
  const inOrder = (a: number, b: number): number =>
    byCodeUnit(code(a), code(b)) || byCodeUnit(batch[a], batch[b]);
  for (const bins of pools) bins.sort(inOrder);
  return pools;
}

function shareOut(ledgers: Ledgers, end: number, { qty, value }: StockAt): void {
  for (const bins of binsByPool(ledgers, end)) {
    const held = bins.filter((bin) => qty[bin] !== 0);
    const wholeQty = held.reduce((sum, bin) => sum + qty[bin], 0);
    const whole = bins.reduce((sum, bin) => sum + value[bin], 0);
    for (const bin of bins) value[bin] = 0;
    for (const bin of held) value[bin] = wholeQty === 0 ? 0 : mulDiv(whole, qty[bin], wholeQty);
    const last = held.at(-1);
    if (last !== undefined) value[last] += whole - held.reduce((sum, bin) => sum + value[bin], 0);
  }
}
