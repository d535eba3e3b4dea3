import { linesOf } from "../domain/documents/group";
import { prepareDrafts, type Prepared } from "../domain/posting/prepare";
import type { Finding } from "../domain/kernel/finding";
import type { ReadBook } from "../read/read-book";
import type { Change } from "../workbook/port";
import { headerStamps, markStamp, stampLines } from "../write/line-stamps";
import { markDrafts } from "./draft-marks";
import type { Answer, Desk } from "./desk";
import { fillTextHeaders } from "./fill-text-headers";
import { withKnownRows } from "./known-rows";
import { loadBook } from "./load-book";
import { handOf, placesOf } from "./places";

/** What checking answers. */
export interface CheckAnswer {
  readonly findings: readonly Finding[];
}

/**
 * Checks every draft as if it were posted now, and fills in what continuation rows leave to the row above,
 * together with a draft mark, so that a later sort cannot split a document; a row with a cell that cannot be
 * read gets the mark alone. Source: CONTRACT §2, §4 check.
 */
export async function checkDrafts(desk: Desk): Answer<CheckAnswer> {
  const { value: read, findings } = await loadBook(desk);
  if (read === null) return { value: null, findings };
  const prepared = prepareDrafts({ book: read.book, found: findings, moment: desk.moment, chosen: null });
  const all = withKnownRows(findingsOf(prepared), read.book.lines);
  markDrafts(prepared, prepared.drafts, desk.moment);
  if (prepared.drafts.length > 0) await desk.workbook.apply(draftChanges(desk, read, prepared));
  return { value: { findings: all }, findings: all };
}

/**
 * Headers and marks of rows that can be read, the mark alone of others: what cannot be read stays as typed.
 */
function draftChanges(desk: Desk, read: ReadBook, { ledgers, documents, drafts }: Prepared): Change[] {
  const { book } = ledgers;
  const { lines } = book;
  const hand = handOf(desk, read);
  const places = placesOf(read);
  const chosen = drafts.flatMap((draft) => Array.from(linesOf(documents, draft)));
  const sound = chosen.filter((line) => lines.faulty[line] === 0);
  const faulty = chosen.filter((line) => lines.faulty[line] !== 0);
  return [
    ...stampLines({ lines, chosen: sound, places, hand }, headerStamps(book, hand)),
    ...stampLines({ lines, chosen: faulty, places, hand }, [markStamp(lines)]),
    ...fillTextHeaders(read, documents, drafts),
  ];
}

/** All that was found, loose rows first, then by document in the order of the sheets. */
function findingsOf(prepared: Prepared): Finding[] {
  return [...prepared.loose, ...prepared.drafts.flatMap((draft) => prepared.findingsOf.get(draft) ?? [])];
}
