import type { Row } from "../oracle/oracle-book";
import {
  available,
  cell,
  goodsColumns,
  hasNothing,
  inSteps,
  issueQty,
  moves,
  pick,
  stands,
} from "./random-desk";
import type { Slot } from "./random-desk";
import { accounts, customers } from "./random-masters";
import type { Writer } from "./random-trade";

function qtyColumns(slot: Slot, qty: number): Row {
  return { ...goodsColumns(slot), warehouse: slot.sheet.warehouse, qty: cell(qty) };
}

/** Goods moved to another warehouse. */
export const writeTransfer: Writer = (slot) => {
  const { sheet, line } = slot;
  const others = sheet.desk.masters.warehouses.filter((code) => code !== sheet.warehouse);
  const toWarehouse = pick(others, line.ref);
  if (hasNothing(slot)) return null;
  const qty = issueQty(slot);
  moves(slot, -qty);
  moves(slot, qty, toWarehouse);
  return { ...qtyColumns(slot, qty), toWarehouse };
};

/** Where goods lie that are on their way. */
function wayOf({ sheet }: Slot): string {
  return sheet.desk.masters.hasTransit ? "WAY" : "TRANSIT";
}

/** Goods sent off to another warehouse, named or not. */
export const writeSending: Writer = (slot) => {
  const { sheet, line } = slot;
  if (hasNothing(slot)) return null;
  const qty = issueQty(slot);
  const way = wayOf(slot);
  moves(slot, -qty);
  moves(slot, qty, way);
  const { rowId, item, batch } = slot;
  const from = sheet.warehouse;
  sheet.effects.push(() => sheet.desk.sent.push({ rowId, item, batch, from, way, left: qty }));
  const others = sheet.desk.masters.warehouses.filter((code) => code !== sheet.warehouse);
  return {
    ...qtyColumns(slot, qty),
    ...(line.twist % 2 === 0 ? { toWarehouse: pick(others, line.ref) } : {}),
  };
};

/** Goods on their way arrive, all that is left of a line or some of it. */
export const writeArrival: Writer = (slot) => {
  const { sheet, line } = slot;
  const open = sheet.desk.sent.filter((one) => one.left > 0);
  if (open.length === 0) return null;
  const sent = pick(open, line.ref);
  const some = Math.min(sent.left, inSteps((sent.left * line.share) / 100, sent.item));
  const qty = line.twist < 5 ? sent.left : some;
  const others = sheet.desk.masters.warehouses.filter((code) => code !== sent.from);
  const there = { ...slot, item: sent.item, batch: sent.batch };
  const warehouse = pick(others, line.item);
  moves(there, -qty, sent.way);
  moves(there, qty, warehouse);
  sheet.effects.push(() => (sent.left -= qty));
  return { ...goodsColumns(there), warehouse, qty: cell(qty), ref: sent.rowId };
};

/** Goods written off or used. */
export const writeIssue: Writer = (slot) => {
  if (hasNothing(slot)) return null;
  const qty = issueQty(slot);
  moves(slot, -qty);
  return qtyColumns(slot, qty);
};

/** Goods that came in otherwise or were there at the start: with a value, a unit cost, or neither. */
export const writeOtherIn: Writer = (slot) => {
  const { line } = slot;
  const qty = inSteps(line.amount / 3, slot.item);
  moves(slot, qty);
  const costs = [{ value: line.price / 100 }, { unitCost: line.price / 10_000 }, {}];
  return { ...qtyColumns(slot, qty), ...pick<Row>(costs, line.twist) };
};

/** What a count may say of the cost: rarely a new price for all there is, or what a gain is worth. */
function countCost({ line }: Slot): Row {
  if (line.twist === 9) return { unitCost: line.price / 1000 };
  return line.twist === 8 ? { value: line.price / 100 } : {};
}

/** A count: as the books say, a little more or less, nothing; or, beside others, not counted. */
export const writeStocktake: Writer = (slot) => {
  const { line, item, sheet } = slot;
  const there = Math.max(0, available(slot));
  const little = inSteps((there * line.share) / 1000, item);
  const counts = [there, there + little, Math.max(0, there - little), there - (there % item.step), 0];
  const counted = pick(counts, line.ref);
  const isCounted = line.twist !== 10 || sheet.effects.length === 0;
  if (isCounted) moves(slot, counted - available(slot));
  const columns = { ...goodsColumns(slot), warehouse: sheet.warehouse, ...countCost(slot) };
  return isCounted ? { ...columns, counted: cell(counted) } : columns;
};

/**
 * A document of the partner, most of them settled with it; what is settled is left to the program otherwise.
 */
function named({ line, sheet }: Slot): Row {
  const { deliveries, receipts } = sheet.desk;
  const mine = [...deliveries, ...receipts].filter(({ partner }) => partner === sheet.partner);
  return line.twist === 5 && mine.length > 0 ? { against: pick(mine, line.ref).rowId } : {};
}

/** Money received or paid. */
export const writePayment: Writer = (slot) => {
  const { line, sheet } = slot;
  stands(slot, "credits");
  return {
    account: pick(accounts, sheet.step.account),
    amount: line.amount / 100,
    ...(line.twist === 3 ? { fee: 0.6 } : {}),
    ...(line.twist === 4 ? { discountTaken: line.share / 100 } : {}),
    ...(sheet.step.twist === 8 ? { purpose: "advance" } : {}),
    ...named(slot),
  };
};

/** An opening debt of a partner. */
export const writeOpeningDebt: Writer = (slot) => {
  stands(slot, "debts");
  return { total: slot.line.amount / 100 };
};

/** An opening balance of an account, or what a customer had paid in advance. */
export const writeOpeningMoney: Writer = ({ line, sheet }) =>
  sheet.partner === ""
    ? { account: pick(accounts, sheet.step.account), amount: line.amount / 10 }
    : { amount: line.amount / 100 };

/** Whose advance an opening payment is: a customer's now and then, nobody's otherwise. */
export function openingPartner(twist: number): string {
  return twist % 8 === 3 ? pick(customers, twist) : "";
}
