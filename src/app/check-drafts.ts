import { prepareDrafts, type Prepared } from "../domain/posting/prepare";
import type { Finding } from "../domain/kernel/finding";
import type { ReadBook } from "../read/read-book";
import { heldApprovals } from "./approvals";
import type { Answer, Desk } from "./desk";
import { fillingChanges } from "./draft-filling";
import { expecting } from "./expecting";
import { finishPosting } from "./finish-posting";
import { withKnownRows } from "./known-rows";
import { loadBook } from "./load-book";
import { postedBefore } from "./posted-before";
import { typedOver } from "./typed-over";
import { unreadMasters } from "./unread-guards";

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
  const { value: asRead, findings } = await loadBook(desk);
  if (asRead === null) return { value: null, findings };
  const { read, prepared } = checked(desk, asRead, findings);
  const all = [...typedOver(asRead, findings), ...findingsOf(prepared, read)];
  const changes = fillingChanges(desk, read, { prepared, drafts: prepared.drafts });
  if (changes.length > 0) await desk.workbook.apply(expecting(read, changes));
  return { value: { findings: all }, findings: all };
}

/** The same, and nothing is written. */
export async function lookAtDrafts(desk: Desk): Answer<CheckAnswer> {
  const { value: asRead, findings } = await loadBook(desk);
  if (asRead === null) return { value: null, findings };
  const { read, prepared } = checked(desk, asRead, findings);
  const all = [...typedOver(asRead, findings), ...findingsOf(prepared, read)];
  return { value: { findings: all }, findings: all };
}

/** Every draft worked out; what an earlier post left half done is no draft. */
function checked(
  desk: Desk,
  asRead: ReadBook,
  found: readonly Finding[],
): { readonly read: ReadBook; readonly prepared: Prepared } {
  const { read, findings: stuck } = finishPosting(desk, asRead);
  const { read: held, findings: stale } = heldApprovals(read);
  const all = [...found, ...stuck, ...stale, ...postedBefore(held)];
  const kept = desk.readings?.kept() ?? null;
  return {
    read: held,
    prepared: prepareDrafts({
      book: held.book,
      found: all,
      moment: desk.moment,
      chosen: null,
      kept,
      unread: unreadMasters(held, all),
    }),
  };
}

/** All that was found, loose rows first, then by document in the order of the sheets. */
function findingsOf(prepared: Prepared, { book }: ReadBook): Finding[] {
  const { loose, drafts, findingsOf: of } = prepared;
  return withKnownRows([...loose, ...drafts.flatMap((draft) => of.get(draft) ?? [])], book.lines);
}
