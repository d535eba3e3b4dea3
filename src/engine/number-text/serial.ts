/** A serial number of a workbook that counts from 1904 is smaller by so many days. */
export const daysOf1904 = 1462;

const dayMs = 86_400_000;

/**
 * The serial number of a civil day, from 1900-01-01 = 1 as Excel counts; null for a day that there is not.
 */
export function serialOf(year: number, month: number, day: number): number | null {
  if (year < 1900 || year > 9999) return null;
  const at = new Date(Date.UTC(year, month - 1, day));
  const isThere = at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  if (!isThere) return null;
  const days = Math.round(at.getTime() / dayMs) + 25_569;
  return days > 59 ? days : days - 1;
}
