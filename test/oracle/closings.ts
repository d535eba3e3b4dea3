import type { Fraction } from "./fraction";
import { rowsOf, textOf } from "./oracle-book";
import type { Entry, OracleBook } from "./oracle-book";

/** A period that is closed: its last day and when it was closed. */
function closings(book: OracleBook): readonly { readonly to: string; readonly at: string }[] {
  return rowsOf(book.json, "periods")
    .filter((row) => textOf(row, "state") === "closed")
    .map((row) => ({ to: textOf(row, "to") || `${textOf(row, "period")}-31`, at: textOf(row, "closedAt") }));
}

/** The last day that had been closed when a row was posted; "" = none. */
function closedBefore(book: OracleBook, entry: Entry): string {
  const postedAt = textOf(entry.row, "postedAt");
  const before = closings(book).filter(({ to, at }) => at < postedAt && to < entry.date);
  return before.map(({ to }) => to).reduce((a, b) => (a > b ? a : b), "");
}

/**
 * The last days of closed periods, but for those that were closed only after a later one: what is carried on
 * from such a day to the next stands. DOMAIN §0.6, §13.
 */
function closedEnds(book: OracleBook): readonly string[] {
  const all = closings(book);
  return all.filter(({ to, at }) => !all.some((one) => one.to > to && one.at < at)).map(({ to }) => to);
}

/**
 * The last such day before a row's own; "" = none: what was short by then stays as it was booked. DOMAIN
 * §5.9.
 */
export function shortUpTo(book: OracleBook, entry: Entry): string {
  return closedEnds(book)
    .filter((to) => to < entry.date)
    .reduce((a, b) => (a > b ? a : b), "");
}

/**
 * Whether what a row adds to the cost of a receipt cannot be added to it any more: the policy says so, or the
 * receipt's period had been closed by then. DOMAIN §0.6, §5.10.
 */
export function isLate(book: OracleBook, cause: Entry, receipt: Entry): boolean {
  return book.setting("landedCost") === "remaining" || receipt.date <= closedBefore(book, cause);
}

/** What a row adds, too late, to the cost of a receipt. */
export interface LateCost {
  readonly receipt: Entry;
  readonly amount: Fraction;
}
