import { coverShortages, heldIn, runShort } from "./bin";
import type { Bin, Lot, Shortage, Taken } from "./bin";
import { ofNone } from "./contents";
import type { Contents } from "./contents";
import { compare, least, minus, most, over, plus, rounded, same, sign, sum, times, zero } from "./fraction";
import type { Fraction } from "./fraction";
import type { Amount, Month, MonthKnown, Units } from "./month";

const nothing: Amount = { qty: zero, value: zero };

/** Nothing is known of a month before it was replayed. */
const unknown: MonthKnown = { arrived: nothing, units: new Map(), bearer: "", later: [] };

function add(a: Amount, b: Amount): Amount {
  return { qty: plus(a.qty, b.qty), value: plus(a.value, b.value) };
}

function poolOf(bin: Bin): Lot {
  const known = bin.lots.at(0);
  if (known !== undefined) return known;
  const pool = { date: "", ages: [], receipt: "", brought: "", of: ofNone, qty: zero, value: zero };
  bin.lots = [pool];
  return pool;
}

/** Units with those of goods besides. */
function withUnits(units: Units, of: Contents, qty: Fraction): Units {
  const more = [...of].map(([receipt, one]) => {
    return [receipt, plus(units.get(receipt) ?? zero, times(one, qty))] satisfies [string, Fraction];
  });
  return new Map([...units, ...more]);
}

/** Of what the pool is once all that a stretch brings lies in it: every unit of it of the same. */
function mixIn(bin: Bin, units: Units, qty: Fraction): void {
  const pool = poolOf(bin);
  const all = withUnits(units, pool.of, pool.qty);
  const whole = plus(pool.qty, qty);
  pool.of =
    sign(whole) > 0 ? new Map([...all].map(([receipt, n]) => [receipt, over(most(zero, n), whole)])) : ofNone;
}

/** Lays goods into the pool; what is short there is covered first. */
function bring(bin: Bin, { qty, value }: Amount): void {
  const pool = poolOf(bin);
  if (bin.shortages.length === 0) {
    pool.qty = plus(pool.qty, qty);
    pool.value = plus(pool.value, value);
    return;
  }
  if (sign(qty) <= 0) return;
  const rest = coverShortages(bin, { date: "", ages: [], receipt: "", brought: "", of: ofNone, qty, value });
  bin.last = over(value, qty);
  pool.qty = plus(pool.qty, rest.qty);
  pool.value = plus(pool.value, rest.value);
}

/**
 * Opens a stretch: all that it will bring is there at once, so every issue costs the average of the whole.
 * DOMAIN §5.3.
 */
export function openMonth(bin: Bin, key: string, known: MonthKnown = unknown): Month {
  const made = heldIn(bin);
  const there = minus(made.qty, sum(bin.shortages.map((one) => one.qty)));
  const draft: Month = {
    ...{ key, known, unit: zero, made, arrived: nothing, units: new Map(), there },
    ...{ bearer: "", bearerLeaves: false, later: [] },
  };
  bin.month = draft;
  mixIn(bin, known.units, known.arrived.qty);
  bring(bin, known.arrived);
  const held = heldIn(bin);
  if (sign(held.qty) > 0) bin.last = over(held.value, held.qty);
  const month = { ...draft, unit: bin.last };
  bin.month = month;
  return month;
}

/** Closes a stretch; answers what it found. What came otherwise than was known goes on with the stock. */
export function closeMonth(bin: Bin, month: Month): MonthKnown {
  const pool = poolOf(bin);
  pool.qty = plus(pool.qty, minus(month.arrived.qty, month.known.arrived.qty));
  pool.value = plus(pool.value, minus(month.arrived.value, month.known.arrived.value));
  bin.lots = bin.lots.filter((lot) => sign(lot.qty) !== 0 || sign(lot.value) !== 0);
  bin.month = null;
  return { arrived: month.arrived, units: month.units, bearer: month.bearer, later: month.later };
}

function atAverage(bin: Bin, month: Month, qty: Fraction): Fraction {
  return rounded(times(qty, month.unit), bin.decimals);
}

/** Goods come in with a cost of their own: they make the average; `of` is what is in a unit of them. */
export function arrive(month: Month, what: Amount, of: Contents): void {
  month.units = withUnits(month.units, of, what.qty);
  month.arrived = add(month.arrived, what);
  month.made = add(month.made, what);
  month.there = plus(month.there, what.qty);
}

/** Goods come in at the average; answers what they are worth. */
export function comeAtAverage(
  bin: Bin,
  month: Month,
  { qty, key }: { qty: Fraction; key: string },
): Fraction {
  if (!month.bearerLeaves) month.bearer = key;
  else month.later.push(qty);
  month.there = plus(month.there, qty);
  const pool = poolOf(bin);
  const bears = month.known.bearer === key && bin.shortages.length === 0;
  const value = bears
    ? minus(atAverage(bin, month, plus(pool.qty, qty)), pool.value)
    : atAverage(bin, month, qty);
  bring(bin, { qty, value });
  return value;
}

/** Whether so much of what came in can go back at its own cost. */
export function canGoBack(month: Month, qty: Fraction): boolean {
  return compare(qty, least(month.there, month.made.qty)) <= 0;
}

/** Part of what came in goes back at its cost, as far as what made the average can bear it. */
export function goBack(
  month: Month,
  { qty, cost, decimals, of }: { qty: Fraction; cost: Fraction; decimals: number; of: Contents },
): Fraction {
  const { made } = month;
  const bearable =
    compare(cost, made.value) > 0 ? rounded(over(times(made.value, qty), made.qty), decimals) : cost;
  const value = same(qty, made.qty) ? made.value : bearable;
  arrive(month, { qty: minus(zero, qty), value: minus(zero, value) }, of);
  return value;
}

/** What the last issue of a stretch bears: what stays is worth its quantity at the average. */
function remainder(bin: Bin, month: Month, qty: Fraction): Fraction {
  const pool = poolOf(bin);
  const later = month.known.later;
  const left = sum([minus(pool.qty, qty), ...later]);
  const value = sum([pool.value, ...later.map((one) => atAverage(bin, month, one))]);
  return sign(left) === 0 ? value : minus(value, atAverage(bin, month, left));
}

/** Goods go out at the average; what is not there at all runs short, and takes what rounding had left. */
export function leave(
  bin: Bin,
  month: Month,
  { qty, key, date }: { qty: Fraction; key: string; date: string },
): Taken {
  month.bearer = key;
  month.bearerLeaves = true;
  month.later = [];
  month.there = minus(month.there, qty);
  const pool = poolOf(bin);
  const there = bin.shortages.length > 0 ? zero : most(zero, pool.qty);
  const part = { date, ages: [], receipt: "", brought: "", of: pool.of };
  if (compare(qty, there) > 0) {
    const value = bin.shortages.length > 0 ? zero : pool.value;
    bin.lots = [];
    const shortage: Shortage | null = runShort(bin, minus(qty, there), date);
    const isSomething = sign(there) > 0 || sign(value) !== 0;
    return { parts: isSomething ? [{ ...part, qty: there, value }] : [], shortage };
  }
  const usual = least(atAverage(bin, month, qty), most(zero, pool.value));
  const value = month.known.bearer === key ? remainder(bin, month, qty) : usual;
  pool.qty = minus(pool.qty, qty);
  pool.value = minus(pool.value, value);
  return { parts: [{ ...part, qty, value }], shortage: null };
}
