import { headOf } from "../documents/group";
import { placeOf } from "../documents/place";
import { rowOf } from "../book/lines";
import { type Finding, finding } from "../kernel/finding";
import { figure, LARGEST } from "../kernel/numbers";
import { flowsOf } from "./cash-flows";
import type { Ledgers } from "./ledgers";

/** A line with which a sum of money first passes what is exact, and the lines that had added to it before. */
interface Passing {
  readonly line: number;
  readonly before: readonly number[];
}

/** One sum that grows line by line, until it is exact no more. */
class Growing {
  readonly passing: Passing[] = [];
  private sum = 0;
  private readonly before: number[] = [];

  add(line: number, amount: number): void {
    if (this.passing.length > 0 || amount === 0) return;
    this.sum += amount;
    if (!(Math.abs(this.sum) <= LARGEST)) this.passing.push({ line, before: this.before });
    else this.before.push(line);
  }
}

/** Balances of accounts that pass what is exact. */
function cashPassing(ledgers: Ledgers): readonly Passing[] {
  const byAccount = ledgers.book.masters.accounts.map(() => new Growing());
  for (const line of ledgers.order)
    for (const { account, amount } of flowsOf(ledgers, line)) byAccount[account].add(line, amount);
  return byAccount.flatMap(({ passing }) => passing);
}

/** All debts and credits of a side together, so that no sum of some of them passes what is exact. */
function debtsPassing({ debts, documents }: Ledgers): readonly Passing[] {
  const { items } = debts;
  const sides = [new Growing(), new Growing()];
  for (let item = 0; item < items.count; item++)
    sides[items.side[item]].add(headOf(documents, items.document[item]), Math.abs(items.amount[item]));
  for (const { item, amount } of items.changes)
    sides[items.side[item]].add(headOf(documents, items.document[item]), Math.abs(amount));
  return sides.flatMap(({ passing }) => passing);
}

function told({ book }: Ledgers, line: number): Finding {
  const most = figure(LARGEST, book.settings.moneyDecimals);
  const column = rowOf(book.lines, line).table === "payments" ? "amount" : "total";
  const facts = { value: `>${String(most)}`, least: -most, most };
  return finding("OUT_OF_RANGE", placeOf(book.lines, line, column), facts);
}

/**
 * OUT_OF_RANGE on each line with which the balance of an account, or all debts of a side together, first come
 * to more than can be reckoned with exactly. Source: HOUSE §6.
 */
export function moneyOutOfRange(ledgers: Ledgers): Finding[] {
  return passings(ledgers).map(({ line }) => told(ledgers, line));
}

/** The same on drafts: on the one whose line it is, else on the last draft that had added to the sum. */
export function draftsOutOfMoney(ledgers: Ledgers, isDraft: (line: number) => boolean): Finding[] {
  return passings(ledgers).flatMap(({ line, before }) => {
    const blamed = isDraft(line) ? line : before.findLast(isDraft);
    return blamed === undefined ? [] : [told(ledgers, blamed)];
  });
}

function passings(ledgers: Ledgers): readonly Passing[] {
  return [
    ...(cashMayPass(ledgers) ? cashPassing(ledgers) : []),
    ...(debtsMayPass(ledgers) ? debtsPassing(ledgers) : []),
  ];
}

/** Whether all money together comes to more than is exact; where it does not, no part of it can. */
function cashMayPass({ book, order }: Ledgers): boolean {
  const { amount, fee, paid } = book.lines;
  let sum = 0;
  for (let i = 0; i < order.length; i++) {
    const line = order[i];
    sum += Math.abs(amount[line] || 0) + Math.abs(fee[line] || 0) + Math.abs(paid[line] || 0);
  }
  return !(sum <= LARGEST);
}

function debtsMayPass({ debts }: Ledgers): boolean {
  const { items } = debts;
  let sum = 0;
  for (let item = 0; item < items.count; item++) sum += Math.abs(items.amount[item]);
  for (const { amount } of items.changes) sum += Math.abs(amount);
  return !(sum <= LARGEST);
}
