import { heldIn } from "./bin";
import type { Bin, Lot } from "./bin";
import { mixed } from "./contents";
import { minus, most, negative, over, plus, rounded, sign, sum, times, zero } from "./fraction";
import type { Fraction } from "./fraction";
import { amountOf, numberOf } from "./oracle-book";
import type { Entry } from "./oracle-book";
import { referredLines } from "./references";
import { toStandard } from "./standard";
import { newLot, note } from "./stock-moving";
import { binOf, endMonth, eraAt, goodsOf, monthOf, placeOf, worthOf } from "./stock-run";
import type { Run } from "./stock-run";

/** The bin of what is given another value: the stretch of an averaged month ends with it. */
function endedBin(run: Run, entry: Entry): Bin {
  monthOf(run, entry, entry.warehouse);
  const bin = binOf(run, entry, entry.warehouse);
  endMonth(run, bin);
  bin.stretches += 1;
  return bin;
}

/** What so many units are worth at the unit cost that the row says of the unit it was typed in. */
function atUnitCost(entry: Entry, qty: Fraction, decimals: number): Fraction {
  return rounded(over(times(qty, amountOf(entry.row, "unitCost")), entry.factor), decimals);
}

function changeStandard(bin: Bin, entry: Entry): void {
  if (bin.standard !== null) bin.standard = over(amountOf(entry.row, "unitCost"), entry.factor);
}

function noteValue(run: Run, entry: Entry, value: Fraction): void {
  const { warehouse } = entry;
  note(run, { entry, item: goodsOf(entry), warehouse, qty: zero, value, shortage: null });
}

/** What is lacking at standard cost is worth another standard from now on; false where nothing is. */
function lacksAtStandard(run: Run, entry: Entry, bin: Bin): boolean {
  if (bin.standard === null || bin.shortages.length === 0) return false;
  const more = toStandard(bin, worthOf(run, placeOf(run, entry, entry.warehouse)));
  if (sign(more) !== 0) noteValue(run, entry, more);
  return true;
}

/** A count with a unit cost: all that is there then becomes one lot of that price. DOMAIN §7. */
export function reprice(run: Run, entry: Entry): void {
  const bin = endedBin(run, entry);
  changeStandard(bin, entry);
  if (lacksAtStandard(run, entry, bin)) return;
  const { qty, value: before } = heldIn(bin);
  if (sign(qty) === 0) return;
  const value = atUnitCost(entry, qty, bin.decimals);
  bin.lots = [
    { ...newLot(entry, qty, value), of: mixed(bin.lots), ages: bin.lots.flatMap((lot) => lot.ages) },
  ];
  bin.last = over(value, qty);
  noteValue(run, entry, minus(value, before));
}

/** Adds to the value of lots by what is left in each, the remainder to the last; none falls below nothing. */
function spread(lots: readonly Lot[], more: Fraction, decimals: number): void {
  const qty = sum(lots.map((lot) => lot.qty));
  let rest = more;
  lots.forEach((lot, at) => {
    const share = at === lots.length - 1 ? rest : rounded(over(times(more, lot.qty), qty), decimals);
    const part = most(negative(lot.value), share);
    lot.value = plus(lot.value, part);
    rest = minus(rest, part);
  });
  for (const lot of [...lots].reverse()) {
    const part = most(negative(lot.value), rest);
    lot.value = plus(lot.value, part);
    rest = minus(rest, part);
  }
}

/** Other goods of the row's bin, or the layer of one receipt alone, get another value. */
function revalue(
  run: Run,
  entry: Entry,
  of: { readonly layer: string | null; readonly more: (held: Fraction, value: Fraction) => Fraction },
): boolean {
  const bin = endedBin(run, entry);
  const isOne = of.layer !== null && eraAt(run, entry).method.layered;
  const lots = isOne ? bin.lots.filter((lot) => lot.brought === of.layer) : bin.lots;
  const [qty, value] = [sum(lots.map((lot) => lot.qty)), sum(lots.map((lot) => lot.value))];
  const more = of.more(qty, value);
  if (sign(qty) <= 0 || bin.shortages.length > 0 || sign(plus(value, more)) < 0) return false;
  spread(lots, more, bin.decimals);
  noteValue(run, entry, more);
  return true;
}

/** Whether a row gives no goods another value: of what has a standard, or where some at that are lacking. */
function isOfStandard(run: Run, entry: Entry, typed: Fraction | null): boolean {
  const bin = binOf(run, entry, entry.warehouse);
  if (typed !== null) return bin.standard !== null;
  changeStandard(bin, entry);
  return lacksAtStandard(run, entry, bin);
}

const revalued = ["RK", "KZ", "QR", "BY", "CP", "ZX", "CJ", "XT"];

/** `value` is added to what is there, or `unitCost` becomes its unit cost. DOMAIN §5.13. */
export function postAdjustment(run: Run, entry: Entry): void {
  const typed = numberOf(entry.row, "value");
  if (typed === null && numberOf(entry.row, "unitCost") === null) return;
  if (isOfStandard(run, entry, typed)) return;
  const named = revalued.flatMap((type) => referredLines(run.book, entry, type)).at(0);
  const { decimals } = run.book;
  revalue(run, entry, {
    layer: named?.rowId ?? null,
    more: (qty, value) => typed ?? minus(atUnitCost(entry, qty, decimals), value),
  });
}
