import type { Book } from "../book/book";
import { afterClosings } from "../book/closed-periods";
import type { KeptCosting } from "../costing/replay";
import { type Lines, STATUSES, UNREAD_TYPE, writableLines } from "../book/lines";
import { proposeComponents } from "../documents/component-needs";
import type { Drafting } from "../documents/drafting";
import { checkConversions } from "../documents/check-conversions";
import { checkInvoices } from "../documents/check-invoices";
import { checkLanded } from "../documents/check-landed";
import { checkEntries } from "../documents/check-entry";
import { completeDrafts } from "../documents/complete";
import { fillHeaders } from "../documents/fill-headers";
import { type Documents, groupDocuments, headOf, linesOf } from "../documents/group";
import { arisingOnInvoice, resolveReferences } from "../documents/references";
import { fillRoles } from "../documents/roles";
import type { Finding } from "../kernel/finding";
import type { Moment } from "../kernel/moment";
import { againstText } from "./debts/against";
import { writeTerms } from "./debts/written-terms";
import { limitFindings } from "./judging/approve-limits";
import { belowCost } from "./judging/below-cost";
import { fillBatches } from "./judging/draft-batches";
import { type DraftFindings, draftFindings } from "./judging/draft-findings";
import { isOver, type Judging } from "./judging/judge";
import { judged } from "./judging/judge-again";
import { documentsInOrder, type Ledgers, linesInOrder, quantitiesOf, stands } from "./ledgers";
import { methodChangeFindings } from "./moves/method-changes";
import { allotNumbers, type Numbering } from "./numbers/numbering";
import { reservedFindings } from "./judging/reserved-findings";
import { stampRowIds } from "./numbers/row-ids";
import { termFindings } from "./judging/term-findings";
import { type UnreadMaster, unreadMasterFindings } from "./judging/unread-masters";
import { stockRemarks } from "./judging/stock-findings";

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
  /** How the book was costed before: what drafts do not touch is not costed again. None = all is costed. */
  readonly kept?: KeptCosting | null;
  /** Members of whom a cell cannot be read that says what holds for their documents. None = all can. */
  readonly unread?: readonly UnreadMaster[];
  /** Tells the numbers that the log knows. None = only those of the registers are used. */
  readonly told?: Numbering["told"];
}

/**
 * Groups, completes and checks the drafts of a book and finds out which can be posted whole: entry checks,
 * references, stock at every moment, settlement; then numbers them and writes down what their payments
 * settle, on lines of its own: the book as read stays as it is.
 * Source: CONTRACT §2, §4 post; DOMAIN §5.9, §14.
 */
export function prepareDrafts(preparation: Preparation): Prepared {
  const { found, moment, chosen, kept = null, unread = [] } = preparation;
  const book = { ...preparation.book, lines: writableLines(preparation.book.lines) };
  const grouped = groupDocuments(book.lines);
  const documents = grouped.value;
  const findings = draftFindings(book.lines, documents);
  findings.add([...found, ...grouped.findings, ...methodChangeFindings(book)]);
  const drafts = draftsOf(book.lines, documents);
  const taken = chosen === null ? drafts : drafts.filter((draft) => chosen(documents, draft));
  const drafting: Drafting = { book, documents, today: moment.today, findings: [] };
  const work = { ...completed(drafting, taken, findings, moment), typed: preparation.book.lines, kept };
  findings.add(unreadMasterFindings(drafting, taken, unread));
  for (const draft of taken) stampMoment(book, linesOf(documents, draft), moment.now);
  const ledgers = judged(work);
  const accepted = Array.from(
    documentsInOrder(documents, ledgers.order).filter((each) => work.open[each] === 1),
  );
  allotNumbers(book.lines, documents, accepted, { ...book.settings, told: preparation.told });
  writeDown(work, ledgers);
  writeTerms(ledgers, documents, accepted);
  for (const line of ledgers.order) if (book.lines.status[line] < POSTED) book.lines.status[line] = POSTED;
  const isAccepted = (line: number): boolean => work.open[documents.ofLine[line]] === 1;
  const remarks = [...stockRemarks(ledgers), ...belowCost(ledgers, isAccepted)];
  findings.add([...remarks, ...reservedFindings(ledgers, isAccepted)], work.open);
  return { documents, drafts, accepted, findingsOf: findings.of, loose: findings.loose, ledgers };
}

/**
 * Says when drafts are posted, before they are judged: behind every closing, whose figures they must not
 * move.
 */
function stampMoment({ lines, masters }: Book, own: Iterable<number>, now: string): void {
  const at = afterClosings(masters.periods, now);
  for (const line of own) if (lines.postedAt[line] === "") lines.postedAt[line] = at;
}

function draftsOf(lines: Lines, documents: Documents): number[] {
  const drafts: number[] = [];
  for (let document = 0; document < documents.count; document++) {
    if (lines.status[headOf(documents, document)] < POSTED) drafts.push(document);
  }
  return drafts;
}

/** Fills in what the drafts leave blank and checks each by itself. */
function completed(
  drafting: Drafting,
  drafts: readonly number[],
  findings: DraftFindings,
  moment: Moment,
): Omit<Judging, "typed" | "kept"> {
  const { book, documents } = drafting;
  const { lines } = book;
  fillHeaders(drafting, drafts);
  const open = new Uint8Array(documents.count);
  const typed = drafts.filter((draft) =>
    everyLine(documents, draft, (line) => lines.type[line] < UNREAD_TYPE),
  );
  for (const draft of typed) open[draft] = 1;
  stampRowIds(book, documents, typed, () => moment.newId());
  fillRoles(drafting, typed);
  const order = linesInOrder(
    book,
    documents,
    (line) => stands(lines.status[line]) || open[documents.ofLine[line]] === 1,
  );
  const { quantities, findings: odd } = quantitiesOf(book);
  const onInvoice = arisingOnInvoice(book.settings);
  const everything = { lines, documents, base: quantities.base, order, isOut: () => false, onInvoice };
  const links = resolveReferences(everything);
  const inOrder = Array.from(documentsInOrder(documents, order).filter((document) => open[document] === 1));
  completeDrafts(drafting, inOrder, links.value);
  const isDraft = (line: number): boolean => open[documents.ofLine[line]] === 1;
  drafting.findings.push(...fillBatches({ book, order, quantities, links: links.value, isDraft }));
  checkEntries(drafting, typed);
  checkInvoices(drafting, typed, links.value);
  findings.add(termFindings(drafting, typed));
  checkConversions(drafting, typed);
  proposeComponents(drafting, typed, quantities.base);
  checkLanded(drafting, typed, links.value);
  findings.add(limitFindings(drafting, typed, moment.user));
  findings.add([...odd, ...links.findings.filter((each) => !isOver(each)), ...drafting.findings]);
  for (const draft of typed) {
    if (!everyLine(documents, draft, (line) => lines.faulty[line] === 0)) open[draft] = 0;
  }
  return { book, documents, findings, open, order, quantities };
}

function everyLine(
  { starts, members }: Documents,
  document: number,
  holds: (line: number) => boolean,
): boolean {
  for (let i = starts[document]; i < starts[document + 1]; i++) if (!holds(members[i])) return false;
  return true;
}

/** Writes into the payments being posted what they settled, so that later documents never move it. */
function writeDown({ book, documents, open }: Judging, ledgers: Ledgers): void {
  const { lines, settings } = book;
  const numberOf = (document: number): string => lines.number[headOf(documents, document)];
  const { settledBy } = ledgers.debts;
  const named = new Map<number, { ref: string; amount: number }[]>();
  for (const line of settledBy.lines) if (open[documents.ofLine[line]] === 1) named.set(line, []);
  for (let part = 0; part < settledBy.count; part++) {
    const parts = named.get(settledBy.line[part]);
    const instalment = settledBy.instalment[part];
    const number = numberOf(settledBy.document[part]);
    const ref = instalment === 0 ? number : `${number}/${String(instalment)}`;
    parts?.push({ ref, amount: settledBy.amount[part] });
  }
  for (const [line, parts] of named) lines.against[line] = againstText(parts, settings.moneyDecimals);
}
