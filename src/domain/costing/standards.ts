import { mulDiv } from "../kernel/mul-div";
import { powerOfTen, QUANTITY_SCALE } from "../kernel/numbers";
import type { CheckpointsOf, StandardCost } from "./checkpoints";
import type { Moves, Pools } from "./moves";

/**
 * Standard costs as the moves go by, and what goods cost more or less than theirs. A re-pricing changes the
 * standard of its pool from then on. Source: DOMAIN §5.7.
 */
export class Standards {
  /** By pool: the standard as a price (10⁻⁶) for so much (10⁻⁶); a price of NaN = none. */
  private readonly price: Float64Array;
  private readonly per: Float64Array;

  constructor(
    private readonly moves: Moves,
    private readonly method: Pools["method"],
    standard: Float64Array,
    private readonly moneyDecimals: number,
    /** By move: what it cost beyond what it brought into stock; smallest units. */
    readonly variance: Float64Array = new Float64Array(moves.count),
  ) {
    this.price = standard.slice();
    this.per = new Float64Array(standard.length).fill(QUANTITY_SCALE);
  }

  /** The standard of a pool as it is by now. */
  of(pool: number): StandardCost {
    return { price: this.price[pool], per: this.per[pool] };
  }

  /** Goes on with what the standards of pools were at the last of their checkpoints. */
  resume(checkpoints: CheckpointsOf): void {
    for (const [pool, known] of checkpoints) {
      const standard = known.at(-1)?.standard ?? null;
      if (standard === null) continue;
      this.price[pool] = standard.price;
      this.per[pool] = standard.per;
    }
  }

  /** What goods that cost `value` come in at; the rest is a variance. */
  worth(move: number, pool: number, qty: number, value: number): number {
    if (Number.isNaN(this.price[pool])) return value;
    const worth = mulDiv(qty, this.price[pool], this.per[pool] * powerOfTen(6 - this.moneyDecimals));
    this.variance[move] += value - worth;
    return worth;
  }

  /**
   * A return of `qty` carries its share of the variance of the goods it gives back, of which `before` went
   * already; the last takes the remainder.
   */
  giveBack(
    move: number,
    origin: number,
    { before, qty }: { readonly before: number; readonly qty: number },
  ): void {
    const whole = this.variance[origin];
    if (whole === 0) return;
    const all = this.moves.qty[origin];
    this.variance[move] -= mulDiv(whole, before + qty, all) - mulDiv(whole, before, all);
  }

  /** A re-pricing: the standard of a pool costed by one is another from now on. */
  change(move: number, pool: number): void {
    if (this.method[pool] !== "standard") return;
    this.price[pool] = this.moves.value[move];
    this.per[pool] = this.moves.qty[move];
  }
}

/**
 * The standard costs that moves begin with, with the variances known of them; null where no pool is costed by
 * one.
 */
export function standardsOf(
  moves: Moves,
  { method, standard }: Pools,
  moneyDecimals: number,
  variance?: Float64Array,
): Standards | null {
  return standard === null ? null : new Standards(moves, method, standard, moneyDecimals, variance);
}
