import { isApartOn } from "../book/kept-apart";
import { NONE } from "../book/lines";
import { dayText } from "../kernel/day";
import type { Ledgers } from "../posting/ledgers";
import { figuresOf } from "./figures";
import { numberIn } from "./parameters";
import type { ReportDefinition, ReportRow } from "./report";
import { column, shown } from "./report-columns";
import { asOf, only } from "./report-parameters";
import { type Reservation, reservations } from "../posting/followed/reservations";
import { byPlace } from "./row-order";
import { atEndOf, stockAt } from "./stock-at";

/** What comes in and goes out of one place on one day, 10⁻⁶ of the stock unit. */
interface Due {
  readonly in: number;
  readonly out: number;
}

/** One item in one warehouse: what is there, and what is due when. */
interface Outlook {
  readonly item: number;
  readonly warehouse: number;
  readonly onHand: number;
  readonly due: Map<number, Due>;
  /** Whether the warehouse keeps goods apart, so that none of them can be promised. */
  readonly isApart: boolean;
}

const NOTHING: Due = { in: 0, out: 0 };

/** Every place that holds something or waits for it, each with what is due, by day. */
function outlooksAt(ledgers: Ledgers, day: number): readonly Outlook[] {
  const { bins } = ledgers.stock;
  const isApart = (place: number): boolean => isApartOn(ledgers.book, place, day);
  const all = new Map<string, Outlook>();
  const grow = (item: number, warehouse: number, held: number): Outlook => {
    const key = `${String(item)}|${String(warehouse)}`;
    const fresh = { item, warehouse, onHand: 0, due: new Map<number, Due>(), isApart: isApart(warehouse) };
    const known = all.get(key) ?? fresh;
    const grown = { ...known, onHand: known.onHand + held };
    all.set(key, grown);
    return grown;
  };
  const { qty } = stockAt(ledgers, atEndOf(ledgers, day));
  qty.forEach((held, bin) => grow(bins.item[bin], bins.warehouse[bin], held));
  const { promised, day: dated } = ledgers.book.lines;
  const put = ({ line, item, warehouse, qty: open }: Reservation, flow: keyof Due): void => {
    const { due } = grow(item, warehouse, 0);
    const on = Math.max(day, promised[line] === NONE ? dated[line] : promised[line]);
    const before = due.get(on) ?? NOTHING;
    due.set(on, { ...before, [flow]: before[flow] + open });
  };
  for (const one of reservations(ledgers, day, { does: "expects" })) put(one, "in");
  for (const one of reservations(ledgers, day)) put(one, "out");
  return [...all.values()];
}

/** What is there after each flow, with so much before the first. */
function running(flows: readonly Due[], before: number): readonly number[] {
  const after: number[] = [];
  for (const flow of flows) after.push((after.at(-1) ?? before) + flow.in - flow.out);
  return after;
}

/** A row a day on which something is due, and one for `day` itself. */
function rowsOf(
  ledgers: Ledgers,
  { item, warehouse, onHand, due, isApart }: Outlook,
  day: number,
): readonly ReportRow[] {
  const { items, warehouses } = ledgers.book.masters;
  const { quantity } = figuresOf(ledgers);
  const days = [...new Set([day, ...due.keys()])].sort((a, b) => a - b);
  const flows = days.map((on) => due.get(on) ?? NOTHING);
  const projected = running(flows, onHand);
  const free = isApart
    ? running(
        flows.map((flow) => ({ ...flow, in: 0 })),
        0,
      )
    : projected;
  return days.map((on, i) => ({
    item: items[item].code,
    warehouse: warehouses[warehouse]?.code ?? null,
    date: dayText(on),
    in: quantity(flows[i].in),
    out: quantity(flows[i].out),
    projected: quantity(projected[i]),
    available: quantity(free.slice(i).reduce((least, one) => Math.min(least, one), Infinity)),
  }));
}

/**
 * What can be promised from each day on: `projected` = on hand at the end of `asOf` + what is due to come in
 * until that day − what is due to go out; `available` = the least of that from then on, so that nothing
 * promised earlier runs short. What is overdue, or promised for no day, counts from `asOf`. Nothing of
 * what lies in a warehouse of goods kept apart, or is due there, can be promised; such a warehouse is listed
 * where something is due alone. Source: DOMAIN §1 ATP.
 */
export const availableToPromise: ReportDefinition = {
  code: "available-to-promise",
  title: { zh: "可承诺量", en: "Available to promise" },
  parameters: [asOf, only("item"), only("warehouse")],
  run: (ledgers, parameters) => {
    const day = numberIn(parameters, "asOf", 0);
    const item = numberIn(parameters, "item", NONE);
    const warehouse = numberIn(parameters, "warehouse", NONE);
    const wanted = outlooksAt(ledgers, day).filter(
      (one) =>
        (item === NONE || one.item === item) &&
        (warehouse === NONE || one.warehouse === warehouse) &&
        ((one.onHand !== 0 && !one.isApart) || one.due.size > 0),
    );
    const rows = wanted.flatMap((one) => rowsOf(ledgers, one, day)).sort(byPlace);
    return { columns, rows, totals: null };
  },
};

const columns = [
  ...[shown.item, shown.warehouse, shown.date],
  column("in", "quantity", ["预计入库", "Due in"]),
  column("out", "quantity", ["预计出库", "Due out"]),
  column("projected", "quantity", ["预计结存", "Projected"]),
  column("available", "quantity", ["可承诺量", "Available to promise"]),
];
