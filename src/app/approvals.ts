import { type Lines, REGISTERS, registerOf, rowOf, STATUSES } from "../domain/book/lines";
import { type Documents, groupDocuments, headOf, linesOf } from "../domain/documents/group";
import { documentTypes } from "../domain/documents/index";
import { placeOf } from "../domain/documents/place";
import { type Finding, finding } from "../domain/kernel/finding";
import {
  type Approval,
  type ApprovedDraft,
  draftDigest,
  draftKey,
  lastApprovals,
} from "../domain/log/approvals";
import type { PostedCells } from "../domain/log/posted-cells";
import { logRows } from "../read/read-log";
import type { ReadBook } from "../read/read-book";
import { wholeRows } from "../read/standing-rows";
import type { Change } from "../workbook/port";
import { overlaidSource } from "./overlaid";

const DRAFT = STATUSES.indexOf("draft");
const APPROVED = STATUSES.indexOf("approved");
const POSTED = STATUSES.indexOf("posted");
const NO_LINES: ReadonlySet<number> = new Set();

/** A book whose approvals are those that the log holds. */
export interface HeldApprovals {
  /** Drafts whose approval does not hold are drafts there, whatever their status says. */
  readonly read: ReadBook;
  /** Their lines. */
  readonly stale: ReadonlySet<number>;
  /** APPROVAL_STALE for each of them. */
  readonly findings: readonly Finding[];
}

/**
 * Looks up every draft that is marked as approved in the log: its approval holds where the last one of it was
 * given to what stands there now, and nothing was posted under its mark since. The log is only read where
 * some draft is so marked.
 */
export function heldApprovals(read: ReadBook): HeldApprovals {
  const { lines } = read.book;
  if (!lines.status.includes(APPROVED)) return { read, stale: NO_LINES, findings: [] };
  const documents = groupDocuments(lines).value;
  const marked = markedAsApproved(lines, documents);
  const known = lastApprovals(read.logs.flatMap((cells) => logRows(cells)));
  const standing = approvedDrafts(read, { lines, documents, drafts: marked });
  const posted = lastPosted(lines);
  const wrong = marked.filter((_, i) => !isHeld(standing[i], known, posted));
  const stale = new Set(wrong.flatMap((draft) => Array.from(linesOf(documents, draft))));
  if (stale.size === 0) return { read, stale, findings: [] };
  const status = lines.status.map((own, line) => (stale.has(line) ? DRAFT : own));
  const findings = wrong.map((draft) => staleFinding(lines, headOf(documents, draft), known));
  return { read: { ...read, book: { ...read.book, lines: { ...lines, status } } }, stale, findings };
}

function markedAsApproved(lines: Lines, documents: Documents): readonly number[] {
  const marked = new Set<number>();
  lines.status.forEach((status, line) => {
    if (status === APPROVED && documents.ofLine[line] !== -1) marked.add(documents.ofLine[line]);
  });
  return [...marked].sort((a, b) => a - b);
}

/** When the last document of each mark was posted, by `draftKey`. */
function lastPosted(lines: Lines): ReadonlyMap<string, string> {
  const last = new Map<string, string>();
  for (let line = 0; line < lines.count; line++) {
    if (lines.status[line] < POSTED || lines.draft[line] === "") continue;
    const key = keyOf(lines, line);
    const at = lines.postedAt[line];
    if (at > (last.get(key) ?? "")) last.set(key, at);
  }
  return last;
}

function keyOf(lines: Lines, line: number): string {
  return draftKey(REGISTERS[registerOf(lines, line)], lines.draft[line]);
}

function isHeld(
  { table, draft, digest }: ApprovedDraft,
  known: ReadonlyMap<string, Approval>,
  posted: ReadonlyMap<string, string>,
): boolean {
  const key = draftKey(table, draft);
  const last = known.get(key);
  if (last === undefined || draft === "" || !last.holds || last.digest !== digest) return false;
  return (posted.get(key) ?? "") <= last.at;
}

function staleFinding(lines: Lines, head: number, known: ReadonlyMap<string, Approval>): Finding {
  const last = known.get(keyOf(lines, head));
  const given = last?.holds === true && lines.draft[head] !== "" ? last : null;
  const facts = { by: given?.by ?? null, at: given?.at ?? null };
  return finding("APPROVAL_STALE", placeOf(lines, head, "status"), facts);
}

/** Drafts: lines with the marks that they bear or get, and which of them; as changes will leave them. */
export interface DraftsAsked {
  readonly lines: Lines;
  readonly documents: Documents;
  readonly drafts: readonly number[];
  readonly changes?: readonly Change[];
}

/** Drafts as the log keeps an approval of them, in the order asked for. */
export function approvedDrafts(read: ReadBook, asked: DraftsAsked): readonly ApprovedDraft[] {
  const { lines, documents, drafts } = asked;
  const cells = cellsOf(read, asked);
  return drafts.map((draft) => {
    const own = Array.from(linesOf(documents, draft));
    const { table } = rowOf(lines, own[0]);
    const digest = draftDigest(own.map((line) => cells.get(line) ?? {}));
    return { table, draft: lines.draft[own[0]], digest };
  });
}

/** What stands in the rows of drafts, by line. */
function cellsOf(
  { book, sources }: ReadBook,
  { lines, documents, drafts, changes = [] }: DraftsAsked,
): ReadonlyMap<number, PostedCells> {
  const { language } = book.settings;
  const chosen = drafts.flatMap((draft) => Array.from(linesOf(documents, draft)));
  const found = new Map<number, PostedCells>();
  REGISTERS.forEach((id, register) => {
    const source = sources.get(id);
    const from = lines.offsets[register];
    const own = chosen.filter((line) => line >= from && line < lines.offsets[register + 1]);
    if (source === undefined || own.length === 0) return;
    const reading = { language, types: documentTypes, rows: own.map((line) => line - from) };
    const rows = wholeRows(overlaidSource(source, changes), reading);
    rows.forEach(({ cells }, i) => found.set(own[i], cells));
  });
  return found;
}
