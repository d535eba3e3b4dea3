import { compare, fraction, minus, over, plus, rounded, sign, sum, times } from "./fraction";
import type { Fraction } from "./fraction";
import type { LineAmounts } from "./line-amounts";

/** A line of a document before anything is rounded: what it comes to as entered, and how that is taxed. */
export interface UnroundedLine {
  readonly amount: Fraction;
  readonly rate: Fraction;
  readonly includesTax: boolean;
}

const hundred = fraction("100");

function taxOf({ amount, rate, includesTax }: UnroundedLine): Fraction {
  return over(times(amount, rate), includesTax ? plus(hundred, rate) : hundred);
}

function size(a: Fraction): Fraction {
  return sign(a) < 0 ? minus(fraction("0"), a) : a;
}

/** Amounts of which what was typed and the tax are rounded, each by itself. */
function roundedOnce(
  typed: Fraction,
  tax: Fraction,
  of: { includesTax: boolean; decimals: number },
): LineAmounts {
  const [whole, part] = [rounded(typed, of.decimals), rounded(tax, of.decimals)];
  return of.includesTax
    ? { net: minus(whole, part), tax: part, total: whole }
    : { net: whole, tax: part, total: plus(whole, part) };
}

/** The first of those with the largest net, whatever its sign. */
function largest(lines: readonly LineAmounts[]): number {
  const nets = lines.map((line) => size(line.net));
  return nets.findIndex((net) => nets.every((other) => compare(net, other) >= 0));
}

/** Lines of one rate: the sum of all is rounded once, so is each; the largest bears the difference. */
function oneRate(lines: readonly UnroundedLine[], decimals: number): readonly LineAmounts[] {
  const of = { includesTax: lines.some((line) => line.includesTax), decimals };
  const shares = lines.map((line) => roundedOnce(line.amount, taxOf(line), of));
  const all = roundedOnce(sum(lines.map((line) => line.amount)), sum(lines.map(taxOf)), of);
  const missing = (column: keyof LineAmounts): Fraction =>
    minus(all[column], sum(shares.map((share) => share[column])));
  const bearer = largest(shares);
  return shares.map((share, at) => {
    if (at !== bearer) return share;
    const [net, tax] = [plus(share.net, missing("net")), plus(share.tax, missing("tax"))];
    return { net, tax, total: plus(net, tax) };
  });
}

/** Net, tax and total of the lines of a document whose tax is rounded once a rate, in their order. */
export function taxedByDocument(lines: readonly UnroundedLine[], decimals: number): readonly LineAmounts[] {
  const key = ({ rate, includesTax }: UnroundedLine): string => `${rate.n}/${rate.d} ${String(includesTax)}`;
  const told = new Map<UnroundedLine, LineAmounts>();
  for (const one of new Set(lines.map(key))) {
    const own = lines.filter((line) => key(line) === one);
    oneRate(own, decimals).forEach((amounts, at) => told.set(own[at], amounts));
  }
  return lines.flatMap((line) => told.get(line) ?? []);
}
