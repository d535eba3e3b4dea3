import { decimalText, minus, negative, plus, zero } from "./fraction";
import type { Fraction } from "./fraction";
import { amountOf, byCodeUnit, rowsOf, textOf } from "./oracle-book";
import type { Entry, OracleBook } from "./oracle-book";
import { refundSide } from "./refund-side";

/** What an account holds at the end of a day. */
export interface CashBalance {
  readonly account: string;
  readonly balance: string;
}

/** What a row does to an account: received less paid, signed. */
interface Flow {
  readonly account: string;
  readonly amount: Fraction;
}

type Rule = (entry: Entry, book: OracleBook) => readonly Flow[];

function own({ row }: Entry, amount: Fraction): readonly Flow[] {
  return [{ account: textOf(row, "account"), amount }];
}

function fee({ row }: Entry): Fraction {
  return amountOf(row, "fee");
}

const paidIn: Rule = (entry) => own(entry, amountOf(entry.row, "paid"));
const paidOut: Rule = (entry) => own(entry, negative(amountOf(entry.row, "paid")));
const received: Rule = (entry) => own(entry, minus(amountOf(entry.row, "amount"), fee(entry)));
const spent: Rule = (entry) => own(entry, negative(plus(amountOf(entry.row, "amount"), fee(entry))));

/** Out of one account and into the other; the fee besides. */
const moved: Rule = (entry, book) => [
  ...spent(entry, book),
  { account: textOf(entry.row, "toAccount"), amount: amountOf(entry.row, "amount") },
];

/** Paid back to a customer, or by a supplier. */
const paidBack: Rule = (entry, book) =>
  (refundSide(book, entry) === "payable" ? received : spent)(entry, book);

/** An opening with a partner is an advance and moves nothing. */
const opened: Rule = (entry) => own(entry, entry.partner === "" ? amountOf(entry.row, "amount") : zero);

const rules: Readonly<Record<string, Rule | undefined>> = {
  "payments SK": received,
  "payments FK": spent,
  "payments SR": received,
  "payments ZC": spent,
  "payments ZJ": moved,
  "payments TK": paidBack,
  "payments KZ": opened,
  "sales CK": paidIn,
  "sales XT": paidOut,
  "sales LS": paidIn,
  "sales LT": paidOut,
  "purchases RK": paidOut,
  "purchases FT": paidOut,
  "purchases CT": paidIn,
};

function flowsOf(entry: Entry, book: OracleBook): readonly Flow[] {
  if (textOf(entry.row, "account") === "") return [];
  const flows = rules[`${entry.table} ${entry.type}`]?.(entry, book) ?? [];
  return flows.filter(({ account }) => account !== "");
}

/** What moved an account, and by which row. */
export interface CashFlow extends Flow {
  readonly number: string;
  readonly date: string;
}

/** What every row does to accounts, in business order; a fee is in the amount it is taken off or added to. */
export function cashFlows(book: OracleBook): readonly CashFlow[] {
  return book.entries.flatMap((entry) =>
    flowsOf(entry, book).map((flow) => ({ ...flow, number: entry.number, date: entry.date })),
  );
}

/** The balance of every account that the book knows or uses, by code. */
export function cashBalances(book: OracleBook, asOf: string): readonly CashBalance[] {
  const known = rowsOf(book.json, "accounts").map((row) => textOf(row, "code"));
  const balances = new Map<string, Fraction>(known.map((code) => [code, zero]));
  for (const { account, amount, date } of cashFlows(book)) {
    if (date <= asOf) balances.set(account, plus(balances.get(account) ?? zero, amount));
  }
  return [...balances]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([account, balance]) => ({ account, balance: decimalText(balance) }));
}
