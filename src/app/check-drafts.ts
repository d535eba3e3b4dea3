import { linesOf } from "../domain/documents/group";
import { prepareDrafts, type Prepared } from "../domain/posting/prepare";
import type { Finding } from "../domain/kernel/finding";
import { headerStamps, stampLines } from "../write/line-stamps";
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
 * together with a draft mark, so that a later sort cannot split a document. Source: CONTRACT §2, §4 check.
 */
export async function checkDrafts(desk: Desk): Answer<CheckAnswer> {
  const { value: read, findings } = await loadBook(desk);
  if (read === null) return { value: null, findings };
  const prepared = prepareDrafts({ book: read.book, found: findings, moment: desk.moment, chosen: null });
  const all = withKnownRows(findingsOf(prepared), read.book.lines);
  const { book } = prepared.ledgers;
  markDrafts(prepared, prepared.drafts, desk.moment);
  const hand = handOf(desk, read);
  const chosen = prepared.drafts.flatMap((draft) => Array.from(linesOf(prepared.documents, draft)));
  const sound = chosen.filter((line) => book.lines.faulty[line] === 0);
  const places = placesOf(read);
  const stamped = stampLines({ lines: book.lines, chosen: sound, places, hand }, headerStamps(book, hand));
  const texts = fillTextHeaders(read, prepared.documents, prepared.drafts);
  if (chosen.length > 0) await desk.workbook.apply([...stamped, ...texts]);
  return { value: { findings: all }, findings: all };
}

/** All that was found, loose rows first, then by document in the order of the sheets. */
function findingsOf(prepared: Prepared): Finding[] {
  return [...prepared.loose, ...prepared.drafts.flatMap((draft) => prepared.findingsOf.get(draft) ?? [])];
}
