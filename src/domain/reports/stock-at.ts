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
  for (let move = 0; move < end; move++) {
    qty[bin[move]] += moved[move];
    value[bin[move]] += worth[move];
  }
  if (haveSharedPools(ledgers.stock.pools)) shareOut(ledgers, { qty, value });
  return { qty, value };
}

/** The bins of every pool that has moved, each pool's in the order of their warehouses' codes and batches. */
function binsByPool({ stock, book }: Ledgers): readonly (readonly number[])[] {
  const { warehouses } = book.masters;
  const pools: number[][] = Array.from({ length: stock.pools.count }, () => []);
  const seen = new Uint8Array(stock.bins.item.length);
  for (let move = 0; move < stock.moves.count; move++) {
    const bin = stock.bin[move];
    if (seen[bin] === 0) pools[stock.moves.pool[move]].push(bin);
    seen[bin] = 1;
  }
  const code = (bin: number): string => warehouses[stock.bins.warehouse[bin]].code;
  const { batch } = stock.bins;
  const inOrder = (a: number, b: number): number =>
    byCodeUnit(code(a), code(b)) || byCodeUnit(batch[a], batch[b]);
  for (const bins of pools) bins.sort(inOrder);
  return pools;
}

function shareOut(ledgers: Ledgers, { qty, value }: StockAt): void {
  for (const bins of binsByPool(ledgers)) {
    const held = bins.filter((bin) => qty[bin] !== 0);
    const wholeQty = held.reduce((sum, bin) => sum + qty[bin], 0);
    const whole = bins.reduce((sum, bin) => sum + value[bin], 0);
    for (const bin of bins) value[bin] = 0;
    for (const bin of held) value[bin] = wholeQty === 0 ? 0 : mulDiv(whole, qty[bin], wholeQty);
    const last = held.at(-1);
    if (last !== undefined) value[last] += whole - held.reduce((sum, bin) => sum + value[bin], 0);
  }
}
