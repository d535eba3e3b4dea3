import { fraction, least, minus, negative, plus, sign, zero } from "./fraction";
import type { Fraction } from "./fraction";
import { amountOf, byCodeUnit, textOf } from "./oracle-book";
import type { Entry } from "./oracle-book";

/** What one document leaves owed, while it is being settled: open = amount − paid − credited, all signed. */
export interface DebtItem {
  readonly partner: string;
  readonly side: "receivable" | "payable";
  readonly type: string;
  readonly number: string;
  readonly date: string;
  amount: Fraction;
  paid: Fraction;
  credited: Fraction;
  /** What settles it, in order. */
  readonly settlements: Settlement[];
  /** What became of money that was too much once an invoice had lowered what it paid. */
  readonly isChange: boolean;
  /** It stands against what was written off. */
  readonly isWriteOff: boolean;
  /** Which instalment of its document it is, from 1. */
  readonly part: number;
  readonly due: string;
}

/** The instalments of debts, those first that are due first. */
export function oldestFirst(debts: readonly DebtItem[]): readonly DebtItem[] {
  const place = ({ due, part }: DebtItem): string => `${due} ${String(part).padStart(9, "0")}`;
  return [...debts].sort((a, b) => byCodeUnit(place(a), place(b)));
}

/** Of the items of a number those that a text means: one instalment, where it names one of several. */
export function partsNamed(ref: string, items: readonly DebtItem[]): readonly DebtItem[] {
  const part = Number(/\/(\d+)$/.exec(ref)?.[1] ?? "0");
  return items.length > 1 && part > 0 ? items.filter((item) => item.part === part) : items;
}

/** A part of what settles a debt: by which credit (null = money on the spot), and how much of it. */
export interface Settlement {
  readonly credit: DebtItem | null;
  readonly by: "paid" | "credited";
  amount: Fraction;
}

/** What a payment row still settles with: all of it, and how much of that is money and no discount. */
export interface Purse {
  left: Fraction;
  money: Fraction;
}

/** That a payment row is to settle a document, once that is there: so much of it, or all it can. */
export interface Match {
  readonly payment: DebtItem;
  readonly purse: Purse;
  /** As it is written: a number, perhaps with an instalment of it. */
  readonly ref: string;
  readonly amount: Fraction | null;
}

/** What is still owed; negative for credits and advances. */
export function openOf(item: DebtItem): Fraction {
  return minus(minus(item.amount, item.paid), item.credited);
}

/** Settles so much of a debt with a credit, or with money on the spot. */
export function settle(debt: DebtItem, settlement: Settlement): void {
  const { credit, by, amount } = settlement;
  debt[by] = plus(debt[by], amount);
  if (credit !== null) credit[by] = minus(credit[by], amount);
  if (sign(amount) > 0) debt.settlements.push({ ...settlement });
}

/** Settles so much over debts, one after the other as far as each is open; answers what is left. */
export function settleOver(debts: readonly DebtItem[], settlement: Settlement): Fraction {
  let rest = settlement.amount;
  for (const debt of debts) {
    const part = least(rest, openOf(debt));
    if (sign(part) <= 0) continue;
    settle(debt, { ...settlement, amount: part });
    rest = minus(rest, part);
  }
  return rest;
}

/**
 * Undoes, the latest first, what settles more of a document than there is to settle: it settles its other
 * instalments as far as they are open. Answers what was money on the spot of the rest.
 */
export function release(debt: DebtItem, all: readonly DebtItem[]): Fraction {
  let money = zero;
  for (const one of [...debt.settlements].reverse()) {
    const part = least(one.amount, negative(openOf(debt)));
    if (sign(part) <= 0) continue;
    settle(debt, { ...one, amount: negative(part) });
    one.amount = minus(one.amount, part);
    const rest = settleOver(all, { ...one, amount: part });
    if (one.credit === null) money = plus(money, rest);
  }
  return money;
}

/** The matches a payment row names, `NUMBER:AMOUNT;NUMBER`; its cash discount settles too. */
export function matchesOf(payment: DebtItem, line: Entry): readonly Match[] {
  const money = amountOf(line.row, "amount");
  const purse = { left: plus(money, amountOf(line.row, "discountTaken")), money };
  const named = textOf(line.row, "against").split(/[;；]/);
  return named
    .map((one) => one.trim())
    .filter((one) => one !== "")
    .map((one) => {
      const words = one.split(/[:：]/);
      const amount = words.at(1);
      return {
        payment,
        purse,
        ref: (words.at(0) ?? "").trim(),
        amount: amount === undefined ? null : fraction(amount),
      };
    });
}

function apply(match: Match, items: readonly DebtItem[]): void {
  const { payment, purse } = match;
  let wanted = match.amount === null ? purse.left : least(match.amount, purse.left);
  for (const item of items) {
    const there = plus(negative(openOf(payment)), minus(purse.left, purse.money));
    const part = least(wanted, least(openOf(item), there));
    if (sign(part) <= 0) continue;
    settle(item, { credit: payment, by: "paid", amount: part });
    spend(match, part);
    wanted = minus(wanted, part);
  }
}

/** Money settles first: what it leaves is taken off, and only then a part of what the payment comes to. */
function spend({ payment, purse }: Match, part: Fraction): void {
  const money = least(part, purse.money);
  purse.left = minus(purse.left, part);
  purse.money = minus(purse.money, money);
  payment.amount = minus(payment.amount, minus(part, money));
}

/** Applies in order the matches whose documents are there; answers those that still wait. */
export function applyMatches(
  matches: readonly Match[],
  itemsOf: (match: Match) => readonly DebtItem[],
): readonly Match[] {
  return matches.filter((match) => {
    const items = itemsOf(match);
    if (items.length === 0) return true;
    apply(match, items);
    return false;
  });
}
