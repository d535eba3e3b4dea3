import { civil } from "../kernel/day";

/**
 * By day: a number of its own for each stretch of days that one average holds for: a month, or the part of
 * one between the ends of closed periods in it.
 */
export function stretchCounter(closedEnds: readonly number[]): (day: number) => number {
  const monthOf = monthCounter();
  const room = closedEnds.length + 1;
  let next = 0;
  return (day) => {
    while (next < closedEnds.length && closedEnds[next] < day) next++;
    while (next > 0 && closedEnds[next - 1] >= day) next--;
    return monthOf(day) * room + next;
  };
}

/** The month of a day, counted through the years; days that repeat are looked up once. */
export function monthCounter(): (day: number) => number {
  let last = NaN;
  let month = NaN;
  return (day) => {
    if (day === last) return month;
    const { year, month: ofYear } = civil(day);
    last = day;
    month = year * 12 + ofYear;
    return month;
  };
}
