import type { Book } from "../../book/book";
import type { KeptCosting } from "../../costing/replay";
import { type Lines, NONE, STATUSES } from "../../book/lines";
import { completeDrafts } from "../../documents/complete";
import { type Documents, headOf, linesOf } from "../../documents/group";
import { documentTypes } from "../../documents/index";
import { arisingOnInvoice, type Referring, resolveReferences } from "../../documents/references";
import type { Links } from "../../documents/links";
import type { Finding } from "../../kernel/finding";
import { creditFindings } from "./credit-control";
import { sureRefusals } from "./debt-refusals";
import type { DraftFindings } from "./draft-findings";
import { type Ledgers, ledgersFrom, stands } from "../ledgers";
import { draftsOutOfRange } from "../out-of-range";
import { overdraftFindings } from "./overdrafts";
import { paymentsHeld } from "./payment-release";
import { serialFindings } from "./serial-findings";
import { shortFindings } from "./short-findings";
import { type Quantities, stockEffects } from "../moves/stock-effects";
import { stockErrors } from "./stock-findings";

const POSTED = STATUSES.indexOf("posted");
/** What completing a draft writes of a line's price. */
const PRICED = ["price", "discount", "taxRate", "includesTax", "net", "tax", "total"] as const;

/** Drafts completed and checked each by itself, to be judged together with what is posted. */
export interface Judging {
  readonly book: Book;
  readonly documents: Documents;
  readonly findings: DraftFindings;
  readonly quantities: Quantities;
  /** 1 for each draft, by document, that nothing forbids so far. */
  readonly open: Uint8Array;
  /** The lines that count and those of every draft taken, in business order. */
  readonly order: Int32Array;
  /** The lines as they were read. */
  readonly typed: Lines;
  /** How the book was costed before; null = it was not. */
  readonly kept: KeptCosting | null;
}

/** Findings that other drafts may bring about or take away, so that they are told once all is judged. */
export function isOver({ code }: Finding): boolean {
  return ["OVER_RETURN", "OVER_INVOICED", "OVER_ORDER", "OVER_TRANSFER"].includes(code);
}

function isError({ severity }: Finding): boolean {
  return severity === "error";
}

/** What the lines refer to, refused drafts left out, and the drafts that ask for more than is left. */
function referencesOf(work: Judging) {
  const { book, documents, findings, open, order, quantities } = work;
  const { lines } = book;
  const isOut = (document: number): boolean =>
    open[document] === 0 && lines.status[headOf(documents, document)] < POSTED;
  const onInvoice = arisingOnInvoice(book.settings);
  const referring = { lines, documents, base: quantities.base, order, isOut, onInvoice };
  const { blamed, found } = withoutBlamed(referring, (each) => findings.documentOf(each));
  const over = [...blamed, ...found.findings.filter(isOver)];
  const asksTooMuch = new Set(over.map((each) => findings.documentOf(each)));
  const lives = (line: number): boolean =>
    stands(lines.status[line]) ||
    (open[documents.ofLine[line]] === 1 && !asksTooMuch.has(documents.ofLine[line]));
  const live = order.filter(lives);
  const links =
    live.length === order.length ? found.value : new Map([...found.value].filter(([line]) => lives(line)));
  const others = found.findings.filter((each) => !isOver(each));
  return { links, live, over, others, fallWithOthers: upToNamed(work, links, asksTooMuch) };
}

/**
 * Of drafts that ask for too much, in business order, those up to the first that another names which asks for
 * no more than is left: what they take with them is to be known before the next is judged. None = none is
 * named.
 */
function upToNamed({ documents, order }: Judging, links: Links, over: ReadonlySet<number>): Set<number> {
  const named = new Set<number>();
  for (const list of over.size === 0 ? [] : links.values())
    for (const { target } of list) named.add(documents.ofLine[target]);
  const asking = order.map((line) => documents.ofLine[line]).filter((each) => over.has(each));
  return new Set(asking.subarray(0, asking.findIndex((each) => named.has(each)) + 1));
}

/** What the lines refer to without the drafts that leave too little for what is posted behind them. */
function withoutBlamed(referring: Referring, documentOf: (found: Finding) => number) {
  const blamed: Finding[] = [];
  const isBlamed = new Set<number>();
  for (;;) {
    const isOut = (document: number): boolean => isBlamed.has(document) || referring.isOut(document);
    const found = resolveReferences({ ...referring, isOut });
    if (found.blamed.length === 0) return { blamed, found };
    blamed.push(...found.blamed);
    for (const each of found.blamed) isBlamed.add(documentOf(each));
  }
}

/** The lines of the goods that drafts are of, in their order: nothing else can run short because of them. */
function touchedLines(
  { lines, masters }: Book,
  live: Int32Array,
  isDraft: (line: number) => boolean,
): Int32Array {
  const { item, reverses } = lines;
  const isTouched = new Uint8Array(masters.items.length);
  for (let i = 0; i < live.length; i++)
    if (isDraft(live[i]) && item[live[i]] !== NONE) isTouched[item[live[i]]] = 1;
  return live.filter((line) => {
    const of = item[reverses[line] === NONE ? line : reverses[line]];
    return of !== NONE && isTouched[of] === 1;
  });
}

/**
 * The ledgers with all drafts that can be posted, and which drafts fell at each step, one step after the
 * other.
 */
export interface Verdict {
  readonly ledgers: Ledgers;
  readonly falls: readonly (readonly number[])[];
}

/**
 * Judges drafts together. What refers to nothing, would leave stock short or settles what is not there is
 * refused, and the rest judged anew without it until nothing more falls, so that nothing is posted by what is
 * not.
 */
export function judgedTogether(work: Judging): Verdict {
  const { book, documents, findings, open, quantities } = work;
  let { kept } = work;
  const falls: (readonly number[])[] = [];
  const isTold = new Set<number>();
  const isOpen = (line: number): boolean => open[documents.ofLine[line]] === 1;
  const settlesNow = book.settings.autoSettle === "oldest";
  const dropped = (): boolean => {
    const fallen = dropForbidden(work);
    if (fallen.length > 0) falls.push(fallen);
    return fallen.length > 0;
  };
  dropForbidden(work);
  for (;;) {
    const { links, live, over, others, fallWithOthers } = referencesOf(work);
    findings.add(others, open);
    if (dropped()) continue;
    const effects = stockEffects({ book, order: touchedLines(book, live, isOpen), quantities, links });
    findings.add(shortFindings(book, documents, effects, isOpen));
    findings.add(serialFindings(book, effects, isOpen));
    if (dropped()) continue;
    if (live.length < work.order.length) priceReturns(work, links);
    const settlesItself = (document: number): boolean => settlesNow && open[document] === 1;
    const ledgers = ledgersFrom({ book, documents, order: live, quantities, links, settlesItself, kept });
    findings.add([...sureRefusals(ledgers, work), ...stockErrors(ledgers)], open);
    findings.add(draftsOutOfRange(ledgers, isOpen), open);
    kept = ledgers.kept ?? kept;
    if (dropped()) continue;
    const credit = [
      ...creditFindings(ledgers, isOpen),
      ...overdraftFindings(ledgers, isOpen),
      ...paymentsHeld(ledgers, isOpen),
    ];
    findings.add(credit.filter(isError));
    if (dropped()) continue;
    findings.add(over.filter((each) => fallWithOthers.has(findings.documentOf(each))));
    for (const each of fallWithOthers) isTold.add(each);
    if (dropped()) continue;
    const remarks = ledgers.debts.findings.filter((each) => !isError(each));
    findings.add(remarks, open);
    const untold = over.filter((each) => !isTold.has(findings.documentOf(each)));
    findings.add([...untold, ...credit.filter((each) => !isError(each))]);
    dropped();
    return { ledgers, falls };
  }
}

/**
 * Prices returns without a price of their own once more, by what their originals come to without refused
 * drafts.
 */
function priceReturns({ book, documents, open, typed }: Judging, links: Links): void {
  const { lines } = book;
  const again = new Set<number>();
  for (const line of links.keys()) {
    const document = documents.ofLine[line];
    if (documentTypes[lines.type[line]].debt === "return" && open[document] === 1) again.add(document);
  }
  for (const document of again) {
    for (const line of linesOf(documents, document)) {
      for (const column of PRICED) lines[column][line] = typed[column][line];
    }
  }
  completeDrafts({ book, documents, today: 0, findings: [] }, [...again], links);
}

/** Refuses drafts that a finding forbids; answers which fell. */
function dropForbidden({ findings, open }: Judging): readonly number[] {
  const fallen: number[] = [];
  for (const document of findings.of.keys()) {
    if (open[document] === 0 || !findings.forbids(document)) continue;
    open[document] = 0;
    fallen.push(document);
  }
  return fallen;
}
