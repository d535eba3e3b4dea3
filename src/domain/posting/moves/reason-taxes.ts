import type { Book } from "../../book/book";
import { itemOn, policiesOn, reasonsOn } from "../../book/closed-figures";
import { NONE } from "../../book/lines";
import type { Reason } from "../../book/masters";
import type { Settings } from "../../book/settings";
import { discountedPrice, taxingOf, withTax } from "../../documents/amounts";
import { mulDiv } from "../../kernel/mul-div";
import { RATE_WHOLE } from "../../kernel/numbers";

/** What a deemed sale is worth without any price: its cost with so much profit on it, per cent in 10⁻⁶. */
const USUAL_PROFIT = RATE_WHOLE / 10;

/**
 * Goods that were lost or given away by a line: how much, in 10⁻⁶ stock units, and at what cost; both > 0.
 */
export interface LostGoods {
  readonly line: number;
  readonly qty: number;
  readonly cost: number;
}

/** The tax of goods lost or given away, smallest units; `rate` per cent in 10⁻⁶. */
export interface ReasonTax {
  readonly rate: number;
  /** Tax deducted when they were bought, and owed again. */
  readonly inputTax: number;
  /** Tax owed as if they had been sold. */
  readonly outputTax: number;
}

/**
 * The reason of a line by its code or name, as it holds on the line's day; null = none that the book knows.
 */
export function reasonOf(book: Book, line: number): Reason | null {
  const { reason, day } = book.lines;
  const text = reason[line];
  if (text === "") return null;
  return reasonsOn(book, day[line]).find(({ code, name }) => code === text || name === text) ?? null;
}

/**
 * What a reason asks for in tax of goods that it took out; null = nothing. `inputOut`: the rate on their
 * cost, of who deducts input tax at all; `deemedSale`: the rate on their price without tax, as typed, else
 * the item's retail price, else their cost with a tenth of profit. The rate is the line's, else the item's,
 * else the setting's. Source: DOMAIN §4 BS, PD, QC, §7, §10; rules for the VAT regulation, article 16
 * (composed taxable price), with the profit rate of 10 %.
 */
export function reasonTax(book: Book, goods: LostGoods): ReasonTax | null {
  const vat = reasonOf(book, goods.line)?.vat ?? "none";
  const rate = rateOf(book, goods.line);
  const { taxpayer, moneyStep: step } = settingsOf(book, goods.line);
  if (vat === "deemedSale") return { rate, inputTax: 0, outputTax: deemedTax(book, goods, rate) };
  if (vat === "none" || taxpayer === "small") return null;
  const { tax } = withTax(goods.cost, { rate, includesTax: false, step });
  return { rate, inputTax: tax, outputTax: 0 };
}

/** The settings as they are on the day of a line. */
function settingsOf(book: Book, line: number): Settings {
  return { ...book.settings, ...policiesOn(book, book.lines.day[line]) };
}

function rateOf(book: Book, line: number): number {
  const { lines } = book;
  if (!Number.isNaN(lines.taxRate[line])) return lines.taxRate[line];
  const item = lines.item[line];
  return (item === NONE ? null : itemOn(book, item, lines.day[line]).taxRate) ?? book.settings.taxRate;
}

function deemedTax(book: Book, { line, qty, cost }: LostGoods, rate: number): number {
  const { lines } = book;
  const settings = settingsOf(book, line);
  const taxing = { ...taxingOf(lines, line, settings), rate };
  const price = lines.price[line];
  if (!Number.isNaN(price)) {
    const typed = lines.qty[line] > 0 ? lines.qty[line] : qty;
    return withTax(discountedPrice(typed, price, 0, settings), taxing).tax;
  }
  const { retailPrice } = itemOn(book, lines.item[line], lines.day[line]);
  if (retailPrice !== null) {
    const usual = { ...taxing, includesTax: settings.priceIncludesTax };
    return withTax(discountedPrice(qty, retailPrice, 0, settings), usual).tax;
  }
  const worth = mulDiv(cost, RATE_WHOLE + USUAL_PROFIT, RATE_WHOLE);
  return withTax(worth, { ...taxing, includesTax: false }).tax;
}
