import { isApartOn } from "../book/kept-apart";
import type { Ledgers } from "../posting/ledgers";
import { type Figures, figuresOf } from "./figures";
import { numberIn } from "./parameters";
import type { ReportDefinition, ReportRow } from "./report";
import { byPlace } from "./row-order";
import { column, shown } from "./report-columns";
import { asOf, only } from "./report-parameters";
import { reservations } from "../posting/followed/reservations";
import { atEndOf, stockAt } from "./stock-at";

/** What lies in one place, and how much of it is held back; smallest units. */
interface Held {
  readonly item: number;
  readonly warehouse: number;
  readonly batch: string;
  readonly qty: number;
  readonly value: number;
  readonly reserved: number;
}

type Place = Pick<Held, "item" | "warehouse" | "batch">;

function keyOf({ item, warehouse, batch }: Place): string {
  return `${item}|${warehouse}|${batch}`;
}

/** What orders hold back at the end of a day, by place. */
function reservedAt(ledgers: Ledgers, day: number): Map<string, Held> {
  const reserved = new Map<string, Held>();
  for (const { qty: wanted, item, warehouse, batch } of reservations(ledgers, day)) {
    const place = { item, warehouse, batch };
    const before = reserved.get(keyOf(place))?.reserved ?? 0;
    reserved.set(keyOf(place), { ...place, qty: 0, value: 0, reserved: before + wanted });
  }
  return reserved;
}

/** Every place that holds stock, value or a reservation at the end of a day. */
function heldAt(ledgers: Ledgers, day: number): readonly Held[] {
  const { bins } = ledgers.stock;
  const { qty, value } = stockAt(ledgers, atEndOf(ledgers, day));
  const reserved = reservedAt(ledgers, day);
  const takeReserved = (place: Place): number => {
    if (reserved.size === 0) return 0;
    const wanted = reserved.get(keyOf(place))?.reserved ?? 0;
    reserved.delete(keyOf(place));
    return wanted;
  };
  const held: Held[] = [];
  for (let bin = 0; bin < qty.length; bin++) {
    const [item, warehouse, batch] = [bins.item[bin], bins.warehouse[bin], bins.batch[bin]];
    const wanted = takeReserved({ item, warehouse, batch });
    held.push({ item, warehouse, batch, qty: qty[bin], value: value[bin], reserved: wanted });
  }
  const all = held.concat([...reserved.values()]);
  return all.filter((one) => one.qty !== 0 || one.value !== 0 || one.reserved !== 0);
}

/** What of it can be promised at the end of a day: nothing of what is kept apart. */
function availableAt({ book }: Ledgers, day: number): (held: Held) => number {
  return ({ warehouse, qty, reserved }) => (isApartOn(book, warehouse, day) ? 0 : qty) - reserved;
}

function rowOf({ book }: Ledgers, figures: Figures, held: Held): ReportRow {
  const { items, warehouses } = book.masters;
  const { money, quantity, unitCost } = figures;
  const { qty, value, reserved } = held;
  return {
    item: items[held.item].code,
    warehouse: held.warehouse === -1 ? null : warehouses[held.warehouse].code,
    batch: held.batch === "" ? null : held.batch,
    qty: quantity(qty),
    value: money(value),
    unitCost: unitCost(value, qty),
    reserved: quantity(reserved),
  };
}

/**
 * What we hold and what it cost us at the end of `asOf` (that day included), restated by all that came later;
 * places with nothing are left out, places with only a reservation are listed. Goods that wait for
 * inspection, were rejected or are on their way are not available. Source: CONTRACT §5, DOMAIN §1 available.
 */
export const stockOnHand: ReportDefinition = {
  code: "stock-on-hand",
  title: { zh: "库存余额", en: "Stock on hand" },
  parameters: [asOf, only("item"), only("warehouse")],
  run: (ledgers, parameters) => {
    const item = numberIn(parameters, "item", -1);
    const warehouse = numberIn(parameters, "warehouse", -1);
    const day = numberIn(parameters, "asOf", Infinity);
    const all = heldAt(ledgers, day);
    const available = availableAt(ledgers, day);
    const isWanted = (one: Held): boolean =>
      (item === -1 || one.item === item) && (warehouse === -1 || one.warehouse === warehouse);
    const held = item === -1 && warehouse === -1 ? all : all.filter(isWanted);
    const figures = figuresOf(ledgers);
    const { money, quantity } = figures;
    return {
      columns: [
        ...[shown.item, shown.warehouse, shown.batch, shown.qty, shown.value],
        column("unitCost", "price", ["单位成本", "Unit cost"]),
        column("reserved", "quantity", ["占用量", "Reserved"]),
        column("available", "quantity", ["可用量", "Available"]),
      ],
      rows: held
        .map((one) => ({ ...rowOf(ledgers, figures, one), available: quantity(available(one)) }))
        .sort(byPlace),
      totals: {
        qty: quantity(held.reduce((sum, { qty }) => sum + qty, 0)),
        value: money(held.reduce((sum, { value }) => sum + value, 0)),
        reserved: quantity(held.reduce((sum, { reserved }) => sum + reserved, 0)),
        available: quantity(held.reduce((sum, one) => sum + available(one), 0)),
      },
    };
  },
};
