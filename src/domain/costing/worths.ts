import { mulDiv } from "../kernel/mul-div";
import { powerOfTen } from "../kernel/numbers";
import {
  type CostingPolicy,
  fallbackOn,
  type Moves,
  type PassPolicy,
  policyOn,
  type Pools,
  REVALUE_TO,
} from "./moves";
import { heldBy, type Revaluation } from "./revalue";
import type { Standards } from "./standards";
import type { Stock } from "./stock";

/** What tells what goods are worth. */
interface WorthGround {
  readonly stock: Stock;
  readonly moves: Moves;
  readonly pools: Pools;
  readonly standards: Standards | null;
}

/** What goods are worth that have no cost of their own. Source: DOMAIN §5.2 last cost, §7 gains. */
export class Worths {
  /** Moves that came in without a cost while none was known. */
  readonly withoutCost: number[] = [];

  constructor(
    private readonly ground: WorthGround,
    private readonly policy: CostingPolicy,
  ) {}

  /** What a quantity is worth at the standard or what the pool holds now, else at the last known cost. */
  current(move: number, pool: number, qty: number): number {
    const { stock, standards } = this.ground;
    const there = stock.qty[pool];
    if (there <= 0 || standards?.has(pool) === true) return this.last(move, pool, qty);
    return mulDiv(stock.value[pool], qty, there);
  }

  /**
   * What a quantity is worth at the standard or the last known cost, else at the pool's fallback, else
   * nothing.
   */
  last(move: number, pool: number, qty: number): number {
    const { stock, moves, pools, standards } = this.ground;
    if (standards?.has(pool) === true) return standards.worth(pool, qty);
    const lastQty = stock.lastQty[pool];
    if (lastQty > 0) return mulDiv(stock.lastValue[pool], qty, lastQty);
    const fallback = fallbackOn(pools, pool, moves.day[move]);
    if (!Number.isNaN(fallback)) return mulDiv(qty, fallback, powerOfTen(12 - this.policy.moneyDecimals));
    this.withoutCost.push(move);
    return 0;
  }

  /**
   * What a quantity is worth that is not there: at the standard, else for the time being at the last known
   * cost or nothing, as the policy says.
   */
  lacking(move: number, pool: number, qty: number): number {
    const { standards } = this.ground;
    if (standards?.has(pool) === true) return standards.lacking(pool, qty);
    return this.choices(move).shortageCost === "zero" ? 0 : this.last(move, pool, qty);
  }

  /** What the book chose on the day of a move. */
  private choices(move: number): PassPolicy {
    return policyOn(this.policy, this.ground.moves.day[move]);
  }

  /** What the gain of a count comes in at: as typed, else as the policy says. */
  gain(move: number, pool: number, qty: number): number {
    const typed = this.ground.moves.value[move];
    if (!Number.isNaN(typed)) return typed;
    const { countGainCost } = this.choices(move);
    if (countGainCost === "typed") this.withoutCost.push(move);
    const { layers } = this.ground.stock;
    const front = countGainCost === "oldest" ? layers.front(pool) : -1;
    if (front !== -1) return mulDiv(layers.value[front], qty, layers.qty[front]);
    return this.current(move, pool, qty);
  }

  /** What `there` is worth at the price that a re-pricing gives. */
  repriced(move: number, there: number): number {
    const perMoney = this.ground.moves.qty[move] * powerOfTen(6 - this.policy.moneyDecimals);
    return mulDiv(there, this.ground.moves.value[move], perMoney);
  }

  /** What a change of value is about, and by how much: to a price, or by what the move says. */
  asked(move: number, pool: number, layered: boolean): Revaluation {
    const { stock, moves } = this.ground;
    const layer = layered ? (moves.origin?.[move] ?? -1) : -1;
    const held = heldBy(stock, pool, layer);
    const isTo = moves.kind[move] === REVALUE_TO;
    const more = isTo ? this.repriced(move, held.qty) - held.value : moves.value[move];
    return { layered, layer, more, ...held };
  }
}
