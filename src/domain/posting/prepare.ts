import type { Book } from "../book/book";
import { type Lines, STATUSES, UNREAD_TYPE, writableLines } from "../book/lines";
import type { Drafting } from "../documents/drafting";
import { COUNT_GAIN } from "../costing/moves";
import { checkEntries } from "../documents/check-entry";
import { completeDrafts } from "../documents/complete";
import { fillHeaders } from "../documents/fill-headers";
import { type Documents, groupDocuments, headOf } from "../documents/group";
import { resolveReferences } from "../documents/references";
import { placeOf } from "../documents/place";
import { type Finding, finding } from "../kernel/finding";
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
  /** 1 for each draft, by document, that nothing forbids so far. */
  readonly open: Uint8Array;
  /** The lines that count and those of every draft taken, in business order. */
  readonly order: Int32Array;
}

/**
 * Groups, completes and checks the drafts of a book and finds out which can be posted whole: entry checks,
 * references, stock at every moment, settlement; then numbers them and writes down what their payments
 * settle, on lines of its own: the book as read stays as it is.
 * Source: CONTRACT §2, §4 post; DOMAIN §5.9, §14.
 */
export function prepareDrafts(preparation: Preparation): Prepared {
  const { found, moment, chosen } = preparation;
  const book = { ...preparation.book, lines: writableLines(preparation.book.lines) };
  const grouped = groupDocuments(book.lines);
  const documents = grouped.value;
  const findings = draftFindings(book.lines, documents);
  findings.add([...found, ...grouped.findings]);
  const drafts = draftsOf(book.lines, documents);
  const taken = chosen === null ? drafts : drafts.filter((draft) => chosen(documents, draft));
  const drafting: Drafting = { book, documents, today: moment.today, findings: [] };
  const work = completed(drafting, taken, findings, moment);
  refuseShort(work);
  const ledgers = settled(work);
  const accepted = Array.from(documentsInOrder(documents, ledgers.order)).filter(
    (each) => work.open[each] === 1,
  );
  allotNumbers(book.lines, documents, accepted, book.settings.station);
  writeDown(work, ledgers);
  for (const line of ledgers.order) if (book.lines.status[line] < POSTED) book.lines.status[line] = POSTED;
  findings.add(costless(ledgers), work.open);
  return { documents, drafts, accepted, findingsOf: findings.of, loose: findings.loose, ledgers };
}

/** REQUIRED for a gain of a count whose worth nobody knows: it must be typed. Source: DOMAIN §7. */
function untypedGains({ book, stock, costed }: Ledgers): Finding[] {
  const gains = costed.withoutCost.filter((move) => stock.moves.kind[move] === COUNT_GAIN);
  return gains.map((move) => finding("REQUIRED", placeOf(book.lines, stock.line[move], "value")));
}

/** NO_COST for what came in without a cost while none was known. */
function costless({ book, stock, costed }: Ledgers): Finding[] {
  const { items, warehouses } = book.masters;
  return costed.withoutCost.map((move) => {
    const bin = stock.bin[move];
    const facts = {
      item: items[stock.bins.item[bin]].code,
      warehouse: warehouses[stock.bins.warehouse[bin]].code,
    };
    return finding("NO_COST", placeOf(book.lines, stock.line[move], null), facts);
  });
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
): Work {
  const { book, documents } = drafting;
  const { lines } = book;
  fillHeaders(drafting, drafts);
  const open = new Uint8Array(documents.count);
  const typed = drafts.filter((draft) =>
    everyLine(documents, draft, (line) => lines.type[line] < UNREAD_TYPE),
  );
  for (const draft of typed) open[draft] = 1;
  stampRowIds(book, documents, typed, () => moment.newId());
  const order = linesInOrder(
    book,
    (line) => stands(lines.status[line]) || open[documents.ofLine[line]] === 1,
  );
  const { quantities, findings: odd } = quantitiesOf(book);
  const links = resolveReferences(lines, documents, quantities.base, order);
  completeDrafts(drafting, typed, links.value);
  checkEntries(drafting, typed);
  findings.add([...odd, ...links.findings, ...drafting.findings]);
  for (const draft of typed) {
    if (!everyLine(documents, draft, (line) => lines.faulty[line] === 0)) open[draft] = 0;
  }
  const work = { book, documents, findings, open, order, quantities };
  dropForbidden(work);
  return work;
}

function everyLine(
  { starts, members }: Documents,
  document: number,
  holds: (line: number) => boolean,
): boolean {
  for (let i = starts[document]; i < starts[document + 1]; i++) if (!holds(members[i])) return false;
  return true;
}

function liveLines({ book, documents, open, order }: Work): Int32Array {
  const { status } = book.lines;
  return order.filter((line) => open[documents.ofLine[line]] === 1 || stands(status[line]));
}

/** Refuses drafts that a finding forbids; answers how many fell. */
function dropForbidden({ findings, open }: Work): number {
  let fallen = 0;
  for (const document of findings.of.keys()) {
    if (open[document] === 0 || !findings.forbids(document)) continue;
    open[document] = 0;
    fallen++;
  }
  return fallen;
}

/**
 * Refuses what would leave stock short, and then what refers to a refused draft, until nothing more falls.
 */
function refuseShort(work: Work): void {
  const { book, documents, findings, open, quantities } = work;
  for (let fallen = 1; fallen > 0;) {
    const effects = stockEffects(book, liveLines(work), quantities);
    findings.add(shortFindings(book, documents, effects, (line) => open[documents.ofLine[line]] === 1));
    fallen = dropForbidden(work);
    const links =
      fallen === 0 ? null : resolveReferences(book.lines, documents, quantities.base, liveLines(work));
    findings.add(links?.findings ?? [], open);
    fallen += dropForbidden(work);
  }
}

/**
 * Settles the payments being posted; one that cannot be settled as it says is refused and the rest settled
 * anew.
 */
function settled(work: Work): Ledgers {
  const { book, documents, findings, open, quantities } = work;
  const settlesNow = book.settings.autoSettle === "oldest";
  for (;;) {
    const order = liveLines(work);
    const links = resolveReferences(book.lines, documents, quantities.base, order).value;
    const settlesItself = (document: number): boolean => settlesNow && open[document] === 1;
    const ledgers = ledgersFrom({ book, documents, order, quantities, links, settlesItself });
    findings.add([...ledgers.debts.findings, ...untypedGains(ledgers)], open);
    if (dropForbidden(work) === 0) return ledgers;
  }
}

/** Writes into the payments being posted what they settled, so that later documents never move it. */
function writeDown({ book, documents, open }: Work, ledgers: Ledgers): void {
  const { lines, settings } = book;
  const numberOf = (document: number): string => lines.number[headOf(documents, document)];
  for (const [line, parts] of ledgers.debts.settledBy) {
    if (open[documents.ofLine[line]] === 0) continue;
    const named = parts.map(({ document, amount }) => ({ ref: numberOf(document), amount }));
    lines.against[line] = againstText(named, settings.moneyDecimals);
  }
}
