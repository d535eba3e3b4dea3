import type { TakenPart } from "./costing-method";
import { type MonthAverages } from "./month-averages";
import { ARRIVES, ASIDE, COMES_AT_AVERAGE, GOES_BACK, LEAVES } from "./month-spans";
import {
  CHANGES_VALUE,
  COUNT_GAIN,
  ISSUE,
  MADE,
  NEUTRAL_OUT,
  policyOn,
  type PoolChange,
  RECEIVE,
  RECEIVE_AT_COST,
  RETURN_IN,
  RETURN_OUT,
  TRANSFER_IN,
  TRANSFER_OUT,
  UNDO_IN,
  UNDO_OUT,
  VARIANCE,
} from "./moves";
import { POOLED } from "./parts";
import { passOn } from "./pool-changes";
import { PassGround } from "./pass-ground";
import { aboutOf } from "./returned";

/** One pass over the moves, with what earlier passes found out: what each move comes to, and what is left. */
export class Pass extends PassGround {
  /**
   * Costs the moves before `end`, changes of method between them, and those behind them up to the day
   * `through` (included); of some moves picked, all of these.
   */
  run(end: number, through = -Infinity): void {
    let start = 0;
    for (const change of this.picked === null ? this.pools.changes : []) {
      if (change.before >= end && change.day > through) break;
      this.stretch(start, change.before);
      for (const { from } of change.parts) this.months?.close(from);
      this.passOn(change);
      start = change.before;
    }
    const { picked, stock, standards, shortages } = this;
    const last = picked?.length ?? end;
    if (this.noting === null) this.stretch(start, last);
    else {
      const noted = { stock, standards, short: shortages.pools };
      this.noting.monthByMonth(last, picked, noted, (from, to) => this.stretch(from, to));
    }
    this.months?.finish();
    for (const [move, cost] of this.made.ahead(picked)) shortages.costs.set(move, cost);
  }

  protected passOn(change: PoolChange): void {
    const { stock, methods, shortages } = this;
    this.carried.push(...passOn({ stock, methods, shortages }, change));
  }

  private stretch(start: number, end: number): void {
    const { months, picked } = this;
    const { kind, pool, qty, value } = this.moves;
    for (let at = start; at < end; at++) {
      const move = picked === null ? at : picked[at];
      const what = kind[move];
      if (months !== null && this.averaged(months, move, pool[move])) continue;
      if (what === RECEIVE) this.receive(move, pool[move], qty[move], value[move]);
      else if (what === ISSUE) this.issue(move, pool[move], qty[move]);
      else this.other(move, what);
    }
  }

  /** True where every month brought what was known of it. */
  areMonthsSettled(): boolean {
    return this.months?.isSettled() ?? true;
  }

  /** Costs a move of a pool that is averaged by the month; false where it does nothing to the average. */
  protected averaged(months: MonthAverages, move: number, pool: number): boolean {
    const qty = this.moves.qty[move];
    const role = months.enter(move, pool);
    if (CHANGES_VALUE[this.moves.kind[move]] === 1) months.close(pool);
    if (role === ARRIVES) {
      const value = this.ownValue(move);
      months.arrive(move, pool, value);
      this.qty[move] += qty;
      this.value[move] += value;
    } else if (role === COMES_AT_AVERAGE) {
      this.qty[move] += qty;
      this.value[move] += this.isOfShort(move)
        ? months.comeBack(pool, qty, this.takenBack(move, qty))
        : months.comeAtAverage(move, pool);
    } else if (role === GOES_BACK) {
      const origin = this.moves.origin?.[move] ?? -1;
      this.qty[move] -= qty;
      this.value[move] -= months.goBack(move, pool, this.returned.back(move, origin).share);
    } else if (role === LEAVES) {
      if (this.moves.kind[move] === TRANSFER_OUT) this.transferOut(move, pool, qty);
      else this.issue(move, pool, qty);
    }
    return role > ASIDE;
  }

  /** Whether a move takes back one that was short, so that no average says what that cost. */
  private isOfShort(move: number): boolean {
    const { kind, origin } = this.moves;
    return kind[move] === UNDO_OUT && this.shortCosts.has(origin?.[move] ?? -1);
  }

  /** What a move brings that has a cost of its own. */
  private ownValue(move: number): number {
    if (this.moves.kind[move] === TRANSFER_IN) return -this.value[move - 1];
    if (this.moves.kind[move] === UNDO_OUT) return this.takenBack(move, this.moves.qty[move]);
    return this.moves.kind[move] === MADE ? this.made.worth(move) : this.moves.value[move];
  }

  private other(move: number, kind: number): void {
    const pool = this.moves.pool[move];
    const qty = this.moves.qty[move];
    if (kind === RECEIVE_AT_COST) this.receive(move, pool, qty, this.worths.current(move, pool, qty));
    else if (kind === RETURN_IN) this.returnIn(move, pool, qty);
    else if (kind === RETURN_OUT || kind === UNDO_IN) this.returnOut(move, pool, qty);
    else if (kind === UNDO_OUT) this.undoOut(move, pool, qty);
    else if (kind === TRANSFER_OUT) this.transferOut(move, pool, qty);
    else if (kind === TRANSFER_IN) this.transferIn(move, pool, qty);
    else if (kind === COUNT_GAIN) this.receive(move, pool, qty, this.worths.gain(move, pool, qty));
    else if (kind === MADE) this.receive(move, pool, qty, this.made.worth(move));
    else if (kind === VARIANCE) this.value[move] = -this.shortages.takeVariance(pool);
    else if (CHANGES_VALUE[kind] === 1) this.revalue(move, pool);
    else this.neutral(move, kind, pool, qty);
  }

  private receive(move: number, pool: number, qty: number, value: number): void {
    const worth = this.standards?.takeIn(move, pool, qty, value) ?? value;
    this.qty[move] += qty;
    this.value[move] += worth;
    this.lay(move, pool, qty, worth, this.moves.day[move]);
  }

  /** Lays goods down in a pool: what is short there is covered first. */
  protected lay(move: number, pool: number, qty: number, value: number, firstDay: number): void {
    const { stock } = this;
    if (stock.qty[pool] >= 0) {
      this.methods.of(pool).receive(stock, pool, qty, value, { move, firstDay });
      return;
    }
    const stands = this.stands(pool);
    const left = this.shortages.coverBy(move, pool, { qty, value });
    stock.lastQty[pool] = qty;
    stock.lastValue[pool] = value;
    if (stock.qty[pool] < 0) return;
    stock.qty[pool] = 0;
    if (!stands) stock.value[pool] = 0;
    if (left.qty > 0) this.methods.of(pool).receive(stock, pool, left.qty, left.value, { move, firstDay });
  }

  /** Whether all that a pool lacks is worth the standard, and what it lacks besides too. */
  private stands(pool: number): boolean {
    return this.standards?.has(pool) === true && this.shortages.stand(pool);
  }

  private issue(move: number, pool: number, qty: number, part: TakenPart | null = null): void {
    const cost =
      this.stock.qty[pool] >= qty ? this.take(move, pool, qty, part) : this.issueShort(move, pool, qty);
    this.qty[move] -= qty;
    this.value[move] -= cost;
    this.ends?.issued(move, pool);
  }

  /** Takes what is there; of an averaged month, where that is `all`, all its value. */
  protected take(move: number, pool: number, qty: number, part: TakenPart | null, all = false): number {
    const { months, stock } = this;
    if (months === null || !months.holds(pool)) {
      return qty === 0 ? 0 : this.methods.of(pool).issue(stock, pool, qty, this.told(move, pool, part));
    }
    const cost = all ? months.empty(pool) : months.leave(move, pool, qty);
    if (qty > 0) this.told(move, pool, part)?.(qty, cost, POOLED);
    return cost;
  }

  /**
   * Who is told of each part that a move takes out of a pool: who asks, and in other passes somebody besides.
   */
  protected told(_move: number, _pool: number, part: TakenPart | null): TakenPart | null {
    return part;
  }

  /**
   * Issues more than is there: what there is by the method, the rest at the last known cost for the time
   * being.
   */
  private issueShort(move: number, pool: number, qty: number): number {
    const { stock } = this;
    const there = Math.max(0, stock.qty[pool]);
    const collect = this.moves.kind[move] === TRANSFER_OUT ? this.parts.collect : null;
    const cost = this.take(move, pool, there, collect, true);
    const short = qty - there;
    const provisional = this.worths.lacking(move, pool, short);
    const stands = this.stands(pool);
    const booked = this.shortages.owe(pool, { move, qty: short, provisional, stands });
    // what rounding had left where nothing was there goes along with what is owed
    collect?.(short, there === 0 ? booked + cost : booked, this.moves.day[move]);
    return cost + booked;
  }

  private transferOut(move: number, pool: number, qty: number): void {
    this.parts.clear();
    const origin = this.moves.origin?.[move] ?? -1;
    const isOne = this.months?.holds(pool) === true;
    if (origin === -1 || isOne || this.stock.qty[pool] < qty) this.issue(move, pool, qty, this.parts.collect);
    else this.issueBack(move, pool, origin, this.parts.collect);
  }

  protected transferIn(move: number, pool: number, qty: number): void {
    this.qty[move] += qty;
    this.value[move] -= this.value[move - 1];
    const isNew = policyOn(this.policy, this.moves.day[move]).transferDate === "transfer";
    for (const part of this.parts.list) {
      const firstDay = isNew || part.firstDay === POOLED ? this.moves.day[move] : part.firstDay;
      const { layers } = this.stock;
      const first = layers.count;
      this.lay(move, pool, part.qty, part.value, firstDay);
      if (part.layer !== -1) layers.carryFrom(first, layers.broughtBy(part.layer));
    }
  }

  private returnIn(move: number, pool: number, qty: number): void {
    const origin = this.moves.origin?.[move] ?? -1;
    const isPast = origin !== -1 && origin < move;
    const cost = isPast ? this.returned.take(origin, qty, move) : this.worths.current(move, pool, qty);
    this.receive(move, pool, qty, cost);
  }

  private returnOut(move: number, pool: number, qty: number): void {
    const origin = this.moves.origin?.[move] ?? -1;
    const isThere = origin !== -1 && origin < move && this.stock.qty[pool] >= qty;
    if (isThere) this.issueBack(move, pool, origin, null);
    else this.issue(move, pool, qty);
  }

  /** What should not have gone back to a supplier is of its receipt still. */
  private undoOut(move: number, pool: number, qty: number): void {
    const { layers } = this.stock;
    const first = layers.count;
    this.receive(move, pool, qty, this.takenBack(move, qty));
    const receipt = aboutOf(this.moves, this.moves.origin?.[move] ?? -1);
    if (receipt !== -1) layers.carryFrom(first, receipt);
  }

  /** What goods cost that come back since they should not have gone. */
  private takenBack(move: number, qty: number): number {
    const origin = this.moves.origin?.[move] ?? -1;
    this.returned.restore(origin, qty);
    return this.returned.take(origin, qty, move);
  }

  /** Goods leave as those that one move brought, at their share of what it came to. */
  protected issueBack(move: number, pool: number, origin: number, part: TakenPart | null): void {
    const qty = this.moves.qty[move];
    const { before, share, more } = this.returned.back(move, origin);
    const told = this.told(move, pool, part);
    const back = { move: origin, cost: share, more, part: told };
    const cost = this.methods.of(pool).issueBack(this.stock, pool, qty, back);
    this.standards?.giveBack(move, pool, { origin, before, share, cost });
    this.qty[move] -= qty;
    this.value[move] -= cost;
  }

  /** What is there stays, and gets another value. */
  protected revalue(move: number, pool: number): void {
    this.changes.change(move, pool, this.methods.of(pool));
  }

  private neutral(move: number, kind: number, pool: number, qty: number): void {
    this.qty[move] += kind === NEUTRAL_OUT ? -qty : qty;
    this.value[move] -= kind === NEUTRAL_OUT ? this.worths.current(move, pool, qty) : this.value[move - 1];
  }
}
