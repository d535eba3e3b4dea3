import type { Book } from "../book/book";
import { type Lines, NO_TYPE, NONE, STATUSES } from "../book/lines";
import { byCodeUnit } from "../kernel/names";
import { RATE_WHOLE } from "../kernel/numbers";
import type { DocumentType } from "./document-type";
import { documentTypes } from "./index";
import { inStockUnit, inTypedUnit, isPurchase, type Proposal } from "./price-list";

/** One price paid or asked: of one stock unit, with the tax as the line has it (10⁻⁶), and without it. */
interface Past {
  readonly line: number;
  readonly day: number;
  readonly partner: number;
  readonly price: number;
  readonly net: number;
}

/** How the price of a line stands to those before it, without tax and of one stock unit, 10⁻⁶. */
export interface PriceStanding {
  readonly net: number;
  readonly last: number;
  /** The middle of the last prices; null of fewer than five. */
  readonly usual: number | null;
  readonly isOdd: boolean;
}

/** What was paid and asked for items before. */
export interface PriceHistory {
  /** The last price of a line's item with its partner, in the unit typed; null = none. */
  lastWith(line: number): Proposal | null;
  /** How a line's price stands to the last ones; null where there is none, before it or of its own. */
  standing(line: number): PriceStanding | null;
}

const POSTED = STATUSES.indexOf("posted");
const VOID = STATUSES.indexOf("void");
/** So many of the last prices are looked at, and so few say nothing of what is usual. */
const LOOKED_AT = 30;
const FEWEST = 5;
/** What is odd: so many median deviations from the middle, or such a part away from the last. */
const MOST_DEVIATIONS = 3;
const MOST_CHANGE = 0.3;

/** The price of one stock unit without tax. */
function netOf(book: Book, line: number): number {
  const { lines, settings } = book;
  const isWith =
    lines.includesTax[line] === NO_TYPE ? settings.priceIncludesTax : lines.includesTax[line] === 1;
  const price = inStockUnit(book, line, lines.price[line]);
  const rate = Number.isNaN(lines.taxRate[line]) ? 0 : lines.taxRate[line];
  return isWith ? Math.round(price / (1 + rate / RATE_WHOLE)) : price;
}

/**
 * Types that show what was really paid or asked: goods coming in from a supplier, going out to a customer.
 */
function isDealt({ stock, register }: DocumentType): boolean {
  return register === "purchases" ? stock === "receive" : register === "sales" && stock === "issue";
}

/** The posted prices of the items of some lines, by the side they were dealt on, in business order. */
function pastPrices(book: Book, wanted: readonly number[]): ReadonlyMap<string, readonly Past[]> {
  const { lines } = book;
  const counts = documentTypes.map(isDealt);
  const isWanted = wantedItems(book, wanted);
  const past = new Map<string, Past[]>();
  for (let line = 0; line < lines.offsets[2]; line++) {
    if (!(lines.price[line] > 0) || !stands(lines.status[line]) || !counts[lines.type[line]]) continue;
    if (isWanted[lines.item[line]] === 1) put(past, keyOf(book, line), pastOf(book, line));
  }
  for (const list of past.values()) list.sort((a, b) => compared(lines, a.line, b.line));
  return past;
}

/** By item, 1 where a line is of it. */
function wantedItems({ lines, masters }: Book, wanted: readonly number[]): Uint8Array {
  const items = new Uint8Array(masters.items.length);
  for (const line of wanted) if (lines.item[line] !== NONE) items[lines.item[line]] = 1;
  return items;
}

function stands(status: number): boolean {
  return status >= POSTED && status !== VOID;
}

function put(past: Map<string, Past[]>, key: string, own: Past): void {
  const list = past.get(key);
  if (list === undefined) past.set(key, [own]);
  else list.push(own);
}

function pastOf(book: Book, line: number): Past {
  const { day, partner, price } = book.lines;
  const ofStock = inStockUnit(book, line, price[line]);
  return { line, day: day[line], partner: partner[line], price: ofStock, net: netOf(book, line) };
}

function compared({ day, time, rowId }: Lines, a: number, b: number): number {
  return day[a] - day[b] || time[a] - time[b] || byCodeUnit(rowId[a], rowId[b]);
}

function keyOf(book: Book, line: number): string {
  return `${String(book.lines.item[line])} ${String(isPurchase(book, line))}`;
}

function middle(sorted: readonly number[]): number {
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : Math.round((sorted[half - 1] + sorted[half]) / 2);
}

function ascending(figures: readonly number[]): readonly number[] {
  return [...figures].sort((a, b) => a - b);
}

/** Whether a price lies more than three median deviations from the middle of at least five others. */
function isFar(net: number, usual: number, others: readonly number[]): boolean {
  const deviation = middle(ascending(others.map((other) => Math.abs(other - usual))));
  return deviation > 0 && Math.abs(net - usual) > MOST_DEVIATIONS * deviation;
}

/**
 * What was paid and asked before for the items of some lines: posted receipts on the one side, deliveries and
 * counter sales on the other, free ones left out. Source: DOMAIN §14 price outlier.
 */
export function priceHistory(book: Book, wanted: readonly number[]): PriceHistory {
  let made: ReadonlyMap<string, readonly Past[]> | null = null;
  const before = (line: number): readonly Past[] => {
    made ??= pastPrices(book, wanted);
    const list = made.get(keyOf(book, line)) ?? [];
    return list.filter(({ day }) => day <= book.lines.day[line]);
  };
  return {
    lastWith: (line) => {
      const { partner } = book.lines;
      if (partner[line] === NONE) return null;
      const last = before(line).findLast((past) => past.partner === partner[line]);
      return last === undefined ? null : { price: inTypedUnit(book, line, last.price), listRow: null };
    },
    standing: (line) => {
      if (book.lines.item[line] === NONE || !(book.lines.price[line] > 0)) return null;
      const nets = before(line)
        .slice(-LOOKED_AT)
        .map(({ net }) => net);
      const last = nets.at(-1);
      if (last === undefined) return null;
      const net = netOf(book, line);
      const usual = nets.length < FEWEST ? null : middle(ascending(nets));
      const isOdd = Math.abs(net - last) > MOST_CHANGE * last || (usual !== null && isFar(net, usual, nets));
      return { net, last, usual, isOdd };
    },
  };
}
