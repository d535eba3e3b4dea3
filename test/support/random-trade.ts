import type { Row } from "../oracle/oracle-book";
import {
  available,
  cell,
  goodsColumns,
  hasNothing,
  inSteps,
  issueQty,
  mayRunShort,
  moves,
  pick,
  stands,
} from "./random-desk";
import type { Slot, Traded } from "./random-desk";
import { accounts } from "./random-masters";
import { executed, planFor, towardsPlan } from "./random-plans";

/** What a line of a random document says in its columns; null when there is nothing it could be about. */
export type Writer = (slot: Slot) => Row | null;

const rates = [13, 9, 3, 0];

/** Now and then nothing: a gift, of ours or to us. */
function priceOf(slot: Slot): number {
  const { price } = slot.line;
  if (price % 13 === 0) return 0;
  return price % 3 === 0 ? price / 10_000 : price / 100;
}

function when(holds: boolean, columns: Row): Row {
  return holds ? columns : {};
}

function isFirst(slot: Slot): boolean {
  return slot.rowId.endsWith("0");
}

/** Price, tax and per cent off: what a return or an invoice of the line repeats. */
function pricing(slot: Slot): Row & { readonly price: number } {
  const { twist, rate } = slot.line;
  const includesTax = pick(["yes", "no", "", ""], twist);
  const columns = { price: priceOf(slot), taxRate: pick(rates, rate), priceIncludesTax: includesTax };
  return twist === 2 ? { ...columns, discount: 12.5 } : columns;
}

/** Price, tax and discounts; a discount in money is only given where the line is worth more than it. */
export function priceColumns(slot: Slot, qty: number): Row {
  const worth = cell(qty) * priceOf(slot);
  const hasWhole = isFirst(slot) && slot.sheet.step.twist === 4 && worth > 40;
  return {
    ...pricing(slot),
    ...when(slot.line.twist === 3 && worth > 10, { discountAmount: 0.55 }),
    ...when(hasWhole, { documentDiscount: 7.77 }),
  };
}

/** A line as later documents see it. */
export function trade(slot: Slot, qty: number): Traded {
  const { rowId, item, batch, sheet } = slot;
  const { partner, warehouse } = sheet;
  return { rowId, partner, warehouse, item, batch, pricing: pricing(slot), left: qty, uninvoiced: qty };
}

/** Money taken or given with the goods, now and then more than they come to. */
function paidColumns(slot: Slot): Row {
  const { step } = slot.sheet;
  const paid = { account: pick(accounts, step.account), paid: slot.line.amount / 100 };
  return when(isFirst(slot) && step.twist === 5, paid);
}

/** Goods received: some in boxes, some not accepted. */
export const writeReceipt: Writer = (asked) => {
  const slot = towardsPlan(asked);
  owes(slot, "payableOn");
  const { line, item, sheet } = slot;
  const inBoxes = item.boxed && line.twist === 5;
  const entered = inSteps(line.amount, item);
  const isPartly = line.twist === 6 && !inBoxes && entered > item.step;
  const kept = isPartly ? entered - item.step : entered;
  const traded = trade(slot, inBoxes ? kept * 12 : kept);
  moves(slot, traded.left);
  sheet.effects.push(() => sheet.desk.receipts.push(traded));
  return {
    ...goodsColumns(slot),
    warehouse: sheet.warehouse,
    qty: cell(entered),
    ...when(inBoxes, { unit: "box" }),
    ...when(isPartly, { accepted: cell(kept), rejected: cell(item.step) }),
    ...priceColumns(slot, kept),
    ...when(sheet.step.twist === 6, { invoiceKind: "ordinary" }),
    ...executed(slot, traded.left),
    ...paidColumns(slot),
  };
};

/** An order, request, offer or contract: it moves nothing and owes nothing. */
export const writePlan: Writer = (asked) => {
  const slot = towardsPlan(asked);
  const { sheet, line, item } = slot;
  const { type } = sheet.step;
  const open = type === "XJ" ? undefined : planFor(slot, 1);
  const amount = inSteps(line.amount / (type === "XS" ? 4 : 1), item);
  const qty = Math.min(open?.left ?? amount, amount);
  const of = executed(slot, qty);
  const plan = { ...trade(slot, qty), type, offerOf: type === "XJ" ? (of.ref ?? null) : null };
  sheet.effects.push(() => sheet.desk.plans.push(plan));
  const columns = { ...goodsColumns(slot), warehouse: sheet.warehouse, qty: cell(qty) };
  return { ...columns, ...priceColumns(slot, qty), ...of };
};

/** Goods delivered, now and then against an order of the same customer. */
export const writeDelivery: Writer = (slot) => {
  const { sheet } = slot;
  if (hasNothing(slot)) return null;
  owes(slot, "receivableOn");
  const qty = issueQty(slot);
  const traded = trade(slot, qty);
  const order = executed(slot, qty);
  moves(slot, -qty);
  sheet.effects.push(() => sheet.desk.deliveries.push(traded));
  return {
    ...goodsColumns(slot),
    warehouse: sheet.warehouse,
    qty: cell(qty),
    ...priceColumns(slot, qty),
    ...order,
    ...paidColumns(slot),
  };
};

/** The line referred to: one of the partner's with something left of it. */
function referred(slot: Slot, from: readonly Traded[], left: (one: Traded) => number): Traded | null {
  const open = from.filter((one) => one.partner === slot.sheet.partner && left(one) > 0);
  return open.length === 0 ? null : pick(open, slot.line.ref);
}

/** Part of what is left of the referred line; twist 11 asks for more. */
function partOf(slot: Slot, left: number, line: Traded): number {
  if (slot.line.twist === 11) {
    slot.sheet.impossible = true;
    return left + line.item.step;
  }
  return slot.line.twist < 3 ? left : Math.min(left, inSteps((left * slot.line.share) / 100, line.item));
}

/** Where debts arise on delivery the row is one, else its invoice will be. */
function owes(slot: Slot, policy: "receivableOn" | "payableOn", isInvoice = false): void {
  const onInvoice = slot.sheet.desk.masters.policies[policy] === "invoice";
  if (onInvoice === isInvoice) stands(slot, "debts");
}

/** Goods that came back from a customer, most of them of a known delivery. */
export const writeSalesReturn: Writer = (slot) => {
  const { sheet } = slot;
  stands(slot, "credits");
  const of = slot.line.twist === 8 ? null : referred(slot, sheet.desk.deliveries, (one) => one.left);
  if (of === null) {
    const qty = inSteps(slot.line.amount / 20, slot.item);
    moves(slot, qty);
    const columns = { ...goodsColumns(slot), warehouse: sheet.warehouse, qty: cell(qty) };
    return { ...columns, ...priceColumns(slot, qty) };
  }
  const back = { ...slot, item: of.item, batch: of.batch };
  const qty = partOf(slot, of.left, of);
  moves(back, qty);
  sheet.effects.push(() => (of.left -= qty));
  const columns = { ...goodsColumns(back), warehouse: sheet.warehouse, qty: cell(qty) };
  return { ...columns, ...of.pricing, ref: of.rowId };
};

function takesTooMuch(slot: Slot, qty: number, warehouse: string): boolean {
  return !slot.item.service && !mayRunShort(slot) && qty > available(slot, warehouse);
}

/** Where goods go back from: where they were received, or where others like them have been carried. */
function sentBackFrom(back: Slot, of: Traded): string {
  const { step, warehouse } = back.sheet;
  return step.twist % 3 === 0 && available(back) > 0 ? warehouse : of.warehouse;
}

function writeKnownReturn(slot: Slot, of: Traded): Row {
  const { sheet } = slot;
  const back = { ...slot, item: of.item, batch: of.batch };
  const warehouse = sentBackFrom(back, of);
  const qty = partOf(slot, of.left, of);
  if (takesTooMuch(back, qty, warehouse)) sheet.impossible = true;
  moves(back, -qty, warehouse);
  sheet.effects.push(() => (of.left -= qty));
  return { ...goodsColumns(back), warehouse, qty: cell(qty), ...of.pricing, ref: of.rowId };
}

/** Goods sent back to a supplier, most of a known receipt. */
export const writePurchaseReturn: Writer = (slot) => {
  const { sheet } = slot;
  stands(slot, "credits");
  const of = slot.line.twist === 8 ? null : referred(slot, sheet.desk.receipts, (one) => one.left);
  if (of !== null) return writeKnownReturn(slot, of);
  if (hasNothing(slot)) return null;
  const qty = issueQty(slot);
  moves(slot, -qty);
  const columns = { ...goodsColumns(slot), warehouse: sheet.warehouse, qty: cell(qty) };
  return { ...columns, ...priceColumns(slot, qty) };
};

/** An invoice of a line received or delivered, an allowance on one, or one for a service of its own. */
function writeInvoice(slot: Slot, from: readonly Traded[], more: number): Row {
  const of = referred(slot, from, (one) => one.uninvoiced);
  const { line, sheet } = slot;
  if (of === null) return { item: "WORK", qty: 1, ...pricing(slot) };
  const goods = goodsColumns({ ...slot, item: of.item, batch: of.batch });
  const taxRate = of.pricing["taxRate"];
  const allowance = line.share > 70 ? -line.amount / 100 : -0.37;
  if (line.twist === 9) return { ...goods, taxRate, qty: 0, total: allowance, ref: of.rowId };
  const qty = partOf({ ...slot, line: { ...line, twist: line.twist % 11 } }, of.uninvoiced, of);
  sheet.effects.push(() => (of.uninvoiced -= qty));
  const price = Math.max(0, Math.round(of.pricing.price * 10_000) + more) / 10_000;
  return { ...goods, qty: cell(qty), ...of.pricing, price, ref: of.rowId };
}

/** Another price on the invoice than on the goods, half of the time: higher or lower. */
function anotherPrice({ line }: Slot): number {
  const sign = pick([1, 0, -1, 0], line.twist);
  return sign * line.amount;
}

/** A supplier's invoice. */
export const writePurchaseInvoice: Writer = (slot) => {
  owes(slot, "payableOn", true);
  const { desk, step } = slot.sheet;
  const row = writeInvoice(slot, desk.receipts, anotherPrice(slot));
  return { ...row, ...when(step.twist === 6, { invoiceKind: "ordinary" }) };
};

/** An invoice to a customer. */
export const writeSalesInvoice: Writer = (slot) => {
  owes(slot, "receivableOn", true);
  return writeInvoice(slot, slot.sheet.desk.deliveries, anotherPrice(slot));
};
