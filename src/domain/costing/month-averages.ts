import { mulDiv } from "../kernel/mul-div";
import type { Day } from "../kernel/day";
import { powerOfTen } from "../kernel/numbers";
import type { Foreknown } from "./costed";
import type { LooseEnds } from "./loose-ends";
import type { MonthSpans } from "./month-spans";
import { type CostingPolicy, fallbackOn, MADE, type Moves, type Pools, TRANSFER_IN } from "./moves";
import { NO_MOVE, type Shortages } from "./shortages";
import type { Stock } from "./stock";

/** What an averaged month is costed with. */
export interface MonthGround {
  readonly moves: Moves;
  readonly pools: Pools;
  readonly policy: CostingPolicy;
  readonly stock: Stock;
  readonly shortages: Shortages;
  readonly withoutCost: number[];
  readonly ends: LooseEnds | null;
}

/**
 * One pass over the months of averaged pools. When a pool's first move of a span comes, all that the span
 * will bring is laid into the pool at once, at what earlier passes found that it costs; so every issue is
 * costed at the average of the whole span. `arrived` is what really came, for the next pass.
 * Source: DOMAIN §5.3.
 */
export class MonthAverages {
  /** By span: the cost of what came in with a cost of its own, in this pass. */
  readonly arrived: Float64Array;
  private readonly arrivedQty: Float64Array;
  /** By pool: its open span, −1 = none; the average as a ratio. */
  private readonly span: Int32Array;
  private readonly averageQty: Float64Array;
  private readonly averageValue: Float64Array;
  /** By pool: what has made the average so far, opening included. */
  private readonly madeQty: Float64Array;
  private readonly madeValue: Float64Array;

  constructor(
    private readonly spans: MonthSpans,
    private readonly ground: MonthGround,
    private readonly known: Pick<Foreknown, "arrived" | "frozen">,
  ) {
    const { count } = ground.pools;
    this.arrived = new Float64Array(spans.count);
    this.arrivedQty = new Float64Array(spans.count);
    this.span = new Int32Array(count).fill(-1);
    this.averageQty = new Float64Array(count);
    this.averageValue = new Float64Array(count);
    this.madeQty = new Float64Array(count);
    this.madeValue = new Float64Array(count);
  }

  /**
   * What a move does in its span; −1 = its pool is not averaged by the month. Begins the span if it is new.
   */
  enter(move: number, pool: number): number {
    const span = this.spans.spanOf[move];
    if (span === -1) return -1;
    if (this.span[pool] !== span) {
      this.close(pool);
      this.open(pool, span, this.ground.moves.day[move]);
    }
    return this.spans.role[move];
  }

  /** True while a span of the pool is open. */
  holds(pool: number): boolean {
    return this.span[pool] !== -1;
  }

  /** Ends the open span of a pool: what came otherwise than was known goes on with the stock. */
  close(pool: number): void {
    const span = this.span[pool];
    if (span === -1) return;
    this.ground.stock.qty[pool] += this.arrivedQty[span] - this.spans.qty[span];
    this.bringMore(pool, this.arrived[span] - this.known.arrived[span]);
    this.span[pool] = -1;
  }

  /** Ends every open span. */
  finish(): void {
    for (let pool = 0; pool < this.span.length; pool++) this.close(pool);
  }

  private open(pool: number, span: number, day: Day): void {
    this.span[pool] = span;
    const { stock } = this.ground;
    const isShort = stock.qty[pool] < 0;
    this.madeQty[pool] = isShort ? 0 : stock.qty[pool];
    this.madeValue[pool] = isShort ? 0 : stock.value[pool];
    this.bring(pool, this.spans.qty[span], this.known.arrived[span]);
    if (stock.qty[pool] > 0) {
      stock.lastQty[pool] = stock.qty[pool];
      stock.lastValue[pool] = stock.value[pool];
    }
    this.averageQty[pool] = stock.lastQty[pool];
    this.averageValue[pool] = stock.lastValue[pool];
    if (stock.lastQty[pool] > 0) return;
    const { pools, policy } = this.ground;
    this.averageQty[pool] = powerOfTen(12 - policy.moneyDecimals);
    this.averageValue[pool] = fallbackOn(pools, pool, day);
  }

  /** Lays goods into a pool, where something is short there into that first. */
  private bring(pool: number, qty: number, value: number): void {
    const { stock, shortages } = this.ground;
    if (stock.qty[pool] >= 0) {
      stock.qty[pool] += qty;
      stock.value[pool] += value;
      return;
    }
    if (qty <= 0) return;
    const apart = this.spans.apart[this.span[pool]];
    const left = shortages.cover(pool, { qty, value }, { by: NO_MOVE, apart });
    stock.lastQty[pool] = qty;
    stock.lastValue[pool] = value;
    if (stock.qty[pool] < 0) return;
    stock.qty[pool] = left.qty;
    stock.value[pool] = left.value;
  }

  /** What a quantity is worth at the average of its span; nothing where no cost was ever known. */
  worth(move: number, pool: number, qty: number): number {
    const value = this.averageValue[pool];
    if (!Number.isNaN(value)) return mulDiv(value, qty, this.averageQty[pool]);
    this.ground.withoutCost.push(move);
    return 0;
  }

  /**
   * Goods come in with a cost of their own: they are there already, at what was known of them. What one
   * brings beside that which is told of it goes on at once with the stock.
   */
  arrive(move: number, pool: number, value: number): void {
    const { kind, qty } = this.ground.moves;
    const told = this.toldOf(move, kind[move]) ?? value;
    this.bringMore(pool, value - told);
    this.count(move, pool, qty[move], told);
  }

  /**
   * What is told of a move whose goods left another pool, where a circle does not settle; null = what it
   * brings in this pass.
   */
  private toldOf(move: number, kind: number): number | null {
    const { frozen } = this.known;
    if (frozen === null) return null;
    if (kind === TRANSFER_IN) return -frozen[move - 1];
    return kind === MADE ? frozen[move] : null;
  }

  /** What is there is worth so much more; where nothing is, the last issue cost so much more. */
  private bringMore(pool: number, more: number): void {
    if (more === 0) return;
    const { stock, ends } = this.ground;
    if (stock.qty[pool] > 0 || ends?.bear(pool, more) !== true) stock.value[pool] += more;
  }

  /** Whether a move keeps its value where a circle does not settle: it leaves for another average. */
  private keeps(move: number): boolean {
    return this.ground.ends?.leavesForOthers(move) === true;
  }

  /** What a receipt's goods go back at: their cost, as far as what made the average so far can bear it. */
  goBack(move: number, pool: number, cost: number): number {
    const qty = this.ground.moves.qty[move];
    const made = this.madeValue[pool];
    const bearable = cost > made ? mulDiv(made, qty, this.madeQty[pool]) : cost;
    const taken = qty === this.madeQty[pool] ? made : bearable;
    this.count(move, pool, -qty, -taken);
    return taken;
  }

  private count(move: number, pool: number, qty: number, value: number): void {
    const span = this.spans.spanOf[move];
    this.arrived[span] += value;
    this.arrivedQty[span] += qty;
    this.madeQty[pool] += qty;
    this.madeValue[pool] += value;
  }

  /** Goods come in at the average; answers what they are worth. */
  comeAtAverage(move: number, pool: number): number {
    const { moves, stock } = this.ground;
    const qty = moves.qty[move];
    const isBearer = this.spans.bearer[this.spans.spanOf[move]] === move && stock.qty[pool] >= 0;
    const value = isBearer
      ? this.worth(move, pool, stock.qty[pool] + qty) - stock.value[pool]
      : this.worth(move, pool, qty);
    this.bring(pool, qty, value);
    return value;
  }

  /** Goods come back at what they went for, since that was no average; answers this. */
  comeBack(pool: number, qty: number, value: number): number {
    this.bring(pool, qty, value);
    return value;
  }

  /**
   * Goods that are there go out at the average; answers what they cost. The last issue of the span takes the
   * remainder, so that what stays is worth its quantity at the average.
   */
  leave(move: number, pool: number, qty: number): number {
    const { stock } = this.ground;
    const span = this.spans.spanOf[move];
    const cost = this.spans.bearer[span] === move ? this.remainder(move, pool, qty) : NaN;
    const borne = Number.isNaN(cost)
      ? Math.min(this.kept(move, pool, qty), Math.max(0, stock.value[pool]))
      : cost;
    stock.qty[pool] -= qty;
    stock.value[pool] -= borne;
    return borne;
  }

  /** What leaves costs at the average, or what it keeps. */
  private kept(move: number, pool: number, qty: number): number {
    const { frozen } = this.known;
    return frozen !== null && this.keeps(move) ? -frozen[move] : this.worth(move, pool, qty);
  }

  /** What the last to leave bears; NaN where it keeps its value, since some stays. */
  private remainder(move: number, pool: number, qty: number): number {
    const { stock } = this.ground;
    let left = stock.qty[pool] - qty;
    let value = stock.value[pool];
    for (const later of this.spans.later[this.spans.spanOf[move]]) {
      left += later;
      value += this.worth(move, pool, later);
    }
    if (left === 0) return value;
    return this.keeps(move) ? NaN : value - this.worth(move, pool, left);
  }

  /** Takes all the value of what is there, since more than that goes out. */
  empty(pool: number): number {
    const { stock } = this.ground;
    if (stock.qty[pool] < 0) return 0;
    const value = stock.value[pool];
    stock.qty[pool] = 0;
    stock.value[pool] = 0;
    return value;
  }

  /** True where every span brought what was known of it. */
  isSettled(): boolean {
    return this.arrived.every((value, span) => value === this.known.arrived[span]);
  }
}

/** The averages of a pass; null where no pool is averaged by the month. */
export function monthAverages(ground: MonthGround, known: Foreknown): MonthAverages | null {
  return known.spans === null ? null : new MonthAverages(known.spans, ground, known);
}
