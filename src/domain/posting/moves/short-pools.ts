import type { Book } from "../../book/book";
import { type ItemCosting, itemCostings } from "../../book/item-costing";
import { BIN_SIGNS, NEUTRAL_IN, NEUTRAL_OUT, TRANSFER_OUT } from "../../costing/moves";
import type { Bins } from "../../ledger/bins";
import { mayStandShort, restatedFrom } from "./late-effects";

/** What a pool held before a move. */
interface PoolBefore {
  readonly qty: number;
  /** What it lacks came to it with a change of method: another place had it. */
  readonly inherits: boolean;
  /**
   * At a change of method goods of one place covered what another lacked: the next move books the difference.
   */
  readonly waits: boolean;
}

interface Held {
  qty: number;
  inherits: boolean;
  waits: boolean;
}

/** A move as it is written. */
interface Written {
  readonly kind: number;
  readonly bin: number;
  readonly qty: number;
  readonly day: number;
}

/**
 * Told of every move in its order; answers, where it covers what keeps the cost it was booked at, or is the
 * first behind a change of method that did, the first day whose issues it restates, else null.
 */
export type ShortDifferences = (move: Written) => number | null;

/** What follows the pools of a book; null where whatever is short is restated. */
export function shortDifferences(book: Book, bins: Bins): ShortDifferences | null {
  if (!mayStandShort(book) && !mayInherit(book)) return null;
  const restated = restatedFrom(book);
  const tally = new Tally(itemCostings(book), bins, restated);
  return ({ kind, bin, qty, day }) => {
    const sign = BIN_SIGNS[kind];
    if (kind === NEUTRAL_OUT || kind === NEUTRAL_IN) {
      tally.shift(bin, sign * qty, day);
      return null;
    }
    const before = tally.add(bin, sign * qty, day);
    const from = restated(day);
    if (before.waits && mayBook(kind)) {
      tally.book(bin);
      return from;
    }
    if (sign <= 0 || before.qty >= 0) return null;
    return from === -Infinity && !before.inherits ? null : from;
  };
}

/** Whether a difference may stand behind a move: its goods must not arrive right behind it. */
function mayBook(kind: number): boolean {
  return BIN_SIGNS[kind] !== 0 && kind !== TRANSFER_OUT;
}

/**
 * Whether a change of method may leave a place to owe what another has, as one cost held for both before, or
 * what was priced anew while it was lacking.
 */
function mayInherit(book: Book): boolean {
  return itemCostings(book).some((eras) =>
    eras.some((era, at) => {
      const before = eras[Math.max(0, at - 1)];
      return (before.company && !era.company) || (!before.perBatch && era.perBatch) || leaves(before, era);
    }),
  );
}

/** Whether standard costs hold no longer. */
function leaves(before: ItemCosting, era: ItemCosting): boolean {
  return before.method === "standard" && era.method !== "standard";
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
    private readonly restated: (day: number) => number,
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
    this.inBin[bin] = this.lying(bin) + qty;
    return before;
  }

  /** What waited in the pool of a bin is booked. */
  book(bin: number): void {
    this.poolOf(bin).waits = false;
  }

  /** The same of goods that stay in their pool wherever they go. */
  shift(bin: number, qty: number, day: number): void {
    this.goOn(this.bins.item[bin], day);
    this.inBin[bin] = this.lying(bin) + qty;
  }

  private poolOf(bin: number): Held {
    const { item, warehouse, batch } = this.bins;
    const era = this.era[item[bin]];
    const { company, perBatch } = this.costings[item[bin]][era];
    const where = company ? "" : String(warehouse[bin]);
    const key = `${String(item[bin])}|${String(era)}|${where}|${perBatch ? batch[bin] : ""}`;
    const known = this.pools.get(key) ?? { qty: 0, inherits: false, waits: false };
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
    const before = own.map((bin) => this.poolOf(bin));
    const isLeft = leaves(this.costings[item][this.era[item]], this.costings[item][++this.era[item]]);
    const has = new Set<Held>();
    for (const bin of own) {
      const pool = this.poolOf(bin);
      pool.qty += this.lying(bin);
      if (this.lying(bin) > 0) has.add(pool);
    }
    const isKept = this.restated(this.costings[item][this.era[item]].from) !== -Infinity;
    own.forEach((bin, at) => {
      const pool = this.poolOf(bin);
      if (pool.qty < 0 && (isLeft || pool.qty !== before[at].qty)) pool.inherits = true;
      const isCovered = this.lying(bin) < 0 && has.has(pool) && (isKept || before[at].inherits);
      if (before[at].waits || isCovered) pool.waits = true;
    });
  }

  private lying(bin: number): number {
    return this.inBin[bin] ?? 0;
  }
}
