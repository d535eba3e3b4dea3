import { isKeptByBatch } from "../book/item-costing";
import { STATUSES } from "../book/lines";
import { documentTypes } from "../documents/index";
import { linksOf } from "../documents/references";
import type { Ledgers } from "../posting/ledgers";

const POSTED = STATUSES.indexOf("posted");

/**
 * Goods held back for customers: item, warehouse (-1 = none named) and batch ("" = none), 10⁻⁶ of the stock
 * unit.
 */
export interface Reservation {
  readonly item: number;
  readonly warehouse: number;
  readonly batch: string;
  readonly qty: number;
}

/** What deliveries dated no later than a day took of each order line. */
function delivered({ book, order, links }: Ledgers, asOf: number): ReadonlyMap<number, number> {
  const taken = new Map<number, number>();
  for (const line of order) {
    if (book.lines.day[line] > asOf || documentTypes[book.lines.type[line]].stock !== "issue") continue;
    for (const { target, qty } of linksOf(links, line)) taken.set(target, (taken.get(target) ?? 0) + qty);
  }
  return taken;
}

/**
 * What open orders still hold back at the end of a day, line by line; orders closed or reversed hold nothing.
 */
export function reservations(ledgers: Ledgers, asOf: number): readonly Reservation[] {
  const { lines, masters } = ledgers.book;
  const reserves = documentTypes.map((type) => type.reserves === true);
  const open = Array.from(ledgers.order).filter(
    (line) => reserves[lines.type[line]] && lines.status[line] === POSTED && lines.day[line] <= asOf,
  );
  if (open.length === 0) return [];
  const taken = delivered(ledgers, asOf);
  return open.flatMap((line) => {
    const item = lines.item[line];
    const qty = ledgers.quantities.base[line] - (taken.get(line) ?? 0);
    if (item === -1 || masters.items[item].service || !(qty > 0)) return [];
    const batch = isKeptByBatch(ledgers.book, item) ? lines.batch[line] : "";
    return [{ item, warehouse: lines.warehouse[line], batch, qty }];
  });
}
