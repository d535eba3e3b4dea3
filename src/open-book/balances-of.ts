import type { Ledgers } from "../domain/posting/ledgers";
import { type BalanceLists, balanceLists } from "../domain/reports/balance-lists";
import { accountBehind, partnerBehind, type RowBehind, stockBehind } from "../domain/reports/rows-behind";
import type { Balance, Totals } from "./book-state";

/** The posted rows that make up a balance, in business order. */
export function rowsBehind(ledgers: Ledgers, balance: Balance): readonly RowBehind[] {
  if (balance.of === "stock") return stockBehind(ledgers, balance);
  if (balance.of === "account") return accountBehind(ledgers, balance.account);
  return partnerBehind(ledgers, balance.partner, balance.side);
}

function sum<T>(list: readonly T[], of: (each: T) => number, decimals: number): number {
  const scale = 10 ** decimals;
  return list.reduce((units, each) => units + Math.round(of(each) * scale), 0) / scale;
}

/** What the lists come to; debts as they stand, advances apart. */
export function totalsOf({ stock, partners, accounts }: BalanceLists, decimals: number): Totals {
  return {
    stockValue: sum(stock, ({ value }) => value, decimals),
    receivable: sum(partners, ({ receivable }) => receivable, decimals),
    payable: sum(partners, ({ payable }) => payable, decimals),
    cash: sum(accounts, ({ balance }) => balance, decimals),
  };
}

/** All balances of a book and what they come to. */
export function balancesOf(ledgers: Ledgers): { readonly lists: BalanceLists; readonly totals: Totals } {
  const lists = balanceLists(ledgers);
  return { lists, totals: totalsOf(lists, ledgers.book.settings.moneyDecimals) };
}
