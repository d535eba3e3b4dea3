import { NONE } from "../book/lines";
import type { Term } from "../book/masters";
import { civil, type Day, dayOf, daysInMonth } from "../kernel/day";
import { mulDiv } from "../kernel/mul-div";
import { powerOfTen, RATE_WHOLE } from "../kernel/numbers";

/** One part of a debt, by its terms. Amounts in smallest units. */
export interface Instalment {
  readonly amount: number;
  readonly due: Day;
  /** The last day on which `discount` may be taken off for paying early; -1 = none. */
  readonly discountUntil: Day;
  readonly discount: number;
}

/** A day so many months later; a day that the month does not have is its last. */
function monthsLater(day: Day, months: number): Day {
  const { year, month, date } = civil(day);
  const place = year * 12 + month - 1 + months;
  return dayInMonth(Math.floor(place / 12), (place % 12) + 1, date);
}

function dayInMonth(year: number, month: number, date: number): Day {
  return dayOf(year, month, Math.min(date, daysInMonth(year, month)));
}

function monthEnd(day: Day): Day {
  const { year, month } = civil(day);
  return dayInMonth(year, month, 31);
}

/**
 * When an instalment is due that runs from a day: months later, then on the day of that month (its last where
 * it has no such day), then, with `before`, from the end of that month on, so many days later and, with
 * `after`, at the end of the month reached. Source: DOMAIN §8.4; CONTRACT §2 terms.
 */
export function dueDay(from: Day, { months, day, days, endOfMonth }: Term): Day {
  let due = months === 0 ? from : monthsLater(from, months);
  if (day !== NONE) {
    const { year, month } = civil(due);
    due = dayInMonth(year, month, day);
  }
  if (endOfMonth === "before") due = monthEnd(due);
  due += days;
  return endOfMonth === "after" ? monthEnd(due) : due;
}

/** The terms of every code, each by its lines. */
export function termsByCode(terms: readonly Term[]): ReadonlyMap<string, readonly Term[]> {
  const byCode = new Map<string, Term[]>();
  for (const term of terms) byCode.set(term.code, [...(byCode.get(term.code) ?? []), term]);
  for (const own of byCode.values()) own.sort((a, b) => a.line - b.line || a.row - b.row);
  return byCode;
}

/** Whether a line of terms takes all that the lines before it leave. */
function takesAll({ kind, value }: Term): boolean {
  return kind === "remainder" || (kind === "percentRemaining" && value === RATE_WHOLE);
}

/** Whether a debt can follow its terms: every cell of them can be used, and the parts come to 100 %. */
export function areWhole(terms: readonly Term[]): boolean {
  return terms.every((term) => term.unfit === "" && isPart(term)) && shareAsked(terms) === RATE_WHOLE;
}

/** Whether a line of terms asks for more than nothing and no more than all; a remainder does. */
function isPart({ kind, value }: Term): boolean {
  return kind === "remainder" || (value > 0 && (kind === "fixed" || value <= RATE_WHOLE));
}

/**
 * What share of a debt its terms ask for, per cent in 10⁻⁶: 100 % (100,000,000) where they are whole. Terms
 * with fixed amounts are whole where their last line takes the rest, and else NaN. Source: DOMAIN §8.4.
 */
export function shareAsked(terms: readonly Term[]): number {
  const last = terms.at(-1);
  let left = RATE_WHOLE;
  for (const term of terms) {
    if (takesAll(term)) left = Math.min(left, 0);
    else if (term.kind === "percentTotal") left -= term.value;
    else if (term.kind === "percentRemaining") left -= mulDiv(left, term.value, RATE_WHOLE);
  }
  if (terms.some(({ kind }) => kind === "fixed") && last !== undefined && !takesAll(last)) return NaN;
  return RATE_WHOLE - left;
}

/** How a debt is cut: by which terms, how much of it is tax (smallest units), and how exact money is. */
export interface Division {
  readonly terms: readonly Term[];
  readonly tax: number;
  readonly moneyDecimals: number;
}

/**
 * A debt cut into its instalments, in the order of the terms; the last takes what rounding leaves, a fixed
 * amount no more than is left, and parts of 0 are left out. Σ amounts = `amount`, which is > 0; terms as
 * `shareAsked` finds them whole. An early discount is of the instalment, or of its share of the net. Source:
 * DOMAIN §8.4.
 */
export function instalments(amount: number, from: Day, division: Division): readonly Instalment[] {
  const { terms } = division;
  const parts: Instalment[] = [];
  let left = amount;
  terms.forEach((term, at) => {
    const asked = at === terms.length - 1 ? left : partOf(amount, left, { ...division, term });
    const part = Math.min(asked, left);
    left -= part;
    if (part > 0)
      parts.push(instalmentOf(part, from, { term, base: baseOf(part, amount, { ...division, term }) }));
  });
  return parts;
}

/** One line of terms, and how the whole is divided. */
type Divided = Division & { readonly term: Term };

/** What an early discount of an instalment is taken of. */
function baseOf(part: number, whole: number, { term, tax }: Divided): number {
  return term.discountBase === "net" ? mulDiv(part, whole - tax, whole) : part;
}

function partOf(whole: number, left: number, { term, moneyDecimals }: Divided): number {
  if (takesAll(term)) return left;
  if (term.kind === "fixed") return mulDiv(term.value, powerOfTen(moneyDecimals), powerOfTen(6));
  return mulDiv(term.kind === "percentTotal" ? whole : left, term.value, RATE_WHOLE);
}

function instalmentOf(
  amount: number,
  from: Day,
  { term, base }: { readonly term: Term; readonly base: number },
): Instalment {
  const { discountPercent, discountDays } = term;
  const discount = discountPercent === null ? 0 : mulDiv(base, discountPercent, RATE_WHOLE);
  const discountUntil = discount === 0 || discountDays === null ? NONE : from + discountDays;
  return { amount, due: dueDay(from, term), discountUntil, discount: discountUntil === NONE ? 0 : discount };
}
