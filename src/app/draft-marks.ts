import type { Lines } from "../domain/book/lines";
import { type Documents, linesOf } from "../domain/documents/group";
import type { Moment } from "../domain/kernel/moment";

/** How many characters of a new id make a draft mark; the last ones, which differ most. */
const MARK_LENGTH = 8;

/** A new draft mark: eight characters of a ULID. */
export function newMark(moment: Moment): string {
  return moment.newId().slice(-MARK_LENGTH);
}

/** Gives every line of a draft the mark of its document, in place; a document without one gets a new one. */
export function markDrafts(
  lines: Lines,
  documents: Documents,
  drafts: readonly number[],
  moment: Moment,
): void {
  for (const draft of drafts) {
    const members = linesOf(documents, draft);
    const marked = members.find((line) => lines.draft[line] !== "");
    const mark = marked === undefined ? newMark(moment) : lines.draft[marked];
    for (const line of members) lines.draft[line] = mark;
  }
}
