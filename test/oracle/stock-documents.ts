import { conversionRows, jobCosts, postConversion, postProduction } from "./conversions";
import { mixed, ofReceipt } from "./contents";
import {
  fraction,
  minus,
  most,
  negative,
  over,
  plus,
  rounded,
  same,
  sign,
  sum,
  times,
  zero,
} from "./fraction";
import type { Fraction } from "./fraction";
import { movesGoods, numberOf, textOf } from "./oracle-book";
import type { Entry, OracleBook } from "./oracle-book";
import { piecesFound } from "./piece-places";
import { partOf } from "./pieces";
import { isClosedJob, noteMade, noteUsed } from "./production";
import { postLateCosts } from "./late-costs";
import { postPurchaseReturn, postSalesReturn } from "./returns";
import { postAdjustment, reprice } from "./revaluing";
import { changeMethods } from "./method-changes";
import { bookQty, bringIn, bringInAtCurrent, newLot, takeOut } from "./stock-moving";
import { binOf, endMonth, eraAt, goodsOf, newRun, nothingForeseen, shortageCosts } from "./stock-run";
import type { MonthKnown } from "./month";
import type { Foreseen, Run } from "./stock-run";
import { postArrival, postSending, postTransfer } from "./transfers";
import { typedValue } from "./typed-value";

type Posting = (run: Run, entry: Entry) => void;

const postReceipt: Posting = (run, entry) => {
  const whole = run.receiptValues.get(entry.rowId) ?? zero;
  const value = entry.piece === undefined ? whole : partOf(whole, entry.piece, run.book.decimals);
  bringIn(run, entry, { lots: [{ ...newLot(entry, entry.qty, value), of: ofReceipt(entry.rowId) }] });
};

/** In at what is said, else at what is current. */
function bringInAt(run: Run, entry: Entry, value: Fraction | null): void {
  if (value === null) bringInAtCurrent(run, entry, entry.qty);
  else bringIn(run, entry, { lots: [newLot(entry, entry.qty, value)] });
}

const postOtherIn: Posting = (run, entry) => {
  bringInAt(run, entry, typedValue(entry, run.book.decimals));
};

const postMade: Posting = (run, entry) => {
  const { standardCost } = goodsOf(entry);
  const standard = standardCost === null ? null : rounded(times(entry.qty, standardCost), run.book.decimals);
  const value = postProduction(run, entry, standard);
  if (value === null || !isClosedJob(run.book, textOf(entry.row, "job"))) bringInAt(run, entry, value);
  else bringIn(run, entry, { lots: [{ ...newLot(entry, entry.qty, value), of: noteMade(run, entry) }] });
};

const postIssue: Posting = (run, entry) => {
  takeOut(run, entry, entry.qty);
};

const postUsed: Posting = (run, entry) => {
  const { parts } = takeOut(run, entry, entry.qty);
  noteUsed(run, entry, { of: mixed(parts), qty: sum(parts.map(({ qty }) => qty)) });
};

/** What a gain is worth that says so: as typed, or at the unit cost that prices all anew; else null. */
function gainTyped(run: Run, entry: Entry, gain: Fraction): Fraction | null {
  const unitCost = numberOf(entry.row, "unitCost");
  const byUnit = unitCost === null ? null : over(times(gain, unitCost), entry.factor);
  const whole = numberOf(entry.row, "value");
  const own = whole === null || entry.piece === undefined ? whole : partOfGain(run, entry, whole);
  const value = own ?? byUnit;
  return value === null ? null : rounded(value, run.book.decimals);
}

/** What one of the pieces that a count found is worth of what all that it found are. */
function partOfGain(run: Run, entry: Entry, whole: Fraction): Fraction {
  const own = run.book.entries.filter(({ rowId }) => rowId === entry.rowId);
  const found = own.filter((one) => {
    const isGained = run.moves.some((move) => move.entry === one && sign(move.qty) > 0);
    return isGained || sign(bookQty(run, one, one.warehouse)) <= 0;
  });
  return partOf(whole, { at: found.indexOf(entry), of: found.length }, run.book.decimals);
}

/** The oldest lot's cost of a gain, where the policy says so and there are lots; else null. */
function atOldest(run: Run, entry: Entry, gain: Fraction): Fraction | null {
  const bin = binOf(run, entry, entry.warehouse);
  const oldest = bin.lots.at(0);
  const isAsked = run.book.setting("countGainCost") === "oldest" && eraAt(run, entry).method.layered;
  if (!isAsked || oldest === undefined) return null;
  return rounded(over(times(oldest.value, gain), oldest.qty), bin.decimals);
}

/** The difference of the count to the books at that moment, gained or lost. DOMAIN §7. */
const postStocktake: Posting = (run, entry) => {
  const difference = foundMore(run, entry) ?? zero;
  if (sign(difference) < 0) takeOut(run, entry, negative(difference));
  else if (sign(difference) > 0) {
    const value = gainTyped(run, entry, difference) ?? atOldest(run, entry, difference);
    if (value === null) bringInAtCurrent(run, entry, difference);
    else bringIn(run, entry, { lots: [newLot(entry, difference, value)] });
  }
  if (numberOf(entry.row, "unitCost") !== null) reprice(run, entry);
};

const postings: Readonly<Record<string, Posting | undefined>> = {
  "purchases RK": postReceipt,
  "purchases CT": postPurchaseReturn,
  "sales CK": postIssue,
  "sales LS": postIssue,
  "sales XT": postSalesReturn,
  "sales LT": postSalesReturn,
  "stock DB": postTransfer,
  "stock DC": postSending,
  "stock DR": postArrival,
  "stock PD": postStocktake,
  "stock BS": postIssue,
  "stock BY": postOtherIn,
  "stock QC": postIssue,
  "stock QR": postOtherIn,
  "stock LL": postUsed,
  "stock CP": postMade,
  "stock CB": postAdjustment,
  "stock KZ": postOtherIn,
};

/** Replays that still find out new costs after so many are taken as they are. */
const mostReplays = 200;

function sameAmounts(a: ReadonlyMap<string, Fraction>, b: ReadonlyMap<string, Fraction>): boolean {
  return [...a].every(([key, amount]) => {
    const other = b.get(key);
    return other !== undefined && same(amount, other);
  });
}

function sameMonths(a: Run["months"], b: Foreseen["months"]): boolean {
  return [...a].every(([key, month]) => {
    const other = b.get(key);
    if (other === undefined) return false;
    const isSame =
      same(month.arrived.value, other.arrived.value) && same(month.arrived.qty, other.arrived.qty);
    return isSame && month.bearer === other.bearer && sameAmounts(month.units, other.units);
  });
}

/** What a replay has found out. */
interface Found {
  readonly shortages: ReadonlyMap<string, Fraction>;
  readonly jobs: ReadonlyMap<string, Fraction>;
}

/** Where a replay of replays ended, and whether all that it foresaw is what it found. */
interface Rest {
  readonly run: Run;
  readonly isSettled: boolean;
}

/**
 * Replays all stock of the book, again and again until what shortages, averaged months and jobs were booked
 * at is what they come to in the end, so that all that follows from them follows it (DOMAIN §5.3, §5.9,
 * §5.12, §6). `isSettled` is false where they never come to rest, or could rest at other figures as well.
 */
export function replayStock(book: OracleBook): Rest {
  const rest = restFrom(book, nothingForeseen);
  if (!rest.isSettled || rest.run.months.size === 0) return rest;
  const { run } = rest;
  const dearer = new Map([...run.months].map(([key, month]) => [key, madeDearer(month)]));
  const other = restFrom(book, { shortages: shortageCosts(run), jobs: jobCosts(run), months: dearer });
  return { run, isSettled: other.isSettled && sameMonths(run.months, other.run.months) };
}

/**
 * A month as if what came in had cost more. Costs that go in a circle (goods made of goods of their own
 * month, sent there and back) climb to where they rest when nothing is known of them, and from here they
 * fall: with cents there may be several figures between at which every issue costs its quantity at the
 * average.
 */
function madeDearer(month: MonthKnown): MonthKnown {
  const { qty, value } = month.arrived;
  const dearer = plus(fraction("1"), times(value, fraction("1.01")));
  return { ...month, arrived: { qty, value: rounded(dearer, 0) } };
}

/** Replays from what is foreseen at first until nothing moves. */
function restFrom(book: OracleBook, first: Foreseen): Rest {
  const runs = new Map<string, number>();
  let run = replayUpTo(book, "", first);
  for (let replays = 1; ; replays++) {
    const found: Found = { shortages: shortageCosts(run), jobs: jobCosts(run) };
    const { foreseen } = run;
    const isKnown =
      sameAmounts(found.shortages, foreseen.shortages) && sameAmounts(found.jobs, foreseen.jobs);
    if (isKnown && sameMonths(run.months, foreseen.months)) return { run, isSettled: true };
    if (replays === mostReplays) return { run: settled(run), isSettled: false };
    const shortages = strode(foreseen.shortages, found.shortages, runs);
    run = replayUpTo(book, "", { shortages, jobs: found.jobs, months: new Map(run.months) });
  }
}

/**
 * What is foreseen next: the costs found, from the fourth step in one direction on in strides twice as long.
 */
function strode(
  known: ReadonlyMap<string, Fraction>,
  costs: ReadonlyMap<string, Fraction>,
  runs: Map<string, number>,
): ReadonlyMap<string, Fraction> {
  const next = [...costs].map(([rowId, cost]) => {
    const before = known.get(rowId) ?? cost;
    const step = minus(cost, before);
    const run = runs.get(rowId) ?? 0;
    const length = sign(step) !== 0 && Math.sign(run) === sign(step) ? Math.abs(run) + 1 : 1;
    runs.set(rowId, sign(step) * length);
    const stride = fraction(String(2 ** Math.max(0, length - 3)));
    return [rowId, most(zero, plus(before, times(step, stride)))] satisfies [string, Fraction];
  });
  return new Map(next);
}

/**
 * Shortages that will not come to rest: the issues bear what is still missing, transfers stay as they are.
 */
function settled(run: Run): Run {
  const moves = run.moves.map((move) => {
    if (move.shortage === null || move.entry.type === "DB") return move;
    return { ...move, value: minus(move.value, minus(move.shortage.cost, move.shortage.booked)) };
  });
  return { ...run, moves };
}

/** One replay up to and including a day ("" means all), with what is foreseen. */
export function replayUpTo(book: OracleBook, asOf: string, foreseen: Foreseen): Run {
  const run = newRun(book, foreseen);
  const done = new Set<string>();
  for (const entry of book.entries) {
    if (asOf !== "" && entry.date > asOf) continue;
    post(run, entry, done);
  }
  if (asOf !== "") changeMethods(run, asOf);
  for (const { bin } of run.pools.values()) endMonth(run, bin);
  return run;
}

/** Posts a row; of an assembly or disassembly all its rows with the first. */
function post(run: Run, entry: Entry, done: Set<string>): void {
  if (entry.type === "ZX" || entry.type === "CJ") {
    if (done.has(entry.number)) return;
    done.add(entry.number);
    changeMethods(run, entry.date);
    postConversion(run, conversionRows(run.book, entry));
    return;
  }
  if (run.lateCosts.has(entry.rowId)) {
    changeMethods(run, entry.date);
    postLateCosts(run, entry);
    return;
  }
  const posting = postings[`${entry.table} ${entry.type}`];
  if (posting === undefined || !movesGoods(entry)) return;
  changeMethods(run, entry.date);
  if (!isIdle(run, entry)) posting(run, entry);
}

/** What a count finds more, or less, than the books say by then; null = it was not counted. */
function foundMore(run: Run, entry: Entry): Fraction | null {
  const entered = numberOf(entry.row, "recount") ?? numberOf(entry.row, "counted");
  if (entered === null) return null;
  const pieces = piecesFound(run.book, entry);
  return pieces ?? minus(times(entered, entry.factor), bookQty(run, entry, entry.warehouse));
}

/** Counts that find what the books say, or say nothing, move nothing. */
function isIdle(run: Run, entry: Entry): boolean {
  if (entry.type !== "PD" || numberOf(entry.row, "unitCost") !== null) return false;
  return sign(foundMore(run, entry) ?? zero) === 0;
}
