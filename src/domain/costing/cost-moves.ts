import { mulDiv } from "../kernel/mul-div";
import { powerOfTen } from "../kernel/numbers";
import { costingMethods } from "./index";
import type { Costed } from "./costed";
import type { CostingMethod, TakenPart } from "./costing-method";
import {
  COUNT_GAIN,
  type CostingPolicy,
  ISSUE,
  type Moves,
  NEUTRAL_OUT,
  type Pools,
  RECEIVE,
  RECEIVE_AT_COST,
  REPRICE,
  RETURN_IN,
  RETURN_OUT,
  TRANSFER_IN,
  TRANSFER_OUT,
} from "./moves";
import { sameCosts, shortageGuesses, type ShortCosts } from "./shortage-costs";
import { Stock } from "./stock";

/** Passes after which shortages that keep moving each other are left as they stand. */
const MOST_PASSES = 200;
/** The first day of goods that are averaged with others. */
const POOLED = -1;

/**
 * Costs every move in one pass over the order. Where a shortage was covered later at another cost, the issue
 * is restated and the pass repeated with what is now known, until nothing moves: so whatever followed from
 * the issue (a transfer, a return) follows its restated cost. Source: DOMAIN §5.2, §5.4, §5.8, §5.9, §5.11,
 * §6, §7.
 */
export function costMoves(moves: Moves, pools: Pools, policy: CostingPolicy): Costed {
  let known: ShortCosts = new Map();
  const guess = shortageGuesses();
  for (let round = 1; ; round++) {
    const pass = new Pass(moves, pools, policy, known);
    pass.run(moves.count);
    if (sameCosts(pass.shortCosts, known)) return pass;
    if (round === MOST_PASSES) return pass.settled();
    known = guess(known, pass.shortCosts);
  }
}

/**
 * Stock as it stood before the move `end`, at the restated values of the whole: `costed` is what all moves
 * came to.
 */
export function stockBefore(
  end: number,
  moves: Moves,
  pools: Pools,
  policy: CostingPolicy,
  costed: Costed,
): Stock {
  if (end === moves.count) return costed.stock;
  const pass = new Pass(moves, pools, policy, costed.shortCosts);
  pass.run(end);
  return pass.stock;
}

class Pass implements Costed {
  readonly qty: Float64Array;
  readonly value: Float64Array;
  readonly withoutCost: number[] = [];
  readonly shortCosts = new Map<number, number>();
  readonly stock: Stock;
  private readonly methods: readonly CostingMethod[];
  private readonly returned = new Map<number, number>();
  private parts: { qty: number; value: number; firstDay: number }[] = [];

  constructor(
    private readonly moves: Moves,
    private readonly pools: Pools,
    private readonly policy: CostingPolicy,
    private readonly known: ShortCosts,
  ) {
    this.qty = new Float64Array(moves.count);
    this.value = new Float64Array(moves.count);
    this.methods = pools.method.map((code) => costingMethods[code]);
    this.stock = new Stock(pools.count, pools.method.includes("fifo") ? moves.count : 0);
  }

  run(end: number): void {
    const { kind, pool, qty, value } = this.moves;
    for (let move = 0; move < end; move++) {
      const what = kind[move];
      if (what === RECEIVE) this.receive(move, pool[move], qty[move], value[move]);
      else if (what === ISSUE) this.issue(move, pool[move], qty[move]);
      else this.other(move, what);
    }
  }

  /** Lets the issues themselves bear what their shortages still cost more than was known of them. */
  settled(): this {
    const open = new Set(
      [...this.stock.shortages.values()].flatMap((queue) => queue.map(({ move }) => move)),
    );
    for (const [move, cost] of this.shortCosts) {
      if (this.moves.kind[move] === TRANSFER_OUT) continue;
      const more = cost - (this.known.get(move) ?? cost);
      this.value[move] -= more;
      if (open.has(move)) this.stock.value[this.moves.pool[move]] -= more;
    }
    return this;
  }

  private other(move: number, kind: number): void {
    const pool = this.moves.pool[move];
    const qty = this.moves.qty[move];
    if (kind === RECEIVE_AT_COST) this.receive(move, pool, qty, this.currentCost(move, pool, qty));
    else if (kind === RETURN_IN) this.returnIn(move, pool, qty);
    else if (kind === RETURN_OUT) this.returnOut(move, pool, qty);
    else if (kind === TRANSFER_OUT) this.transferOut(move, pool, qty);
    else if (kind === TRANSFER_IN) this.transferIn(move, pool, qty);
    else if (kind === COUNT_GAIN) this.receive(move, pool, qty, this.gainValue(move, pool, qty));
    else if (kind === REPRICE) this.reprice(move, pool);
    else this.neutral(move, kind, pool, qty);
  }

  private receive(move: number, pool: number, qty: number, value: number): void {
    this.qty[move] += qty;
    this.value[move] += value;
    this.lay(move, pool, qty, value, this.moves.day[move]);
  }

  /** Lays goods down in a pool: what is short there is covered first. */
  private lay(move: number, pool: number, qty: number, value: number, firstDay: number): void {
    const { stock } = this;
    if (stock.qty[pool] >= 0) {
      this.methods[pool].receive(stock, pool, qty, value, { move, firstDay });
      return;
    }
    const left = this.cover(pool, qty, value);
    stock.lastQty[pool] = qty;
    stock.lastValue[pool] = value;
    if (stock.qty[pool] < 0) return;
    stock.qty[pool] = 0;
    stock.value[pool] = 0;
    if (left.qty > 0) this.methods[pool].receive(stock, pool, left.qty, left.value, { move, firstDay });
  }

  /** Settles the oldest shortages of a pool out of a receipt; answers what is left of it. */
  private cover(pool: number, qty: number, value: number): { qty: number; value: number } {
    const { stock } = this;
    const queue = stock.shortages.get(pool) ?? [];
    const left = { qty, value };
    while (left.qty > 0 && queue.length > 0) {
      const short = queue[0];
      const part = Math.min(left.qty, short.qty);
      const cost = part === left.qty ? left.value : mulDiv(left.value, part, left.qty);
      const booked = part === short.qty ? short.provisional : mulDiv(short.provisional, part, short.qty);
      this.shortCosts.set(short.move, (this.shortCosts.get(short.move) ?? 0) + cost - booked);
      short.qty -= part;
      short.provisional -= booked;
      if (short.qty === 0) queue.shift();
      left.qty -= part;
      left.value -= cost;
      stock.qty[pool] += part;
      stock.value[pool] += this.known.has(short.move) ? cost : booked;
    }
    return left;
  }

  private issue(move: number, pool: number, qty: number, part: TakenPart | null = null): void {
    const cost =
      this.stock.qty[pool] >= qty
        ? this.methods[pool].issue(this.stock, pool, qty, part)
        : this.issueShort(move, pool, qty);
    this.qty[move] -= qty;
    this.value[move] -= cost;
  }

  /**
   * Issues more than is there: what there is by the method, the rest at the last known cost for the time
   * being.
   */
  private issueShort(move: number, pool: number, qty: number): number {
    const { stock } = this;
    const there = Math.max(0, stock.qty[pool]);
    const collect = this.moves.kind[move] === TRANSFER_OUT ? this.collect : null;
    const cost = there === 0 ? 0 : this.methods[pool].issue(stock, pool, there, collect);
    const short = qty - there;
    const provisional = this.policy.shortageCost === "zero" ? 0 : this.lastCost(move, pool, short);
    const booked = this.known.get(move) ?? provisional;
    const queue = stock.shortages.get(pool) ?? [];
    queue.push({ move, qty: short, provisional });
    stock.shortages.set(pool, queue);
    this.shortCosts.set(move, provisional);
    stock.qty[pool] -= short;
    stock.value[pool] -= booked;
    collect?.(short, booked, this.moves.day[move]);
    return cost + booked;
  }

  /** Parts of an average (no day of their own) stay together with what else leaves, as they arrive. */
  private readonly collect = (qty: number, value: number, firstDay: number): void => {
    const last = this.parts.at(-1);
    if (last?.firstDay === POOLED) {
      last.qty += qty;
      last.value += value;
    } else this.parts.push({ qty, value, firstDay });
  };

  private transferOut(move: number, pool: number, qty: number): void {
    this.parts = [];
    this.issue(move, pool, qty, this.collect);
  }

  private transferIn(move: number, pool: number, qty: number): void {
    this.qty[move] += qty;
    this.value[move] -= this.value[move - 1];
    for (const part of this.parts) {
      this.lay(
        move,
        pool,
        part.qty,
        part.value,
        part.firstDay === POOLED ? this.moves.day[move] : part.firstDay,
      );
    }
  }

  /** The share of what a move cost that a return of `qty` carries; the last one takes the remainder. */
  private shareOf(origin: number, qty: number): number {
    const whole = Math.abs(this.moves.qty[origin]);
    const before = this.returned.get(origin) ?? 0;
    const cost = Math.abs(this.value[origin]);
    this.returned.set(origin, before + qty);
    return mulDiv(cost, Math.min(before + qty, whole), whole) - mulDiv(cost, Math.min(before, whole), whole);
  }

  private returnIn(move: number, pool: number, qty: number): void {
    const origin = this.moves.origin?.[move] ?? -1;
    const past = origin !== -1 && origin < move;
    this.receive(move, pool, qty, past ? this.shareOf(origin, qty) : this.currentCost(move, pool, qty));
  }

  private returnOut(move: number, pool: number, qty: number): void {
    const origin = this.moves.origin?.[move] ?? -1;
    if (origin === -1 || origin >= move || this.stock.qty[pool] < qty) {
      this.issue(move, pool, qty);
      return;
    }
    const back = { move: origin, cost: this.shareOf(origin, qty) };
    const cost = this.methods[pool].issueBack(this.stock, pool, qty, back);
    this.qty[move] -= qty;
    this.value[move] -= cost;
  }

  private reprice(move: number, pool: number): void {
    const { stock } = this;
    const there = Math.max(0, stock.qty[pool]);
    const perMoney = this.moves.qty[move] * powerOfTen(6 - this.policy.moneyDecimals);
    const worth = mulDiv(there, this.moves.value[move], perMoney);
    if (stock.qty[pool] < 0) return;
    this.value[move] += worth - stock.value[pool];
    this.methods[pool].reset(stock, pool, there, worth, { move, firstDay: this.moves.day[move] });
  }

  private neutral(move: number, kind: number, pool: number, qty: number): void {
    if (kind === NEUTRAL_OUT) {
      this.qty[move] -= qty;
      this.value[move] -= this.currentCost(move, pool, qty);
    } else {
      this.qty[move] += qty;
      this.value[move] -= this.value[move - 1];
    }
  }

  private gainValue(move: number, pool: number, gain: number): number {
    const typed = this.moves.value[move];
    if (!Number.isNaN(typed)) return typed;
    if (this.policy.countGainCost === "typed") this.withoutCost.push(move);
    const front = this.policy.countGainCost === "oldest" ? this.stock.layers.front(pool) : -1;
    if (front !== -1) return mulDiv(this.stock.layers.value[front], gain, this.stock.layers.qty[front]);
    return this.currentCost(move, pool, gain);
  }

  /** What a quantity is worth at what the pool holds now, else at the last known cost. */
  private currentCost(move: number, pool: number, qty: number): number {
    const there = this.stock.qty[pool];
    return there > 0 ? mulDiv(this.stock.value[pool], qty, there) : this.lastCost(move, pool, qty);
  }

  private lastCost(move: number, pool: number, qty: number): number {
    const lastQty = this.stock.lastQty[pool];
    if (lastQty > 0) return mulDiv(this.stock.lastValue[pool], qty, lastQty);
    const fallback = this.pools.fallback[pool];
    if (!Number.isNaN(fallback)) return mulDiv(qty, fallback, powerOfTen(12 - this.policy.moneyDecimals));
    this.withoutCost.push(move);
    return 0;
  }
}
