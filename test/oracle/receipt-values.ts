import { fraction, minus, most, over, plus, rounded, sign, sum, times, zero } from "./fraction";
import type { Fraction } from "./fraction";
import { amountOf, movesGoods, textOf } from "./oracle-book";
import type { Entry, OracleBook } from "./oracle-book";
import { allocated } from "./amounts";
import { isLate } from "./closings";
import type { LateCost } from "./closings";
import { namedLines, referredLines, shareOut } from "./references";
import type { Share } from "./references";

/**
 * What the goods of a purchase line cost: net, or the whole total where the tax cannot be deducted (DOMAIN
 * §4).
 */
export function purchaseCost(book: OracleBook, entry: Entry): Fraction {
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

/** What a landed cost adds to the receipt lines that it names, line by line. */
export function landedCosts(book: OracleBook, charge: Entry): readonly LateCost[] {
  const lines = namedLines(book, charge, "RK");
  const weights = lines.map((line) => landedWeight(charge, line));
  const shares = allocated(purchaseCost(book, charge), weights, book.decimals);
  return lines.map((receipt, at) => ({ receipt, amount: shares[at] ?? zero }));
}

/**
 * What every receipt line of goods is worth, by rowId, whatever the dates of the invoices: the uninvoiced
 * share of its own cost, what the invoices that refer to it cost (allowances are negative), and its share of
 * landed costs; goods are never worth less than nothing: what is over is a variance of price. What comes too
 * late is not in it, but `late`, by the row that it comes with.
 */
export interface ReceiptValues {
  readonly values: ReadonlyMap<string, Fraction>;
  readonly late: ReadonlyMap<string, readonly LateCost[]>;
  /**
   * What invoices that are not late added to the receipt's own cost and its share of landed costs, by rowId.
   */
  readonly byInvoices: ReadonlyMap<string, Fraction>;
  /** How much of each receipt line had been invoiced once a return or an invoice came, by its rowId. */
  readonly invoicedAt: ReadonlyMap<string, Invoiced>;
  /** How much of each receipt line is invoiced by invoices that are not late. */
  readonly invoicedInTime: Invoiced;
}

/** The values of receipts, and what comes too late for them. */
export function receiptValues(book: OracleBook): ReceiptValues {
  const invoiced: Invoiced = new Map();
  const receipts = book.entries.filter((entry) => entry.type === "RK" && movesGoods(entry));
  const raw = new Map(receipts.map((entry) => [entry.rowId, purchaseCost(book, entry)]));
  const values = new Map([...raw].map(([rowId, cost]) => [rowId, most(zero, cost)]));
  const late = new Map<string, LateCost[]>();
  const withoutInvoices = new Map(raw);
  const invoicedAt = new Map<string, Invoiced>();
  const invoicedInTime: Invoiced = new Map();
  /** Adds to a receipt's cost: to its value, or too late for it. */
  const add = (cause: Entry, { receipt, amount }: LateCost): void => {
    const cost = raw.get(receipt.rowId);
    if (cost === undefined) return;
    const before = most(zero, cost);
    const after = most(zero, plus(cost, amount));
    raw.set(receipt.rowId, plus(cost, amount));
    const more = minus(after, before);
    if (!isLate(book, cause, receipt)) {
      values.set(receipt.rowId, plus(values.get(receipt.rowId) ?? zero, more));
      if (cause.type !== "CF")
        withoutInvoices.set(receipt.rowId, plus(withoutInvoices.get(receipt.rowId) ?? zero, amount));
    } else late.set(cause.rowId, [...(late.get(cause.rowId) ?? []), { receipt, amount: more }]);
  };
  const countInTime = (rowId: string, before: Invoiced): void => {
    const more = minus(invoiced.get(rowId) ?? zero, before.get(rowId) ?? zero);
    invoicedInTime.set(rowId, plus(invoicedInTime.get(rowId) ?? zero, more));
  };
  for (const cause of book.entries) {
    const before = new Map(invoiced);
    const costs = cause.type === "FT" ? landedCosts(book, cause) : invoicedCosts(book, cause, invoiced);
    for (const one of costs) add(cause, one);
    if (cause.type === "CT" || cause.type === "CF") invoicedAt.set(cause.rowId, new Map(invoiced));
    const inTime = cause.type === "CF" ? costs.filter(({ receipt }) => !isLate(book, cause, receipt)) : [];
    for (const { receipt } of inTime) countInTime(receipt.rowId, before);
  }
  const byInvoices = new Map(
    [...values].map(([rowId, value]) => [
      rowId,
      minus(value, most(zero, withoutInvoices.get(rowId) ?? zero)),
    ]),
  );
  return { values, late, byInvoices, invoicedAt, invoicedInTime };
}

/** What an invoice adds to the receipt lines that it is for: its cost less what stood for it until then. */
function invoicedCosts(book: OracleBook, invoice: Entry, invoiced: Invoiced): readonly LateCost[] {
  if (invoice.type !== "CF") return [];
  const lines = referredLines(book, invoice, "RK");
  const own = (line: Entry): Fraction =>
    uninvoicedPart(book, line, { amount: purchaseCost(book, line), invoiced });
  const before = new Map(lines.map((line) => [line, own(line)]));
  const shares = invoiceShares(lines, invoice, invoiced);
  const costs = splitByQty(purchaseCost(book, invoice), shares, book.decimals);
  return shares.map(({ line: receipt }, at) => {
    const replaced = minus(before.get(receipt) ?? zero, own(receipt));
    return { receipt, amount: minus(costs[at] ?? zero, replaced) };
  });
}
