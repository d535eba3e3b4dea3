import { countedIn, type Lines } from "../book/lines";
import type { Settings } from "../book/settings";
import { money, powerOfTen, RATE_WHOLE } from "../kernel/numbers";
import { shared } from "../kernel/shared";
import {
  type Amounts,
  baseOf,
  grossOf,
  roundedRatio,
  taxingOf,
  typedAmounts,
  withTax,
  zeroIfBlank,
} from "./amounts";

/** The amounts of a document's lines, and what of its discount they bear together. */
export interface DocumentAmounts {
  readonly amounts: readonly Amounts[];
  readonly borne: number;
}

/** A document's lines worked out as far as its tax: what each comes to before it, in smallest units. */
interface Untaxed {
  readonly lines: Lines;
  readonly members: Int32Array;
  readonly settings: Settings;
  /** What was typed of lines without a price; null = there is a price. */
  readonly typed: readonly (Amounts | null)[];
  readonly gross: readonly number[];
  /** What each bears of the discount on the document; null = there is none. */
  readonly off: readonly number[] | null;
}

/**
 * The amounts of a document's lines in the order of DOMAIN §11: price, rate, amount off the line, amount off
 * the document (shared by line), tax. A line without a price is worth what was typed of it, before the amount
 * off the document. `borne` is 0 where no line comes to anything. With `taxRounding` = document the tax is
 * rounded once a rate (DOMAIN §10).
 */
export function documentAmounts(lines: Lines, members: Int32Array, settings: Settings): DocumentAmounts {
  const typed: (Amounts | null)[] = [];
  const gross: number[] = [];
  for (let i = 0; i < members.length; i++) {
    const own = typedAmounts(lines, members[i], settings);
    typed.push(own);
    gross.push(
      own === null ? grossOf(lines, members[i], settings) : baseOf(own, lines, members[i], settings),
    );
  }
  const whole = zeroIfBlank(lines.documentDiscount[members[0]]);
  const off = whole === 0 ? null : shared(whole, gross, settings.moneyStep);
  const untaxed: Untaxed = { lines, members, settings, typed, gross, off };
  const byLine = Array.from(members, (_, i) => amountsOf(untaxed, i));
  const amounts = settings.taxRounding === "document" ? roundedTogether(untaxed, byLine) : byLine;
  return { amounts, borne: off === null ? 0 : off.reduce((a, b) => a + b, 0) };
}

function amountsOf({ lines, members, settings, typed, gross, off }: Untaxed, i: number): Amounts {
  const own = typed[i];
  const share = off === null ? 0 : off[i];
  if (own !== null && share === 0) return own;
  return withTax(gross[i] - share, taxingOf(lines, members[i], settings));
}

/** A line without a price of which nothing is off is worth what was typed of it, whatever others come to. */
function isAsTyped({ typed, off }: Untaxed, i: number): boolean {
  return typed[i] !== null && (off === null || off[i] === 0);
}

/** Priced lines of one rate, with the tax in their prices or not, by their place in the document. */
function groupsOf(untaxed: Untaxed): Iterable<readonly number[]> {
  const { lines, members, settings } = untaxed;
  const groups = new Map<string, number[]>();
  members.forEach((line, i) => {
    if (isAsTyped(untaxed, i)) return;
    const { rate, includesTax } = taxingOf(lines, line, settings);
    const key = `${String(rate)} ${String(includesTax)}`;
    groups.set(key, [...(groups.get(key) ?? []), i]);
  });
  return groups.values();
}

/**
 * Net and tax of each rate rounded once, from the unrounded sum; lines show their share of it, also rounded
 * once, and the largest bears the difference. Source: DOMAIN §10 document rounding.
 */
function roundedTogether(untaxed: Untaxed, byLine: readonly Amounts[]): readonly Amounts[] {
  const amounts = [...byLine];
  for (const group of groupsOf(untaxed)) {
    if (group.some((i) => !Number.isFinite(byLine[i].total))) continue;
    for (const i of group) amounts[i] = taxedSum(untaxed, [i]);
    const together = taxedSum(untaxed, group);
    const net = together.net - group.reduce((sum, i) => sum + amounts[i].net, 0);
    const tax = together.tax - group.reduce((sum, i) => sum + amounts[i].tax, 0);
    const largest = group.reduce((a, b) => (Math.abs(amounts[b].net) > Math.abs(amounts[a].net) ? b : a));
    const own = amounts[largest];
    amounts[largest] = {
      net: money(own.net + net),
      tax: money(own.tax + tax),
      total: money(own.total + net + tax),
    };
  }
  return amounts;
}

/** Net and tax of lines of one rate together, each rounded once. */
function taxedSum(untaxed: Untaxed, group: readonly number[]): Amounts {
  const { lines, members, settings } = untaxed;
  const { rate, includesTax, step } = taxingOf(lines, members[group[0]], settings);
  const sum = group.reduce((total, i) => total + exactBase(untaxed, i), 0n);
  const unit = exactUnit(settings);
  const whole = BigInt(RATE_WHOLE + (includesTax ? rate : 0));
  const tax = roundedRatio(sum * BigInt(rate), unit * whole, step);
  const typed = roundedRatio(sum, unit, step);
  const net = includesTax ? typed - tax : typed;
  return { net: money(net), tax: money(tax), total: money(net + tax) };
}

/** How many parts a smallest unit of money has where nothing is rounded. */
function exactUnit({ moneyDecimals }: Settings): bigint {
  return BigInt(powerOfTen(12 - moneyDecimals)) * BigInt(RATE_WHOLE);
}

/** What a line comes to before tax, nothing rounded: quantity × price × (1 − rate) less what is off. */
function exactBase({ lines, members, settings, typed, gross, off }: Untaxed, i: number): bigint {
  const line = members[i];
  const share = BigInt(off === null ? 0 : off[i]) * exactUnit(settings);
  if (typed[i] !== null) return BigInt(gross[i]) * exactUnit(settings) - share;
  const kept = BigInt(RATE_WHOLE - zeroIfBlank(lines.discount[line]));
  const product = BigInt(countedIn(lines, line)) * BigInt(lines.price[line]) * kept;
  return product - BigInt(zeroIfBlank(lines.discountAmount[line])) * exactUnit(settings) - share;
}
