import {
  decimalText,
  fraction,
  minus,
  negative,
  over,
  plus,
  rounded,
  same,
  sign,
  sum,
  times,
  zero,
} from "../oracle/fraction";
import type { Fraction } from "../oracle/fraction";
import { invoicedSales } from "../oracle/invoiced-sales";
import { amountOf, type Entry, movesGoods, type OracleBook, readBook } from "../oracle/oracle-book";
import { purchaseCost, receiptValues } from "../oracle/receipt-values";
import { apart, figure, grouped, sumOf, sums } from "./laws-of-figures";
import type { Laws, ShownRow } from "./laws-of-figures";
import { isStandard } from "./stock-report-laws";

const SALES = ["CK", "LS", "XT", "LT"];

function isBack({ type }: Entry): boolean {
  return type === "XT" || type === "LT";
}

/** Whether what came back from a customer covered a shortage: the difference stands on its own row. */
function isOfSale({ cause, type }: ShownRow): boolean {
  return cause === "shortage" && SALES.includes(String(type));
}

/** What sales brought and cost by month and item, from the rows and the stock ledger. */
function sold(book: OracleBook, ledger: readonly ShownRow[], differences: readonly ShownRow[]) {
  const month = (date: unknown): string => String(date).slice(0, 7);
  const traded = book.entries
    .filter(({ type, item }) => SALES.includes(type) && item !== null)
    .map((entry) => {
      const [net, qty] = [amountOf(entry.row, "net"), entry.qty];
      const sided = (of: Fraction): string => decimalText(isBack(entry) ? negative(of) : of);
      return { key: `${month(entry.date)} ${entry.item?.code ?? ""}`, net: sided(net), qty: sided(qty) };
    });
  const invoiced = invoicedSales(book).map(({ invoice, date, net, qty }) => {
    const key = `${month(date)} ${invoice.item?.code ?? ""}`;
    return { key, net: decimalText(net), qty: decimalText(qty) };
  });
  const costs = ledger
    .filter(({ type }) => SALES.includes(String(type)))
    .map((row) => ({
      key: `${month(row["date"])} ${String(row["item"])}`,
      cost: decimalText(negative(figure(row, "value"))),
    }));
  const others = differences.map((row) => ({
    key: `${month(row["date"])} ${String(row["item"])}`,
    difference: row["amount"],
    cost: isOfSale(row) ? decimalText(negative(figure(row, "amount"))) : 0,
  }));
  return sums([...traded, ...invoiced, ...costs, ...others], "key", "qty net cost difference");
}

/** By row and item: what the stock ledger moved, what differences there are. */
function booked(rows: readonly ShownRow[], column: string): ReadonlyMap<string, Fraction> {
  return new Map([...grouped(rows, "rowId item")].map(([key, own]) => [key, sumOf(own, column)]));
}

/** What rows add to receipts of an item too late, or beyond what these cost, by the row and the item. */
function lateByItem(book: OracleBook): ReadonlyMap<string, Fraction> {
  const found = new Map<string, Fraction>();
  const { late, beyond } = receiptValues(book);
  for (const [cause, costs] of [...late, ...beyond]) {
    for (const { receipt, amount } of costs) {
      const key = `${cause} ${receipt.item?.code ?? ""}`;
      found.set(key, plus(found.get(key) ?? zero, amount));
    }
  }
  return found;
}

/** Where what a row costs is neither in stock nor in the differences. */
function lost(
  costs: ReadonlyMap<string, Fraction>,
  { ledger, differences }: { ledger: readonly ShownRow[]; differences: readonly ShownRow[] },
): readonly string[] {
  const [stock, gone] = [booked(ledger, "value"), booked(differences, "amount")];
  return [...costs].flatMap(([key, cost]) => {
    const found = plus(stock.get(key) ?? zero, gone.get(key) ?? zero);
    return same(found, cost) ? [] : [`${key} ${decimalText(cost)} found ${decimalText(found)}`];
  });
}

/** Laws of what the reports say of costs. Source: DOMAIN §1 毛利, §5.7–5.10. */
export const costReportLaws: Laws = {
  "gross profit is what sales brought less what they cost and what came later": ({ report }, json) => {
    const shown = report("gross-profit").map((row) => ({
      ...row,
      key: `${String(row["period"])} ${String(row["item"])}`,
    }));
    const expected = sold(readBook(json), report("stock-ledger"), report("cost-differences"));
    return apart(expected, sums(shown, "key", "qty net cost difference"));
  },

  "the margin of gross profit is net less cost less difference": ({ report }) =>
    report("gross-profit").flatMap((row) => {
      const [net, cost, difference, margin] = ["net", "cost", "difference", "margin"].map((id) =>
        figure(row, id),
      );
      return same(minus(minus(net, cost), difference), margin) ? [] : [JSON.stringify(row)];
    }),

  "what comes too late for goods, or takes off more than they cost, is in stock or a difference in cost": (
    { report },
    json,
  ) => {
    const book = readBook(json);
    const costs = [...lateByItem(book)].filter(([key]) => !isStandard(book, key.split(" ")[1]));
    return lost(new Map(costs), { ledger: report("stock-ledger"), differences: report("cost-differences") });
  },

  "what a receipt costs is in stock or a difference in cost": ({ report }, json) => {
    const book = readBook(json);
    const { values } = receiptValues(book);
    const receipts = book.entries.filter(
      (entry) => entry.type === "RK" && movesGoods(entry) && !isStandard(book, entry.item?.code ?? ""),
    );
    const costs = receipts.map(
      ({ rowId, item }) => [`${rowId} ${item?.code ?? ""}`, values.get(rowId) ?? zero] as const,
    );
    return lost(new Map(costs), { ledger: report("stock-ledger"), differences: report("cost-differences") });
  },

  "what a supplier took back cost what is credited, or a difference in cost": ({ report }, json) => {
    const book = readBook(json);
    const returns = book.entries.filter(
      (entry) => entry.type === "CT" && movesGoods(entry) && !isStandard(book, entry.item?.code ?? ""),
    );
    const costs = returns.map(
      (entry) => [`${entry.rowId} ${entry.item?.code ?? ""}`, negative(purchaseCost(book, entry))] as const,
    );
    const differences = report("cost-differences").filter(({ cause }) => cause === "returned");
    const stock = report("stock-ledger");
    return lost(new Map(costs), { ledger: stock, differences });
  },

  "differences in cost between two days are those of these days": ({ report }) => {
    const days = { from: "2026-01-11", to: "2026-02-03" };
    const isWithin = ({ date }: ShownRow): boolean => String(date) >= days.from && String(date) <= days.to;
    const text = (row: ShownRow): string => JSON.stringify(row);
    return apart(
      report("cost-differences").filter(isWithin).map(text),
      report("cost-differences", days).map(text),
    );
  },

  "variances to standard go on from month to month, less the part of what was issued": ({ report }) =>
    [...grouped(report("cost-variance"), "item warehouse")].flatMap(([, months]) =>
      months.flatMap((row, at) => {
        const [opening, receipts, transfers, issues, closing] = [
          ...["opening", "ofReceipts", "ofTransfers", "ofIssues", "closing"],
        ].map((id) => figure(row, id));
        const before = at === 0 ? zero : figure(months[at - 1], "closing");
        const isWhole = same(minus(plus(plus(opening, receipts), transfers), issues), closing);
        return isWhole && same(opening, before) ? [] : [JSON.stringify(row)];
      }),
    ),

  "the rate of a month's variance is what there is of it for what there is at standard, where none was sent":
    ({ report }) =>
      report("cost-variance").flatMap((row) => {
        const standard = figure(row, "standard");
        if (sign(standard) <= 0 || sign(figure(row, "ofTransfers")) !== 0) return [];
        const whole = plus(figure(row, "opening"), figure(row, "ofReceipts"));
        const rate = rounded(over(times(whole, fraction("100")), standard), 6);
        return same(rate, figure(row, "rate")) ? [] : [`${decimalText(rate)} ${JSON.stringify(row)}`];
      }),

  "what purchases at standard cost cost besides is a variance, but for what had left": ({ report }, json) => {
    const book = readBook(json);
    const stock = booked(report("stock-ledger"), "value");
    const gone = grouped(report("cost-differences"), "item");
    const varied = grouped(report("cost-variance"), "item");
    const isPlain = (code: string): boolean =>
      isStandard(book, code) && !book.entries.some(({ type, item }) => item?.code === code && isApart(type));
    return [...book.items.keys()].filter(isPlain).flatMap((code) => {
      const besides = [...purchased(book, code)].map(([key, cost]) => minus(cost, stock.get(key) ?? zero));
      const expected = minus(sum(besides), sumOf(gone.get(code) ?? [], "amount"));
      const shown = sumOf(varied.get(code) ?? [], "ofReceipts");
      return same(expected, shown) ? [] : [`${code} ${decimalText(expected)} shown ${decimalText(shown)}`];
    });
  },
};

/** What receipts of an item cost, and what came too late for them, by the row and the item. */
function purchased(book: OracleBook, code: string): ReadonlyMap<string, Fraction> {
  const { values } = receiptValues(book);
  const receipts = book.entries.filter(({ type, item }) => type === "RK" && item?.code === code);
  const late = [...lateByItem(book)].filter(([key]) => key.endsWith(` ${code}`));
  return new Map([
    ...receipts.map(({ rowId }) => [`${rowId} ${code}`, values.get(rowId) ?? zero] as const),
    ...late,
  ]);
}

/** Whether rows of a type may bring a variance of their own. */
function isApart(type: string): boolean {
  return !["RK", "CF", "FT", "CK", "LS", "XF", "BS", "QC"].includes(type);
}
