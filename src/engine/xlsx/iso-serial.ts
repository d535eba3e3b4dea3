const pattern = /^(\d{4}-\d\d-\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?Z?)?$/;

/** The serial number of `2026-01-31` or `2026-01-31T12:00:00`; null when the text is neither. */
export function isoSerial(text: string, date1904: boolean): number | null {
  const match = pattern.exec(text.trim());
  if (match === null) return null;
  const [, date = "", ...time] = match;
  const [hour = 0, minute = 0, second = 0] = time.map((part: string | undefined) => Number(part ?? 0));
  const days = Date.parse(`${date}T00:00:00Z`) / 86_400_000 + 25_569 - (date1904 ? 1462 : 0);
  return Number.isNaN(days) ? null : days + (hour * 3600 + minute * 60 + second) / 86_400;
}
