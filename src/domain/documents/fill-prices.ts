import type { Book } from "../book/book";
import { type Lines, NO_TYPE, NONE } from "../book/lines";
import { figure, money } from "../kernel/numbers";
import { type Amounts, baseOf, grossOf, taxingOf, withTax, zeroIfBlank } from "./amounts";
import { checkPrices, isSale } from "./check-prices";
import { type Drafting, note } from "./drafting";
import { documentTypes } from "./index";
import type { PriceHistory } from "./price-history";
import { inStockUnit, inTypedUnit, listedPrice } from "./price-list";
import { priceBack, priceDocument } from "./pricing";
import { applyPromotions } from "./promotions";
import { type Link, type Links, linksOf } from "./links";
import { carriedAmount, returnedAmount } from "./returned";

/** What prices are filled in by: what the lines refer to, and what was paid and asked before. */
interface Pricing {
  readonly links: Links;
  readonly history: PriceHistory;
}

/**
 * Fills in the prices of a document in place: of the line referred to, else proposed (PRICE_PROPOSED), takes
 * off what promotions give, and makes net, tax and total; then notes what is odd about the prices.
 */
export function fillPrices(drafting: Drafting, members: Int32Array, pricing: Pricing): void {
  const shares = new Map<number, Amounts>();
  for (const line of members) {
    const amounts = fillLine(drafting, members, { line, ...pricing });
    if (amounts !== null) shares.set(line, amounts);
  }
  const free = Array.from(members).filter((line) => linksOf(pricing.links, line).length === 0);
  if (isSale(documentTypes[drafting.book.lines.type[members[0]]])) applyPromotions(drafting, free);
  priceDocument(drafting, members, shares);
  checkPrices(drafting, free, pricing.history);
}

interface PricedLine extends Pricing {
  readonly line: number;
}

/** Fills in the price of a line; answers what it comes to where what it refers to says that. */
function fillLine(drafting: Drafting, members: Int32Array, priced: PricedLine): Amounts | null {
  const { book } = drafting;
  const { line, history } = priced;
  const links = linksOf(priced.links, line);
  const isBlank = hasNoPrice(book.lines, line);
  const share = isBlank ? shareOfOriginal(book.lines, line, priced.links) : null;
  const carried = isBlank ? carriedOver(book, members, { line, links }) : null;
  noteMixedRates(drafting, { line, links });
  fillPrice(drafting, { line, links }, history);
  const amounts = atOwnRate(book, { line, links }, share ?? carried);
  if (amounts !== null) shown(book, { line, links }, { amounts, isReturn: share !== null });
  return amounts;
}

/** How so many lines are taxed, per cent in 10⁻⁶, each rate once. */
function ratesOf({ taxRate }: Lines, links: readonly Link[]): readonly number[] {
  return [...new Set(links.map(({ target }) => zeroIfBlank(taxRate[target])))];
}

/** MIXED_RATES where a row that says no rate is split over lines of several: a row has one rate. */
function noteMixedRates(drafting: Drafting, { line, links }: Referring): void {
  const { lines } = drafting.book;
  if (documentTypes[lines.type[line]].refersWhole === true || !Number.isNaN(lines.taxRate[line])) return;
  const rates = ratesOf(lines, links);
  if (rates.length < 2) return;
  const facts = { ref: lines.ref[line], rates: rates.map((rate) => String(figure(rate, 6))).join(", ") };
  note(drafting, "MIXED_RATES", { line, column: "taxRate", facts });
}

/** What a row comes to at the rate that it says itself, where what it refers to says another. */
function atOwnRate({ lines, settings }: Book, of: Referring, amounts: Amounts | null): Amounts | null {
  const { line, links } = of;
  const rate = zeroIfBlank(lines.taxRate[line]);
  if (amounts === null || ratesOf(lines, links).every((each) => each === rate)) return amounts;
  return withTax(baseOf(amounts, lines, line, settings), taxingOf(lines, line, settings));
}

/** Writes price and discount of a line so that they come to what it takes of what it refers to. */
function shown(
  book: Book,
  of: Referring,
  { amounts, isReturn }: { readonly amounts: Amounts; readonly isReturn: boolean },
): void {
  if (isOfSeveralPrices(book.lines, of.links)) priceBack(book, of.line, amounts);
  else if (isReturn) takeBack(book, of, amounts);
  else discountBack(book, of.line, amounts);
}

/** A line and what it refers to. */
interface Referring {
  readonly line: number;
  readonly links: readonly Link[];
}

/** The price of a return follows what invoices have made of its original. */
function takeBack(book: Book, { line, links }: Referring, share: Amounts): void {
  if (links.some(({ invoices }) => invoices.length > 0)) priceBack(book, line, share);
}

/** Writes what is off a line so that its price and quantity come to these amounts. */
function discountBack({ lines, settings }: Book, line: number, amounts: Amounts): void {
  const off = grossOf(lines, line, settings) - baseOf(amounts, lines, line, settings);
  if (off > 0) lines.discountAmount[line] = off;
}

/**
 * What a line without a price of its own comes to by what it refers to and carries out, where amounts are off
 * that: its share of the whole, so that parts of it come to exactly that; null = its price says all.
 */
function carriedOver(book: Book, members: Int32Array, { line, links }: Referring): Amounts | null {
  const { lines } = book;
  const isTyped =
    !Number.isNaN(lines.discountAmount[line]) || !Number.isNaN(lines.documentDiscount[members[0]]);
  if (isTyped || documentTypes[lines.type[line]].debt === "return") return null;
  if (!isOfSeveralPrices(lines, links) && !links.some(({ target }) => isLowered(book, target))) return null;
  const sum = (column: Float64Array): number =>
    links.reduce((total, link) => total + carriedAmount(column, link), 0);
  const [net, total] = [sum(lines.net), sum(lines.total)];
  return Number.isFinite(net + total) ? amountsOf(net, total) : null;
}

function amountsOf(net: number, total: number): Amounts {
  return { net: money(net), tax: money(total - net), total: money(total) };
}

/** Whether the lines that a line is split over are priced otherwise than each other. */
function isOfSeveralPrices(lines: Lines, links: readonly Link[]): boolean {
  const first = links.at(0)?.target ?? NONE;
  const priced = ["price", "unit", "discount", "includesTax"] as const;
  return links.some(({ target }) =>
    priced.some((column) => !Object.is(lines[column][target], lines[column][first])),
  );
}

/** Whether amounts are off a line, its own or of its document. */
function isLowered({ lines, settings }: Book, line: number): boolean {
  const worth = baseOf(amountsOf(lines.net[line], lines.total[line]), lines, line, settings);
  return lines.discountAmount[line] > 0 || grossOf(lines, line, settings) > worth;
}

/** Whether a line bears a price and says none; what it costs to bring goods has none of theirs. */
function hasNoPrice({ type, price, total, net }: Lines, line: number): boolean {
  if (documentTypes[type[line]].debt === "charge") return false;
  return Number.isNaN(price[line]) && Number.isNaN(total[line]) && Number.isNaN(net[line]);
}

/**
 * What a return without a price of its own comes to: its share of what the original came to by then, all
 * discounts and invoices in it, so that returns of all of it come to exactly 0 with it; null for what is no
 * whole return. Source: DOMAIN §10, §11.
 */
function shareOfOriginal(lines: Lines, line: number, links: Links): Amounts | null {
  const own = linksOf(links, line);
  if (documentTypes[lines.type[line]].debt !== "return" || own.length === 0) return null;
  let net = 0;
  let tax = 0;
  for (const link of own) {
    const share = (column: Float64Array): number => returnedAmount(column, link, links);
    net += share(lines.net);
    tax += share(lines.total) - share(lines.net);
  }
  return Number.isFinite(net + tax) ? { net: money(net), tax: money(tax), total: money(net + tax) } : null;
}

function fillPrice(drafting: Drafting, of: Referring, history: PriceHistory): void {
  const { lines } = drafting.book;
  const { line, links } = of;
  const given = !hasNoPrice(lines, line);
  const original = links.at(0)?.target ?? NONE;
  if (!given && original !== NONE) copyTerms(drafting, original, line);
  else if (!given) proposePrice(drafting, line, history);
  if (!Number.isNaN(lines.taxRate[line])) return;
  const agreed = agreedRate(lines, of);
  lines.taxRate[line] = Number.isNaN(agreed) ? usualTaxRate(drafting, line) : agreed;
}

/**
 * How what a row takes back, invoices or delivers of the same partner is taxed, whatever price it says
 * itself; NaN where that says nothing: freight and the like are taxed otherwise than the goods they are for.
 * Source: DOMAIN §10.
 */
function agreedRate({ type, partner, taxRate }: Lines, { line, links }: Referring): number {
  const target = links.at(0)?.target ?? NONE;
  if (target === NONE || documentTypes[type[line]].refersWhole === true) return NaN;
  return partner[target] === partner[line] ? taxRate[target] : NaN;
}

/** Takes price, discount and tax over from the line referred to. */
function copyTerms(drafting: Drafting, original: number, line: number): void {
  const { lines, settings } = drafting.book;
  lines.price[line] =
    lines.unit[original] === lines.unit[line]
      ? lines.price[original]
      : inTypedUnit(drafting.book, line, inStockUnit(drafting.book, original, lines.price[original]));
  if (Number.isNaN(lines.discount[line])) lines.discount[line] = lines.discount[original];
  if (Number.isNaN(lines.taxRate[line])) lines.taxRate[line] = lines.taxRate[original];
  if (lines.includesTax[line] !== NO_TYPE) return;
  const asOriginal = lines.includesTax[original];
  lines.includesTax[line] = asOriginal === NO_TYPE ? Number(settings.priceIncludesTax) : asOriginal;
}

function proposePrice(drafting: Drafting, line: number, history: PriceHistory): void {
  const { lines, masters } = drafting.book;
  if (lines.item[line] === NONE) return;
  const listed = listedPrice(drafting.book, line);
  const proposal = listed ?? history.lastWith(line);
  if (proposal === null) return;
  lines.price[line] = proposal.price;
  const facts = {
    price: figure(proposal.price, 6),
    item: masters.items[lines.item[line]].code,
    listRow: proposal.listRow,
    partner: listed === null ? masters.partners[lines.partner[line]].code : null,
  };
  note(drafting, "PRICE_PROPOSED", { line, column: "price", facts });
}

function usualTaxRate({ book }: Drafting, line: number): number {
  const { lines, masters, settings } = book;
  const item = lines.item[line] === NONE ? null : masters.items[lines.item[line]];
  const partner = lines.partner[line] === NONE ? null : masters.partners[lines.partner[line]];
  return item?.taxRate ?? partner?.taxRate ?? settings.taxRate;
}
