import type { Row } from "../oracle/oracle-book";
import { cell, goodsColumns, hasNothing, inSteps, issueQty, moves, pick } from "./random-desk";
import type { Slot } from "./random-desk";
import type { Writer } from "./random-trade";

function goesOut(slot: Slot): Row | null {
  if (hasNothing(slot)) return null;
  const qty = issueQty(slot);
  moves(slot, -qty);
  return { ...goodsColumns(slot), warehouse: slot.sheet.warehouse, qty: cell(qty) };
}

function comesIn(slot: Slot): Row {
  const qty = inSteps(slot.line.amount / 6, slot.item);
  moves(slot, qty);
  return { ...goodsColumns(slot), warehouse: slot.sheet.warehouse, qty: cell(qty) };
}

/** What a row that comes in says of its cost: nothing mostly, else a value or a unit cost. */
function ownCost({ line }: Slot): Row {
  if (line.twist === 9) return { value: line.price / 1000 };
  return line.twist === 10 ? { unitCost: line.price / 10_000 } : {};
}

function costRow({ line }: Slot): Row {
  return { role: "cost", value: line.price / 100 };
}

/** By what a document shares its cost: sales value unless its first row says otherwise. */
function basis({ sheet }: Slot): Row {
  return sheet.step.twist % 4 === 1 ? { basis: "qty" } : {};
}

function placeOf(slot: Slot): number {
  return slot.sheet.step.lines.indexOf(slot.line);
}

/** An assembly: the first row is made, the second goes out, later ones either, or labour. */
export const writeAssembly: Writer = (slot) => {
  const place = placeOf(slot);
  if (place > 1 && slot.line.twist === 8) return costRow(slot);
  if (place === 0 || (place > 1 && slot.line.twist % 4 === 3))
    return { role: "product", ...comesIn(slot), ...ownCost(slot), ...basis(slot) };
  const out = goesOut(slot);
  return out === null ? null : { role: "component", ...out };
};

/** A disassembly: the first row goes out, what it was made of comes in. */
export const writeDisassembly: Writer = (slot) => {
  const place = placeOf(slot);
  if (place > 1 && slot.line.twist === 8) return costRow(slot);
  if (place > 0) return { role: "component", ...comesIn(slot), ...ownCost(slot), ...basis(slot) };
  const out = goesOut(slot);
  return out === null ? null : { role: "product", ...out };
};

const jobs = ["J1", "J2", "J3"];

function jobOf({ sheet }: Slot): Row {
  return { job: pick(jobs, sheet.step.partner + sheet.step.account + sheet.step.warehouse) };
}

/** Materials for a job, now and then labour or overhead of it. */
export const writeProductionIssue: Writer = (slot) => {
  if (slot.line.twist === 8) return { ...costRow(slot), ...jobOf(slot) };
  const out = goesOut(slot);
  return out === null ? null : { ...out, ...jobOf(slot) };
};

/** What a job made: at a cost that is typed, or the standard one. */
export const writeProductionReceipt: Writer = (slot) => {
  const typed = slot.line.twist % 2 === 0 ? { unitCost: slot.line.price / 10_000 } : {};
  return { ...comesIn(slot), ...typed, ...ownCost(slot), ...jobOf(slot) };
};
