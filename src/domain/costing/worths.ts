import { mulDiv } from "../kernel/mul-div";
import { powerOfTen } from "../kernel/numbers";
import { type CostingPolicy, type Moves, type Pools, REVALUE_TO } from "./moves";
import { heldBy, type Revaluation } from "./revalue";
import type { Stock } from "./stock";

/** What goods are worth that have no cost of their own. Source: DOMAIN §5.2 last cost, §7 gains. */
export class Worths {
  /** Moves that came in without a cost while none was known. */
  readonly withoutCost: number[] = [];

  constructor(
    private readonly stock: Stock,
    private readonly moves: Moves,
    private readonly pools: Pools,
    private readonly policy: CostingPolicy,
  ) {}

  /** What a quantity is worth at what the pool holds now, else at the last known cost. */
  current(move: number, pool: number, qty: number): number {
    const there = this.stock.qty[pool];
    return there > 0 ? mulDiv(this.stock.value[pool], qty, there) : this.last(move, pool, qty);
  }

  /** What a quantity is worth at the last known cost, else at the pool's fallback, else nothing. */
  last(move: number, pool: number, qty: number): number {
    const lastQty = this.stock.lastQty[pool];
    if (lastQty > 0) return mulDiv(this.stock.lastValue[pool], qty, lastQty);
    const fallback = this.pools.fallback[pool];
    if (!Number.isNaN(fallback)) return mulDiv(qty, fallback, powerOfTen(12 - this.policy.moneyDecimals));
    this.withoutCost.push(move);
    return 0;
  }

  /** What the gain of a count comes in at: as typed, else as the policy says. */
  gain(move: number, pool: number, qty: number): number {
    const typed = this.moves.value[move];
    if (!Number.isNaN(typed)) return typed;
    if (this.policy.countGainCost === "typed") this.withoutCost.push(move);
    const { layers } = this.stock;
    const front = this.policy.countGainCost === "oldest" ? layers.front(pool) : -1;
    if (front !== -1) return mulDiv(layers.value[front], qty, layers.qty[front]);
    return this.current(move, pool, qty);
  }

  /** What `there` is worth at the price that a re-pricing gives. */
  repriced(move: number, there: number): number {
    const perMoney = this.moves.qty[move] * powerOfTen(6 - this.policy.moneyDecimals);
    return mulDiv(there, this.moves.value[move], perMoney);
  }

  /** What a change of value is about, and by how much: to a price, or by what the move says. */
  asked(move: number, pool: number, layered: boolean): Revaluation {
    const layer = layered ? (this.moves.origin?.[move] ?? -1) : -1;
    const held = heldBy(this.stock, pool, layer);
    const isTo = this.moves.kind[move] === REVALUE_TO;
    const more = isTo ? this.repriced(move, held.qty) - held.value : this.moves.value[move];
    return { layered, layer, more, ...held };
  }
}
