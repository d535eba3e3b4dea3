import { isKeptByBatch } from "../../book/item-costing";
import { statusesAt } from "../../book/finishings";
import { STATUSES } from "../../book/lines";
import { documentTypes } from "../../documents/index";
import { executionOf } from "../execution";
import type { Ledgers } from "../ledgers";

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

/** Which side of orders is asked for, and what executes them. */
interface ReservationsAsked {
  readonly does?: "reserves" | "expects";
  readonly executing?: () => Int32Array;
}

/**
 * What open orders still hold back (`reserves`) or let expect (`expects`) at the end of a day, line by line;
 * orders finished by hand or reversed do neither. `executing` = the lines that execute them, where not all
 * do.
 */
export function reservations(
  ledgers: Ledgers,
  asOf: number,
  { does = "reserves", executing = () => ledgers.order }: ReservationsAsked = {},
): readonly Reservation[] {
  const { book, links, quantities } = ledgers;
  const { lines, masters } = book;
  const counts = documentTypes.map((type) => type[does] === true);
  const statusOf = statusesAt(book, asOf);
  const open = Array.from(
    ledgers.order.filter(
      (line) => counts[lines.type[line]] && lines.day[line] <= asOf && statusOf(line) === POSTED,
    ),
  );
  if (open.length === 0) return [];
  const { executed } = executionOf({ book, links, quantities, order: executing() }, asOf);
  return open.flatMap((line) => {
    const item = lines.item[line];
    const qty = quantities.base[line] - executed[line];
    if (item === -1 || masters.items[item].service || !(qty > 0)) return [];
    const batch = isKeptByBatch(book, item) ? lines.batch[line] : "";
    return [{ line, item, warehouse: lines.warehouse[line], batch, qty }];
  });
}
