import { mulDiv } from "../kernel/mul-div";
import { powerOfTen, QUANTITY_SCALE } from "../kernel/numbers";
import type { CheckpointsOf, StandardCost } from "./checkpoints";
import type { CostingMethod } from "./costing-method";
import { type Moves, type Pools, TRANSFER_OUT } from "./moves";
import { movingAverage, takeAt } from "./moving-average";
import { letStand } from "./shortages";
import { standardCost } from "./standard-cost";
import type { Stock } from "./stock";

/**
 * Goods of one move that go back: how much went before, how much goes now, its share of what they came in at,
 * and what leaves.
 */
interface GoingBack {
  readonly origin: number;
  readonly before: number;
  readonly share: number;
  readonly cost: number;
}

/**
 * Standard costs as the moves go by, and what goods cost more or less than theirs. What is there is worth its
 * quantity at the standard, rounded once, whatever it cost; every difference is the variance of the move that
 * makes it. A re-pricing changes the standard of its pool from then on. Source: DOMAIN §5.7.
 */
export class Standards {
  /** Standard cost of pools that have one; the others are averaged. */
  readonly method: CostingMethod = {
    ...standardCost,
    issue: (stock, pool, qty, part) => {
      if (!this.has(pool)) return movingAverage.issue(stock, pool, qty, part);
      const cost = takeAt(stock, pool, qty, this.leaving(pool, qty));
      part?.(qty, cost, -1);
      return cost;
    },
    issueBack: (stock, pool, qty, back) =>
      this.has(pool)
        ? this.method.issue(stock, pool, qty, back.part)
        : movingAverage.issueBack(stock, pool, qty, back),
  };
  /** By pool: the standard as a price (10⁻⁶) for so much (10⁻⁶); a price of NaN = none. */
  private readonly price: Float64Array;
  private readonly per: Float64Array;
  private readonly methods: Pools["method"];

  constructor(
    private readonly moves: Moves,
    { method, standard }: Pick<Pools, "method"> & { readonly standard: Float64Array },
    private readonly moneyDecimals: number,
    private readonly stock: Stock,
    /** By move: what it cost beyond what it brought into stock; smallest units. */
    readonly variance: Float64Array = new Float64Array(moves.count),
  ) {
    this.methods = method;
    this.price = standard.slice();
    this.per = new Float64Array(standard.length).fill(QUANTITY_SCALE);
  }

  /** The standard of a pool as it is by now. */
  of(pool: number): StandardCost {
    return { price: this.price[pool], per: this.per[pool] };
  }

  /** Whether a pool has a standard. */
  has(pool: number): boolean {
    return !Number.isNaN(this.price[pool]);
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

  /** What a quantity more is worth in a pool, or less lacking: with it less without it, both rounded once. */
  worth(pool: number, qty: number): number {
    const there = this.stock.qty[pool];
    return this.whole(pool, there + qty) - this.whole(pool, there);
  }

  /** What goods that cost `value` come in at; the rest is a variance. */
  takeIn(move: number, pool: number, qty: number, value: number): number {
    if (!this.has(pool)) return value;
    const worth = this.worth(pool, qty);
    this.variance[move] += value - worth;
    return worth;
  }

  /** What a quantity that a pool lacks besides is worth. */
  lacking(pool: number, qty: number): number {
    const there = this.stock.qty[pool];
    return this.whole(pool, there) - this.whole(pool, there - qty);
  }

  /**
   * What of the goods there leaves with a quantity: its share too of what they are not worth the standard.
   */
  private leaving(pool: number, qty: number): number {
    const there = this.stock.qty[pool];
    const value = this.stock.value[pool];
    if (qty === there) return value;
    const whole = this.whole(pool, there);
    return whole - this.whole(pool, there - qty) + mulDiv(value - whole, qty, there);
  }

  private whole(pool: number, qty: number): number {
    return mulDiv(qty, this.price[pool], this.per[pool] * powerOfTen(6 - this.moneyDecimals));
  }

  /**
   * Goods that go back leave at the standard as it is now; what they came in at otherwise is a variance, and
   * so is their share of what they cost beyond that; the last takes the remainder. What is sent on to another
   * place takes its own along.
   */
  giveBack(move: number, pool: number, { origin, before, share, cost }: GoingBack): void {
    if (!this.has(pool) || this.moves.kind[move] === TRANSFER_OUT) return;
    const [whole, all] = [this.variance[origin], this.moves.qty[origin]];
    const gone = mulDiv(whole, before + this.moves.qty[move], all) - mulDiv(whole, before, all);
    this.variance[move] += cost - share - gone;
  }

  /** A re-pricing: the standard of a pool costed by one is another from now on. */
  change(move: number, pool: number): void {
    if (this.methods[pool] !== "standard") return;
    this.price[pool] = this.moves.value[move];
    this.per[pool] = this.moves.qty[move];
  }

  /** All that is there in a pool, or lacking, becomes worth the standard; answers how much more that is. */
  bringTo(pool: number): number {
    const { stock } = this;
    const more = this.whole(pool, stock.qty[pool]) - stock.value[pool];
    stock.value[pool] += more;
    letStand(stock, pool, more);
    return more;
  }
}

/**
 * The standard costs that moves begin with, with the variances known of them; null where no pool is costed by
 * one.
 */
export function standardsOf(
  {
    moves,
    pools,
    stock,
    moneyDecimals,
  }: {
    readonly moves: Moves;
    readonly pools: Pools;
    readonly stock: Stock;
    readonly moneyDecimals: number;
  },
  variance?: Float64Array,
): Standards | null {
  const { method, standard } = pools;
  return standard === null
    ? null
    : new Standards(moves, { method, standard }, moneyDecimals, stock, variance);
}
