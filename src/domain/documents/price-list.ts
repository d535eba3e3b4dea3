import type { Book } from "../book/book";
import { NONE } from "../book/lines";
import type { Item } from "../book/masters";
import type { ListPrice } from "../book/price-rules";
import { mulDiv } from "../kernel/mul-div";
import { documentTypes } from "./index";
import { factorOf, stockQtyOf } from "./stock-quantity";

/** A price of the unit typed (10⁻⁶), and its row of the price list (1 = first); null = not of the list. */
export interface Proposal {
  readonly price: number;
  readonly listRow: number | null;
}

/** So many stock units are one of another unit. */
interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

const STOCK_UNIT: Ratio = { numerator: 1, denominator: 1 };
/** A grade that buys at the wholesale price, as it is written. */
const WHOLESALE = ["wholesale", "批发", "批发价"];

/** True where a line's document buys. */
export function isPurchase({ lines }: Book, line: number): boolean {
  return documentTypes[lines.type[line]].register === "purchases";
}

/** The price of one typed unit of a line where one stock unit costs `price`. Source: DOMAIN §12. */
export function inTypedUnit(book: Book, line: number, price: number): number {
  const factor = factorOf(book, line);
  return factor === null ? price : mulDiv(price, factor.numerator, factor.denominator);
}

/** The price of one stock unit where one typed unit of a line costs `price`. */
export function inStockUnit(book: Book, line: number, price: number): number {
  const factor = factorOf(book, line);
  return factor === null ? price : mulDiv(price, factor.denominator, factor.numerator);
}

/**
 * The price proposed for a line, where there is one: of the price list, where a partner's own row comes
 * before one of its grade and that before one for anybody, then the one from the greatest quantity, in the
 * unit typed, begun last; else the item's own price, the wholesale price for a grade of that name; null where
 * there is neither. Source: DOMAIN §11.
 */
export function listedPrice(book: Book, line: number): Proposal | null {
  const item = book.lines.item[line];
  return item === NONE ? null : (fromList(book, line) ?? ownPrice(book, line, book.masters.items[item]));
}

function ownPrice(book: Book, line: number, item: Item): Proposal | null {
  const proposed = (price: number | null): Proposal | null =>
    price === null ? null : { price: inTypedUnit(book, line, price), listRow: null };
  if (isPurchase(book, line)) return proposed(item.purchasePrice);
  const wholesale = proposed(item.wholesalePrice);
  const retail = proposed(item.retailPrice);
  return WHOLESALE.includes(gradeOf(book, line).toLowerCase())
    ? (wholesale ?? retail)
    : (retail ?? wholesale);
}

function gradeOf({ lines, masters }: Book, line: number): string {
  return lines.partner[line] === NONE ? "" : masters.partners[lines.partner[line]].priceGrade;
}

/** How particular a row of the list is to a line, 3 = its partner's own; 0 = it is not for it. */
function rankOf(book: Book, line: number, { partner, priceGrade }: ListPrice): number {
  if (partner !== NONE) return partner === book.lines.partner[line] && isOwnSide(book, line) ? 3 : 0;
  if (isPurchase(book, line)) return 0;
  if (priceGrade === "") return 1;
  return priceGrade === gradeOf(book, line) ? 2 : 0;
}

/** A partner's prices are for what we sell to it; of a supplier alone, for what we buy. */
function isOwnSide(book: Book, line: number): boolean {
  return !isPurchase(book, line) || !book.masters.partners[book.lines.partner[line]].customer;
}

/** The size of a unit of an item; null where the item has no such unit. */
function ratioOf({ masters }: Book, item: number, unit: string): Ratio | null {
  if (unit === "" || unit === masters.items[item].unit) return STOCK_UNIT;
  return masters.units.find((each) => each.item === item && each.unit === unit) ?? null;
}

/** A row of the list that fits a line, and what decides between those that fit. */
interface Fitting {
  readonly row: ListPrice;
  readonly ratio: Ratio;
  readonly rank: number;
  /** From which quantity on, 10⁻⁶ stock units. */
  readonly least: number;
  readonly isOwnUnit: boolean;
}

function isValid({ from, to }: ListPrice, day: number): boolean {
  return (from === NONE || from <= day) && (to === NONE || to >= day);
}

function fitting(book: Book, line: number, row: ListPrice): Fitting | null {
  const { day, item, unit } = book.lines;
  const ratio = ratioOf(book, item[line], row.unit);
  const rank = isValid(row, day[line]) ? rankOf(book, line, row) : 0;
  if (ratio === null || rank === 0) return null;
  const least = mulDiv(row.minQty, ratio.numerator, ratio.denominator);
  if (least > 0 && !(stockQtyOf(book, line) >= least)) return null;
  const stockUnit = book.masters.items[row.item].unit;
  return { row, ratio, rank, least, isOwnUnit: (row.unit || stockUnit) === (unit[line] || stockUnit) };
}

/** Above 0 where the second fits better; rows that fit alike go by their place, the first before. */
function compared(a: Fitting, b: Fitting): number {
  return (
    b.rank - a.rank ||
    b.least - a.least ||
    Number(b.isOwnUnit) - Number(a.isOwnUnit) ||
    b.row.from - a.row.from ||
    a.row.row - b.row.row
  );
}

function fromList(book: Book, line: number): Proposal | null {
  const rows = book.masters.prices.filter(({ item }) => item === book.lines.item[line]);
  const best = rows
    .flatMap((row) => fitting(book, line, row) ?? [])
    .sort(compared)
    .at(0);
  if (best === undefined) return null;
  const { row, ratio, isOwnUnit } = best;
  const ofStock = mulDiv(row.price, ratio.denominator, ratio.numerator);
  return { price: isOwnUnit ? row.price : inTypedUnit(book, line, ofStock), listRow: row.row };
}
