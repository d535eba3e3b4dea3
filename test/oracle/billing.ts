import { least, minus, most, over, plus, rounded, sign, sum, times, zero } from "./fraction";
import type { Fraction } from "./fraction";
import { amountOf } from "./oracle-book";
import type { Entry, OracleBook } from "./oracle-book";
import { splitByQty } from "./receipt-values";
import { shareOut } from "./references";
import type { Share } from "./references";

/** How much of a line was invoiced and for what, and how much went back before and after it was. */
export interface Billed {
  readonly invoiced: Fraction;
  readonly amount: Fraction;
  readonly backUninvoiced: Fraction;
  readonly backInvoiced: Fraction;
}

const unbilled: Billed = { invoiced: zero, amount: zero, backUninvoiced: zero, backInvoiced: zero };

/** The book and what has become of its lines so far, by rowId. */
interface Billing {
  readonly book: OracleBook;
  readonly billed: Map<string, Billed>;
}

function billedOf(state: Billing, line: Entry): Billed {
  return state.billed.get(line.rowId) ?? unbilled;
}

/** What no invoice has asked for and what has not gone back. */
function unbilledQty(state: Billing, line: Entry): Fraction {
  const { invoiced, backUninvoiced } = billedOf(state, line);
  return most(zero, minus(minus(line.qty, invoiced), backUninvoiced));
}

/** An invoice asks for what is left of the lines it names; one of no quantity changes the first alone. */
export function bill(state: Billing, invoice: Entry, delivered: readonly Entry[]): void {
  const found = shareOut(delivered, invoice.qty, (line) => unbilledQty(state, line));
  const shares = found.length > 0 ? found : delivered.slice(0, 1).map((line) => ({ line, qty: invoice.qty }));
  const amounts = splitByQty(amountOf(invoice.row, "total"), shares, state.book.decimals);
  shares.forEach(({ line, qty }, i) => {
    const was = billedOf(state, line);
    const amount = plus(was.amount, amounts.at(i) ?? zero);
    state.billed.set(line.rowId, { ...was, invoiced: plus(was.invoiced, qty), amount });
  });
}

/** The part of an amount for a quantity that lies between two places of the whole. */
function stretch(
  state: Billing,
  amount: Fraction,
  of: { from: Fraction; qty: Fraction; whole: Fraction },
): Fraction {
  if (sign(of.whole) <= 0) return zero;
  const upTo = (qty: Fraction): Fraction => rounded(over(times(amount, qty), of.whole), state.book.decimals);
  return minus(upTo(plus(of.from, of.qty)), upTo(of.from));
}

/**
 * What went back of one line: how much, how much of it invoiced, its own amount of the rest, the invoices'.
 */
interface Back {
  readonly qty: Fraction;
  readonly invoiced: Fraction;
  readonly own: Fraction;
  readonly owed: Fraction;
}

function takeBack(state: Billing, { line, qty }: Share): Back {
  const was = billedOf(state, line);
  const uninvoiced = least(qty, unbilledQty(state, line));
  const invoiced = minus(qty, uninvoiced);
  const amount = amountOf(line.row, "total");
  const own = stretch(state, amount, { from: was.backUninvoiced, qty: uninvoiced, whole: line.qty });
  const owed = stretch(state, was.amount, { from: was.backInvoiced, qty: invoiced, whole: was.invoiced });
  state.billed.set(line.rowId, {
    ...was,
    backUninvoiced: plus(was.backUninvoiced, uninvoiced),
    backInvoiced: plus(was.backInvoiced, invoiced),
  });
  return { qty, invoiced, own, owed };
}

/**
 * With =invoice nothing was owed for goods that no invoice asked for: they go back first, and only the rest
 * of a return lowers a debt, by its part of the return's total.
 */
export function creditedTotal(state: Billing, line: Entry, delivered: readonly Entry[]): Fraction {
  const total = amountOf(line.row, "total");
  if (delivered.length === 0) return total;
  const gone = (one: Entry): Fraction =>
    plus(billedOf(state, one).backUninvoiced, billedOf(state, one).backInvoiced);
  const shares = shareOut(delivered, line.qty, (one) => minus(one.qty, gone(one)));
  const parts = shares.map((share) => takeBack(state, share));
  const all = (key: keyof Back): Fraction => sum(parts.map((part) => part[key]));
  const [owed, back] = [all("owed"), all("invoiced")];
  const worth = plus(owed, all("own"));
  if (sign(back) === 0) return zero;
  const part = sign(worth) > 0 ? over(times(total, owed), worth) : over(times(total, back), all("qty"));
  return rounded(part, state.book.decimals);
}
