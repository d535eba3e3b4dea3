import type { Book } from "../book/book";
import { type Lines, NO_TYPE, NONE } from "../book/lines";
import { mulDiv } from "../kernel/mul-div";
import { figure, money } from "../kernel/numbers";
import type { Amounts } from "./amounts";
import type { DocumentType } from "./document-type";
import { type Drafting, note } from "./drafting";
import { linesOf } from "./group";
import { documentTypes } from "./index";
import { priceBack, priceDocument } from "./pricing";
import { type Links, linksOf } from "./references";
import { returnedAmount } from "./returned";
import { factorOf } from "./stock-quantity";

/**
 * Completes the lines of drafts in place, as the contract says of blank cells: warehouse (as above, the
 * item's, the setting's), unit, tax rate (the item's, the partner's, the setting's), price (of the line
 * referred to, else the item's, and says so), and from these net, tax and total. Notes AMOUNT_DISAGREES where
 * a typed amount says other.
 */
export function completeDrafts(drafting: Drafting, drafts: readonly number[], links: Links): void {
  const { book, documents } = drafting;
  const prices = documentTypes.map(hasPrices);
  const goods = documentTypes.map(liesInWarehouse);
  for (const document of drafts) {
    const members = linesOf(documents, document);
    const type = book.lines.type[members[0]];
    if (goods[type]) fillPlaces(book, members);
    if (prices[type]) fillPrices(drafting, members, links);
  }
}

/** Whether a blank warehouse means a usual one: not where only money is told. */
function liesInWarehouse({ register, debt, stock }: DocumentType): boolean {
  return register !== "payments" && (debt !== "opening" || stock !== "none");
}

function fillPlaces(book: Book, members: Int32Array): void {
  for (let i = 0; i < members.length; i++) fillPlace(book, members[i], i === 0 ? NONE : members[i - 1]);
}

function fillPrices(drafting: Drafting, members: Int32Array, links: Links): void {
  const shares = new Map<number, Amounts>();
  for (const line of members) {
    const own = linksOf(links, line);
    const share = hasNoPrice(drafting.book.lines, line)
      ? shareOfOriginal(drafting.book.lines, line, links)
      : null;
    if (share !== null) shares.set(line, share);
    fillPrice(drafting, line, own.at(0)?.target ?? NONE);
    if (share !== null && own.some(({ invoices }) => invoices.length > 0))
      priceBack(drafting.book, line, share);
  }
  priceDocument(drafting, members, shares);
}

function hasPrices(type: DocumentType): boolean {
  return (type.register === "purchases" || type.register === "sales") && type.debt !== "opening";
}

function fillPlace(book: Book, line: number, above: number): void {
  const { lines, masters } = book;
  const item = lines.item[line];
  if (item !== NONE && lines.unit[line] === "") lines.unit[line] = masters.items[item].unit;
  if (lines.warehouse[line] !== NONE) return;
  const asAbove = above === NONE ? NONE : lines.warehouse[above];
  const usual = item === NONE ? NONE : masters.items[item].warehouse;
  const known = asAbove === NONE ? usual : asAbove;
  lines.warehouse[line] = known === NONE ? defaultWarehouse(book) : known;
}

function defaultWarehouse({ masters, settings }: Book): number {
  return masters.warehouses.findIndex((warehouse) => warehouse.code === settings.warehouse);
}

/** The price of one typed unit where one stock unit costs `price`. Source: DOMAIN §12. */
function inTypedUnit({ book }: Drafting, line: number, price: number): number {
  const factor = factorOf(book, line);
  return factor === null ? price : mulDiv(price, factor.numerator, factor.denominator);
}

/** The price of one stock unit of what the line's price is said of. */
function inStockUnit({ book }: Drafting, line: number): number {
  const factor = factorOf(book, line);
  return factor === null
    ? book.lines.price[line]
    : mulDiv(book.lines.price[line], factor.denominator, factor.numerator);
}

function hasNoPrice({ price, total, net }: Lines, line: number): boolean {
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

function fillPrice(drafting: Drafting, line: number, original: number): void {
  const { lines } = drafting.book;
  const given = !hasNoPrice(lines, line);
  if (!given && original !== NONE) copyTerms(drafting, original, line);
  else if (!given) proposePrice(drafting, line);
  if (Number.isNaN(lines.taxRate[line])) lines.taxRate[line] = usualTaxRate(drafting, line);
}

/** Takes price, discount and tax over from the line referred to. */
function copyTerms(drafting: Drafting, original: number, line: number): void {
  const { lines, settings } = drafting.book;
  lines.price[line] =
    lines.unit[original] === lines.unit[line]
      ? lines.price[original]
      : inTypedUnit(drafting, line, inStockUnit(drafting, original));
  if (Number.isNaN(lines.discount[line])) lines.discount[line] = lines.discount[original];
  if (Number.isNaN(lines.taxRate[line])) lines.taxRate[line] = lines.taxRate[original];
  if (lines.includesTax[line] !== NO_TYPE) return;
  const asOriginal = lines.includesTax[original];
  lines.includesTax[line] = asOriginal === NO_TYPE ? Number(settings.priceIncludesTax) : asOriginal;
}

function proposePrice(drafting: Drafting, line: number): void {
  const { lines, masters } = drafting.book;
  if (lines.item[line] === NONE) return;
  const item = masters.items[lines.item[line]];
  const buys = documentTypes[lines.type[line]].register === "purchases";
  const proposed = buys ? item.purchasePrice : item.retailPrice;
  if (proposed === null) return;
  lines.price[line] = inTypedUnit(drafting, line, proposed);
  note(drafting, "PRICE_PROPOSED", {
    line,
    column: "price",
    facts: { price: figure(lines.price[line], 6), item: item.code },
  });
}

function usualTaxRate({ book }: Drafting, line: number): number {
  const { lines, masters, settings } = book;
  const item = lines.item[line] === NONE ? null : masters.items[lines.item[line]];
  const partner = lines.partner[line] === NONE ? null : masters.partners[lines.partner[line]];
  return item?.taxRate ?? partner?.taxRate ?? settings.taxRate;
}
