import { STATUSES } from "../domain/book/lines";
import { type Documents, linesOf } from "../domain/documents/group";
import type { Finding } from "../domain/kernel/finding";
import { prepareDrafts } from "../domain/posting/prepare";
import type { ReadBook } from "../read/read-book";
import { statuses } from "../registers/words";
import { wordCell } from "../write/hand";
import { type Stamp, stampLines } from "../write/line-stamps";
import type { Answer, Desk } from "./desk";
import type { ChangedAnswer } from "./discard-drafts";
import { namedDrafts } from "./draft-status";
import { expecting } from "./expecting";
import { withKnownRows } from "./known-rows";
import { loadBook } from "./load-book";
import { handOf, placesOf } from "./places";

/**
 * Stamps drafts, whole documents, with who approved them and when; what is approved already stays as it is.
 * All or none: APPROVE_LIMIT where one comes to more than the user may approve.
 */
export async function approveDrafts(desk: Desk, names: readonly string[]): Answer<ChangedAnswer> {
  const { value: read, findings } = await loadBook(desk);
  if (read === null) return { value: null, findings };
  const beyond = beyondLimit(desk, read, names);
  return beyond.length > 0
    ? { value: null, findings: beyond }
    : setStatus(desk, read, { names, isApproved: true });
}

/** What of the drafts named is more than the user may approve. */
function beyondLimit(desk: Desk, { book }: ReadBook, names: readonly string[]): readonly Finding[] {
  if (book.masters.staff.length === 0) return [];
  const wanted = new Set(names);
  const isNamed = (line: number): boolean =>
    wanted.has(book.lines.draft[line]) || wanted.has(book.lines.rowId[line]);
  const chosen = (documents: Documents, draft: number): boolean =>
    Array.from(linesOf(documents, draft)).some(isNamed);
  const { findingsOf } = prepareDrafts({ book, found: [], moment: desk.moment, chosen });
  const found = [...findingsOf.values()].flat();
  return withKnownRows(
    found.filter(({ code }) => code === "APPROVE_LIMIT"),
    book.lines,
  );
}

/** Takes the approval of drafts back. */
export async function unapproveDrafts(desk: Desk, names: readonly string[]): Answer<ChangedAnswer> {
  const { value: read, findings } = await loadBook(desk);
  if (read === null) return { value: null, findings };
  return setStatus(desk, read, { names, isApproved: false });
}

async function setStatus(
  desk: Desk,
  read: ReadBook,
  { names, isApproved }: { readonly names: readonly string[]; readonly isApproved: boolean },
): Answer<ChangedAnswer> {
  const { lines } = read.book;
  const status = isApproved ? "approved" : "draft";
  const drafts = namedDrafts(lines, names);
  if (drafts.findings.length > 0) return { value: null, findings: drafts.findings };
  const changed = drafts.lines.filter((line) => lines.status[line] !== STATUSES.indexOf(status));
  const hand = handOf(desk, read);
  const stamps: Stamp[] = [
    { column: "approvedBy", cell: () => (isApproved ? desk.moment.user : null) },
    { column: "approvedAt", cell: () => (isApproved ? desk.moment.now : null) },
    { column: "status", cell: () => wordCell(hand, statuses, status) },
  ];
  const changes = stampLines({ lines, chosen: changed, places: placesOf(read), hand }, stamps);
  await desk.workbook.apply(expecting(read, changes));
  return { value: { changed: changed.length }, findings: [] };
}
