import { type Day, dayFromText, dayText } from "../kernel/day";
import type { Period } from "./masters";

/** A day before every other: nothing is closed. */
const NEVER = -1;
const LONGEST_MONTH = 31;
const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** First and last day of a period: as it says, else those of the month that it is called by; -1 = unknown. */
export function daysOf({ period, from, to }: Pick<Period, "period" | "from" | "to">): {
  readonly from: Day;
  readonly to: Day;
} {
  if (from !== NEVER && to !== NEVER) return { from, to };
  const month = MONTH.test(period) ? dayFromText(`${period}-01`) : NEVER;
  return month === NEVER ? { from: NEVER, to: NEVER } : { from: month, to: monthEnd(month) };
}

/** The last day of the month that begins on a day. */
function monthEnd(first: Day): Day {
  const next = dayText(first + LONGEST_MONTH);
  return dayFromText(`${next.slice(0, 8)}01`) - 1;
}

/** The last day that is closed, with its period: all before it is closed as well; null where nothing is. */
export function lastClosed(periods: readonly Period[]): { readonly period: string; readonly to: Day } | null {
  const closed = periods.filter((each) => each.closed).map((each) => ({ ...each, to: daysOf(each).to }));
  return closed.reduce<{ readonly period: string; readonly to: Day } | null>(
    (last, { period, to }) => (to !== NEVER && (last === null || to > last.to) ? { period, to } : last),
    null,
  );
}

/** What stock was worth at the end of what is closed, smallest units, and a print of every row's figures. */
export interface ClosingPrint {
  readonly value: number;
  /** Eight hexadecimal digits: another figure in any row, and it is another. */
  readonly print: string;
}

/**
 * The first day that was open when a row was posted: nothing before it may change because of the row;
 * -Infinity = all was open. `postedAt` is ISO; null = it is being posted, whenever that is.
 */
function closedSince(periods: readonly Period[], postedAt: string | null): number {
  return periods.reduce((first, period) => {
    const isBefore = period.closed && (postedAt === null || period.closedAt < postedAt);
    const { to } = daysOf(period);
    return isBefore && to !== NEVER ? Math.max(first, to + 1) : first;
  }, -Infinity);
}

/**
 * The last days of the closed periods, each closed while what came later was open still; ascending. What is
 * carried over from one of them to the next day stands as it was.
 */
export function closedEnds(periods: readonly Period[]): readonly Day[] {
  const closed = periods.flatMap((period) => {
    const { to } = daysOf(period);
    return period.closed && to !== NEVER ? [{ to, at: period.closedAt }] : [];
  });
  const isFirst = ({ to, at }: (typeof closed)[number]): boolean =>
    !closed.some((other) => other.to > to && other.at < at);
  return closed
    .filter(isFirst)
    .map(({ to }) => to)
    .sort((a, b) => a - b);
}

/** Whether a day was closed before a row was posted. */
export function wasClosed(periods: readonly Period[], day: Day, postedAt: string | null): boolean {
  return day < closedSince(periods, postedAt);
}

/** A moment behind every closing: so that what is posted after a closing always says so. */
export function afterClosings(periods: readonly Period[], now: string): string {
  const latest = periods.reduce(
    (last, { closed, closedAt }) => (closed && closedAt > last ? closedAt : last),
    "",
  );
  return now > latest ? now : secondAfter(latest);
}

/** A moment no earlier than any posting: so that what was posted before a closing never seems late. */
export function afterPostings(postedAt: readonly string[], now: string): string {
  return postedAt.reduce((last, at) => (at > last ? at : last), now);
}

/** One second later, of an ISO date and time without a zone. */
function secondAfter(time: string): string {
  const milliseconds = Date.parse(`${time}Z`);
  return Number.isNaN(milliseconds) ? time : new Date(milliseconds + 1000).toISOString().slice(0, 19);
}
