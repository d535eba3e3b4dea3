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
  const { starts, members } = documents;
  for (const draft of drafts) {
    const own = members.subarray(starts[draft], starts[draft + 1]);
    const marked = own.find((line) => marks[line] !== "");
    const mark = marked === undefined ? newMark(moment) : marks[marked];
    for (let i = 0; i < own.length; i++) marks[own[i]] = mark;
  }
}
