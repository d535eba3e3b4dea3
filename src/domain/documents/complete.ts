import type { Book } from "../book/book";
import { NONE } from "../book/lines";
import { sentInto } from "../book/kept-apart";
import type { DocumentType } from "./document-type";
import type { Drafting } from "./drafting";
import { fillPrices } from "./fill-prices";
import { linesOf } from "./group";
import { documentTypes } from "./index";
import { priceHistory } from "./price-history";
import { type Links, linksOf } from "./links";

/**
 * Completes the lines of drafts in place, as the contract says of blank cells: warehouse (as above, the
 * item's, the setting's), unit, tax rate (of the line referred to, the item's, the partner's, the
 * setting's), price (of the line referred to, else the item's, and says so), and from these net, tax and
 * total. Notes AMOUNT_DISAGREES where a typed amount says other.
 */
export function completeDrafts(drafting: Drafting, drafts: readonly number[], links: Links): void {
  const { book, documents } = drafting;
  const prices = documentTypes.map(hasPrices);
  const goods = documentTypes.map(liesInWarehouse);
  const history = priceHistory(
    book,
    drafts.flatMap((document) => Array.from(linesOf(documents, document))),
  );
  for (const document of drafts) {
    const members = linesOf(documents, document);
    const type = book.lines.type[members[0]];
    if (documentTypes[type].stock === "arrive") fillArrivals(book, members, links);
    if (documentTypes[type].stock === "issue") fillLost(book, members, links);
    if (goods[type]) fillPlaces(book, members);
    if (prices[type]) fillPrices(drafting, members, { links, history });
    if (documentTypes[type].counter === true) fillPaid(book, members);
  }
}

/** Whether a blank warehouse means a usual one: not where only money is told. */
function liesInWarehouse({ register, debt, stock }: DocumentType): boolean {
  return register !== "payments" && ((debt !== "opening" && debt !== "charge") || stock !== "none");
}

/** Goods arrive where the row says or, where it does not, where they were sent to. */
function fillArrivals({ lines, masters }: Book, members: Int32Array, links: Links): void {
  for (const line of members) {
    if (lines.warehouse[line] !== NONE) continue;
    const sentTo = linksOf(links, line).map(({ target }) => lines.toWarehouse[target]);
    const known = [lines.toWarehouse[line], ...sentTo].find(
      (place) => place !== NONE && masters.warehouses[place].kind !== "transit",
    );
    if (known !== undefined) lines.warehouse[line] = known;
  }
}

/** What was sent on its way and is lost lies where it was sent into. */
function fillLost({ lines, masters }: Book, members: Int32Array, links: Links): void {
  for (const line of members) {
    const sent = linksOf(links, line).at(0)?.target ?? NONE;
    const isSent = sent !== NONE && documentTypes[lines.type[sent]].stock === "send";
    if (isSent && lines.warehouse[line] === NONE)
      lines.warehouse[line] = sentInto(masters, lines.toWarehouse[sent]);
  }
}

function fillPlaces(book: Book, members: Int32Array): void {
  for (let i = 0; i < members.length; i++) fillPlace(book, members[i], i === 0 ? NONE : members[i - 1]);
}

/** What is sold over the counter is paid there, unless something else was typed in any of its rows. */
function fillPaid({ lines }: Book, members: Int32Array): void {
  if (members.some((line) => !Number.isNaN(lines.paid[line]))) return;
  for (const line of members) lines.paid[line] = lines.total[line];
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
