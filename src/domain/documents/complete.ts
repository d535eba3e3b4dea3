import type { Book } from "../book/book";
import { NO_TYPE, NONE } from "../book/lines";
import { type Finding, finding } from "../kernel/finding";
import { figure } from "../kernel/numbers";
import type { DocumentType } from "./document-type";
import { type Documents, linesOf } from "./group";
import { documentTypes } from "./index";
import { placeOf } from "./place";
import { priceDocument } from "./pricing";
import { type Links, linksOf } from "./references";

/**
 * Completes the lines of drafts in place, as the contract says of blank cells: warehouse (as above, the
 * item's, the setting's), unit, tax rate (the item's, the partner's, the setting's), price (of the line
 * referred to, else the item's, and says so), and from these net, tax and total. Finds AMOUNT_DISAGREES where
 * a typed amount says other.
 */
export function completeDrafts(
  book: Book,
  documents: Documents,
  drafts: readonly number[],
  links: Links,
): Finding[] {
  const findings: Finding[] = [];
  for (const document of drafts) {
    const members = linesOf(documents, document);
    const type = documentTypes[book.lines.type[members[0]]];
    members.forEach((line, i) => {
      fillPlace(book, line, members[i - 1] ?? NONE, type);
      if (hasPrices(type)) fillPrice(book, line, type, { links, findings });
    });
    if (hasPrices(type)) priceDocument(book, members, findings);
  }
  return findings;
}

function hasPrices(type: DocumentType): boolean {
  return (type.register === "purchases" || type.register === "sales") && type.debt !== "opening";
}

function fillPlace(book: Book, line: number, above: number, type: DocumentType): void {
  const { lines, masters, settings } = book;
  const item = lines.item[line];
  if (item !== NONE && lines.unit[line] === "") lines.unit[line] = masters.items[item].unit;
  if (lines.warehouse[line] !== NONE || type.register === "payments") return;
  const asAbove = above === NONE ? NONE : lines.warehouse[above];
  const usual = item === NONE ? NONE : masters.items[item].warehouse;
  const fallback = masters.warehouses.findIndex((warehouse) => warehouse.code === settings.warehouse);
  lines.warehouse[line] = [asAbove, usual, fallback].find((warehouse) => warehouse !== NONE) ?? NONE;
}

interface Pricing {
  readonly links: Links;
  readonly findings: Finding[];
}

function fillPrice(book: Book, line: number, type: DocumentType, { links, findings }: Pricing): void {
  const { lines } = book;
  const original = linksOf(links, line)[0]?.target ?? NONE;
  const priced = !Number.isNaN(lines.price[line]);
  const totalled = !Number.isNaN(lines.total[line]) || !Number.isNaN(lines.net[line]);
  if (!priced && !totalled && original !== NONE) copyTerms(book, original, line);
  else if (!priced && !totalled) proposePrice(book, line, type, findings);
  if (Number.isNaN(lines.taxRate[line])) lines.taxRate[line] = usualTaxRate(book, line);
}

/** Takes price, discount and tax over from the line referred to. */
function copyTerms(book: Book, original: number, line: number): void {
  const { lines, settings } = book;
  lines.price[line] = lines.price[original];
  if (Number.isNaN(lines.discount[line])) lines.discount[line] = lines.discount[original];
  if (Number.isNaN(lines.taxRate[line])) lines.taxRate[line] = lines.taxRate[original];
  if (lines.includesTax[line] !== NO_TYPE) return;
  const asOriginal = lines.includesTax[original];
  lines.includesTax[line] = asOriginal === NO_TYPE ? Number(settings.priceIncludesTax) : asOriginal;
}

function proposePrice(book: Book, line: number, type: DocumentType, findings: Finding[]): void {
  const { lines, masters } = book;
  if (lines.item[line] === NONE) return;
  const item = masters.items[lines.item[line]];
  const proposed = type.register === "purchases" ? item.purchasePrice : item.retailPrice;
  if (proposed === null) return;
  lines.price[line] = proposed;
  findings.push(
    finding("PRICE_PROPOSED", placeOf(lines, line, "price"), { price: figure(proposed, 6), item: item.code }),
  );
}

function usualTaxRate(book: Book, line: number): number {
  const { lines, masters, settings } = book;
  const item = lines.item[line] === NONE ? null : masters.items[lines.item[line]];
  const partner = lines.partner[line] === NONE ? null : masters.partners[lines.partner[line]];
  return item?.taxRate ?? partner?.taxRate ?? settings.taxRate;
}
