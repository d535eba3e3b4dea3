import { countedIn, type Lines, NO_TYPE } from "../book/lines";
import type { Settings } from "../book/settings";
import { mulDiv } from "../kernel/mul-div";
import { LARGEST, type Money, money, powerOfTen, RATE_WHOLE } from "../kernel/numbers";

/** Net, tax and gross of a line, in smallest units; gross = net + tax always. */
export interface Amounts {
  readonly net: Money;
  readonly tax: Money;
  readonly total: Money;
}

/**
 * qty × price × (1 − discount), rounded once. Quantity and price in 10⁻⁶, discount per cent in 10⁻⁶, money in
 * smallest units. Source: DOMAIN §11: the price, then the rate.
 */
export function discountedPrice(qty: number, price: number, discount: number, moneyDecimals: number): number {
  const scale = powerOfTen(12 - moneyDecimals);
  if (discount === 0) return mulDiv(qty, price, scale);
  if (!Number.isFinite(qty) || !Number.isFinite(price)) return qty * price;
  const product = BigInt(qty) * BigInt(price) * BigInt(RATE_WHOLE - discount);
  const divisor = BigInt(scale) * BigInt(RATE_WHOLE);
  const rounded = (2n * (product < 0n ? -product : product) + divisor) / (2n * divisor);
  if (rounded > BigInt(LARGEST)) return product < 0n ? -Infinity : Infinity;
  return product < 0n ? -Number(rounded) : Number(rounded);
}

/**
 * Net, tax and gross of what was typed, with the tax in it or not. Rates per cent in 10⁻⁶. Source: DOMAIN
 * §10.
 */
export function withTax(typed: number, rate: number, includesTax: boolean): Amounts {
  if (rate === 0) return { net: money(typed), tax: money(0), total: money(typed) };
  if (includesTax) {
    const tax = money(mulDiv(typed, rate, RATE_WHOLE + rate));
    return { net: money(typed - tax), tax, total: money(typed) };
  }
  const tax = money(mulDiv(typed, rate, RATE_WHOLE));
  return { net: money(typed), tax, total: money(typed + tax) };
}

/**
 * An amount shared over weights: each share rounded, the remainder on the last that weighs anything.
 * Answers zeros where nothing weighs anything. Source: DOMAIN §11 整单优惠.
 */
export function shared(amount: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const shares = weights.map((weight) => (sum === 0 ? 0 : mulDiv(amount, weight, sum)));
  const last = weights.findLastIndex((weight) => weight !== 0);
  if (last !== -1) shares[last] += amount - shares.reduce((a, b) => a + b, 0);
  return shares;
}

/** An invoice's amount shared over what it refers to by quantity; an allowance without one by equal parts. */
export function sharedByQty(amount: number, parts: readonly { readonly qty: number }[]): number[] {
  const isCounted = parts.some(({ qty }) => qty !== 0);
  const weights = parts.map(({ qty }) => (isCounted ? qty : 1));
  return shared(amount, weights);
}

/** The part of an amount for `qty` that invoices of so much of it leave; nothing once all is invoiced. */
export function uninvoiced(amount: number, qty: number, invoicedQty: number): number {
  if (!(qty > 0)) return amount;
  return invoicedQty >= qty ? 0 : mulDiv(amount, qty - invoicedQty, qty);
}

/** Whether the prices of a line have the tax in them: as typed, else as the setting says. */
function includesTax(lines: Lines, line: number, settings: Settings): boolean {
  return lines.includesTax[line] === NO_TYPE ? settings.priceIncludesTax : lines.includesTax[line] === 1;
}

/**
 * What was typed of a line without a price: its total with the tax in it, else its net; null where there is
 * a price to reckon from, or nothing at all.
 */
export function typedAmounts(lines: Lines, line: number): Amounts | null {
  const { price, total, net, taxRate } = lines;
  if (!Number.isNaN(price[line])) return null;
  const typed = Number.isNaN(total[line]) ? net[line] : total[line];
  if (Number.isNaN(typed)) return null;
  return withTax(typed, zeroIfBlank(taxRate[line]), !Number.isNaN(total[line]));
}

/** The amounts of a document's lines, and what of its discount they bear together. */
export interface DocumentAmounts {
  readonly amounts: readonly Amounts[];
  readonly borne: number;
}

/**
 * The amounts of a document's lines in the order of DOMAIN §11: price, rate, amount off the line, amount off
 * the document (shared by line), tax. A line without a price is worth what was typed of it, before the amount
 * off the document. `borne` is 0 where no line comes to anything.
 */
export function documentAmounts(lines: Lines, members: Int32Array, settings: Settings): DocumentAmounts {
  const typed: (Amounts | null)[] = [];
  const gross: number[] = [];
  for (let i = 0; i < members.length; i++) {
    const own = typedAmounts(lines, members[i]);
    typed.push(own);
    gross.push(
      own === null ? grossOf(lines, members[i], settings) : baseOf(own, lines, members[i], settings),
    );
  }
  const off = zeroIfBlank(lines.documentDiscount[members[0]]);
  const shares = off === 0 ? null : shared(off, gross);
  const amounts: Amounts[] = [];
  for (let i = 0; i < members.length; i++) {
    const own = typed[i];
    const share = shares === null ? 0 : shares[i];
    const rate = zeroIfBlank(lines.taxRate[members[i]]);
    const isAsTyped = own !== null && share === 0;
    const hasTax = includesTax(lines, members[i], settings);
    amounts.push(isAsTyped ? own : withTax(gross[i] - share, rate, hasTax));
  }
  return { amounts, borne: shares === null ? 0 : shares.reduce((a, b) => a + b, 0) };
}

/** The one of a line's amounts that its price makes: with the tax in it or not. */
export function baseOf({ net, total }: Amounts, ...[lines, line, settings]: Priced): number {
  return includesTax(lines, line, settings) ? total : net;
}

type Priced = readonly [lines: Lines, line: number, settings: Settings];

function grossOf(lines: Lines, line: number, settings: Settings): number {
  const discount = zeroIfBlank(lines.discount[line]);
  const full = discountedPrice(countedIn(lines, line), lines.price[line], discount, settings.moneyDecimals);
  return full - zeroIfBlank(lines.discountAmount[line]);
}

/** 0 for a blank amount. */
export function zeroIfBlank(amount: number): number {
  return Number.isNaN(amount) ? 0 : amount;
}
