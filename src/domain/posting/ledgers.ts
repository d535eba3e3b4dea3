import type { Book } from "../book/book";
import { policiesBefore, policiesOn } from "../book/closed-figures";
import { documentTypes } from "../documents/index";
import type { Documents } from "../documents/group";
import { groupDocuments } from "../documents/group";
import { arisingOnInvoice, resolveReferences } from "../documents/references";
import type { Links } from "../documents/links";
import { countedQuantities, stockQuantities } from "../documents/stock-quantity";
import type { Costed } from "../costing/costed";
import { type KeptCosting, replayed } from "../costing/replay";
import type { Finding } from "../kernel/finding";
import { inBusinessOrder, type SameDayRank } from "../ledger/order";
import { STATUSES, UNREAD_TYPE } from "../book/lines";
import { conversionsTogether } from "./moves/conversion-order";
import { type Debts, debtsOf } from "./debts/debts";
import { type Quantities, type StockEffects, stockEffects } from "./moves/stock-effects";
import type { StockMoves } from "./moves/move-source";
import { costingPolicy, stockMoves } from "./moves/stock-moves";

const POSTED = STATUSES.indexOf("posted");
const VOID = STATUSES.indexOf("void");

/** All that follows from the posted rows: the stock ledger with its costs, debts and what settled them. */
export interface Ledgers {
  readonly book: Book;
  readonly documents: Documents;
  /** The lines that count, in business order. */
  readonly order: Int32Array;
  readonly quantities: Quantities;
  readonly links: Links;
  /** What the lines do to quantities. */
  readonly effects: StockEffects;
  readonly stock: StockMoves;
  readonly costed: Costed;
  readonly debts: Debts;
  /** How the moves were costed, for later ledgers to go on from; null = nobody has asked yet. */
  readonly kept: KeptCosting | null;
}

/** How ledgers are costed, for later ones to go on from: costed now, if nobody has asked yet. */
export function costingOf({ book, stock, costed }: Ledgers): KeptCosting {
  return { moves: stock.moves, pools: stock.pools, policy: costingPolicy(book), costed };
}

/** True where a row is posted and stands: not a draft, not void. */
export function stands(status: number): boolean {
  return status >= POSTED && status !== VOID;
}

/** Stock coming in goes before all else of its day, and transfers next, where the book says so. */
function sameDayRank(book: Book): SameDayRank | null {
  const before = policiesBefore(book, (a, b) => a.sameDayOrder === b.sameDayOrder);
  if (book.settings.sameDayOrder === "entry" && before.length === 0) return null;
  const between = ["transfer", "send", "arrive", "convert"];
  const ranks = documentTypes.map(({ stock }) =>
    stock === "receive" || stock === "return-in" ? 0 : between.includes(stock) ? 1 : 2,
  );
  const { type, day } = book.lines;
  if (before.length === 0) return (line) => ranks[type[line]];
  return (line) => (policiesOn(book, day[line]).sameDayOrder === "entry" ? 0 : ranks[type[line]]);
}

/**
 * The lines chosen, in the order in which they count; those of an assembly together, where its first one
 * stands: what goes out before what comes in.
 */
export function linesInOrder(
  book: Book,
  documents: Documents,
  chosen: (line: number) => boolean,
): Int32Array {
  const { lines } = book;
  const list = new Int32Array(lines.count);
  let count = 0;
  for (let line = 0; line < lines.count; line++) {
    if (lines.blank[line] === 0 && lines.type[line] < UNREAD_TYPE && chosen(line)) list[count++] = line;
  }
  return conversionsTogether(
    lines,
    documents,
    inBusinessOrder(lines, list.subarray(0, count), sameDayRank(book)),
  );
}

/** The documents of the lines, in the order of their first line. */
export function documentsInOrder(documents: Documents, order: Int32Array): Int32Array {
  const seen = new Uint8Array(documents.count);
  const list = new Int32Array(documents.count);
  let count = 0;
  for (let i = 0; i < order.length; i++) {
    const document = documents.ofLine[order[i]];
    if (document === -1 || seen[document] === 1) continue;
    seen[document] = 1;
    list[count++] = document;
  }
  return list.subarray(0, count);
}

/** What each line comes to in stock units. */
export function quantitiesOf(book: Book): {
  readonly quantities: Quantities;
  readonly findings: readonly Finding[];
} {
  const base = stockQuantities(book.lines, book.masters);
  const counted = countedQuantities(book.lines, book.masters);
  return {
    quantities: { base: base.value, counted: counted.value },
    findings: [...base.findings, ...counted.findings],
  };
}

/** What the ledgers are made from: the lines that count, worked out as far as their references. */
export interface LedgerSource {
  readonly book: Book;
  readonly documents: Documents;
  readonly order: Int32Array;
  readonly quantities: Quantities;
  readonly links: Links;
  /** Payments that settle the oldest debts now, since they are being posted. */
  readonly settlesItself: (document: number) => boolean;
  /** How the book was costed before: what is as it was is not costed again. None = all is costed. */
  readonly kept?: KeptCosting | null;
}

/** Which of a day comes first is the affair of stock alone: debts arise and are settled by time and rowId. */
function asTheyHappened(book: Book, order: Int32Array): Int32Array {
  return sameDayRank(book) === null ? order : inBusinessOrder(book.lines, order);
}

/** What is made when it is first asked for, and once. */
function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** The ledgers of a source; each is worked out when it is first asked for, since few reports look at all. */
export function ledgersFrom(source: LedgerSource): Ledgers {
  const { book, documents, order, quantities, links } = source;
  const effects = lazily(() => stockEffects({ book, order, quantities, links }));
  const stock = lazily(() => stockMoves({ book, documents, order, quantities, links }));
  let kept: KeptCosting | null = null;
  const costed = lazily(() => {
    const { moves, pools } = stock();
    const policy = costingPolicy(book);
    kept = { moves, pools, policy, costed: replayed(source.kept ?? null, { moves, pools }, policy) };
    return kept.costed;
  });
  const debts = lazily(() =>
    debtsOf({
      book,
      documents,
      order: documentsInOrder(documents, asTheyHappened(book, order)),
      links,
      quantities,
      settlesItself: source.settlesItself,
    }),
  );
  return {
    ...{ book, documents, order, quantities, links },
    get effects() {
      return effects();
    },
    get stock() {
      return stock();
    },
    get costed() {
      return costed();
    },
    get debts() {
      return debts();
    },
    get kept() {
      return kept;
    },
  };
}

/**
 * The ledgers of the posted rows of a book, a pure function of them (DOMAIN §0.1); `kept` only makes it
 * sooner.
 */
export function ledgersOf(book: Book, kept: KeptCosting | null = null): Ledgers {
  const documents = groupDocuments(book.lines).value;
  const order = linesInOrder(book, documents, (line) => stands(book.lines.status[line]));
  const { quantities } = quantitiesOf(book);
  const links = resolveReferences({
    ...{ lines: book.lines, documents, base: quantities.base, order },
    isOut: () => false,
    onInvoice: arisingOnInvoice(book.settings),
  }).value;
  return ledgersFrom({ book, documents, order, quantities, links, settlesItself: () => false, kept });
}
