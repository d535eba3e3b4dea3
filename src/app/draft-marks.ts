import { linesOf } from "../domain/documents/group";
import type { Moment } from "../domain/kernel/moment";
import type { Prepared } from "../domain/posting/prepare";

/** How many characters of a new id make a draft mark; the last ones, which differ most. */
const MARK_LENGTH = 8;

/** A new draft mark: eight characters of a ULID. */
export function newMark(moment: Moment): string {
  return moment.newId().slice(-MARK_LENGTH);
}

/**
 * Gives every line of the drafts the mark of its document, in place; a document without one gets a new one.
 */
export function markDrafts(
  { documents, ledgers }: Prepared,
  drafts: readonly number[],
  moment: Moment,
): void {
  const { draft: marks } = ledgers.book.lines;
  for (const draft of drafts) {
    const members = linesOf(documents, draft);
    const marked = members.find((line) => marks[line] !== "");
    const mark = marked === undefined ? newMark(moment) : marks[marked];
    for (const line of members) marks[line] = mark;
  }
}
