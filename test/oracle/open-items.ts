import { allocate, payBack } from "./allocations";
import type { Ground } from "./allocations";
import { bill, creditedTotal } from "./billing";
import {
  addDebt,
  addItem,
  changeDebt,
  deliveredLines,
  itemsNamed,
  itemsOf,
  link,
  numberOfAll,
  owesOnDelivery,
  ownItems,
  sideOf,
  totalOf,
} from "./debt-ledger";
import type { Rule, Settling } from "./debt-ledger";
import { decimalText, minus, negative, plus, sign, sum, zero } from "./fraction";
import type { Fraction } from "./fraction";
import { amountOf, byCodeUnit, rowsOf, textOf } from "./oracle-book";
import type { Entry, OracleBook } from "./oracle-book";
import { invoiceShares, uninvoicedPart } from "./receipt-values";
import { refundSide } from "./refund-side";
import { applyMatches, matchesOf, openOf, release, settle, settleOver } from "./settling";
import type { DebtItem } from "./settling";

/**
 * What a document leaves owed at the end of a day; credits and advances are negative. Settled ones are listed
 * too.
 */
export interface OpenItem {
  readonly partner: string;
  readonly side: "receivable" | "payable";
  readonly type: string;
  readonly number: string;
  /** Which instalment of its document, from 1. */
  readonly line: number;
  readonly date: string;
  readonly due: string;
  readonly amount: string;
  readonly paid: string;
  readonly credited: string;
  readonly settled: string;
  readonly open: string;
}

/** The part of a receipt or delivery not yet invoiced, and the invoices' totals for the rest. */
function deliveredAmount(state: Settling, lines: readonly Entry[], number: string): Fraction {
  const parts = lines.map((line) =>
    uninvoicedPart(state.book, line, { amount: amountOf(line.row, "total"), invoiced: state.invoiced }),
  );
  return plus(sum(parts), state.invoiceTotals.get(number) ?? zero);
}

/**
 * Money with the goods settles their instalments, the oldest first; what is too much stands on the last one.
 */
function payOnTheSpot(items: readonly DebtItem[], paid: Fraction): void {
  const onTheSpot = { credit: null, by: "paid" } as const;
  const rest = settleOver(items, { ...onTheSpot, amount: paid });
  const last = items.at(-1);
  if (last !== undefined && sign(rest) !== 0) settle(last, { ...onTheSpot, amount: rest });
}

const postDelivery: Rule = (state, lines, first) => {
  if (first.partner === "") return;
  const paid = totalOf(lines, "paid");
  const owes = owesOnDelivery(state, first);
  if (owes) {
    const amount = deliveredAmount(state, lines, first.number);
    payOnTheSpot(addDebt(state, first, { side: sideOf(first), amount }), paid);
  } else if (sign(paid) !== 0) addItem(state, first, { side: sideOf(first), amount: negative(paid) });
};

/** The invoiced part of what was delivered is replaced by the invoice. */
function completeDelivery(state: Settling, invoice: Entry, delivered: readonly Entry[]): void {
  const number = numberOfAll(delivered);
  const total = amountOf(invoice.row, "total");
  invoiceShares(delivered, invoice, state.invoiced);
  state.invoiceTotals.set(number, plus(state.invoiceTotals.get(number) ?? zero, total));
  const lines = state.book.entries.filter((entry) => entry.number === number);
  const first = lines.at(0);
  const amount = deliveredAmount(state, lines, number);
  if (first !== undefined) changeDebt(state, first, { side: sideOf(invoice), amount });
}

/** What was paid of the deliveries beyond what their invoice leaves of them is an advance again. */
function releaseOverpaid(state: Settling, invoice: Entry, numbers: ReadonlySet<string>): void {
  for (const number of numbers) {
    const items = ownItems(state, sideOf(invoice), number);
    const money = sum(items.map((item) => release(item, items)));
    const change = { side: sideOf(invoice), amount: negative(money), isChange: true } as const;
    if (sign(money) > 0) addItem(state, invoice, change);
  }
}

/** A line of an invoice makes the debt of what it refers to. */
function invoiceOf(
  state: Settling,
  { line, first, items }: { line: Entry; first: Entry; items: readonly DebtItem[] },
): void {
  const delivered = deliveredLines(state, line);
  for (const { rowId } of delivered)
    state.invoicesOf.set(rowId, [...(state.invoicesOf.get(rowId) ?? []), first.number]);
  link(state, numberOfAll(delivered), first.number);
  if (owesOnDelivery(state, first)) return;
  bill(state, line, delivered);
  takeUpAdvance(state, items, numberOfAll(delivered));
}

/** With =delivery or =receipt an invoice completes the item that is there, with =invoice it makes it. */
const postInvoice: Rule = (state, lines, first) => {
  const completing = owesOnDelivery(state, first)
    ? lines.filter((line) => deliveredLines(state, line).length > 0)
    : [];
  for (const line of completing) {
    const delivered = deliveredLines(state, line);
    link(state, first.number, numberOfAll(delivered));
    completeDelivery(state, line, delivered);
  }
  releaseOverpaid(state, first, new Set(completing.map((line) => numberOfAll(deliveredLines(state, line)))));
  const own = lines.filter((line) => !completing.includes(line));
  if (own.length === 0) return;
  const items = addDebt(state, first, { side: sideOf(first), amount: totalOf(own, "total") });
  for (const line of own) invoiceOf(state, { line, first, items });
};

/** What was paid on delivery is an advance that the invoice of the goods takes up at once. */
function takeUpAdvance(state: Settling, items: readonly DebtItem[], delivery: string): void {
  const side = items.at(0)?.side ?? "receivable";
  for (const advance of ownItems(state, side, delivery))
    settleOver(items, { credit: advance, by: "paid", amount: negative(openOf(advance)) });
}

/**
 * Credits the item of the document a return line refers to, up to what is open there and left of the return.
 */
function credit(state: Settling, own: DebtItem, { line, total }: Credited): void {
  let rest = total;
  for (const item of creditedItems(state, own.side, line)) {
    const part = [rest, openOf(item), negative(openOf(own))].reduce((a, b) =>
      sign(minus(a, b)) < 0 ? a : b,
    );
    if (sign(part) <= 0) continue;
    settle(item, { credit: own, by: "credited", amount: part });
    rest = minus(rest, part);
  }
}

/** The items that a returned line can lower: its delivery's, or those of the invoices of its goods. */
function creditedItems(state: Settling, side: DebtItem["side"], line: Entry): readonly DebtItem[] {
  const target = deliveredLines(state, line).at(0);
  if (target === undefined) return [];
  if (owesOnDelivery(state, line)) return ownItems(state, side, target.number);
  return (state.invoicesOf.get(target.rowId) ?? []).flatMap((number) => ownItems(state, side, number));
}

/** A line of a return and what it lowers debts by. */
interface Credited {
  readonly line: Entry;
  readonly total: Fraction;
}

/** The lines that nothing is owed for before they are invoiced. */
function deliveredIf(state: Settling, line: Entry): readonly Entry[] {
  return owesOnDelivery(state, line) ? [] : deliveredLines(state, line);
}

/** With =invoice goods that are not invoiced yet lower what will be invoiced, and no item. */
const postReturn: Rule = (state, all, first) => {
  if (first.partner === "") return;
  const lines = all.map((line) => ({ line, total: creditedTotal(state, line, deliveredIf(state, line)) }));
  const amount = negative(sum(lines.map(({ total }) => total)));
  if (sign(amount) === 0) return;
  const own = addItem(state, first, { side: sideOf(first), amount });
  own.paid = negative(totalOf(all, "paid"));
  for (const line of lines) credit(state, own, line);
};

const postOpening: Rule = (state, lines, first) => {
  addDebt(state, first, { side: sideOf(first), amount: totalOf(lines, "total") });
};

/** An opening advance of a partner: a customer's on the receivable side, a supplier's on the payable one. */
const postOpeningAdvance: Rule = (state, lines, first) => {
  if (first.partner === "") return;
  const partner = rowsOf(state.book.json, "partners").find((row) => textOf(row, "code") === first.partner);
  const isSupplier = partner !== undefined && textOf(partner, "kind") === "supplier";
  const amount = totalOf(lines, "amount");
  const side = isSupplier ? "payable" : "receivable";
  addItem(state, first, { side, amount: sign(amount) > 0 ? negative(amount) : amount });
};

/** Its money is an advance until matched; what a payment names is matched once both are there. */
const postPayment: Rule = (state, lines, first) => {
  const amount = totalOf(lines, "amount");
  const side = first.type === "SK" ? "receivable" : "payable";
  const own = addItem(state, first, { side, amount: negative(amount) });
  state.matches = [...state.matches, ...lines.flatMap((line) => matchesOf(own, line))];
};

/** The carrier is owed the total of what goods cost besides. */
const postCharge: Rule = (state, lines, first) => {
  const items = addDebt(state, first, { side: "payable", amount: totalOf(lines, "total") });
  payOnTheSpot(items, totalOf(lines, "paid"));
};

function groundOf(state: Settling): Ground {
  return {
    book: state.book,
    itemsOf: (number) => (["receivable", "payable"] as const).flatMap((side) => itemsOf(state, side, number)),
    beside: (first, owed) => addItem(state, first, { ...owed, isChange: true }),
  };
}

const postAllocation: Rule = (state, lines) => {
  allocate(groundOf(state), lines);
};

const postRefund: Rule = (state, lines, first) => {
  const amount = totalOf(lines, "amount");
  const debit = addItem(state, first, { side: refundSide(state.book, first), amount });
  payBack(groundOf(state), lines, debit);
};

const rules: Readonly<Record<string, Rule | undefined>> = {
  "purchases RK": postDelivery,
  "sales CK": postDelivery,
  "purchases CF": postInvoice,
  "sales XF": postInvoice,
  "purchases FT": postCharge,
  "purchases CT": postReturn,
  "sales XT": postReturn,
  "sales LS": postDelivery,
  "sales LT": postReturn,
  "purchases KZ": postOpening,
  "sales KZ": postOpening,
  "payments KZ": postOpeningAdvance,
  "payments SK": postPayment,
  "payments FK": postPayment,
  "payments HX": postAllocation,
  "payments TK": postRefund,
};

/** The documents up to a day, each as its lines, by (date, time, first rowId). */
function documentsUpTo(book: OracleBook, asOf: string): readonly (readonly Entry[])[] {
  const byNumber = new Map<string, Entry[]>();
  for (const entry of book.entries.filter((one) => one.date <= asOf)) {
    const key = `${entry.table} ${entry.number}`;
    byNumber.set(key, [...(byNumber.get(key) ?? []), entry]);
  }
  const place = (lines: readonly Entry[]): string =>
    lines.map((line) => `${line.date} ${line.time} ${line.rowId}`).reduce((a, b) => (a < b ? a : b));
  return [...byNumber.values()].sort((a, b) => byCodeUnit(place(a), place(b)));
}

function figuresOf(item: DebtItem): OpenItem {
  const { partner, side, type, number, part, date, due, amount, paid, credited } = item;
  return {
    ...{ partner, side, type, number, line: part, date, due },
    amount: decimalText(amount),
    paid: decimalText(paid),
    credited: decimalText(credited),
    settled: decimalText(plus(paid, credited)),
    open: decimalText(openOf(item)),
  };
}

/** Every debt, credit and advance at the end of `asOf`, by partner, side and number. DOMAIN §8.1. */
export function openItems(book: OracleBook, asOf: string): readonly OpenItem[] {
  const state: Settling = {
    book,
    items: [],
    links: new Map(),
    invoicesOf: new Map(),
    billed: new Map(),
    invoiced: new Map(),
    invoiceTotals: new Map(),
    matches: [],
  };
  for (const lines of documentsUpTo(book, asOf)) {
    const first = lines.at(0);
    if (first === undefined) continue;
    rules[`${first.table} ${first.type}`]?.(state, lines, first);
    state.matches = applyMatches(state.matches, ({ payment, ref }) => itemsNamed(state, payment.side, ref));
  }
  const key = (item: OpenItem): string => JSON.stringify([item.partner, item.side, item.number, item.line]);
  return state.items.map(figuresOf).sort((a, b) => byCodeUnit(key(a), key(b)));
}
