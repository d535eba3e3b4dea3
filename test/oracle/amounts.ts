import { fraction, minus, over, plus, rounded, sign, sum, times, zero } from "./fraction";
import type { Fraction } from "./fraction";
import { taxedByDocument } from "./document-tax";
import type { LineAmounts } from "./line-amounts";
import { amountOf, numberOf, rowsOf, saysYes, settingOf, textOf } from "./oracle-book";
import type { JsonBook, Row } from "./oracle-book";

const hundred = fraction("100");

/** How an amount is taxed: rate in per cent, whether the amount includes the tax. */
export interface Taxing {
  readonly rate: Fraction;
  readonly includesTax: boolean;
  readonly decimals: number;
}

/**
 * Tax of a net amount is round(N·r); in a gross amount round(G·r/(1+r)), and the net is the rest. DOMAIN §10.
 */
export function taxed(amount: Fraction, { rate, includesTax, decimals }: Taxing): LineAmounts {
  const base = includesTax ? plus(hundred, rate) : hundred;
  const tax = rounded(over(times(amount, rate), base), decimals);
  return includesTax
    ? { net: minus(amount, tax), tax, total: amount }
    : { net: amount, tax, total: plus(amount, tax) };
}

/** Shares `whole` by weights: each rounded, what is left to the last weight that is not zero. DOMAIN §11. */
export function allocated(
  whole: Fraction,
  weights: readonly Fraction[],
  decimals: number,
): readonly Fraction[] {
  const total = sum(weights);
  if (sign(total) === 0) return weights.map(() => zero);
  const shares = weights.map((weight) => rounded(over(times(whole, weight), total), decimals));
  const last = weights.map((weight) => sign(weight) !== 0).lastIndexOf(true);
  const others = sum(shares.filter((_, index) => index !== last));
  return shares.map((share, index) => (index === last ? minus(whole, others) : share));
}

/** quantity × price − per cent off, nothing rounded; a line is priced in the unit it was entered in. */
function listAmount(row: Row): Fraction {
  const qty = numberOf(row, "accepted") ?? amountOf(row, "qty");
  const kept = over(minus(hundred, amountOf(row, "discount")), hundred);
  return times(times(qty, amountOf(row, "price")), kept);
}

/** That, rounded once, − amount off. */
function lineAmount(row: Row, decimals: number): Fraction {
  return minus(rounded(listAmount(row), decimals), amountOf(row, "discountAmount"));
}

function masterRate(json: JsonBook, table: string, code: string): Fraction | null {
  const master = rowsOf(json, table).find((row) => textOf(row, "code") === code);
  return master === undefined ? null : numberOf(master, "taxRate");
}

function rateOf(json: JsonBook, row: Row): Fraction {
  return (
    numberOf(row, "taxRate") ??
    masterRate(json, "items", textOf(row, "item")) ??
    masterRate(json, "partners", textOf(row, "partner")) ??
    fraction(settingOf(json, "taxRate"))
  );
}

function taxIsIncluded(json: JsonBook, row: Row): boolean {
  return saysYes(textOf(row, "priceIncludesTax") || settingOf(json, "priceIncludesTax"));
}

/**
 * Net, tax and total of the lines of one document, in the order given (by line). The document's discount
 * stands on its first line and is shared by line amount as entered. A total typed without a price is that
 * line's amount; where nothing is taken off it, it stays what it is.
 */
export function documentAmounts(json: JsonBook, lines: readonly Row[]): readonly LineAmounts[] {
  const decimals = Number(settingOf(json, "moneyDecimals"));
  const first = lines.at(0);
  const whole = first === undefined ? zero : amountOf(first, "documentDiscount");
  const isPriced = (row: Row): boolean => textOf(row, "price") !== "" || textOf(row, "total") === "";
  const amounts = lines.map((row) => {
    if (isPriced(row)) return lineAmount(row, decimals);
    const apart = taxed(amountOf(row, "total"), { rate: rateOf(json, row), includesTax: true, decimals });
    return taxIsIncluded(json, row) ? apart.total : apart.net;
  });
  const discounts = allocated(whole, amounts, decimals);
  const isAsTyped = (row: Row, index: number): boolean =>
    !isPriced(row) && sign(discounts.at(index) ?? zero) === 0;
  const byLine = lines.map((row, index) => {
    const rate = rateOf(json, row);
    const discount = discounts.at(index) ?? zero;
    if (isAsTyped(row, index)) return taxed(amountOf(row, "total"), { rate, includesTax: true, decimals });
    const amount = minus(amounts.at(index) ?? zero, discount);
    return taxed(amount, { rate, includesTax: taxIsIncluded(json, row), decimals });
  });
  if (settingOf(json, "taxRounding") !== "document") return byLine;
  const priced = lines.flatMap((row, index) => (isAsTyped(row, index) ? [] : [index]));
  const exact = priced.map((index) => {
    const row = lines[index];
    const entered = isPriced(row) ? minus(listAmount(row), amountOf(row, "discountAmount")) : amounts[index];
    const amount = minus(entered, discounts[index]);
    return { amount, rate: rateOf(json, row), includesTax: taxIsIncluded(json, row) };
  });
  const together = taxedByDocument(exact, decimals);
  return byLine.map((own, index) => together[priced.indexOf(index)] ?? own);
}
