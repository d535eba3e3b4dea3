import { cashFlows } from "../oracle/cash";
import {
  decimalText,
  fraction,
  least,
  minus,
  most,
  over,
  plus,
  rounded,
  sign,
  sum,
  times,
  zero,
} from "../oracle/fraction";
import type { Fraction } from "../oracle/fraction";
import { type JsonBook, readBook, rowsOf, settingOf, textOf } from "../oracle/oracle-book";
import type { Row } from "../oracle/oracle-book";
import { apart, figure, grouped, sums } from "./laws-of-figures";
import type { Laws, ShownRow } from "./laws-of-figures";

/** Days of random books, and later ones on which all of it is long due. */
const DAYS = ["2026-01-20", "2026-02-05", "2026-03-10", "2026-12-31"];
const SIDES = ["receivable", "payable"];

function daysFrom(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** Debts of one partner that are not yet paid, the oldest first, once credits took off from the oldest. */
function netted(items: readonly ShownRow[], day: (row: ShownRow) => string) {
  const debts = items
    .filter((row) => sign(figure(row, "open")) > 0)
    .sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
  let credit = sum(items.map((row) => most(zero, minus(zero, figure(row, "open")))));
  const left = debts.map((row) => {
    const off = least(credit, figure(row, "open"));
    credit = minus(credit, off);
    return { day: day(row), open: minus(figure(row, "open"), off) };
  });
  return { left, credit };
}

/** What one partner owes by age, from the items that are open, as the report shows it. DOMAIN §8.3. */
function agesOf(
  items: readonly ShownRow[],
  of: { book: JsonBook; basis: string; asOf: string },
): readonly Fraction[] {
  const day = (row: ShownRow): string => String(row[of.basis === "due" ? "due" : "date"]);
  const edges = settingOf(of.book, "ageingBuckets").split(",").map(Number);
  const isNetted = settingOf(of.book, "advancesInAgeing") === "netted";
  const apartFromCredits = {
    left: items
      .filter((row) => sign(figure(row, "open")) > 0)
      .map((row) => ({ day: day(row), open: figure(row, "open") })),
    credit: sum(items.map((row) => most(zero, minus(zero, figure(row, "open"))))),
  };
  const { left, credit } = isNetted ? netted(items, day) : apartFromCredits;
  const isIn = (age: number, bucket: number): boolean =>
    age > (edges[bucket - 1] ?? (of.basis === "due" ? 0 : -Infinity)) && age <= (edges[bucket] ?? Infinity);
  const aged = left.map((one) => ({ ...one, age: daysFrom(one.day, of.asOf) }));
  const notDue = of.basis === "due" ? aged.filter(({ age }) => age <= 0) : [];
  const buckets = [...edges, Infinity].map((_, at) =>
    sum(aged.filter(({ age }) => isIn(age, at)).map(({ open }) => open)),
  );
  return [sum(notDue.map(({ open }) => open)), ...buckets, minus(zero, credit)];
}

/** What is on record of a debt by a day: its state and the level it was dunned on. DOMAIN §8.5. */
function onRecord(events: readonly Row[], { asOf, level }: { asOf: string; level: number }) {
  const until = events.filter((row) => textOf(row, "date") <= asOf);
  const named = (...names: readonly string[]): Row | undefined =>
    until.findLast((row) => names.includes(textOf(row, "event")));
  const promise = named("promised", "resolved");
  const dunned = Math.max(0, ...until.map((row) => Number(textOf(row, "level") || "0")));
  const isDisputed = textOf(named("disputed", "resolved") ?? {}, "event") === "disputed";
  if (isDisputed) return { state: "disputed", dunned };
  if (promise !== undefined && textOf(promise, "until") > asOf) return { state: "promised", dunned };
  return { state: level <= dunned ? "dunned" : "due", dunned };
}

function levelAt(days: number): number {
  return [7, 30, 60].filter((from) => days >= from).length;
}

/** What each overdue debt of customers is to be dunned for, one a line. */
function toDun(
  open: readonly ShownRow[],
  { book, asOf }: { book: JsonBook; asOf: string },
): readonly string[] {
  const rate = fraction(settingOf(book, "interestRate") || "0");
  const decimals = Number(settingOf(book, "moneyDecimals"));
  return open
    .filter((row) => sign(figure(row, "open")) > 0 && levelAt(daysFrom(String(row["due"]), asOf)) > 0)
    .map((row) => {
      const days = daysFrom(String(row["due"]), asOf);
      const year = fraction(String(365 * 100));
      const whole = times(times(figure(row, "open"), rate), fraction(String(days)));
      const events = rowsOf(book, "dunning").filter((one) => textOf(one, "number") === row["number"]);
      const { state, dunned } = onRecord(events, { asOf, level: levelAt(days) });
      const figures = [figure(row, "open"), rounded(over(whole, year), decimals)].map(decimalText);
      return [row["partner"], row["number"], row["line"], row["due"], days, ...figures]
        .concat(levelAt(days), dunned, state)
        .join(" ");
    });
}

/** Laws of what the reports say of money: accounts, debts by age, dunning. Source: DOMAIN §8. */
export const moneyReportLaws: Laws = {
  "the cash book has what the rows paid and took, document by document": ({ report }, book) => {
    const shown = report("cash-book").map((row) => ({
      ...row,
      amount: decimalText(minus(figure(row, "in"), figure(row, "out"))),
    }));
    const typed = cashFlows(readBook(book)).map((flow) => ({ ...flow, amount: decimalText(flow.amount) }));
    const by = ["number account", "amount"] as const;
    return apart(sums(shown, ...by), sums(typed, ...by));
  },

  "the balance of the cash book is the one before, with what came in and without what went out": ({
    report,
  }) =>
    ["2026-01-01", "2026-01-15", "2026-02-01"].flatMap((from) => {
      const before = new Map<unknown, Fraction>();
      for (const row of report("cash-book", { to: dayBefore(from) }))
        before.set(row["account"], figure(row, "balance"));
      return report("cash-book", { from }).flatMap((row) => {
        const moved = minus(figure(row, "in"), figure(row, "out"));
        const balance = plus(before.get(row["account"]) ?? zero, moved);
        before.set(row["account"], balance);
        const isRight = decimalText(balance) === decimalText(figure(row, "balance"));
        return isRight ? [] : [`${decimalText(balance)} ${JSON.stringify(row)}`];
      });
    }),

  "debts by age are the open items, each in the bucket of its days": ({ report }, book) =>
    DAYS.flatMap((asOf) =>
      SIDES.flatMap((side) =>
        ["due", "document"].flatMap((basis) => {
          const open = grouped(report("open-items", { asOf, side }), "partner");
          const expected = [...open].map(([partner, items]) =>
            [partner, ...agesOf(items, { book, basis, asOf }).map(decimalText)].join(" "),
          );
          const shown = report("partner-ageing", { asOf, side, basis }).map((row) => {
            const buckets = Object.keys(row).filter((id) => /^bucket\d+$/.test(id));
            const ids = ["notDue", ...buckets, "advances"];
            const total = decimalText(minus(sum(ids.map((id) => figure(row, id))), figure(row, "total")));
            const figures = ids.map((id) => decimalText(figure(row, id)));
            return [row["partner"], ...figures, ...(total === "0" ? [] : [`off by ${total}`])].join(" ");
          });
          const owes = (line: string): boolean => !/^\S*( 0)+$/.test(line);
          return apart(expected.filter(owes), shown.filter(owes)).map((line) => `${asOf} ${side} ${line}`);
        }),
      ),
    ),

  "dunning asks for what customers owe and is overdue, with interest for its days": ({ report }, book) =>
    DAYS.flatMap((asOf) => {
      const shown = report("dunning", { asOf, state: "due,dunned,disputed,promised" }).map((row) => {
        const figures = [figure(row, "open"), figure(row, "interest")].map(decimalText);
        return [row["partner"], row["number"], row["line"], row["due"], row["days"], ...figures]
          .concat(row["level"], row["dunned"] ?? 0, row["state"])
          .join(" ");
      });
      return apart(toDun(report("open-items", { asOf, side: "receivable" }), { book, asOf }), shown);
    }),

  "dunning asks by itself for nothing disputed, promised, or asked for before": ({ report }) =>
    DAYS.flatMap((asOf) => {
      const key = ({ number, line }: ShownRow): string => `${String(number)} ${String(line)}`;
      const all = report("dunning", { asOf, state: "due,dunned,disputed,promised" });
      return apart(all.filter(({ state }) => state === "due").map(key), report("dunning", { asOf }).map(key));
    }),
};

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}
