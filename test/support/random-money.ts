import type { Row } from "../oracle/oracle-book";
import { cell, goodsColumns, hasNothing, inSteps, issueQty, moves, pick, stands } from "./random-desk";
import type { Desk, Slot, Standing, Traded } from "./random-desk";
import { accounts, customers } from "./random-masters";
import type { Step } from "./random-steps";
import { priceColumns, trade } from "./random-trade";
import type { Writer } from "./random-trade";

function account(slot: Slot): Row {
  return { account: pick(accounts, slot.sheet.step.account) };
}

/** Sold over the counter: all of it paid at once, or, by a customer who has a name, some of it. */
export const writeCounterSale: Writer = (slot) => {
  const { sheet, line } = slot;
  if (hasNothing(slot)) return null;
  const qty = issueQty(slot);
  const traded = trade(slot, qty);
  moves(slot, -qty);
  if (line.twist < 3) stands(slot, "debts");
  sheet.effects.push(() => sheet.desk.counter.push(traded));
  const paid = sheet.partner !== "" && line.twist < 3 ? { paid: line.share / 100 } : {};
  const columns = { ...goodsColumns(slot), warehouse: sheet.warehouse, qty: cell(qty) };
  return { ...columns, ...priceColumns(slot, qty), ...account(slot), ...paid };
};

/** Brought back to the counter, most of a known sale. */
export const writeCounterReturn: Writer = (slot) => {
  const { sheet, line } = slot;
  const open = sheet.desk.counter.filter((one) => one.left > 0 && one.partner === sheet.partner);
  if (open.length === 0 || line.twist === 8) {
    const qty = inSteps(line.amount / 20, slot.item);
    moves(slot, qty);
    const columns = { ...goodsColumns(slot), warehouse: sheet.warehouse, qty: cell(qty) };
    return { ...columns, ...priceColumns(slot, qty), ...account(slot) };
  }
  const of: Traded = pick(open, line.ref);
  const qty = line.twist < 5 ? of.left : Math.min(of.left, inSteps((of.left * line.share) / 100, of.item));
  const back = { ...slot, item: of.item, batch: of.batch };
  moves(back, qty);
  sheet.effects.push(() => (of.left -= qty));
  const columns = { ...goodsColumns(back), warehouse: sheet.warehouse, qty: cell(qty) };
  return { ...columns, ...of.pricing, ...account(slot), ref: of.rowId };
};

/** A row of the partner's, of those that may be settled. */
function someOf(slot: Slot, rows: readonly Standing[]) {
  const mine = rows.filter(({ partner }) => partner === slot.sheet.partner);
  return mine.length === 0 ? null : pick(mine, slot.line.ref).rowId;
}

/** The partner of one of the rows that may be settled; a customer where there is none. */
function partnerAmong(rows: readonly Standing[], step: Step): string {
  return rows.length === 0 ? pick(customers, step.partner) : pick(rows, step.twist + step.account).partner;
}

/** Whose debt an allocation settles. */
export function whoOwes(step: Step, { credits, debts }: Desk): string {
  const isWriteOff = step.lines.every(({ twist }) => twist < 4);
  return partnerAmong(isWriteOff ? debts : credits, step);
}

/** Who is paid something back. */
export function whoIsOwed(step: Step, { credits }: Desk): string {
  return partnerAmong(credits, step);
}

const reasons = ["small", "badDebt", "discount"];

/**
 * What is owed against what is owed back, an advance, or the other way; now and then written off, or undone.
 */
export const writeAllocation: Writer = (slot) => {
  const { line } = slot;
  const { debts, credits } = slot.sheet.desk;
  const against = someOf(slot, debts);
  if (against === null) return null;
  const amount = line.twist === 9 ? -line.share / 200 : line.share / (line.twist === 2 ? 200 : 10);
  if (line.twist < 4) return { amount, against, reason: pick(reasons, line.item) };
  const ref = someOf(slot, line.twist === 10 ? debts : credits);
  return ref === null || ref === against ? null : { amount, against, ref };
};

/** Money paid back out of a return or an advance. */
export const writeRefund: Writer = (slot) => {
  const { line } = slot;
  const ref = someOf(slot, slot.sheet.desk.credits);
  if (ref === null && line.twist > 2) return null;
  return { ...account(slot), amount: line.share / 20, ...(ref === null ? {} : { ref }) };
};

/** Money that is nobody's debt: income, expense. */
export const writeOtherMoney: Writer = (slot) => {
  const fee = slot.line.twist === 3 ? { fee: 1.5 } : {};
  return { ...account(slot), amount: slot.line.amount / 100, ...fee };
};

/** Money from one account to another. */
export const writeCashTransfer: Writer = (slot) => {
  const other = pick(accounts, slot.sheet.step.account + 1);
  return { ...writeOtherMoney(slot), toAccount: other };
};
