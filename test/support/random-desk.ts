import type { Row } from "../oracle/oracle-book";
import { batches, customers, suppliers } from "./random-masters";
import type { Masters, RandomItem } from "./random-masters";
import type { LineStep, Step } from "./random-steps";

/** A line that later documents may refer to; quantities in thousandths of the stock unit. */
export interface Traded {
  readonly rowId: string;
  readonly partner: string;
  readonly warehouse: string;
  readonly item: RandomItem;
  readonly batch: string | null;
  /** The price columns of the line, its price among them. */
  readonly pricing: Row & { readonly price: number };
  left: number;
  uninvoiced: number;
}

/** A line that moves nothing, until others execute it; `left` is not yet ordered, received or delivered. */
export interface Plan extends Traded {
  readonly type: string;
  /** The request that it is an offer for. */
  readonly offerOf: string | null;
}

/** What is known while random documents are written in business order, so that most of them make sense. */
export interface Desk {
  readonly masters: Masters;
  readonly stock: Map<string, number>;
  readonly receipts: Traded[];
  readonly deliveries: Traded[];
  /** Lines of orders, offers, contracts and requests that later documents execute. */
  readonly plans: Plan[];
  readonly sent: Sent[];
  /** Sales over the counter, and what partners have to get back: returns, advances, payments. */
  readonly counter: Traded[];
  readonly credits: Standing[];
  /** What partners owe, or we owe them. */
  readonly debts: Standing[];
}

/** A row that a partner has something to settle by. */
export interface Standing {
  readonly rowId: string;
  readonly partner: string;
}

/** Once the document is possible: the partner has a debt, or something to get back. */
export function stands(slot: Slot, as: "debts" | "credits"): void {
  const { rowId, sheet } = slot;
  const { desk, partner } = sheet;
  if (partner !== "") sheet.effects.push(() => desk[as].push({ rowId, partner }));
}

/** A line sent off that has not all arrived yet; thousandths. */
export interface Sent {
  readonly rowId: string;
  readonly item: RandomItem;
  readonly batch: string | null;
  readonly from: string;
  readonly way: string;
  left: number;
}

/** A document being written: where its lines go, and what they change once all of them are possible. */
export interface Sheet {
  readonly desk: Desk;
  readonly step: Step;
  readonly date: string;
  readonly draft: string;
  readonly partner: string;
  readonly warehouse: string;
  readonly effects: (() => void)[];
  impossible: boolean;
}

/** A line being written. */
export interface Slot {
  readonly sheet: Sheet;
  readonly line: LineStep;
  readonly rowId: string;
  readonly item: RandomItem;
  readonly batch: string | null;
}

/** The element a random number points at. */
export function pick<T>(from: readonly T[], at: number): T {
  const one = from.at(at % from.length);
  if (one === undefined) throw new Error(`nothing to pick from at ${at}`);
  return one;
}

/** Customer or supplier, as the type wants; none for documents of the stock. */
export function partnerOf(step: Step): string {
  const { type, partner, twist } = step;
  if (["RK", "CF", "CT", "FK", "FT", "XJ", "CG", "CH", "FQ"].includes(type)) return pick(suppliers, partner);
  if (["LS", "LT"].includes(type)) return pick(["", ...customers], partner + twist);
  return ["CK", "XF", "XT", "XS", "BJ", "XH", "SK"].includes(type) ? pick(customers, partner) : "";
}

function place(item: RandomItem, warehouse: string, batch: string | null): string {
  return [item.code, warehouse, batch ?? ""].join("|");
}

/** What should be there of the slot's goods, in thousandths. */
export function available(slot: Slot, warehouse = slot.sheet.warehouse): number {
  return slot.sheet.desk.stock.get(place(slot.item, warehouse, slot.batch)) ?? 0;
}

/** Once the document is possible: so much comes in (or goes out, negative). */
export function moves(slot: Slot, qty: number, warehouse = slot.sheet.warehouse): void {
  const { stock } = slot.sheet.desk;
  const key = place(slot.item, warehouse, slot.batch);
  if (!slot.item.service) slot.sheet.effects.push(() => stock.set(key, (stock.get(key) ?? 0) + qty));
}

/** Brings thousandths to whole steps of the item, at least one. */
export function inSteps(qty: number, item: RandomItem): number {
  return Math.max(item.step, Math.floor(qty / item.step) * item.step);
}

const issuing = ["CK", "LS", "CT", "DB", "DC", "BS", "QC", "PD", "CB", "LL", "CJ"];

/** The types of which some lines take out and others bring in. */
const converting = ["ZX", "CJ"];

function takesOut({ step }: Sheet, line: LineStep): boolean {
  if (!converting.includes(step.type)) return issuing.includes(step.type);
  return (step.type === "CJ") === (step.lines.indexOf(line) === 0);
}

/**
 * Goods for a line; for documents that take out preferably some that are there, unless the line asks for
 * more.
 */
export function slotFor(sheet: Sheet, line: LineStep, rowId: string): Slot {
  const { items } = sheet.desk.masters;
  const goods = items.filter((item) => !item.service);
  const mayServe = ["RK", "CK", "XS", "LS"].includes(sheet.step.type) && line.twist === 7;
  if (mayServe) return slotOf(sheet, line, { rowId, item: pick(items, items.length - 1) });
  const anything = slotOf(sheet, line, { rowId, item: pick(goods, line.item) });
  if (!takesOut(sheet, line) || line.twist === 11) return anything;
  const there = goods
    .flatMap((item) => (item.batched ? batches : [null]).map((batch) => ({ ...anything, item, batch })))
    .filter((slot) => available(slot) > 0);
  return there.length === 0 ? anything : pick(there, line.item);
}

function slotOf(sheet: Sheet, line: LineStep, goods: Pick<Slot, "rowId" | "item">): Slot {
  return { sheet, line, ...goods, batch: goods.item.batched ? pick(batches, line.batch) : null };
}

/** Thousandths as the number a cell holds. */
export function cell(thousandths: number): number {
  return thousandths / 1000;
}

/** The columns of the goods of a line. */
export function goodsColumns(slot: Slot): Row {
  return { item: slot.item.code, ...(slot.batch === null ? {} : { batch: slot.batch }) };
}

/** Whether more may leave than is there: where the book allows it, and no batch has a cost of its own. */
export function mayRunShort({ sheet, item }: Slot): boolean {
  const { policies } = sheet.desk.masters;
  const costing = item.costing === "" ? policies["costing"] : item.costing;
  return policies["negativeStock"] === "allow" && costing !== "batch";
}

/**
 * A quantity to take out: a share of what is there; twist 11, or nothing there, makes it more than there is.
 */
export function issueQty(slot: Slot): number {
  const there = available(slot);
  const { line, item } = slot;
  const wanted = inSteps((Math.max(there, 0) * line.share) / 140, item);
  const qty = line.twist === 11 ? Math.max(there, 0) + inSteps(line.amount / 20, item) : wanted;
  if (!item.service && qty > there && !mayRunShort(slot)) slot.sheet.impossible = true;
  return qty;
}

/** Nothing there to take out of, and no wish (twist 10, 11) to ask for it all the same: no line. */
export function hasNothing(slot: Slot): boolean {
  return !slot.item.service && slot.line.twist < 10 && available(slot) < slot.item.step;
}
