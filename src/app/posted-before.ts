import { STATUSES } from "../domain/book/lines";
import { placeOf } from "../domain/documents/place";
import { type Finding, finding } from "../domain/kernel/finding";
import { rowIdsTold } from "../read/read-log";
import type { ReadBook } from "../read/read-book";

const POSTED = STATUSES.indexOf("posted");

/**
 * POSTED_BEFORE for drafts that the log knows as posted rows, of which somebody cleared number and stamps:
 * they are not posted a second time. The log is only looked through for the rowIds of drafts.
 */
export function postedBefore({ book, logs, memory }: ReadBook): readonly Finding[] {
  const { count, status, blank, rowId } = book.lines;
  const drafts: number[] = [];
  for (let line = 0; line < count; line++)
    if (status[line] < POSTED && blank[line] === 0 && rowId[line] !== "") drafts.push(line);
  if (drafts.length === 0) return [];
  const told = rowIdsTold(logs, new Set(drafts.map((line) => rowId[line])));
  return drafts.flatMap((line) => {
    const known = told.has(rowId[line]) ? memory.known(rowId[line]) : undefined;
    if (known === undefined) return [];
    return [finding("POSTED_BEFORE", placeOf(book.lines, line, "status"), { number: known.number })];
  });
}
