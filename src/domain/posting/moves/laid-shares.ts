import { type Moves, REPRICE, REVALUE_TO } from "../../costing/moves";
import { mulDiv } from "../../kernel/mul-div";
import type { Fate } from "./line-fates";

type Whereabouts = Fate["where"][number] | Fate["jobs"][number];

/** A value that was given to goods before a move when so much of their receipt's cost lay there. */
interface Laid {
  readonly receipt: number;
  readonly at: number;
  readonly part: number;
  readonly value: number;
}

/** A move that gives a pool, or what one move brought (−1 = all), a price whatever it was worth before. */
interface Priced {
  readonly move: number;
  readonly of: number;
}

/** By pool: the moves that give goods a price. */
function pricedIn({ count, kind, pool, origin }: Moves): ReadonlyMap<number, readonly Priced[]> {
  const priced = new Map<number, Priced[]>();
  for (let move = 0; move < count; move++) {
    if (kind[move] !== REPRICE && kind[move] !== REVALUE_TO) continue;
    const of = origin?.[move] ?? -1;
    priced.set(pool[move], [...(priced.get(pool[move]) ?? []), { move, of }]);
  }
  return priced;
}

/**
 * What came too late and was given to goods, by the receipt that brought them: of goods that have left since
 * it is gone in proportion, and all of it where they were given a price. What goods of other receipts were
 * given just now is in what lies there, too. Smallest units.
 */
export class LaidShares {
  private readonly laid = new Map<string, readonly Laid[]>();
  private readonly priced: ReadonlyMap<number, readonly Priced[]>;

  constructor(moves: Moves) {
    this.priced = pricedIn(moves);
  }

  /** Goods are given a value before a move. */
  lay(where: Whereabouts, value: number, at: number): void {
    const key = keyOf(where);
    const laid = { receipt: where.receipt, at, part: where.part, value };
    if (value !== 0) this.laid.set(key, [...(this.laid.get(key) ?? []), laid]);
  }

  /** A fate before a move in which goods are worth what was given to them, too. */
  withLaid(fate: Fate, at: number): Fate {
    if (this.laid.size === 0) return fate;
    const worthOf = (each: Whereabouts): number => Math.max(0, each.worth + this.left(each, at));
    const where = fate.where.map((each) => ({ ...each, worth: worthOf(each) }));
    return { ...fate, where, jobs: fate.jobs.map((each) => ({ ...each, worth: worthOf(each) })) };
  }

  private left(where: Whereabouts, at: number): number {
    const last = this.pricedBefore(where, at);
    return (this.laid.get(keyOf(where)) ?? []).reduce((sum, laid) => {
      if (laid.at <= last) return sum;
      if (laid.receipt === where.receipt)
        return sum + mulDiv(laid.value, Math.min(where.part, laid.part), laid.part);
      return laid.at === at ? sum + laid.value : sum;
    }, 0);
  }

  /** The last move before one that gave goods a price; −1 = none, nor is any of what is in production. */
  private pricedBefore(where: Whereabouts, at: number): number {
    if ("job" in where) return -1;
    const { pool, layer } = where;
    const isOf = (of: number): boolean => of === -1 || layer === -1 || of === layer;
    const last = this.priced.get(pool)?.findLast(({ move, of }) => move < at && isOf(of));
    return last?.move ?? -1;
  }
}

function keyOf(where: Whereabouts): string {
  return "job" in where ? `job ${where.job}` : `${String(where.pool)}|${String(where.layer)}`;
}
