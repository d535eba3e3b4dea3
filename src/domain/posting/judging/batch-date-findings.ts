import type { Book } from "../../book/book";
import { NONE } from "../../book/lines";
import { placeOf } from "../../documents/place";
import { dayText } from "../../kernel/day";
import { type Finding, finding } from "../../kernel/finding";
import type { BatchDates } from "../moves/batch-dates";

/**
 * BATCH_DATE_DIFFERS where a draft says of a batch that it was made, or may be used until, on another day
 * than the table of batches or what brought it in first says: that holds, and one batch has one such day.
 * Source: DOMAIN §5.6, §14.
 */
export function batchDateFindings(
  { lines, masters }: Book,
  own: readonly number[],
  dates: BatchDates,
): Finding[] {
  const { batch, item } = lines;
  return own.flatMap((line) =>
    (["produced", "expires"] as const).flatMap((column) => {
      const typed = lines[column][line];
      const known = batch[line] === "" ? NONE : dates[column](item[line], batch[line]);
      if (typed === NONE || known === NONE || typed === known) return [];
      const facts = { item: masters.items[item[line]].code, batch: batch[line] };
      const days = { value: dayText(typed), known: dayText(known) };
      return [finding("BATCH_DATE_DIFFERS", placeOf(lines, line, column), { ...facts, ...days })];
    }),
  );
}
