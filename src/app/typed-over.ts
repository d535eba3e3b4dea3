import type { Finding } from "../domain/kernel/finding";
import { unitFindings } from "../domain/log/units-told";
import { logTexts } from "../read/read-log";
import type { ReadBook } from "../read/read-book";

/**
 * What was done by hand to what is posted and concerns whoever posts now, though no draft bears it.
 * POSTED_AS_DRAFT among what reading found: rows that the log knows as posted and whose status somebody typed
 * over; they count as posted all the same. UNIT_CHANGED: units that hold no longer what they held. The log is
 * only asked where the book has units.
 */
export function typedOver({ book, logs }: ReadBook, readings: readonly Finding[]): readonly Finding[] {
  const units = book.masters.units.length === 0 ? [] : unitFindings(book, logTexts(logs));
  return [...readings.filter(({ code }) => code === "POSTED_AS_DRAFT"), ...units];
}
