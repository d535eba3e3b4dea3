import { front } from "./ages";
import type { Age } from "./ages";
import { least, minus, negative, over, plus, rounded, same, sign, sum, times, zero } from "./fraction";
import type { Fraction } from "./fraction";
import type { Contents } from "./contents";
import type { Month } from "./month";

/**
 * Goods with what they cost. `ages` say since when they are there, those first that go first; `receipt` is
 * the row that brought the layer in, `brought` the one that brought its goods into the house.
 */
export interface Lot {
  readonly date: string;
  ages: readonly Age[];
  readonly receipt: string;
  readonly brought: string;
  of: Contents;
  qty: Fraction;
  value: Fraction;
}

/**
 * What an issue took beyond the stock, not yet covered, at its provisional value (both positive, DOMAIN
 * §5.9).
 */
export interface Shortage {
  readonly date: string;
  /** What the whole of it is booked at: its final cost where an earlier replay has found it out. */
  readonly booked: Fraction;
  qty: Fraction;
  value: Fraction;
  /** What the whole of it costs, as far as it is covered; the rest at its provisional value. */
  cost: Fraction;
  /** It is booked at the standard cost and keeps that, whatever covers it. DOMAIN §5.7. */
  stands: boolean;
}

/** The stock that one cost holds for: lots oldest first, or shortages oldest first, never both. */
export interface Bin {
  readonly decimals: number;
  readonly shortageAtZero: boolean;
  /** Issues keep what their shortages were booked at: what covering costs more is a variance. */
  readonly standsShort: boolean;
  /**
   * Up to this day what has been issued keeps its cost: the last day closed before what comes in next; "" =
   * none.
   */
  closedUpTo: string;
  lots: Lot[];
  shortages: Shortage[];
  /** What the next shortage is known to cost in the end; null while nothing is known of it. */
  foreseen: Fraction | null;
  /** The last known cost of one unit, an exact ratio. */
  last: Fraction;
  /** The standard cost of one unit; null where the item is not costed by one. */
  standard: Fraction | null;
  /** The stretch of a month that is being averaged; null outside of one. */
  month: Month | null;
  /** How often all that is there has been given another value: each time a new stretch begins. */
  stretches: number;
  /** What covering has cost more than issues that stand were booked at, since last asked. */
  variance: Fraction;
}

/** What an issue took: parts of lots in the order they were taken, and what was missing. */
export interface Taken {
  readonly parts: readonly Lot[];
  readonly shortage: Shortage | null;
}

/** A costing method of the oracle. */
export interface OracleMethod {
  /** What is left of each receipt lies by itself. */
  readonly layered: boolean;
  readonly receive: (bin: Bin, lot: Lot) => void;
  readonly issue: (bin: Bin, qty: Fraction, date: string) => Taken;
}

/** Quantity and value of the lots, shortages not counted. */
export function heldIn(bin: Bin): { readonly qty: Fraction; readonly value: Fraction } {
  return { qty: sum(bin.lots.map((lot) => lot.qty)), value: sum(bin.lots.map((lot) => lot.value)) };
}

/**
 * Takes `qty` out of it and answers its value: round(value · qty / quantity), or all that is left with the
 * last.
 */
export function takeFrom(
  from: { qty: Fraction; value: Fraction },
  qty: Fraction,
  decimals: number,
): Fraction {
  const value = same(qty, from.qty) ? from.value : rounded(over(times(from.value, qty), from.qty), decimals);
  from.qty = minus(from.qty, qty);
  from.value = minus(from.value, value);
  return value;
}

/** Takes so much out of a lot, and answers it as a lot of its own. */
export function takePart(lot: Lot, qty: Fraction, decimals: number): Lot {
  const { taken, left } = front(lot.ages, qty);
  lot.ages = left;
  return { ...lot, ages: taken, qty, value: takeFrom(lot, qty, decimals) };
}

/** What is there of a bin, less what it lacks. */
export function balanceOf(bin: Bin): Fraction {
  return minus(heldIn(bin).qty, sum(bin.shortages.map(({ qty }) => qty)));
}

/** What so many more are worth at a standard: the balance with them less that without, each rounded once. */
export function moreAtStandard(bin: Bin, standard: Fraction, qty: Fraction): Fraction {
  const whole = (all: Fraction): Fraction => rounded(times(all, standard), bin.decimals);
  const balance = balanceOf(bin);
  return minus(whole(plus(balance, qty)), whole(balance));
}

/** What comes in settles the oldest shortage first, at its own cost; answers what is left of it. */
export function coverShortages(bin: Bin, lot: Lot): Lot {
  const rest = { ...lot };
  for (const shortage of bin.shortages) {
    const covered = least(shortage.qty, rest.qty);
    if (sign(covered) === 0) break;
    const cost = takePart(rest, covered, bin.decimals).value;
    const provisional = takeFrom(shortage, covered, bin.decimals);
    const more = minus(cost, provisional);
    const isFixed = bin.standsShort || shortage.date <= bin.closedUpTo;
    if (shortage.stands) continue;
    if (isFixed) bin.variance = plus(bin.variance, more);
    else shortage.cost = plus(shortage.cost, more);
  }
  bin.shortages = bin.shortages.filter((shortage) => sign(shortage.qty) > 0);
  return rest;
}

/**
 * Notes that `qty` is missing, at the standard, else at the last known cost or at nothing; null when nothing
 * is missing.
 */
export function runShort(bin: Bin, qty: Fraction, date: string): Shortage | null {
  if (sign(qty) === 0) return null;
  const { standard } = bin;
  const stands = standard !== null && bin.shortages.every((one) => one.stands);
  const value = standard === null ? atLast(bin, qty) : negative(moreAtStandard(bin, standard, negative(qty)));
  const shortage = { date, booked: bin.foreseen ?? value, qty, value, cost: value, stands };
  bin.shortages.push(shortage);
  return shortage;
}

function atLast(bin: Bin, qty: Fraction): Fraction {
  return bin.shortageAtZero ? zero : rounded(times(qty, bin.last), bin.decimals);
}

/** What `qty` costs now: the average of what is there, the last known cost when nothing is. */
export function currentCost(bin: Bin, qty: Fraction): Fraction {
  const held = heldIn(bin);
  if (bin.standard !== null) return moreAtStandard(bin, bin.standard, qty);
  const unit = sign(held.qty) > 0 ? over(held.value, held.qty) : bin.last;
  return rounded(times(qty, unit), bin.decimals);
}
