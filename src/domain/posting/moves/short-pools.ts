import type { Book } from "../../book/book";
import { type ItemCosting, itemCostings } from "../../book/item-costing";
import { BIN_SIGNS, NEUTRAL_IN, NEUTRAL_OUT } from "../../costing/moves";
import type { Bins } from "../../ledger/bins";
import { mayStandShort, restatedFrom } from "./late-effects";

/** What a pool held before a move. */
interface PoolBefore {
  readonly qty: number;
  /** What it lacks came to it with a change of method: another place had it. */
  readonly inherits: boolean;
}

interface Held {
  qty: number;
  inherits: boolean;
}

/** A move as it is written. */
interface Written {
  readonly kind: number;
  readonly bin: number;
  readonly qty: number;
  readonly day: number;
}

/**
 * Told of every move in its order; answers, where it covers what keeps the cost it was booked at, the first
 * day whose issues it restates, else null.
 */
export type ShortDifferences = (move: Written) => number | null;

/** What follows the pools of a book; null where whatever is short is restated. */
export function shortDifferences(book: Book, bins: Bins): ShortDifferences | null {
  if (!mayStandShort(book) && !mayInherit(book)) return null;
  const tally = new Tally(itemCostings(book), bins);
  const restated = restatedFrom(book);
  return ({ kind, bin, qty, day }) => {
    const sign = BIN_SIGNS[kind];
    if (kind === NEUTRAL_OUT || kind === NEUTRAL_IN) {
      tally.shift(bin, sign * qty, day);
      return null;
    }
    const before = tally.add(bin, sign * qty, day);
    if (sign <= 0 || before.qty >= 0) return null;
    const from = restated(day);
    return from === -Infinity && !before.inherits ? null : from;
  };
}

/** Whether a change of method may leave a place to owe what another has: one cost held for both before. */
function mayInherit(book: Book): boolean {
  return itemCostings(book).some((eras) =>
    eras.some((era, at) => {
      const before = eras[Math.max(0, at - 1)];
      return (before.company && !era.company) || (!before.perBatch && era.perBatch);
    }),
  );
}

/** Follows what the pools hold, where one cost may hold for several bins. */
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

  /** Adds to what a bin and its pool hold on a day; answers what the pool held before. */
  add(bin: number, qty: number, day: number): PoolBefore {
    this.goOn(this.bins.item[bin], day);
    const pool = this.poolOf(bin);
    const before = { ...pool };
    pool.qty += qty;
    if (pool.qty >= 0) pool.inherits = false;
    this.inBin[bin] = (this.inBin[bin] ?? 0) + qty;
    return before;
  }

  /** The same of goods that stay in their pool wherever they go. */
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
