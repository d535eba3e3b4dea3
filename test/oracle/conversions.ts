import { fraction, minus, most, negative, over, plus, sign, sum, times, zero } from "./fraction";
import type { Fraction } from "./fraction";
import { front, keptAge } from "./ages";
import type { Age } from "./ages";
import { allocated } from "./amounts";
import type { Lot } from "./bin";
import { mixed, ofNone } from "./contents";
import { amountOf, numberOf, textOf } from "./oracle-book";
import { isClosedJob, isCost, jobRows, madeRows } from "./production";
import type { Entry, OracleBook } from "./oracle-book";
import { bringIn, newAge, newLot, takeOut } from "./stock-moving";
import type { Run } from "./stock-run";
import { typedValue } from "./typed-value";

/** Whether a row of an assembly or disassembly comes in: true in, false out, null labour and overhead. */
function comesIn(entry: Entry): boolean | null {
  const role = textOf(entry.row, "role");
  if (role === "cost") return null;
  return (role === "product") === (entry.type === "ZX");
}

/** The rows of a row's document: out, then in. */
export function conversionRows(book: OracleBook, entry: Entry): readonly Entry[] {
  const own = book.entries.filter((one) => one.table === "stock" && one.number === entry.number);
  return [...own.filter((one) => comesIn(one) !== true), ...own.filter((one) => comesIn(one) === true)];
}

function salesPrice({ item }: Entry): Fraction {
  if (item === null) return zero;
  return numberOf(item.row, "retailPrice") ?? numberOf(item.row, "purchasePrice") ?? zero;
}

/** The weight of each row without a cost of its own: its share, else by sales value, else by quantity. */
function weightsOf(made: readonly Entry[], hasOwn: (entry: Entry) => boolean): readonly Fraction[] {
  const asked = made.map((one) => textOf(one.row, "basis")).find((basis) => basis !== "");
  const priced = made.map((one) => times(one.qty, salesPrice(one)));
  const isPriced = made.every((one, at) => hasOwn(one) || sign(priced.at(at) ?? zero) > 0);
  const basis = asked === "qty" || !isPriced ? made.map((one) => one.qty) : priced;
  const owned = made.map(hasOwn);
  const open = basis.map((weight, at) => (owned[at] ? zero : weight));
  const shares = made.map((one) => (hasOwn(one) ? null : numberOf(one.row, "share")));
  if (shares.every((share) => share === null)) return open;
  const left = most(zero, minus(fraction("100"), sum(shares.map((share) => share ?? zero))));
  const unsaid = sum(open.filter((_, at) => shares[at] === null));
  return shares.map((share, at) => {
    if (share !== null) return share;
    return sign(unsaid) === 0 ? zero : over(times(left, open[at] ?? zero), unsaid);
  });
}

/** Shares by weight, the remainder to the main product where there is one, else to the last. */
function sharedCost(
  cost: Fraction,
  { made, weights, decimals }: { made: readonly Entry[]; weights: readonly Fraction[]; decimals: number },
): ReadonlyMap<Entry, Fraction> {
  const weighed = made.map((entry, at) => ({ entry, weight: weights[at] ?? zero }));
  const main = weighed.find(
    ({ entry, weight }) => textOf(entry.row, "role") === "product" && sign(weight) > 0,
  );
  const order = main === undefined ? weighed : [...weighed.filter((one) => one !== main), main];
  const shares = allocated(
    cost,
    order.map(({ weight }) => weight),
    decimals,
  );
  return new Map(order.map(({ entry }, at) => [entry, shares[at] ?? zero]));
}

/** What rows took out of stock by now, and what the cost rows say. */
function costOf(run: Run, used: readonly Entry[]): Fraction {
  const out = run.moves.filter((move) => used.includes(move.entry)).map((move) => negative(move.value));
  const extra = used
    .filter((one) => textOf(one.row, "role") === "cost")
    .map((one) => amountOf(one.row, "value"));
  return sum([...out, ...extra]);
}

/** What a document has taken out: parts of lots, and how old those of each item are. */
interface UsedUp {
  readonly parts: readonly Lot[];
  readonly gone: Map<Entry["item"], readonly Age[]>;
}

function useUp(run: Run, used: readonly Entry[]): UsedUp {
  const out = used.filter((one) => comesIn(one) === false && one.item !== null);
  const taken = out.map((one) => ({ item: one.item, parts: takeOut(run, one, one.qty).parts }));
  const gone = new Map<Entry["item"], readonly Age[]>();
  for (const { item, parts } of taken)
    gone.set(item, [...(gone.get(item) ?? []), ...parts.flatMap(({ ages }) => ages)]);
  return { parts: taken.flatMap(({ parts }) => parts), gone };
}

/**
 * Comes in made of its share of what was used up; what has gone out of the same item stays as old as it is.
 */
function bringMade(run: Run, one: Entry, { parts, gone, value, share }: UsedUp & MadeOf): void {
  const of = sign(share) === 0 ? ofNone : mixed(parts, over(one.qty, share));
  const before = gone.get(one.item) ?? [];
  const ages = keptAge(before, newAge(one, one.qty));
  gone.set(one.item, front(before, one.qty).left);
  bringIn(run, one, { lots: [{ ...newLot(one, one.qty, value), of, ages }] });
}

/** What a row that comes in is worth, and its share of what was used up. */
interface MadeOf {
  readonly value: Fraction;
  readonly share: Fraction;
}

/** An assembly or disassembly: out at cost, in at what that came to. DOMAIN §5.12. */
export function postConversion(run: Run, rows: readonly Entry[]): void {
  const used = rows.filter((one) => comesIn(one) !== true);
  const made = rows.filter((one) => comesIn(one) === true);
  const usedUp = useUp(run, used);
  const typed = new Map(made.map((one) => [one, typedValue(one, run.book.decimals)]));
  const said = sum([...typed.values()].map((value) => value ?? zero));
  const rest = most(zero, minus(costOf(run, used), said));
  const weights = weightsOf(made, (one) => typed.get(one) !== null);
  const shares = sharedCost(rest, { made, weights, decimals: run.book.decimals });
  const whole = sum(weights);
  made.forEach((one, at) => {
    const share = sign(whole) === 0 ? zero : over(weights[at] ?? zero, whole);
    bringMade(run, one, { ...usedUp, value: typed.get(one) ?? shares.get(one) ?? zero, share });
  });
}

/** What a closed job comes to by now: all that was issued to it, labour and overhead. */
function jobCost(run: Run, job: string): Fraction {
  return costOf(run, [...jobRows(run.book, job, "LL"), ...jobRows(run.book, job, "CP").filter(isCost)]);
}

/** What every closed job of the book has come to. */
export function jobCosts(run: Run): ReadonlyMap<string, Fraction> {
  const jobs = new Set(run.book.entries.map((one) => textOf(one.row, "job")));
  const closed = [...jobs].filter((job) => isClosedJob(run.book, job));
  return new Map(closed.map((job) => [job, jobCost(run, job)]));
}

/** What came late for what a job makes of it, while that was in production: by quantity. DOMAIN §5.10. */
function lateFor(run: Run, entry: Entry, made: readonly Entry[]): Fraction {
  const { entries, decimals } = run.book;
  const late = run.jobs.get(textOf(entry.row, "job"))?.late ?? [];
  return sum(
    late.map(({ cause, amount }) => {
      const later = made.filter((one) => entries.indexOf(one) > entries.indexOf(cause));
      const shares = allocated(
        amount,
        later.map(({ qty }) => qty),
        decimals,
      );
      return shares[later.indexOf(entry)] ?? zero;
    }),
  );
}

/**
 * What production made: at the cost typed or the standard one; once its job is closed, at its share of what
 * that cost by quantity, the last row the remainder.
 */
export function postProduction(run: Run, entry: Entry, atStandard: Fraction | null): Fraction | null {
  const job = textOf(entry.row, "job");
  if (!isClosedJob(run.book, job)) return typedValue(entry, run.book.decimals) ?? atStandard;
  const made = madeRows(run.book, job);
  const cost = most(zero, run.foreseen.jobs.get(job) ?? jobCost(run, job));
  const weights = made.map((one) => one.qty);
  const own = sharedCost(cost, { made, weights, decimals: run.book.decimals }).get(entry) ?? zero;
  return most(zero, plus(own, lateFor(run, entry, made)));
}
