import { STATUSES } from "../domain/book/lines";
import { type Documents, groupDocuments, headOf, linesOf } from "../domain/documents/group";
import type { Finding } from "../domain/kernel/finding";
import { approvedText } from "../domain/log/approvals";
import { type LogEntry, logEntry } from "../domain/log/log-row";
import { prepareDrafts, type Prepared } from "../domain/posting/prepare";
import type { ReadBook } from "../read/read-book";
import { statuses } from "../registers/words";
import type { Change } from "../workbook/port";
import { wordCell } from "../write/hand";
import { type Stamp, stampLines } from "../write/line-stamps";
import { approvedDrafts, type DraftsAsked, heldApprovals } from "./approvals";
import { balanceChanges } from "./balances";
import type { Answer, Desk } from "./desk";
import type { ChangedAnswer } from "./discard-drafts";
import { fillingChanges } from "./draft-filling";
import { namedDrafts } from "./draft-status";
import { expecting } from "./expecting";
import { finishPosting, type Finished } from "./finish-posting";
import { withKnownRows } from "./known-rows";
import { ledgersAt, loadForChange } from "./load-book";
import { logChanges } from "./log-changes";
import { handOf, placesOf } from "./places";
import { untoldPosts } from "./untold-posts";

const APPROVED = STATUSES.indexOf("approved");
const DRAFT = STATUSES.indexOf("draft");

/**
 * Stamps drafts, whole documents, with who approved them and when, fills in what continuation rows leave to
 * the row above, and tells the log what stood in them; what is approved already, as it stands, stays as it
 * is. All or none: APPROVE_LIMIT where one comes to more than the user may approve.
 */
export async function approveDrafts(desk: Desk, names: readonly string[]): Answer<ChangedAnswer> {
  const { value: asRead, findings } = await loadForChange(desk);
  if (asRead === null) return { value: null, findings };
  const finished = finishPosting(desk, asRead);
  const { read } = heldApprovals(finished.read);
  const named = namedDrafts(read.book.lines, names);
  if (named.findings.length > 0) return { value: null, findings: named.findings };
  const changed = named.lines.filter((line) => read.book.lines.status[line] !== APPROVED);
  const prepared = preparedWith(desk, read, new Set(changed));
  const beyond = [...prepared.findingsOf.values()].flat().filter(({ code }) => code === "APPROVE_LIMIT");
  if (beyond.length > 0) return { value: null, findings: withKnownRows(beyond, read.book.lines) };
  const late = await applyTold(desk, { ...finished, read }, approval(desk, read, { prepared, changed }));
  return { value: { changed: changed.length }, findings: late };
}

/** The documents of some lines as they would be posted. */
function preparedWith(desk: Desk, { book }: ReadBook, wanted: ReadonlySet<number>): Prepared {
  const chosen = (documents: Documents, draft: number): boolean =>
    linesOf(documents, draft).some((line) => wanted.has(line));
  const kept = desk.readings?.kept() ?? null;
  return prepareDrafts({ book, found: [], moment: desk.moment, chosen, kept });
}

/** Changes of drafts, and what the log is told of them. */
interface Told {
  readonly changes: readonly Change[];
  readonly entries: readonly LogEntry[];
}

/** What approves some lines and the documents that they are of; rows of none are stamped by themselves. */
function approval(
  desk: Desk,
  read: ReadBook,
  { prepared, changed }: { readonly prepared: Prepared; readonly changed: readonly number[] },
): Told {
  const { documents, ledgers } = prepared;
  const { lines } = ledgers.book;
  const hand = handOf(desk, read);
  const stamps: Stamp[] = [
    { column: "approvedBy", cell: () => desk.moment.user },
    { column: "approvedAt", cell: () => desk.moment.now },
    { column: "status", cell: () => wordCell(hand, statuses, "approved") },
  ];
  const drafts = [...new Set(changed.map((line) => documents.ofLine[line]))].filter((draft) => draft !== -1);
  const loose = changed.filter((line) => documents.ofLine[line] === -1);
  const changes = [
    ...fillingChanges(desk, read, { prepared, drafts, besides: stamps }),
    ...stampLines({ lines, chosen: loose, places: placesOf(read), hand }, stamps),
  ];
  return { changes, entries: entriesOf(read, "approve", { lines, documents, drafts, changes }) };
}

/** Takes the approval of drafts back, and tells the log. */
export async function unapproveDrafts(desk: Desk, names: readonly string[]): Answer<ChangedAnswer> {
  const { value: asRead, findings } = await loadForChange(desk);
  if (asRead === null) return { value: null, findings };
  const finished = finishPosting(desk, asRead);
  const { lines } = finished.read.book;
  const named = namedDrafts(lines, names);
  if (named.findings.length > 0) return { value: null, findings: named.findings };
  const changed = named.lines.filter((line) => lines.status[line] !== DRAFT);
  const late = await applyTold(desk, finished, takingBack(desk, finished.read, changed));
  return { value: { changed: changed.length }, findings: late };
}

function takingBack(desk: Desk, read: ReadBook, changed: readonly number[]): Told {
  const { lines } = read.book;
  const hand = handOf(desk, read);
  const stamps: Stamp[] = [
    { column: "approvedBy", cell: () => null },
    { column: "approvedAt", cell: () => null },
    { column: "status", cell: () => wordCell(hand, statuses, "draft") },
  ];
  const changes = stampLines({ lines, chosen: changed, places: placesOf(read), hand }, stamps);
  const documents = groupDocuments(lines).value;
  const drafts = [...new Set(changed.map((line) => documents.ofLine[line]))].filter((draft) => draft !== -1);
  return { changes, entries: entriesOf(read, "unapprove", { lines, documents, drafts, changes }) };
}

function entriesOf(read: ReadBook, action: string, asked: DraftsAsked): readonly LogEntry[] {
  return approvedDrafts(read, asked).map((draft, i) => {
    const rowId = read.book.lines.rowId[headOf(asked.documents, asked.drafts[i])];
    return logEntry({ action, rowId, after: approvedText(draft) });
  });
}

/**
 * Writes drafts and tells the log of them, behind what an earlier post left untold: the log's last row says
 * since when posts may be (ADR 0014). LOG_CAUGHT_UP where that is anything.
 */
async function applyTold(
  desk: Desk,
  { read, changes: finishing }: Pick<Finished, "read" | "changes">,
  { changes, entries }: Told,
): Promise<readonly Finding[]> {
  if (changes.length + entries.length === 0) return [];
  const { entries: untold, findings } = untoldPosts(desk, read, { finishing });
  const logged = logChanges(desk, read, { entries: [...untold, ...entries], before: finishing });
  const isMoved = finishing.length + untold.length > 0;
  const balances = isMoved ? balanceChanges(desk, read, ledgersAt(desk, read)) : [];
  await desk.workbook.apply([...finishing, ...expecting(read, changes), ...logged, ...balances]);
  return findings;
}
