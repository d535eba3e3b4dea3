import { fraction, least, minus, most, over, rounded, sign, times, zero } from "./fraction";
import type { Fraction } from "./fraction";
import { amountOf, rowsOf, textOf } from "./oracle-book";
import type { Entry, OracleBook, Row } from "./oracle-book";

/** A part of what a document leaves owed, from 1, and the day until which it is to be paid. */
export interface Instalment {
  readonly part: number;
  readonly due: string;
  readonly amount: Fraction;
}

/** A day as three numbers; `day` may lie beyond the month until it is clamped. */
interface Calendar {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function lastDay({ year, month }: Calendar): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function clamped(date: Calendar): Calendar {
  return { ...date, day: Math.min(date.day, lastDay(date)) };
}

function read(day: string): Calendar {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return { year, month, day: date };
}

function plusDays({ year, month, day }: Calendar, days: number): Calendar {
  return read(new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10));
}

function plusMonths({ year, month, day }: Calendar, months: number): Calendar {
  const count = year * 12 + month - 1 + months;
  return clamped({ year: Math.floor(count / 12), month: (count % 12) + 1, day });
}

function monthEnd(date: Calendar): Calendar {
  return { ...date, day: lastDay(date) };
}

/**
 * The day of a line of terms: months, then the day of that month, then days; a month end before or after the
 * days.
 */
function dueOf(line: Row, from: string): string {
  const count = (column: string): number => Number(textOf(line, column) || "0");
  const end = textOf(line, "endOfMonth");
  const later = plusMonths(read(from), count("months"));
  const onDay = clamped({ ...later, day: count("day") || later.day });
  const counted = plusDays(end === "before" ? monthEnd(onDay) : onDay, count("days"));
  const { year, month, day } = end === "after" ? monthEnd(counted) : counted;
  return [year, String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
}

const hundred = fraction("100");

/** What a line of terms asks for of a debt, of which `rest` is left. */
function askedBy(
  line: Row,
  { whole, rest, decimals }: { whole: Fraction; rest: Fraction; decimals: number },
): Fraction {
  const value = amountOf(line, "value");
  const asked: Readonly<Record<string, Fraction | undefined>> = {
    percentTotal: rounded(over(times(whole, value), hundred), decimals),
    percentRemaining: rounded(over(times(rest, value), hundred), decimals),
    fixed: value,
  };
  return asked[textOf(line, "kind")] ?? rest;
}

/**
 * The lines of the terms that a document is under: its own, else its partner's; an opening has its own alone.
 */
function termsOf(book: OracleBook, first: Entry): readonly Row[] {
  const partner = rowsOf(book.json, "partners").find((row) => textOf(row, "code") === first.partner);
  const usual = partner === undefined || first.type === "KZ" ? "" : textOf(partner, "terms");
  const code = textOf(first.row, "terms") || usual;
  return rowsOf(book.json, "terms")
    .filter((row) => code !== "" && textOf(row, "code") === code)
    .sort((a, b) => Number(textOf(a, "line")) - Number(textOf(b, "line")));
}

/**
 * What a document leaves owed, part by part; all of it at once where a day is typed, nothing is agreed or it
 * is a credit. No part asks for more than is left, the last takes what is
 * left, and what would be nothing is no part. DOMAIN §8.4.
 */
export function instalmentsOf(book: OracleBook, first: Entry, whole: Fraction): readonly Instalment[] {
  const lines = textOf(first.row, "due") === "" && sign(whole) > 0 ? termsOf(book, first) : [];
  if (lines.length === 0) return [{ part: 1, due: textOf(first.row, "due") || first.date, amount: whole }];
  let rest = whole;
  const parts = lines.map((line, at) => {
    const asked = askedBy(line, { whole, rest, decimals: book.decimals });
    const amount = at === lines.length - 1 ? rest : most(zero, least(asked, rest));
    rest = minus(rest, amount);
    return { due: dueOf(line, first.date), amount };
  });
  return parts.filter(({ amount }) => sign(amount) !== 0).map((one, at) => ({ part: at + 1, ...one }));
}
