import type { Book } from "../../book/book";
import { policiesOn } from "../../book/closed-figures";
import { closedEnds, wasClosed } from "../../book/closed-periods";
import { postedAtOf, restatingDay } from "../../documents/restating-day";
import type { Policies } from "../../book/settings";
import { civil, type Day } from "../../kernel/day";

/**
 * Whether what a line (`by`) says of the cost of an earlier one (`target`) comes too late to restate it: the
 * earlier one stays as it is, and the later one's own day takes the difference. So the book may say, and so
 * it is where the earlier day was closed before the later line was posted. Source: DOMAIN §5.10, §6, §13, §15
 * late landed cost.
 */
export function isLate(book: Book, target: number, by: number): boolean {
  if (target === by) return false;
  const { masters, lines } = book;
  if (policiesFor(book, target, by).landedCost === "remaining") return true;
  return masters.periods.length > 0 && wasClosed(masters.periods, lines.day[target], postedAtOf(lines, by));
}

/**
 * Whether an invoice (`by`) leaves the receipt that it is for at its provisional value, and puts its own in
 * the place of that on its own day: because it is late, or because the book accrues so, always (`reversal`)
 * or where the two stand in different calendar months (`monthStart`). Source: CONTRACT §3 accrual, DOMAIN §4
 * CF.
 */
export function isLateInvoice(book: Book, target: number, by: number): boolean {
  if (target === by) return false;
  const { day } = book.lines;
  const { accrual } = policiesFor(book, target, by);
  if (accrual === "reversal") return true;
  if (accrual === "monthStart" && !isSameMonth(day[target], day[by])) return true;
  return isLate(book, target, by);
}

function policiesFor(book: Book, target: number, by: number): Policies {
  return policiesOn(book, restatingDay(book, by, [{ target }]));
}

function isSameMonth(one: number, other: number): boolean {
  const [first, second] = [civil(one), civil(other)];
  return first.year === second.year && first.month === second.month;
}

/** Whether any shortage may have to stay as it was booked: only then they are followed. */
export function mayStandShort({ settings, masters }: Book): boolean {
  return settings.shortageSettlement === "variance" || masters.periods.some(({ closed }) => closed);
}

/**
 * By day: the first day whose short issues may be restated by what covers them on that day; Infinity = none,
 * -Infinity = any. What is short when a period is closed keeps what it was booked at, whenever that was
 * entered which covers it: whoever closed it accepted that. Source: DOMAIN §5.9, §13, §15 shortage
 * settlement.
 */
export function restatedFrom(book: Book): (day: Day) => number {
  const ends = closedEnds(book.masters.periods);
  return (day) => {
    if (policiesOn(book, day).shortageSettlement === "variance") return Infinity;
    const last = ends.findLast((end) => end < day);
    return last === undefined ? -Infinity : last + 1;
  };
}
