import { currentCost, heldIn } from "./bin";
import type { Lot } from "./bin";
import { minus, negative, over, plus, rounded, sign, sum, times, zero } from "./fraction";
import type { Fraction } from "./fraction";
import { amountOf, movesGoods, numberOf, textOf } from "./oracle-book";
import type { Entry, OracleBook } from "./oracle-book";
import { postPurchaseReturn, postSalesReturn } from "./returns";
import { binOf, bookQty, bringIn, goodsOf, isPooled, newLot, newRun, note, takeOut } from "./stock-run";
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

const postOpening: Posting = (run, entry) => {
  const proposed = rounded(times(entry.qty, goodsOf(entry).purchasePrice), run.book.decimals);
  bringIn(run, entry, { lots: [newLot(entry, entry.qty, typedValue(run, entry) ?? proposed)] });
};

const postIssue: Posting = (run, entry) => {
  takeOut(run, entry, entry.qty);
};

/** Pooled costs do not move: the goods change their place alone. */
function moveQtyOnly(run: Run, entry: Entry, toWarehouse: string): void {
  const move = { entry, item: goodsOf(entry), bookedValue: zero, shortage: null };
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
  const missing = shortage === null ? [] : [newLot(entry, shortage.qty, shortage.value)];
  const arriving: readonly Lot[] = [...parts, ...missing].map((part) => ({
    ...newLot(entry, part.qty, part.value),
    firstDate: keepsDate ? part.firstDate : entry.date,
  }));
  const whole = newLot(entry, entry.qty, sum(arriving.map((lot) => lot.value)));
  const lots = goodsOf(entry).costing === "fifo" ? arriving : [whole];
  bringIn(run, entry, { lots, warehouse: toWarehouse });
};

/** A count with a unit cost: all that is there becomes one lot of that price. */
function reprice(run: Run, entry: Entry, difference: Fraction): void {
  const unitCost = amountOf(entry.row, "unitCost");
  const bin = binOf(run, entry, entry.warehouse);
  const held = heldIn(bin);
  const qtyBefore = minus(held.qty, sum(bin.shortages.map((shortage) => shortage.qty)));
  const valueBefore = minus(held.value, sum(bin.shortages.map((shortage) => shortage.value)));
  const qty = plus(qtyBefore, difference);
  const value = rounded(over(times(qty, unitCost), entry.factor), bin.decimals);
  bin.shortages = [];
  bin.lots = sign(qty) > 0 ? [newLot(entry, qty, value)] : [];
  if (sign(qty) > 0) bin.last = over(value, qty);
  const bookedValue = minus(value, valueBefore);
  if (sign(difference) === 0 && sign(bookedValue) === 0) return;
  const { warehouse } = entry;
  note(run, { entry, item: goodsOf(entry), warehouse, qty: difference, bookedValue, shortage: null });
}

/** What a gain is worth: as typed if the policy says so or nothing else is known, else the current cost. */
function gainValue(run: Run, entry: Entry, gain: Fraction): Fraction {
  const bin = binOf(run, entry, entry.warehouse);
  const typed = numberOf(entry.row, "value");
  const isUnknown = sign(heldIn(bin).qty) === 0 && sign(bin.last) === 0;
  const takesTyped = run.book.setting("countGainCost") === "typed" || isUnknown;
  return takesTyped && typed !== null ? rounded(typed, bin.decimals) : currentCost(bin, gain);
}

/** The difference of the count to the books at that moment, gained or lost. DOMAIN §7. */
const postStocktake: Posting = (run, entry) => {
  const entered = numberOf(entry.row, "counted");
  const book = bookQty(run, entry, entry.warehouse);
  const difference = entered === null ? zero : minus(times(entered, entry.factor), book);
  if (numberOf(entry.row, "unitCost") !== null) reprice(run, entry, difference);
  else if (sign(difference) < 0) takeOut(run, entry, negative(difference));
  else if (sign(difference) > 0) {
    bringIn(run, entry, { lots: [newLot(entry, difference, gainValue(run, entry, difference))] });
  }
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
  "stock KZ": postOpening,
};

/** Replays the stock of the book up to and including a day; "" means all of it. */
export function replayStock(book: OracleBook, asOf: string): Run {
  const run = newRun(book);
  for (const entry of book.entries) {
    if (asOf !== "" && entry.date > asOf) continue;
    if (movesGoods(entry)) postings[`${entry.table} ${entry.type}`]?.(run, entry);
  }
  return run;
}
