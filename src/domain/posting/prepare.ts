import type { Book } from "../book/book";
import { type Lines, NO_TYPE, STATUSES, writableLines } from "../book/lines";
import type { Drafting } from "../documents/drafting";
import { checkEntry } from "../documents/check-entry";
import { completeDrafts } from "../documents/complete";
import { fillHeaders } from "../documents/fill-headers";
import { type Documents, groupDocuments, headOf, linesOf } from "../documents/group";
import { resolveReferences } from "../documents/references";
import type { Finding } from "../kernel/finding";
import type { Moment } from "../kernel/moment";
import { againstText } from "./against";
import { type DraftFindings, draftFindings } from "./draft-findings";
import { documentsInOrder, type Ledgers, ledgersFrom, linesInOrder, quantitiesOf, stands } from "./ledgers";
import { allotNumbers } from "./numbering";
import { stampRowIds } from "./row-ids";
import { shortFindings } from "./short-findings";
import { type Quantities, stockEffects } from "./stock-effects";

const POSTED = STATUSES.indexOf("posted");

/** The drafts of a book worked out: which can be posted, with their numbers, and what keeps the others. */
export interface Prepared {
  readonly documents: Documents;
  /** Every draft, in the order of the sheets. */
  readonly drafts: readonly number[];
  /** Drafts that can be posted, in business order. */
  readonly accepted: readonly number[];
  /** What was found in each document that has findings. */
  readonly findingsOf: ReadonlyMap<number, readonly Finding[]>;
  /** What was found in rows of no document. */
  readonly loose: readonly Finding[];
  /** The ledgers as they are once the accepted drafts are posted. */
  readonly ledgers: Ledgers;
}

/**
 * What drafts are prepared from: the book as read, what reading found, who posts, and which drafts to take.
 */
export interface Preparation {
  readonly book: Book;
  readonly found: readonly Finding[];
  readonly moment: Moment;
  /** Whether to take a draft; null = all. */
  readonly chosen: ((documents: Documents, document: number) => boolean) | null;
}

interface Work {
  readonly book: Book;
  readonly documents: Documents;
  readonly findings: DraftFindings;
  readonly quantities: Quantities;
  /** Drafts that nothing forbids so far. */
  readonly open: Set<number>;
}

/**
 * Groups, completes and checks the drafts of a book and finds out which can be posted whole: entry checks,
 * references, stock at every moment, settlement; then numbers them and writes down what their payments
 * settle, on lines of its own: the book as read stays as it is. Source: CONTRACT §2, §4 post; DOMAIN §5.9,
 * §14.
 */
export function prepareDrafts({ book: asRead, found, moment, chosen }: Preparation): Prepared {
  const book = { ...asRead, lines: writableLines(asRead.lines) };
  const grouped = groupDocuments(book.lines);
  const documents = grouped.value;
  const findings = draftFindings(book.lines, documents);
  findings.add([...found, ...grouped.findings]);
  const drafts = draftsOf(book.lines, documents);
  const taken = chosen === null ? drafts : drafts.filter((draft) => chosen(documents, draft));
  const drafting: Drafting = { book, documents, today: moment.today, findings: [] };
  const open = new Set(completed(drafting, taken, findings, moment));
  const work: Work = { book, documents, findings, open, quantities: quantitiesOf(book).quantities };
  refuseShort(work);
  const ledgers = settled(work);
  const accepted = inOrder(work);
  allotNumbers(book.lines, documents, accepted, book.settings.station);
  writeDown(work, ledgers);
  return { documents, drafts, accepted, findingsOf: findings.of, loose: findings.loose, ledgers };
}

function draftsOf(lines: Lines, documents: Documents): number[] {
  const drafts: number[] = [];
  for (let document = 0; document < documents.count; document++) {
    if (lines.status[headOf(documents, document)] < POSTED) drafts.push(document);
  }
  return drafts;
}

/** Fills in what the drafts leave blank and checks each by itself; answers those that nothing forbids. */
function completed(
  drafting: Drafting,
  drafts: readonly number[],
  found: DraftFindings,
  moment: Moment,
): number[] {
  const { book, documents } = drafting;
  const { lines } = book;
  fillHeaders(drafting, drafts);
  const typed = drafts.filter((draft) =>
    linesOf(documents, draft).every((line) => lines.type[line] !== NO_TYPE),
  );
  stampRowIds(book, documents, typed, () => moment.newId());
  const draftLines = linesAmong(documents, new Set(typed));
  const order = linesInOrder(book, (line) => stands(lines.status[line]) || draftLines(line));
  const before = quantitiesOf(book);
  const links = resolveReferences(lines, documents, before.quantities.base, order);
  completeDrafts(drafting, typed, links.value);
  for (const draft of typed) checkEntry(drafting, draft);
  found.add([...before.findings, ...links.findings, ...drafting.findings]);
  const faultless = (draft: number): boolean =>
    linesOf(documents, draft).every((line) => lines.faulty[line] === 0);
  return typed.filter((draft) => !found.forbids(draft) && faultless(draft));
}

function linesAmong(documents: Documents, chosen: ReadonlySet<number>): (line: number) => boolean {
  return (line) => chosen.has(documents.ofLine[line]);
}

function liveLines({ book, documents, open }: Work): Int32Array {
  const isOpen = linesAmong(documents, open);
  return linesInOrder(book, (line) => stands(book.lines.status[line]) || isOpen(line));
}

function inOrder(work: Work): number[] {
  return Array.from(documentsInOrder(work.documents, liveLines(work))).filter((document) =>
    work.open.has(document),
  );
}

/**
 * Refuses what would leave stock short, and then what refers to a refused draft, until nothing more falls.
 */
function refuseShort(work: Work): void {
  const { book, documents, findings, open } = work;
  for (let size = -1; size !== open.size;) {
    size = open.size;
    const effects = stockEffects(book, liveLines(work), work.quantities);
    findings.add(shortFindings(book, documents, effects, linesAmong(documents, open)));
    dropForbidden(work);
    findings.add(
      resolveReferences(book.lines, documents, work.quantities.base, liveLines(work)).findings.filter(
        isNew(work),
      ),
    );
    dropForbidden(work);
  }
}

function isNew({ book, documents, open }: Work): (found: Finding) => boolean {
  const rows = new Set(
    [...open].flatMap((draft) => Array.from(linesOf(documents, draft), (line) => book.lines.rowId[line])),
  );
  return (found) => found.rowId !== null && rows.has(found.rowId);
}

function dropForbidden({ findings, open }: Work): void {
  for (const draft of [...open]) if (findings.forbids(draft)) open.delete(draft);
}

/**
 * Settles the payments being posted; one that cannot be settled as it says is refused and the rest settled
 * anew.
 */
function settled(work: Work): Ledgers {
  const { book, documents, findings, open, quantities } = work;
  for (;;) {
    const order = liveLines(work);
    const links = resolveReferences(book.lines, documents, quantities.base, order).value;
    const settlesItself = (document: number): boolean =>
      open.has(document) && book.settings.autoSettle === "oldest";
    const ledgers = ledgersFrom({ book, documents, order, quantities, links, settlesItself });
    findings.add(ledgers.debts.findings.filter(isNew(work)));
    const size = open.size;
    dropForbidden(work);
    if (open.size === size) return ledgers;
  }
}

/** Writes into the payments being posted what they settled, so that later documents never move it. */
function writeDown({ book, documents, open }: Work, ledgers: Ledgers): void {
  const { lines, settings } = book;
  for (const [line, parts] of ledgers.debts.settledBy) {
    if (!open.has(documents.ofLine[line])) continue;
    const named = parts.map(({ document, amount }) => ({
      ref: lines.number[headOf(documents, document)],
      amount,
    }));
    lines.against[line] = againstText(named, settings.moneyDecimals);
  }
}
