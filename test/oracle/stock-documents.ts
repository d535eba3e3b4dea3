import { currentCost, heldIn } from "./bin";
import type { Lot } from "./bin";
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
import { amountOf, movesGoods, numberOf, textOf } from "./oracle-book";
import type { Entry, OracleBook } from "./oracle-book";
import { postPurchaseReturn, postSalesReturn } from "./returns";
import {
  binOf,
  bookQty,
  bringIn,
  goodsOf,
  isPooled,
  newLot,
  newRun,
  note,
  shortageCosts,
  takeOut,
} from "./stock-run";
import type { Run } from "./stock-run";

type Posting = (run: Run, entry: Entry) => void;

/**
 * The value typed on a stock row: `value`, else quantity as entered × `unitCost`; null when neither is there.
 */
function typedValue(run: Run, entry: Entry): Fraction | null {
  const unitCost = numberOf(entry.row, "unitCost");
  const byUnit = unitCost === null ? null : times(over(entry.qty, entry.factor), unitCost);
  const value = numberOf(entry.row, "value") ?? byUnit;
  return value === null ? null : rounded(value, run.book.decimals);
}

const postReceipt: Posting = (run, entry) => {
  const value = run.receiptValues.get(entry.rowId) ?? zero;
  bringIn(run, entry, { lots: [newLot(entry, entry.qty, value)] });
};

const postOtherIn: Posting = (run, entry) => {
  const value = typedValue(run, entry) ?? currentCost(binOf(run, entry, entry.warehouse), entry.qty);
  bringIn(run, entry, { lots: [newLot(entry, entry.qty, value)] });
};

const postIssue: Posting = (run, entry) => {
  takeOut(run, entry, entry.qty);
};

/** Pooled costs do not move: the goods change their place alone. */
function moveQtyOnly(run: Run, entry: Entry, toWarehouse: string): void {
  const move = { entry, item: goodsOf(entry), value: zero, shortage: null };
  note(run, { ...move, warehouse: entry.warehouse, qty: negative(entry.qty) });
  note(run, { ...move, warehouse: toWarehouse, qty: entry.qty });
}

/**
 * Out here, in there with what it cost here; under fifo part by part, dated by the transfer. DOMAIN §5.11.
 */
const postTransfer: Posting = (run, entry) => {
  const toWarehouse = textOf(entry.row, "toWarehouse");
  if (toWarehouse === entry.warehouse) return;
  if (isPooled(run)) {
    moveQtyOnly(run, entry, toWarehouse);
    return;
  }
  const keepsDate = run.book.setting("transferDate") === "original";
  const { parts, shortage } = takeOut(run, entry, entry.qty);
  const missing = shortage === null ? [] : [newLot(entry, shortage.qty, shortage.booked)];
  const arriving: readonly Lot[] = [...parts, ...missing].map((part) => ({
    ...newLot(entry, part.qty, part.value),
    firstDate: keepsDate ? part.firstDate : entry.date,
  }));
  const whole = newLot(entry, entry.qty, sum(arriving.map((lot) => lot.value)));
  const lots = goodsOf(entry).costing === "fifo" ? arriving : [whole];
  bringIn(run, entry, { lots, warehouse: toWarehouse });
};

/** A count with a unit cost: all that is there then becomes one lot of that price. */
function reprice(run: Run, entry: Entry): void {
  const bin = binOf(run, entry, entry.warehouse);
  const { qty, value: before } = heldIn(bin);
  if (sign(qty) === 0) return;
  const value = rounded(over(times(qty, amountOf(entry.row, "unitCost")), entry.factor), bin.decimals);
  bin.lots = [newLot(entry, qty, value)];
  bin.last = over(value, qty);
  const { warehouse } = entry;
  const change = minus(value, before);
  note(run, { entry, item: goodsOf(entry), warehouse, qty: zero, value: change, shortage: null });
}

/** What a gain is worth: as typed, else as the policy says: the oldest lot's cost or the current one. */
function gainValue(run: Run, entry: Entry, gain: Fraction): Fraction {
  const bin = binOf(run, entry, entry.warehouse);
  const typed = numberOf(entry.row, "value");
  if (typed !== null) return rounded(typed, bin.decimals);
  const isFifo = goodsOf(entry).costing === "fifo";
  const oldest = run.book.setting("countGainCost") === "oldest" && isFifo ? bin.lots.at(0) : undefined;
  if (oldest === undefined) return currentCost(bin, gain);
  return rounded(over(times(oldest.value, gain), oldest.qty), bin.decimals);
}

/** The difference of the count to the books at that moment, gained or lost. DOMAIN §7. */
const postStocktake: Posting = (run, entry) => {
  const entered = numberOf(entry.row, "counted");
  const book = bookQty(run, entry, entry.warehouse);
  const difference = entered === null ? zero : minus(times(entered, entry.factor), book);
  if (sign(difference) < 0) takeOut(run, entry, negative(difference));
  else if (sign(difference) > 0) {
    bringIn(run, entry, { lots: [newLot(entry, difference, gainValue(run, entry, difference))] });
  }
  if (numberOf(entry.row, "unitCost") !== null) reprice(run, entry);
};

const postings: Readonly<Record<string, Posting | undefined>> = {
  "purchases RK": postReceipt,
  "purchases CT": postPurchaseReturn,
  "sales CK": postIssue,
  "sales XT": postSalesReturn,
  "stock DB": postTransfer,
  "stock PD": postStocktake,
  "stock BS": postIssue,
  "stock QC": postIssue,
  "stock QR": postOtherIn,
  "stock KZ": postOtherIn,
};

/** Replays that still find out new costs of shortages after so many are taken as they are. */
const mostReplays = 200;

function sameCosts(a: Run["foreseen"], b: Run["foreseen"]): boolean {
  return [...a].every(([rowId, cost]) => {
    const other = b.get(rowId);
    return other !== undefined && same(cost, other);
  });
}

/**
 * Replays all stock of the book, again and again until what shortages were booked at is what they cost in the
 * end, so that transfers and returns of what was short follow it (DOMAIN §5.9, §6).
 */
export function replayStock(book: OracleBook): Run {
  const runs = new Map<string, number>();
  let run = replayUpTo(book, "", new Map());
  for (let replays = 1; ; replays++) {
    const costs = shortageCosts(run);
    if (sameCosts(costs, run.foreseen)) return run;
    if (replays === mostReplays) return settled(run);
    run = replayUpTo(book, "", strode(run.foreseen, costs, runs));
  }
}

/**
 * What is foreseen next: the costs found, from the fourth step in one direction on in strides twice as long.
 */
function strode(known: Run["foreseen"], costs: Run["foreseen"], runs: Map<string, number>): Run["foreseen"] {
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

/** One replay up to and including a day ("" means all), shortages booked at what is foreseen of them. */
export function replayUpTo(book: OracleBook, asOf: string, foreseen: Run["foreseen"]): Run {
  const run = newRun(book, foreseen);
  for (const entry of book.entries) {
    if (asOf !== "" && entry.date > asOf) continue;
    if (movesGoods(entry)) postings[`${entry.table} ${entry.type}`]?.(run, entry);
  }
  return run;
}
