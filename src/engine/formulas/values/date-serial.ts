const msPerDay = 86_400_000;
/** Day 0 of the serial numbers from 1 March 1900 on. */
const dayZero = Date.UTC(1899, 11, 30);
/** How many days a workbook that counts from 1904 is behind. */
const daysOf1904 = 1462;
/** The serial number of 31 December 9999. */
const lastDay = 2_958_465;

/** A day of the calendar; the month counts from 1. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * The day of a serial number; null outside of what Excel knows. Excel's 29 February 1900 (serial 60), which
 * never was, and day 0 of January 1900 exist here too, as they do there.
 */
export function dayOfSerial(serial: number, date1904: boolean): CalendarDay | null {
  const whole = Math.floor(serial) + (date1904 ? daysOf1904 : 0);
  if (!(whole >= 0) || whole > lastDay) return null;
  if (whole === 0) return { year: 1900, month: 1, day: 0 };
  if (whole === 60) return { year: 1900, month: 2, day: 29 };
  const date = new Date(dayZero + (whole < 60 ? whole + 1 : whole) * msPerDay);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/**
 * The serial number of a day whose month and day may run over into the next or the year before, as DATE
 * takes them; null outside of what Excel knows.
 */
export function serialOfParts({ year, month, day }: CalendarDay, date1904: boolean): number | null {
  const first = new Date(Date.UTC(2000, month - 1, 1));
  first.setUTCFullYear(first.getUTCFullYear() + year - 2000);
  const isBeforeMarch = first.getTime() < Date.UTC(1900, 2, 1);
  const serial = Math.round((first.getTime() - dayZero) / msPerDay) - Number(isBeforeMarch) + day - 1;
  const own = serial - (date1904 ? daysOf1904 : 0);
  return serial > lastDay || own < 0 ? null : own;
}

/** The serial number of a day of the calendar; null where there is no such day. */
export function serialOfDate({ year, month, day }: CalendarDay, date1904: boolean): number | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return serialOfParts({ year, month, day }, date1904);
}

/** How many days the month has; February 1900 has 29, as in Excel. */
export function daysInMonth(year: number, month: number): number {
  if (year === 1900 && month === 2) return 29;
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
