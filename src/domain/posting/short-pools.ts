import type { Book } from "../book/book";
import { itemCostings } from "../book/item-costing";
import type { Bins } from "../ledger/bins";

/** Follows what the pools hold, where one cost may hold for several bins. */
export interface PoolTally {
  /** Adds to what the bin's pool holds; answers what it held before. */
  add(bin: number, qty: number): number;
}

/** A tally of nothing so far. */
export function poolTally(book: Book, bins: Bins): PoolTally {
  const there = new Map<string, number>();
  const costings = itemCostings(book);
  const keyOf = (bin: number): string => {
    const { company, perBatch } = costings[bins.item[bin]][0];
    const where = company ? "" : String(bins.warehouse[bin]);
    return `${bins.item[bin]}|${where}|${perBatch ? bins.batch[bin] : ""}`;
  };
  return {
    add: (bin, qty) => {
      const key = keyOf(bin);
      const before = there.get(key) ?? 0;
      there.set(key, before + qty);
      return before;
    },
  };
}
