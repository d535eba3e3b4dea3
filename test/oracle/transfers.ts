import type { Lot, Taken } from "./bin";
import { mixed } from "./contents";
import { negative, sign, sum, zero } from "./fraction";
import { rowsOf, textOf } from "./oracle-book";
import type { Entry, OracleBook } from "./oracle-book";
import { sharesOf, takeBack } from "./returns";
import { bringIn, newAge, newLot, note, takeOutOf } from "./stock-moving";
import { toStandard } from "./standard";
import { binOf, eraAt, goodsOf, isTransit, monthOf, placeOf, worthOf } from "./stock-run";
import type { Run } from "./stock-run";

/** Pooled costs do not move: the goods change their place alone. */
function moveQtyOnly(run: Run, entry: Entry, { from, to, qty }: Way): void {
  const move = { entry, item: goodsOf(entry), value: zero, shortage: null };
  note(run, { ...move, warehouse: from, qty: negative(qty) });
  note(run, { ...move, warehouse: to, qty });
}

/** From where to where, and how much. */
interface Way {
  readonly from: string;
  readonly to: string;
  readonly qty: Entry["qty"];
}

/** In there with what it cost here; of layers part by part, dated by the transfer. DOMAIN §5.11. */
function bringThere(run: Run, entry: Entry, taken: Taken & { readonly to: string }): void {
  const { parts, shortage, to } = taken;
  const keepsDate = run.book.setting("transferDate") === "original";
  const missing = shortage === null ? [] : [newLot(entry, shortage.qty, shortage.booked)];
  const arriving: readonly Lot[] = [...parts, ...missing].map((part) => ({
    ...newLot(entry, part.qty, part.value),
    of: part.of,
    brought: part.brought,
    ages: keepsDate ? part.ages : [newAge(entry, part.qty)],
  }));
  const qty = sum(arriving.map((lot) => lot.qty));
  const whole = { ...newLot(entry, qty, sum(arriving.map((lot) => lot.value))), of: mixed(arriving) };
  const lots = eraAt(run, entry).method.layered ? arriving : [whole];
  bringIn(run, entry, { lots, warehouse: to, keepsValue: true });
  const value = toStandard(binOf(run, entry, to), worthOf(run, placeOf(run, entry, to)));
  if (sign(value) === 0) return;
  note(run, { entry, item: goodsOf(entry), warehouse: to, qty: zero, value, shortage: null });
}

function carry(run: Run, entry: Entry, way: Way): void {
  if (way.from === way.to || sign(way.qty) === 0) return;
  if (eraAt(run, entry).company) moveQtyOnly(run, entry, way);
  else {
    const taken = takeOutOf(run, entry, { qty: way.qty, warehouse: way.from });
    bringThere(run, entry, { ...taken, to: way.to });
  }
}

/** Out here, in there. */
export function postTransfer(run: Run, entry: Entry): void {
  carry(run, entry, { from: entry.warehouse, to: textOf(entry.row, "toWarehouse"), qty: entry.qty });
}

/** Where what a row sends lies until it arrives. */
export function wayStation({ json }: OracleBook, entry: Entry): string {
  const to = textOf(entry.row, "toWarehouse");
  const transits = rowsOf(json, "warehouses").filter((row) => textOf(row, "kind") === "transit");
  const isOne = transits.some((row) => textOf(row, "code") === to);
  return isOne ? to : textOf(transits.at(0) ?? { code: "TRANSIT" }, "code");
}

/** Out here, on its way. */
export function postSending(run: Run, entry: Entry): void {
  carry(run, entry, { from: entry.warehouse, to: wayStation(run.book, entry), qty: entry.qty });
}

/** What arrives left its way as what the line it refers to had sent. DOMAIN §5.11. */
export function postArrival(run: Run, entry: Entry): void {
  const { row, warehouse } = entry;
  const to = textOf(row, "toWarehouse") || warehouse;
  const { shares, rest } = sharesOf(run, entry, { types: ["DC"], isWanted: (move) => sign(move.qty) > 0 });
  for (const { share, move } of shares) {
    const from = isTransit(run.book, warehouse) ? warehouse : move.warehouse;
    const way = { from, to, qty: share.qty };
    if (eraAt(run, entry).company || monthOf(run, entry, from) !== null) carry(run, entry, way);
    else bringThere(run, entry, { ...takeBack(run, entry, { share, move, warehouse: from }), to });
  }
  const first = shares.at(0);
  carry(run, entry, { from: first?.move.warehouse ?? wayStation(run.book, entry), to, qty: rest });
}
