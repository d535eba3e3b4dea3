import type { Beside } from "./allocations";
import type { Billed } from "./billing";
import { sum, zero } from "./fraction";
import type { Fraction } from "./fraction";
import { instalmentsOf } from "./instalments";
import type { Instalment } from "./instalments";
import { amountOf, textOf } from "./oracle-book";
import type { Entry, OracleBook } from "./oracle-book";
import type { Invoiced } from "./receipt-values";
import { referredLines } from "./references";
import { numberNamed } from "./refund-side";
import { oldestFirst, partsNamed } from "./settling";
import type { DebtItem, Match } from "./settling";

/** The debts of a book while its documents are posted one by one. */
export interface Settling {
  readonly book: OracleBook;
  readonly items: DebtItem[];
  /**
   * A document without an item of its own → the documents whose items it belongs to, or that made its item.
   */
  readonly links: Map<string, Set<string>>;
  readonly invoiced: Invoiced;
  /** The invoices that made items of a receipt or delivery line, by its rowId. */
  readonly invoicesOf: Map<string, readonly string[]>;
  /** With =invoice: what became of a receipt or delivery line, by its rowId. */
  readonly billed: Map<string, Billed>;
  /** What invoices have put in place of the uninvoiced amount of a receipt or delivery, by its number. */
  readonly invoiceTotals: Map<string, Fraction>;
  matches: readonly Match[];
}

/** What a document does to debts. */
export type Rule = (state: Settling, lines: readonly Entry[], first: Entry) => void;

/** A column of a document's lines summed. */
export function totalOf(lines: readonly Entry[], column: string): Fraction {
  return sum(lines.map((line) => amountOf(line.row, column)));
}

/** Adds a credit, an advance or a part of a debt of a document; due at once unless a day is named. */
export function addItem(
  state: Settling,
  first: Entry,
  owed: Beside & { readonly isChange?: true } & Partial<Instalment>,
): DebtItem {
  const { partner, type, number, date } = first;
  const due = textOf(first.row, "due") || date;
  const none = {
    paid: zero,
    credited: zero,
    settlements: [],
    isChange: false,
    isWriteOff: false,
    part: 1,
    due,
  };
  const item: DebtItem = { partner, type, number, date, ...none, ...owed };
  state.items.push(item);
  return item;
}

/** Adds what a document leaves owed, an item an instalment, those first that are due first. */
export function addDebt(
  state: Settling,
  first: Entry,
  { side, amount }: Pick<Beside, "side" | "amount">,
): readonly DebtItem[] {
  const parts = instalmentsOf(state.book, first, amount);
  return oldestFirst(parts.map((part) => addItem(state, first, { side, ...part })));
}

/** Gives the instalments of a document what each of them is of another whole. */
export function changeDebt(
  state: Settling,
  first: Entry,
  { side, amount: whole }: Pick<Beside, "side" | "amount">,
): void {
  const items = ownItems(state, side, first.number);
  const parts = instalmentsOf(state.book, first, whole);
  for (const item of items) item.amount = parts.find(({ part }) => part === item.part)?.amount ?? zero;
  for (const part of parts)
    if (!items.some((item) => item.part === part.part)) addItem(state, first, { side, ...part });
}

/** The items of a number on a side: opening entries of different registers may share one. */
export function ownItems(state: Settling, side: DebtItem["side"], number: string): readonly DebtItem[] {
  return oldestFirst(
    state.items.filter((item) => item.number === number && item.side === side && !item.isChange),
  );
}

/** The items that a number means: its own, else those of what it belongs to. */
export function itemsOf(state: Settling, side: DebtItem["side"], number: string): readonly DebtItem[] {
  const own = ownItems(state, side, number);
  const linked = [...(state.links.get(number) ?? [])].flatMap((other) => ownItems(state, side, other));
  return own.length > 0 ? own : linked;
}

/** The items that a text means: those of a number, or one instalment of it. */
export function itemsNamed(state: Settling, side: DebtItem["side"], ref: string): readonly DebtItem[] {
  const known = itemsOf(state, side, ref);
  return known.length > 0 ? known : partsNamed(ref, itemsOf(state, side, numberNamed(state.book, ref)));
}

/** Whose debt a purchase or a sale makes. */
export function sideOf(first: Entry): DebtItem["side"] {
  return first.table === "sales" ? "receivable" : "payable";
}

/**
 * Whether goods are owed for when they are delivered, and not when they are invoiced; at a counter always.
 */
export function owesOnDelivery(state: Settling, { table, type }: Entry): boolean {
  if (type === "LS" || type === "LT") return true;
  const policy = table === "sales" ? "receivableOn" : "payableOn";
  return state.book.setting(policy) !== "invoice";
}

/** Notes that a document's items are those of another. */
export function link(state: Settling, from: string, to: string): void {
  state.links.set(from, (state.links.get(from) ?? new Set<string>()).add(to));
}

/** The number that lines of one document have. */
export function numberOfAll(lines: readonly Entry[]): string {
  return lines.at(0)?.number ?? "";
}

/** The lines delivered, received or sold that a line refers to. */
export function deliveredLines(state: Settling, line: Entry): readonly Entry[] {
  const type = line.type === "LT" ? "LS" : line.table === "sales" ? "CK" : "RK";
  return referredLines(state.book, line, type);
}
