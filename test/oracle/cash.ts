import { decimalText, minus, negative, plus, zero } from "./fraction";
import type { Fraction } from "./fraction";
import { amountOf, byCodeUnit, rowsOf, textOf } from "./oracle-book";
import type { Entry, OracleBook } from "./oracle-book";

/** What an account holds at the end of a day. */
export interface CashBalance {
  readonly account: string;
  readonly balance: string;
}

type Flow = (entry: Entry) => Fraction;

const paidIn: Flow = (entry) => amountOf(entry.row, "paid");
const paidOut: Flow = (entry) => negative(amountOf(entry.row, "paid"));

/** Which way the money of a row goes: received less paid, signed. An opening with a partner is an advance. */
const flows: Readonly<Record<string, Flow | undefined>> = {
  "payments SK": ({ row }) => minus(amountOf(row, "amount"), amountOf(row, "fee")),
  "payments FK": ({ row }) => negative(plus(amountOf(row, "amount"), amountOf(row, "fee"))),
  "payments KZ": ({ row, partner }) => (partner === "" ? amountOf(row, "amount") : zero),
  "sales CK": paidIn,
  "sales XT": paidOut,
  "purchases RK": paidOut,
  "purchases CT": paidIn,
};

function cashOf(entry: Entry): Fraction {
  return flows[`${entry.table} ${entry.type}`]?.(entry) ?? zero;
}

/** The balance of every account that the book knows or uses, by code. */
export function cashBalances(book: OracleBook, asOf: string): readonly CashBalance[] {
  const known = rowsOf(book.json, "accounts").map((row) => textOf(row, "code"));
  const balances = new Map<string, Fraction>(known.map((code) => [code, zero]));
  for (const entry of book.entries.filter((one) => one.date <= asOf)) {
    const account = textOf(entry.row, "account");
    if (account !== "") balances.set(account, plus(balances.get(account) ?? zero, cashOf(entry)));
  }
  return [...balances]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([account, balance]) => ({ account, balance: decimalText(balance) }));
}
