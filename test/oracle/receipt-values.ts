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
  /** What of that is of no goods, since they would be worth less than nothing, by the row that says it. */
  readonly beyond: ReadonlyMap<string, readonly LateCost[]>;
  /**
   * What invoices that are not late added to the receipt's own cost and its share of landed costs, by rowId.
   */
  readonly byInvoices: ReadonlyMap<string, Fraction>;
  /** How much of each receipt line had been invoiced once a return or an invoice came, by its rowId. */
  readonly invoicedAt: ReadonlyMap<string, Invoiced>;
  /** How much of each receipt line is invoiced by invoices that are not late. */
  readonly invoicedInTime: Invoiced;
}

/** What a row says of a receipt: what it costs, and of an invoice for how much of it that is. */
interface Said {
  readonly cause: Entry;
  readonly receipt: Entry;
  readonly cost: Fraction;
  readonly qty: Fraction | null;
}

/**
 * What receipts come to as one row after the other is added: an invoice its cost less what stood for it until
 * then, and never less than nothing.
 */
class Costs {
  /** What each receipt has come to, below nothing too. */
  readonly raw: Map<string, Fraction>;
  private readonly covered: Invoiced = new Map();

  constructor(
    private readonly book: OracleBook,
    receipts: readonly Entry[],
  ) {
    this.raw = new Map(receipts.map((entry) => [entry.rowId, purchaseCost(book, entry)]));
  }

  readonly beyond = new Map<string, LateCost[]>();

  /** What one more row adds to the worth of the goods; null where they are no goods. */
  add({ cause, receipt, cost, qty }: Said): Fraction | null {
    const before = this.raw.get(receipt.rowId);
    if (before === undefined) return null;
    const amount = minus(cost, this.replaced(receipt, qty));
    this.raw.set(receipt.rowId, plus(before, amount));
    const more = minus(most(zero, plus(before, amount)), most(zero, before));
    const known = this.beyond.get(cause.rowId) ?? [];
    this.beyond.set(cause.rowId, [...known, { receipt, amount: minus(amount, more) }]);
    return more;
  }

  private replaced(receipt: Entry, qty: Fraction | null): Fraction {
    if (qty === null) return zero;
    const amount = purchaseCost(this.book, receipt);
    const own = (): Fraction => uninvoicedPart(this.book, receipt, { amount, invoiced: this.covered });
    const before = own();
    this.covered.set(receipt.rowId, plus(this.covered.get(receipt.rowId) ?? zero, qty));
    return minus(before, own());
  }
}

/** What is added in time, and what is not, each in the order of the rows. */
interface SaidByTime {
  readonly inTime: readonly Said[];
  readonly late: readonly Said[];
  readonly invoicedAt: ReadonlyMap<string, Invoiced>;
}

function allSaid(book: OracleBook): SaidByTime {
  const invoiced: Invoiced = new Map();
  const invoicedAt = new Map<string, Invoiced>();
  const said = book.entries.flatMap((cause) => {
    const own = cause.type === "FT" ? landedSaid(book, cause) : invoicedSaid(book, cause, invoiced);
    if (cause.type === "CT" || cause.type === "CF") invoicedAt.set(cause.rowId, new Map(invoiced));
    return own;
  });
  const isIn = ({ cause, receipt }: Said): boolean => !isLate(book, cause, receipt);
  return { inTime: said.filter(isIn), late: said.filter((one) => !isIn(one)), invoicedAt };
}

/**
 * The values of receipts, and what comes too late for them: that is added to what all else has made of them.
 */
export function receiptValues(book: OracleBook): ReceiptValues {
  const receipts = book.entries.filter((entry) => entry.type === "RK" && movesGoods(entry));
  const { inTime, late: tooLate, invoicedAt } = allSaid(book);
  const costs = new Costs(book, receipts);
  const withoutInvoices = new Map(costs.raw);
  for (const one of inTime) costs.add(one);
  const values = new Map([...costs.raw].map(([rowId, cost]) => [rowId, most(zero, cost)]));
  const late = new Map<string, LateCost[]>();
  for (const one of tooLate) {
    const amount = costs.add(one);
    const known = late.get(one.cause.rowId) ?? [];
    if (amount !== null) late.set(one.cause.rowId, [...known, { receipt: one.receipt, amount }]);
  }
  const invoicedInTime: Invoiced = new Map();
  for (const one of inTime) {
    if (one.qty !== null) addTo(invoicedInTime, one.receipt, one.qty);
    else if (withoutInvoices.has(one.receipt.rowId)) addTo(withoutInvoices, one.receipt, one.cost);
  }
  const byInvoices = new Map(
    [...values].map(([rowId, value]) => [
      rowId,
      minus(value, most(zero, withoutInvoices.get(rowId) ?? zero)),
    ]),
  );
  return { values, late, beyond: costs.beyond, byInvoices, invoicedAt, invoicedInTime };
}

function addTo(amounts: Map<string, Fraction>, { rowId }: Entry, more: Fraction): void {
  amounts.set(rowId, plus(amounts.get(rowId) ?? zero, more));
}

function landedSaid(book: OracleBook, cause: Entry): readonly Said[] {
  return landedCosts(book, cause).map(({ receipt, amount }) => ({ cause, receipt, cost: amount, qty: null }));
}

/** What an invoice says of the receipt lines that it is for. */
function invoicedSaid(book: OracleBook, cause: Entry, invoiced: Invoiced): readonly Said[] {
  if (cause.type !== "CF") return [];
  const shares = invoiceShares(referredLines(book, cause, "RK"), cause, invoiced);
  const costs = splitByQty(purchaseCost(book, cause), shares, book.decimals);
  return shares.map(({ line: receipt, qty }, at) => ({ cause, receipt, cost: costs[at] ?? zero, qty }));
}
