import { type Documents, headOf, linesOf } from "../domain/documents/group";
import { documentTypes } from "../domain/documents/index";
import type { Finding } from "../domain/kernel/finding";
import { nearest } from "../domain/kernel/nearest";
import type { Change as FigureChange } from "../domain/posting/figure-change";
import { ledgerDiff } from "../domain/posting/ledger-diff";
import type { Ledgers } from "../domain/posting/ledgers";
import { prepareDrafts, type Prepared } from "../domain/posting/prepare";
import type { ReadBook } from "../read/read-book";
import { eachNumberTold } from "../read/read-log";
import { heldApprovals } from "./approvals";
import { closedFindings } from "./closed-moved";
import type { Answer, Desk } from "./desk";
import { markDrafts } from "./draft-marks";
import { finishPosting } from "./finish-posting";
import { withKnownRows } from "./known-rows";
import { ledgersAt, loadBook } from "./load-book";
import { badStep } from "./options";
import { postedBefore } from "./posted-before";
import { postChanges, type Posting } from "./post-changes";
import { type PostedDocument, settledNumbers } from "./settled-numbers";
import { typedOver } from "./typed-over";
import { guardStops, unreadMasters } from "./unread-guards";
import { untoldPosts } from "./untold-posts";
import {
  type BalanceEffect,
  balanceEffects,
  type PreviewedDocument,
  previewedDocuments,
} from "./post-preview";

/** A document that stays a draft, and why. */
export interface RefusedDocument {
  readonly draft: string;
  /** Row ids of its lines that have one. */
  readonly rows: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * What posting answers. Of a dry run alone: `diff`, every figure of a row that would change; `documents`,
 * what was considered; `effects`, every balance that would change.
 */
export interface PostAnswer {
  readonly posted: readonly PostedDocument[];
  readonly refused: readonly RefusedDocument[];
  readonly diff?: readonly FigureChange[];
  readonly documents?: readonly PreviewedDocument[];
  readonly effects?: readonly BalanceEffect[];
}

/** Which drafts to post, by draft mark or rowId; null = all. A dry run writes nothing. */
export interface PostOptions {
  readonly only: readonly string[] | null;
  readonly dryRun: boolean;
}

/**
 * Posts each draft that has no error, whole; the others stay drafts. Writes numbers, rowIds, codes, amounts
 * and what payments settle into their rows, and keeps the small balance tables up; a number that somebody
 * else gave at the same moment is changed at once; LOG_CAUGHT_UP where the log is told of an earlier post.
 * Nothing at all where a cost in a closed period would change with it (CLOSED_MOVED).
 * Source: CONTRACT §2, §4 post.
 */
export async function postDrafts(desk: Desk, options: PostOptions): Answer<PostAnswer> {
  const { value: asRead, findings: readings } = await loadBook(desk);
  if (asRead === null) return { value: null, findings: readings };
  const { read: whole, changes: finishing, findings: stuck } = finishPosting(desk, asRead);
  const { read, stale, findings: unheld } = heldApprovals(whole);
  const found = [...readings, ...stuck, ...unheld, ...postedBefore(read)];
  const stops = [...guardStops(found), ...unknownDrafts(read, options.only ?? [])];
  if (stops.length > 0) return { value: null, findings: stops };
  const posting = prepare(desk, read, { found, only: options.only });
  const { prepared } = posting;
  const answer = answerOf(read, posting);
  const loose = options.only === null ? [...typedOver(read, readings), ...prepared.loose] : [];
  const findings = [...loose, ...answer.refused.flatMap((refused) => refused.findings), ...remarks(prepared)];
  const { entries: untold, findings: late } = untoldPosts(desk, read, { finishing });
  const changes = postChanges(desk, read, { ...posting, finishing, untold, stale });
  const moved = closedFindings(read, changes, prepared.ledgers);
  if (moved.length > 0) return { value: null, findings: moved };
  if (options.dryRun) return { value: { ...answer, ...preview(ledgersAt(desk, read), posting) }, findings };
  if (changes.length > 0) await desk.workbook.apply(changes);
  const { posted, found: renumbered } = await settledNumbers(desk, read, answer.posted);
  return { value: { ...answer, posted }, findings: [...late, ...findings, ...renumbered] };
}

/** Drafts as prepared, and which of them were asked for. */
type Considered = Pick<Posting, "prepared" | "considered">;

/** What a dry run tells beside the answer. */
function preview(before: Ledgers, { prepared, considered }: Considered) {
  return {
    diff: ledgerDiff(before, prepared.ledgers),
    documents: previewedDocuments(prepared, considered),
    effects: balanceEffects(before, prepared.ledgers),
  };
}

/** Works out the drafts asked for, and gives a mark to those that have none. */
function prepare(
  desk: Desk,
  read: ReadBook,
  { found, only }: { readonly found: readonly Finding[]; readonly only: PostOptions["only"] },
): Considered {
  const wanted = only === null ? null : new Set(only);
  const isWanted = (documents: Documents, draft: number): boolean =>
    wanted === null || linesOf(documents, draft).some(namedIn(read, wanted));
  const chosen = wanted === null ? null : isWanted;
  const kept = desk.readings?.kept() ?? null;
  const unread = unreadMasters(read, found);
  const told = (tell: (number: string) => void): void => eachNumberTold(read.logs, tell);
  const prepared = prepareDrafts({ book: read.book, found, moment: desk.moment, chosen, kept, unread, told });
  desk.readings?.keep(prepared.ledgers);
  const considered = prepared.drafts.filter((draft) => isWanted(prepared.documents, draft));
  markDrafts(prepared, considered, desk.moment);
  return { prepared, considered };
}

function namedIn({ book }: ReadBook, wanted: ReadonlySet<string>): (line: number) => boolean {
  return (line) => wanted.has(book.lines.draft[line]) || wanted.has(book.lines.rowId[line]);
}

/** BAD_STEP for each name that is no draft's mark and no row's id. */
function unknownDrafts({ book }: ReadBook, wanted: readonly string[]): Finding[] {
  const { count, draft, rowId } = book.lines;
  const unknown = new Set(wanted);
  for (let line = 0; line < count && unknown.size > 0; line++) {
    unknown.delete(draft[line]);
    unknown.delete(rowId[line]);
  }
  return [...unknown].map((name) => badStep(`draft ${name}`, nearest(name, draft)));
}

/** What was remarked on documents that were posted all the same. */
function remarks({ accepted, findingsOf }: Prepared): Finding[] {
  return accepted.flatMap((draft) => findingsOf.get(draft) ?? []);
}

function answerOf(read: ReadBook, { prepared, considered }: Considered): PostAnswer {
  const { ledgers, documents, accepted, findingsOf } = prepared;
  const { lines } = ledgers.book;
  const taken = new Set(accepted);
  const posted = accepted.map((draft) => {
    const head = headOf(documents, draft);
    const rows: string[] = [];
    for (let i = documents.starts[draft]; i < documents.starts[draft + 1]; i++) {
      rows.push(lines.rowId[documents.members[i]]);
    }
    return {
      draft: lines.draft[head],
      type: documentTypes[lines.type[head]].code,
      number: lines.number[head],
      rows,
    };
  });
  const refused = considered
    .filter((draft) => !taken.has(draft))
    .map((draft) => {
      const members = Array.from(linesOf(documents, draft));
      const rows = members.map((line) => read.book.lines.rowId[line]).filter((rowId) => rowId !== "");
      const findings = withKnownRows(findingsOf.get(draft) ?? [], read.book.lines);
      return { draft: lines.draft[members[0]], rows, findings };
    });
  return { posted, refused };
}
