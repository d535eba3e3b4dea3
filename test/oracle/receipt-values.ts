import { fraction, minus, most, over, plus, rounded, sign, sum, times, zero } from "./fraction";
import type { Fraction } from "./fraction";
import { amountOf, movesGoods, textOf } from "./oracle-book";
import type { Entry, OracleBook } from "./oracle-book";
import { allocated } from "./amounts";
import { namedLines, referredLines, shareOut } from "./references";
import type { Share } from "./references";

/**
 * What the goods of a purchase line cost: net, or the whole total where the tax cannot be deducted (DOMAIN
 * §4).
 */
function purchaseCost(book: OracleBook, entry: Entry): Fraction {
  const gross = book.setting("taxpayer") === "small" || textOf(entry.row, "invoiceKind") === "ordinary";
  return amountOf(entry.row, gross ? "total" : "net");
}

/** How much of each receipt or delivery line has been invoiced; kept while walking the invoices in order. */
export type Invoiced = Map<string, Fraction>;

/**
 * The lines an invoice line is for, each up to what is not yet invoiced; what is over goes to the last line.
 */
export function invoiceShares(lines: readonly Entry[], invoice: Entry, invoiced: Invoiced): readonly Share[] {
  const left = (line: Entry): Fraction => minus(line.qty, invoiced.get(line.rowId) ?? zero);
  const shares = [...shareOut(lines, invoice.qty, left)];
  const last = shares.pop() ?? { line: lines.at(-1), qty: zero };
  if (last.line === undefined) return [];
  const rest = minus(invoice.qty, sum([last, ...shares].map((share) => share.qty)));
  const all = [...shares, { line: last.line, qty: plus(last.qty, rest) }];
  for (const { line, qty } of all) invoiced.set(line.rowId, plus(invoiced.get(line.rowId) ?? zero, qty));
  return all;
}

/**
 * The amount of a line as far as it is not invoiced: round(amount · left / quantity); 0 once all of it is.
 */
export function uninvoicedPart(
  book: OracleBook,
  line: Entry,
  of: { amount: Fraction; invoiced: Invoiced },
): Fraction {
  if (sign(line.qty) === 0) return of.amount;
  const left = most(zero, minus(line.qty, of.invoiced.get(line.rowId) ?? zero));
  return rounded(over(times(of.amount, left), line.qty), book.decimals);
}

/** Splits `amount` by the quantities, cumulatively rounded; quantity 0 gives all of it to the last. */
export function splitByQty(
  amount: Fraction,
  shares: readonly Share[],
  decimals: number,
): readonly Fraction[] {
  const total = sum(shares.map((share) => share.qty));
  let before = zero;
  return shares.map((_, index) => {
    const upTo = sum(shares.slice(0, index + 1).map((one) => one.qty));
    const isLast = index === shares.length - 1;
    const after = isLast ? amount : rounded(over(times(amount, upTo), total), decimals);
    const part = minus(after, before);
    before = after;
    return part;
  });
}

/** By what a landed cost is shared: what one line weighs; what is no stock weighs nothing. DOMAIN §5.10. */
function landedWeight(charge: Entry, line: Entry): Fraction {
  if (!movesGoods(line) || sign(line.qty) === 0) return zero;
  const measure = (column: string): Fraction => times(line.qty, amountOf(line.item?.row ?? {}, column));
  const weights: Readonly<Record<string, Fraction | undefined>> = {
    equal: fraction("1"),
    manual: fraction("1"),
    amount: most(zero, amountOf(line.row, "net")),
    weight: measure("weight"),
    volume: measure("volume"),
  };
  return weights[textOf(charge.row, "basis")] ?? line.qty;
}

/** What every landed cost adds to the receipt lines that it names, by rowId. */
function landedCosts(book: OracleBook): ReadonlyMap<string, Fraction> {
  const landed = new Map<string, Fraction>();
  for (const charge of book.entries.filter((entry) => entry.type === "FT")) {
    const lines = namedLines(book, charge, "RK");
    const weights = lines.map((line) => landedWeight(charge, line));
    allocated(purchaseCost(book, charge), weights, book.decimals).forEach((share, at) => {
      const rowId = lines.at(at)?.rowId ?? "";
      landed.set(rowId, plus(landed.get(rowId) ?? zero, share));
    });
  }
  return landed;
}

/**
 * The final value of every receipt line of goods, by rowId, whatever the dates of the invoices: the
 * uninvoiced share of its own cost, what the invoices that refer to it cost (allowances are negative), and
 * its share of landed costs; goods are never worth less than nothing: what is over is a variance of price.
 */
export function receiptValues(book: OracleBook): ReadonlyMap<string, Fraction> {
  const invoiced: Invoiced = new Map();
  const invoicedCost = new Map<string, Fraction>();
  for (const invoice of book.entries.filter((entry) => entry.type === "CF")) {
    const shares = invoiceShares(referredLines(book, invoice, "RK"), invoice, invoiced);
    const costs = splitByQty(purchaseCost(book, invoice), shares, book.decimals);
    shares.forEach(({ line }, index) => {
      invoicedCost.set(line.rowId, plus(invoicedCost.get(line.rowId) ?? zero, costs.at(index) ?? zero));
    });
  }
  const landed = landedCosts(book);
  const receipts = book.entries.filter((entry) => entry.type === "RK" && movesGoods(entry));
  return new Map(
    receipts.map((entry) => {
      const provisional = uninvoicedPart(book, entry, { amount: purchaseCost(book, entry), invoiced });
      return [
        entry.rowId,
        most(
          zero,
          sum([provisional, invoicedCost.get(entry.rowId) ?? zero, landed.get(entry.rowId) ?? zero]),
        ),
      ];
    }),
  );
}
