import { mulDiv } from "../../kernel/mul-div";
import type { Fate } from "./line-fates";

type Whereabouts = Fate["where"][number];

/** A value that was given to goods when so much of their receipt's cost lay there. */
interface Laid {
  readonly part: number;
  readonly value: number;
}

/**
 * What came too late and was given to goods, by the receipt that brought them: of goods that have left since
 * it is gone in proportion. Smallest units.
 */
export class LaidShares {
  private readonly laid = new Map<string, readonly Laid[]>();

  /** Goods are given a value. */
  lay(where: Whereabouts, value: number): void {
    const key = keyOf(where);
    if (value !== 0) this.laid.set(key, [...(this.laid.get(key) ?? []), { part: where.part, value }]);
  }

  /** A fate in which goods are worth what was given to them, too. */
  withLaid(fate: Fate): Fate {
    if (this.laid.size === 0) return fate;
    const where = fate.where.map((each) => ({ ...each, worth: Math.max(0, each.worth + this.left(each)) }));
    return { ...fate, where };
  }

  private left(where: Whereabouts): number {
    const known = this.laid.get(keyOf(where)) ?? [];
    return known.reduce((sum, { part, value }) => sum + mulDiv(value, Math.min(where.part, part), part), 0);
  }
}

function keyOf({ receipt, pool, layer }: Whereabouts): string {
  return `${String(receipt)}|${String(pool)}|${String(layer)}`;
}
