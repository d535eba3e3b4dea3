import { headOf, linesOf } from "../domain/documents/group";
import { documentTypes } from "../domain/documents/index";
import { type Finding, finding, NOWHERE } from "../domain/kernel/finding";
import { figure } from "../domain/kernel/numbers";
import { type Change as FigureChange, ledgerDiff } from "../domain/posting/ledger-diff";
import { ledgersOf } from "../domain/posting/ledgers";
import { prepareDrafts, type Prepared } from "../domain/posting/prepare";
import type { ReadBook } from "../read/read-book";
import { statuses } from "../registers/words";
import type { Change } from "../workbook/port";
import { type Hand, wordCell } from "../write/hand";
import { completionStamps, headerStamps, type Stamp, stampLines } from "../write/line-stamps";
import { balanceChanges } from "./balances";
import type { Answer, Desk } from "./desk";
import { markDrafts } from "./draft-marks";
import { fillTextHeaders } from "./fill-text-headers";
import { loadBook } from "./load-book";
import { handOf, placesOf } from "./places";

/** A document that was posted. */
export interface PostedDocument {
  readonly draft: string;
  readonly type: string;
  readonly number: string;
  /** Row ids of its lines. */
  readonly rows: readonly string[];
}

/** A document that stays a draft, and why. */
export interface RefusedDocument {
  readonly draft: string;
  readonly rows: readonly string[];
  readonly findings: readonly Finding[];
}

/** What posting answers; `diff` of a dry run alone: every figure that would change. */
export interface PostAnswer {
  readonly posted: readonly PostedDocument[];
  readonly refused: readonly RefusedDocument[];
  readonly diff?: readonly FigureChange[];
}

/** Which drafts to post, by draft mark or rowId; null = all. A dry run writes nothing. */
export interface PostOptions {
  readonly only: readonly string[] | null;
  readonly dryRun: boolean;
}

/**
 * Posts each draft that has no error, whole; the others stay drafts. Writes numbers, rowIds, codes, amounts
 * and what payments settle into their rows, and keeps the small balance tables up. Source: CONTRACT §2, §4
 * post.
 */
export async function postDrafts(desk: Desk, { only, dryRun }: PostOptions): Answer<PostAnswer> {
  const { value: read, findings } = await loadBook(desk);
  if (read === null) return { value: null, findings };
  const wanted = only === null ? null : new Set(only);
  const prepared = prepareDrafts({
    book: read.book,
    found: findings,
    moment: desk.moment,
    chosen:
      wanted === null
        ? null
        : (documents, draft) => linesOf(documents, draft).some((line) => isNamed(read, line, wanted)),
  });
  const unknown = wanted === null ? [] : unknownDrafts(read, wanted);
  const considered = prepared.drafts.filter(
    (draft) => wanted === null || isWanted(read, prepared, draft, wanted),
  );
  markDrafts(prepared.ledgers.book.lines, prepared.documents, considered, desk.moment);
  const answer = answerOf(prepared, considered);
  const all = [
    ...unknown,
    ...prepared.loose,
    ...considered.flatMap((draft) => prepared.findingsOf.get(draft) ?? []),
  ];
  if (dryRun)
    return { value: { ...answer, diff: ledgerDiff(ledgersOf(read.book), prepared.ledgers) }, findings: all };
  if (prepared.accepted.length > 0) await desk.workbook.apply(changesOf(desk, read, prepared));
  return { value: answer, findings: all };
}

function isNamed(read: ReadBook, line: number, wanted: ReadonlySet<string>): boolean {
  const { draft, rowId } = read.book.lines;
  return wanted.has(draft[line]) || wanted.has(rowId[line]);
}

function isWanted(read: ReadBook, prepared: Prepared, draft: number, wanted: ReadonlySet<string>): boolean {
  return linesOf(prepared.documents, draft).some((line) => isNamed(read, line, wanted));
}

/** BAD_STEP for each name that is no draft's mark and no row's id. */
function unknownDrafts(read: ReadBook, wanted: ReadonlySet<string>): Finding[] {
  const { draft, rowId } = read.book.lines;
  const known = new Set([...draft, ...rowId]);
  return [...wanted]
    .filter((name) => !known.has(name))
    .map((name) => finding("UNKNOWN_REF", NOWHERE, { value: name }));
}

function answerOf(
  { ledgers, documents, accepted, findingsOf }: Prepared,
  considered: readonly number[],
): PostAnswer {
  const { lines } = ledgers.book;
  const rows = (draft: number): string[] =>
    Array.from(linesOf(documents, draft), (line) => lines.rowId[line]);
  const taken = new Set(accepted);
  const posted = accepted.map((draft) => {
    const head = headOf(documents, draft);
    const { code } = documentTypes[lines.type[head]];
    return { draft: lines.draft[head], type: code, number: lines.number[head], rows: rows(draft) };
  });
  const refused = considered
    .filter((draft) => !taken.has(draft))
    .map((draft) => ({
      draft: lines.draft[headOf(documents, draft)],
      rows: rows(draft),
      findings: findingsOf.get(draft) ?? [],
    }));
  return { posted, refused };
}

function changesOf(desk: Desk, read: ReadBook, prepared: Prepared): Change[] {
  const { book } = prepared.ledgers;
  const hand = handOf(desk, read);
  const chosen = prepared.accepted
    .flatMap((draft) => Array.from(linesOf(prepared.documents, draft)))
    .sort((a, b) => a - b);
  const stamps = [
    ...headerStamps(book, hand),
    ...completionStamps(book),
    ...countStamps(prepared),
    ...postedStamps(desk, hand),
  ];
  return [
    ...fillTextHeaders(read, prepared.documents, prepared.accepted),
    ...stampLines(book.lines, chosen, placesOf(read), hand, stamps),
    ...balanceChanges(desk, read, prepared.ledgers),
  ];
}

function countStamps({ ledgers, documents, accepted }: Prepared): Stamp[] {
  const { bookQty } = ledgers.stock;
  const { counted } = ledgers.quantities;
  const counts = accepted.some((draft) => bookQty.has(headOf(documents, draft)));
  if (!counts) return [];
  const difference = (line: number): number => counted[line] - (bookQty.get(line) ?? NaN);
  return [
    { column: "book", cell: (line) => (bookQty.has(line) ? figure(bookQty.get(line) ?? 0, 6) : null) },
    {
      column: "difference",
      cell: (line) => (Number.isNaN(difference(line)) ? null : figure(difference(line), 6)),
    },
  ];
}

function postedStamps({ moment }: Desk, hand: Hand): Stamp[] {
  const status = wordCell(hand, statuses, "posted");
  return [
    { column: "status", cell: () => status },
    { column: "postedBy", cell: () => moment.user },
    { column: "postedAt", cell: () => moment.now },
  ];
}
