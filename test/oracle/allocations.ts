import { fraction, least, minus, most, negative, sign, sum, zero } from "./fraction";
import type { Fraction } from "./fraction";
import { amountOf, textOf } from "./oracle-book";
import type { Entry, OracleBook } from "./oracle-book";
import { numberNamed } from "./refund-side";
import { openOf, partsNamed, settle } from "./settling";
import type { DebtItem } from "./settling";

/** An item that stands beside another; `isWriteOff` where it gives that up. */
export interface Beside {
  readonly side: DebtItem["side"];
  readonly amount: Fraction;
  readonly isWriteOff?: true;
}

/**
 * What allocations and refunds are settled with: the items by number, and a way to add one beside another.
 */
export interface Ground {
  readonly book: OracleBook;
  readonly itemsOf: (number: string) => readonly DebtItem[];
  /** Adds an item of the row's document that nothing can name. */
  readonly beside: (first: Entry, owed: Beside) => DebtItem;
}

/** A part of what a cell names: the items, and how much (null: as much as there is). */
interface Named {
  readonly items: readonly DebtItem[];
  readonly amount: Fraction | null;
}

function namedIn(ground: Ground, text: string): readonly Named[] {
  return text
    .split(/[;；]/)
    .map((one) => one.trim())
    .filter((one) => one !== "")
    .map((one) => {
      const words = one.split(/[:：]/).map((word) => word.trim());
      const ref = words.at(0) ?? "";
      const amount = words.at(1);
      return {
        items: partsNamed(ref, ground.itemsOf(numberNamed(ground.book, ref))),
        amount: amount === undefined ? null : fraction(amount),
      };
    });
}

function size(a: Fraction): Fraction {
  return sign(a) < 0 ? negative(a) : a;
}

const byCredit = ["XT", "CT", "LT", "HX"];

/** A credit settles so much of a debt of its side; answers how much. */
function match(credit: DebtItem, debit: DebtItem, wanted: Fraction): Fraction {
  const part = [wanted, negative(openOf(credit)), openOf(debit)].reduce(least);
  if (sign(part) <= 0) return zero;
  settle(debit, { credit, by: byCredit.includes(credit.type) ? "credited" : "paid", amount: part });
  return part;
}

/** A line that settles, and what it settles with. */
interface Doing {
  readonly ground: Ground;
  readonly line: Entry;
}

/** What is owed one way takes up what is owed the other: a credit beside each. */
function net({ ground, line }: Doing, pair: readonly [DebtItem, DebtItem], wanted: Fraction): Fraction {
  const part = [wanted, ...pair.map(openOf)].reduce(least);
  if (sign(part) <= 0) return zero;
  for (const debit of pair) {
    const credit = ground.beside(line, { side: debit.side, amount: negative(part) });
    settle(debit, { credit, by: "credited", amount: part });
  }
  return part;
}

/** Undoes so much of what a credit has settled of a debt. */
function unmatch(credit: DebtItem, debit: DebtItem, wanted: Fraction): Fraction {
  const between = debit.settlements.filter((one) => one.credit === credit);
  const part = least(wanted, sum(between.map((one) => one.amount)));
  if (sign(part) <= 0) return zero;
  settle(debit, { credit, by: byCredit.includes(credit.type) ? "credited" : "paid", amount: negative(part) });
  let rest = part;
  for (const one of [...between].reverse()) {
    const some = least(rest, one.amount);
    one.amount = minus(one.amount, some);
    rest = minus(rest, some);
  }
  return part;
}

/** Between a credit and a debt: settled, netted, or (negative) undone; answers how much, without sign. */
function between(
  doing: Doing,
  { credit, debit, wanted }: { credit: DebtItem; debit: DebtItem; wanted: Fraction },
): Fraction {
  if (sign(wanted) === 0) return zero;
  const isOneSide = credit.side === debit.side;
  if (sign(wanted) < 0) return isOneSide ? unmatch(credit, debit, negative(wanted)) : zero;
  if (isOneSide) return match(credit, debit, wanted);
  return sign(credit.amount) > 0 ? net(doing, [debit, credit], wanted) : zero;
}

/** A credit against debts, what is owed one way against the other; a negative amount undoes. DOMAIN §8.1. */
function allocateLine(ground: Ground, line: Entry): void {
  const credits = namedIn(ground, textOf(line.row, "ref")).flatMap(({ items }) => items);
  let left = amountOf(line.row, "amount");
  for (const { items, amount } of namedIn(ground, textOf(line.row, "against"))) {
    const direction = sign(left) < 0 ? negative : (a: Fraction): Fraction => a;
    const asked = least(amount ?? size(left), size(left));
    const pairs = items.flatMap((debit) => credits.map((credit) => ({ debit, credit })));
    let rest = asked;
    for (const pair of pairs)
      rest = minus(rest, between({ ground, line }, { ...pair, wanted: direction(rest) }));
    left = minus(left, direction(minus(asked, rest)));
  }
}

/** Gives up so much of what is open of an item, against one beside it. */
function giveUp({ ground, line }: Doing, item: DebtItem, wanted: Fraction): Fraction {
  const open = openOf(item);
  const part = least(wanted, size(open));
  if (sign(part) <= 0) return zero;
  const isDebt = sign(open) > 0;
  const amount = isDebt ? negative(part) : part;
  const mirror = ground.beside(line, { side: item.side, amount, isWriteOff: true });
  const [debit, credit] = isDebt ? [item, mirror] : [mirror, item];
  settle(debit, { credit, by: "credited", amount: part });
  return part;
}

function isWriteOff({ credit }: DebtItem["settlements"][number]): boolean {
  return credit?.isWriteOff === true;
}

/** Takes back what was written off of a debt, the latest first. */
function takeBack({ ground, line }: Doing, item: DebtItem, wanted: Fraction): Fraction {
  let left = wanted;
  for (const one of item.settlements.filter(isWriteOff).reverse()) {
    const part = most(zero, least(left, one.amount));
    const { credit } = one;
    if (sign(part) === 0 || credit === null) continue;
    settle(item, { credit, by: "credited", amount: negative(part) });
    one.amount = minus(one.amount, part);
    settle(ground.beside(line, { side: item.side, amount: part }), { credit, by: "credited", amount: part });
    left = minus(left, part);
  }
  return minus(wanted, left);
}

function writeOff(ground: Ground, line: Entry): void {
  const amount = amountOf(line.row, "amount");
  for (const named of namedIn(ground, textOf(line.row, "against"))) {
    let rest = named.amount ?? size(amount);
    for (const item of named.items) {
      const part =
        sign(amount) < 0 ? takeBack({ ground, line }, item, rest) : giveUp({ ground, line }, item, rest);
      rest = minus(rest, part);
    }
  }
}

/** HX: `ref` names the credit, `against` the debts; without `ref` it writes off. CONTRACT §2. */
export function allocate(ground: Ground, lines: readonly Entry[]): void {
  for (const line of lines) {
    if (textOf(line.row, "ref") === "") writeOff(ground, line);
    else allocateLine(ground, line);
  }
}

/** So much of credits is taken up by money paid back. */
function takeUp(credits: readonly DebtItem[], debit: DebtItem, asked: Fraction): void {
  let rest = asked;
  for (const credit of credits.filter((item) => item.side === debit.side)) {
    const part = most(zero, least(rest, negative(openOf(credit))));
    if (sign(part) > 0) settle(debit, { credit, by: "paid", amount: part });
    rest = minus(rest, part);
  }
}

/** TK: money paid back takes up the credits that it names. */
export function payBack(ground: Ground, lines: readonly Entry[], debit: DebtItem): void {
  for (const line of lines) {
    let left = amountOf(line.row, "amount");
    for (const { items, amount } of namedIn(ground, textOf(line.row, "against") || textOf(line.row, "ref"))) {
      const asked = least(amount ?? left, left);
      takeUp(items, debit, asked);
      left = minus(left, asked);
    }
  }
}
