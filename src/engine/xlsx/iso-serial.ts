/** The serial number of `2026-01-31` or `2026-01-31T12:00:00`; null when the text is neither. */
export function isoSerial(text: string, date1904: boolean): number | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?Z?)?$/.exec(text.trim());
  if (match === null) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part));
  const days = Date.UTC(year, month - 1, day) / 86_400_000 + 25_569 - (date1904 ? 1462 : 0);
  const seconds = (hour || 0) * 3600 + (minute || 0) * 60 + (second || 0);
  return days + seconds / 86_400;
}
