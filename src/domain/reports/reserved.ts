import { isKeptByBatch } from "../book/item-costing";
import { STATUSES } from "../book/lines";
import { documentTypes } from "../documents/index";
import { executionOf } from "../posting/execution";
import type { Ledgers } from "../posting/ledgers";

const POSTED = STATUSES.indexOf("posted");

/**
 * Goods that orders speak for: item, warehouse (-1 = none named) and batch ("" = none), 10⁻⁶ of the stock
 * unit; the order's line.
 */
export interface Reservation {
  readonly line: number;
  readonly item: number;
  readonly warehouse: number;
  readonly batch: string;
  readonly qty: number;
}

/**
 * What open orders still hold back (`reserves`) or let expect (`expects`) at the end of a day, line by line;
 * orders finished by hand or reversed do neither.
 */
export function reservations(
  ledgers: Ledgers,
  asOf: number,
  does: "reserves" | "expects" = "reserves",
): readonly Reservation[] {
  const { lines, masters } = ledgers.book;
  const counts = documentTypes.map((type) => type[does] === true);
  const open = Array.from(ledgers.order).filter(
    (line) => counts[lines.type[line]] && lines.status[line] === POSTED && lines.day[line] <= asOf,
  );
  if (open.length === 0) return [];
  const { executed } = executionOf(ledgers, asOf);
  return open.flatMap((line) => {
    const item = lines.item[line];
    const qty = ledgers.quantities.base[line] - executed[line];
    if (item === -1 || masters.items[item].service || !(qty > 0)) return [];
    const batch = isKeptByBatch(ledgers.book, item) ? lines.batch[line] : "";
    return [{ line, item, warehouse: lines.warehouse[line], batch, qty }];
  });
}
