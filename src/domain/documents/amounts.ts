import { countedIn, type Lines, NO_TYPE } from "../book/lines";
import type { Settings } from "../book/settings";
import { mulDiv } from "../kernel/mul-div";
import { LARGEST, type Money, money, powerOfTen, RATE_WHOLE } from "../kernel/numbers";
import { inCoins, shared } from "../kernel/shared";
import type { Link } from "./links";

/** Net, tax and gross of a line, in smallest units; gross = net + tax always. */
export interface Amounts {
  readonly net: Money;
  readonly tax: Money;
  readonly total: Money;
}

/** What money is made of: how many decimals it has, and its smallest coin in smallest units. */
export type Coinage = Pick<Settings, "moneyDecimals" | "moneyStep">;

/**
 * qty × price × (1 − discount), rounded once. Quantity and price in 10⁻⁶, discount per cent in 10⁻⁶, money in
 * smallest units. Source: DOMAIN §11: the price, then the rate.
 */
export function discountedPrice(qty: number, price: number, discount: number, coinage: Coinage): number {
  const step = coinage.moneyStep;
  const divisor = powerOfTen(12 - coinage.moneyDecimals);
  if (discount === 0) return inCoins(qty, price, { divisor, step });
  if (!Number.isFinite(qty) || !Number.isFinite(price)) return qty * price;
  const product = BigInt(qty) * BigInt(price) * BigInt(RATE_WHOLE - discount);
  return roundedRatio(product, BigInt(divisor) * BigInt(RATE_WHOLE), step);
}

/** A ratio of whole numbers as so many coins, half away from zero; ±Infinity beyond ±2⁵³. */
export function roundedRatio(amount: bigint, divisor: bigint, step: number): number {
  const coins = divisor * BigInt(step);
  const rounded = ((2n * (amount < 0n ? -amount : amount) + coins) / (2n * coins)) * BigInt(step);
  if (rounded > BigInt(LARGEST)) return amount < 0n ? -Infinity : Infinity;
  return amount < 0n && rounded !== 0n ? -Number(rounded) : Number(rounded);
}

/** How an amount is taxed: the rate per cent in 10⁻⁶, whether the tax is in it, the smallest coin. */
export interface Taxing {
  readonly rate: number;
  readonly includesTax: boolean;
  readonly step: number;
}

/** Net, tax and gross of what was typed, with the tax in it or not. Source: DOMAIN §10. */
export function withTax(typed: number, { rate, includesTax, step }: Taxing): Amounts {
  if (rate === 0) return { net: money(typed), tax: money(0), total: money(typed) };
  if (includesTax) {
    const tax = money(inCoins(typed, rate, { divisor: RATE_WHOLE + rate, step }));
    return { net: money(typed - tax), tax, total: money(typed) };
  }
  const tax = money(inCoins(typed, rate, { divisor: RATE_WHOLE, step }));
  return { net: money(typed), tax, total: money(typed + tax) };
}

/** One of the lines that an invoice's line is of. */
interface Shareable {
  /** How much of it, in stock units. */
  readonly qty: number;
  /** What it says itself of as much, and of all of it; smallest units. */
  readonly own: number;
  readonly whole: number;
}

/**
 * An invoice's amount shared over what it refers to. One that says (to a cent a line) what that says itself
 * changes none of it; any other has one price for every piece; an allowance without a quantity goes by what
 * its lines say. Source: DOMAIN §4 CF, XF.
 */
export function sharedOver(amount: number, parts: readonly Shareable[]): number[] {
  const said = parts.reduce((sum, { own }) => sum + own, 0);
  const weights = (of: keyof Shareable): number[] => parts.map((part) => Math.abs(part[of]));
  const says = (of: keyof Shareable): boolean => parts.some((part) => part[of] !== 0);
  if (says("own") && Math.abs(said - amount) <= parts.length) return shared(amount, weights("own"));
  if (says("qty")) return shared(amount, weights("qty"));
  return shared(amount, says("whole") ? weights("whole") : parts.map(() => 1));
}

/** The same by what the lines say in one column (`worth` of a whole line). */
export function sharedByWorth(
  amount: number,
  parts: readonly Pick<Link, "target" | "qty" | "whole">[],
  worth: (target: number) => number,
): number[] {
  return sharedOver(
    amount,
    parts.map(({ target, qty, whole }) => {
      const all = zeroIfBlank(worth(target));
      return { qty, whole: all, own: whole > 0 ? mulDiv(all, qty, whole) : 0 };
    }),
  );
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

/** How a line is taxed. */
export function taxingOf(lines: Lines, line: number, settings: Settings): Taxing {
  const rate = zeroIfBlank(lines.taxRate[line]);
  return { rate, includesTax: includesTax(lines, line, settings), step: settings.moneyStep };
}

/**
 * What was typed of a line without a price: its total with the tax in it, else its net; null where there is
 * a price to reckon from, or nothing at all.
 */
export function typedAmounts(lines: Lines, line: number, settings: Settings): Amounts | null {
  const { price, total, net, taxRate } = lines;
  if (!Number.isNaN(price[line])) return null;
  const typed = Number.isNaN(total[line]) ? net[line] : total[line];
  if (Number.isNaN(typed)) return null;
  const taxing = { rate: zeroIfBlank(taxRate[line]), step: settings.moneyStep };
  return withTax(typed, { ...taxing, includesTax: !Number.isNaN(total[line]) });
}

/** The one of a line's amounts that its price makes: with the tax in it or not. */
export function baseOf({ net, total }: Amounts, ...[lines, line, settings]: Priced): number {
  return includesTax(lines, line, settings) ? total : net;
}

type Priced = readonly [lines: Lines, line: number, settings: Settings];

/** What a line comes to by its price, rate and amount off, before what is off the document and the tax. */
export function grossOf(lines: Lines, line: number, settings: Settings): number {
  const discount = zeroIfBlank(lines.discount[line]);
  const full = discountedPrice(countedIn(lines, line), lines.price[line], discount, settings);
  const off = zeroIfBlank(lines.discountAmount[line]);
  return off === 0 ? full : inCoins(full - off, 1, { divisor: 1, step: settings.moneyStep });
}

/** 0 for a blank amount. */
export function zeroIfBlank(amount: number): number {
  return Number.isNaN(amount) ? 0 : amount;
}
