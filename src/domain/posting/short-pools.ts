import type { Book } from "../book/book";
import { type ItemCosting, itemCostings } from "../book/item-costing";
import type { Bins } from "../ledger/bins";

/** What a pool held before a move. */
export interface PoolBefore {
  readonly qty: number;
  /** What it lacks came to it with a change of method: another place had it. */
  readonly inherits: boolean;
}

/** Follows what the pools hold, where one cost may hold for several bins. */
export interface PoolTally {
  /** Adds to what a bin and its pool hold on a day; answers what the pool held before. */
  add(bin: number, qty: number, day: number): PoolBefore;
  /** The same of goods that stay in their pool wherever they go. */
  shift(bin: number, qty: number, day: number): void;
}

interface Held {
  qty: number;
  inherits: boolean;
}

/** A tally of nothing so far. */
export function poolTally(book: Book, bins: Bins): PoolTally {
  const tally = new Tally(itemCostings(book), bins);
  return {
    add: (bin, qty, day) => tally.add(bin, qty, day),
    shift: (bin, qty, day) => tally.shift(bin, qty, day),
  };
}

/** Whether a change of method may leave a place to owe what another has: one cost held for both before. */
export function mayInherit(book: Book): boolean {
  return itemCostings(book).some((eras) =>
    eras.some((era, at) => {
      const before = eras[Math.max(0, at - 1)];
      return (before.company && !era.company) || (!before.perBatch && era.perBatch);
    }),
  );
}

class Tally {
  private readonly pools = new Map<string, Held>();
  private readonly inBin: number[] = [];
  /** By item: which of its costings holds. */
  private readonly era: number[];

  constructor(
    private readonly costings: readonly (readonly ItemCosting[])[],
    private readonly bins: Bins,
  ) {
    this.era = costings.map(() => 0);
  }

  add(bin: number, qty: number, day: number): PoolBefore {
    this.goOn(this.bins.item[bin], day);
    const pool = this.poolOf(bin);
    const before = { ...pool };
    pool.qty += qty;
    if (pool.qty >= 0) pool.inherits = false;
    this.inBin[bin] = (this.inBin[bin] ?? 0) + qty;
    return before;
  }

  shift(bin: number, qty: number, day: number): void {
    this.goOn(this.bins.item[bin], day);
    this.inBin[bin] = (this.inBin[bin] ?? 0) + qty;
  }

  private poolOf(bin: number): Held {
    const { item, warehouse, batch } = this.bins;
    const era = this.era[item[bin]];
    const { company, perBatch } = this.costings[item[bin]][era];
    const where = company ? "" : String(warehouse[bin]);
    const key = `${String(item[bin])}|${String(era)}|${where}|${perBatch ? batch[bin] : ""}`;
    const known = this.pools.get(key) ?? { qty: 0, inherits: false };
    this.pools.set(key, known);
    return known;
  }

  /** Goes on to the costing of the day: what lies in the bins lies in other pools from then on. */
  private goOn(item: number, day: number): void {
    const eras = this.costings[item];
    while (this.era[item] + 1 < eras.length && eras[this.era[item] + 1].from <= day) this.change(item);
  }

  private change(item: number): void {
    const own = this.bins.item.flatMap((of, bin) => (of === item ? [bin] : []));
    const before = own.map((bin) => this.poolOf(bin).qty);
    this.era[item]++;
    for (const bin of own) this.poolOf(bin).qty += this.inBin[bin] ?? 0;
    own.forEach((bin, at) => {
      const pool = this.poolOf(bin);
      if (pool.qty < 0 && pool.qty !== before[at]) pool.inherits = true;
    });
  }
}
