import { type Lines, STATUSES } from "../domain/book/lines";
import { placeOf } from "../domain/documents/place";
import { type Finding, finding } from "../domain/kernel/finding";
import { recordedRows } from "../domain/log/recorded";
import { logRows } from "../read/read-log";
import type { ReadBook } from "../read/read-book";

const POSTED = STATUSES.indexOf("posted");

/**
 * POSTED_AS_DRAFT for rows that the log knows as posted and that are drafts now: somebody typed their status
 * over. They are not posted again. The log is only read where a draft bears what posting stamps.
 */
export function typedBack({ book: { lines }, logs }: ReadBook): readonly Finding[] {
  const stamped: number[] = [];
  for (let line = 0; line < lines.count; line++) if (isStampedDraft(lines, line)) stamped.push(line);
  if (stamped.length === 0) return [];
  const recorded = recordedRows(logs.map((cells) => logRows(cells)));
  return stamped.flatMap((line) => {
    const known = recorded.get(lines.rowId[line]);
    if (known === undefined) return [];
    return [finding("POSTED_AS_DRAFT", placeOf(lines, line, "status"), { number: known.number })];
  });
}

function isStampedDraft({ status, rowId, number, postedAt, blank }: Lines, line: number): boolean {
  if (status[line] >= POSTED || blank[line] === 1 || rowId[line] === "") return false;
  return number[line] !== "" || postedAt[line] !== "";
}
