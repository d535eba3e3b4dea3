/**
 * A civil day as Excel's serial number: 1 = 1900-01-01 as Excel counts, 46000 = 2025-12-09; right from
 * 1900-03-01 on.
 */
export type Day = number;

/** Where a document may be dated: 1980-01-01 to 2199-12-31. */
export const FIRST_DAY: Day = 29221;
/** The last day a document may be dated. */
export const LAST_DAY: Day = 109574;

const EPOCH = 25569;

/** The day of a year, month (1–12) and day of month, or NaN where the calendar has no such day. */
export function dayOf(year: number, month: number, date: number): Day {
  if (month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return NaN;
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468 + EPOCH;
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** How many days a month (1–12) of a year has. */
export function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : MONTH_DAYS[month - 1];
}

/** Year, month (1–12) and day of month of a day. Source: H. Hinnant, chrono-compatible date algorithms. */
export function civil(day: Day): { readonly year: number; readonly month: number; readonly date: number } {
  const shifted = day - EPOCH + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36524) + Math.floor(dayOfEra / 146096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const yearDays = 365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  const dayOfYear = dayOfEra - yearDays;
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date };
}

/** ISO text of a day: 2026-01-30. */
export function dayText(day: Day): string {
  const { year, month, date } = civil(day);
  return `${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(date)}`;
}

/** Month of a day as 2026-01. */
export function monthText(day: Day): string {
  return dayText(day).slice(0, 7);
}

/** The day that ISO text names, or NaN. */
export function dayFromText(text: string): Day {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match === null ? NaN : dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Seconds since midnight as 08:30:00. */
export function timeText(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map(twoDigits).join(":");
}

function twoDigits(n: number): string {
  return n < 10 ? `0${String(n)}` : String(n);
}
