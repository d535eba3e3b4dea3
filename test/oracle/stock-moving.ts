import type { Age } from "./ages";
import { currentCost } from "./bin";
import type { Bin, Lot, Taken } from "./bin";
import { mixed, ofNone } from "./contents";
import { negative, plus, sign, sum, zero } from "./fraction";
import type { Fraction } from "./fraction";
import { arrive, comeAtAverage, leave } from "./monthly-average";
import { rowsOf, saysYes, textOf } from "./oracle-book";
import type { Entry } from "./oracle-book";
import { shortUpTo } from "./closings";
import { keyOf } from "./pieces";
import { lotsAtStandard } from "./standard";
import { binOf, eraAt, goodsOf, monthOf, placeOf, qtyThere, shortageKey } from "./stock-run";
import type { Move, Run } from "./stock-run";

/** What comes in with one row. */
export interface Arriving {
  readonly lots: readonly Lot[];
  readonly warehouse?: string;
  /** They keep what they are worth, though the item is costed at a standard. */
  readonly keepsValue?: true;
}

/** What the books say is in the warehouse now, of this row's item and batch; negative when short. */
export function bookQty(run: Run, entry: Entry, warehouse: string): Fraction {
  return qtyThere(run, entry, warehouse);
}

/** No batch that is costed by itself goes below zero, whatever the warehouse allows. DOMAIN §5.6, §5.9. */
function mayGoNegative(run: Run, entry: Entry, warehouse: string): boolean {
  if (eraAt(run, entry).code === "batch") return false;
  const row = rowsOf(run.book.json, "warehouses").find((one) => textOf(one, "code") === warehouse);
  const own = row === undefined ? "" : textOf(row, "allowNegative");
  return own === "" ? run.book.setting("negativeStock") === "allow" : saysYes(own);
}

/** Notes a move, and the violation if it leaves the warehouse below zero without leave. */
export function note(run: Run, move: Move): void {
  run.moves.push(move);
  const place = placeOf(run, move.entry, move.warehouse);
  place.qty = plus(place.qty, move.qty);
  place.value = plus(place.value, move.value);
  if (sign(move.qty) >= 0 || sign(place.qty) >= 0 || mayGoNegative(run, move.entry, move.warehouse)) return;
  const { rowId } = move.entry;
  run.violations.push({ rowId, item: move.item.code, warehouse: move.warehouse, short: negative(place.qty) });
}

/** Goods come in, lot by lot; into the row's own warehouse unless another is named. */
export function bringIn(run: Run, entry: Entry, arriving: Arriving): void {
  const { warehouse = entry.warehouse, keepsValue } = arriving;
  const item = goodsOf(entry);
  const real = arriving.lots.filter((lot) => sign(lot.qty) > 0);
  if (real.length === 0) return;
  const month = monthOf(run, entry, warehouse);
  const bin = binOf(run, entry, warehouse);
  bin.closedUpTo = shortUpTo(run.book, entry);
  const lots = real.flatMap((lot) => (keepsValue ? [{ ...lot }] : lotsAtStandard(bin, lot)));
  const qty = sum(lots.map((lot) => lot.qty));
  const value = sum(lots.map((lot) => lot.value));
  if (month !== null) arrive(month, { qty, value }, run.lateCosts.size === 0 ? ofNone : mixed(lots));
  else for (const lot of lots) eraAt(run, entry).method.receive(bin, { ...lot });
  note(run, { entry, item, warehouse, qty, value, shortage: null });
  noteVariance(run, entry, warehouse);
}

/** What covering cost more than issues that stand were booked at is the covering row's. DOMAIN §15. */
function noteVariance(run: Run, entry: Entry, warehouse: string): void {
  const bin = binOf(run, entry, warehouse);
  const { variance } = bin;
  bin.variance = zero;
  if (sign(variance) === 0) return;
  note(run, { entry, item: goodsOf(entry), warehouse, qty: zero, value: negative(variance), shortage: null });
}

/** Goods come in that have no cost of their own: at the current one, in an averaged month at its average. */
export function bringInAtCurrent(run: Run, entry: Entry, qty: Fraction): void {
  if (sign(qty) === 0) return;
  const { warehouse } = entry;
  const month = monthOf(run, entry, warehouse);
  const bin = binOf(run, entry, warehouse);
  if (month === null) {
    bringIn(run, entry, { lots: [newLot(entry, qty, currentCost(bin, qty))] });
    return;
  }
  const value = comeAtAverage(bin, month, { qty, key: shortageKey(entry) });
  note(run, { entry, item: goodsOf(entry), warehouse, qty, value, shortage: null });
  noteVariance(run, entry, warehouse);
}

/** So much that is there since the row's day. */
export function newAge({ date, rowId }: Entry, qty: Fraction): Age {
  return { since: date, by: rowId, qty };
}

/** A lot that is new here, of this row. */
export function newLot(entry: Entry, qty: Fraction, value: Fraction): Lot {
  const { date, rowId } = entry;
  return { date, ages: [newAge(entry, qty)], receipt: rowId, brought: rowId, of: ofNone, qty, value };
}

/** What was taken, and out of which warehouse where it is not the row's. */
interface TakenThere extends Taken {
  readonly warehouse?: string;
}

/** Notes what has been taken out of the row's warehouse, or another. */
export function noteTaken(run: Run, entry: Entry, taken: TakenThere): void {
  const { parts, shortage, warehouse = entry.warehouse } = taken;
  const missing = shortage === null ? [] : [{ qty: shortage.qty, value: shortage.booked }];
  const pieces = [...parts, ...missing];
  if (pieces.length === 0) return;
  note(run, {
    entry,
    item: goodsOf(entry),
    warehouse,
    qty: negative(sum(pieces.map((piece) => piece.qty))),
    value: negative(sum(pieces.map((piece) => piece.value))),
    shortage,
  });
}

/** The bin that a row takes out of, told what it will cost if it runs short. */
export function issuedBin(run: Run, entry: Entry, warehouse = entry.warehouse): Bin {
  const bin = binOf(run, entry, warehouse);
  bin.foreseen = run.foreseen.shortages.get(shortageKey(entry)) ?? null;
  return bin;
}

/** Goods go out of the row's warehouse by the item's method. */
export function takeOut(run: Run, entry: Entry, qty: Fraction): Taken {
  return takeOutOf(run, entry, { qty, warehouse: entry.warehouse });
}

/** Goods go out of a warehouse by the item's method. */
export function takeOutOf(
  run: Run,
  entry: Entry,
  { qty, warehouse }: { readonly qty: Fraction; readonly warehouse: string },
): Taken {
  if (sign(qty) === 0) return { parts: [], shortage: null };
  const month = monthOf(run, entry, warehouse);
  const bin = issuedBin(run, entry, warehouse);
  const taken =
    month === null
      ? eraAt(run, entry).method.issue(bin, qty, entry.date)
      : leave(bin, month, { qty, key: shortageKey(entry), date: entry.date });
  run.takenOf.set(keyOf(entry), mixed(taken.parts));
  noteTaken(run, entry, { ...taken, warehouse });
  return taken;
}
