import type { Ledgers } from "../domain/posting/ledgers";
import { type BalanceLists, balanceLists } from "../domain/reports/balance-lists";
import type { Totals } from "./book-state";

function sum<T>(list: readonly T[], of: (each: T) => number, decimals: number): number {
  const scale = 10 ** decimals;
  return list.reduce((units, each) => units + Math.round(of(each) * scale), 0) / scale;
}

/** What the lists come to; debts as they stand, advances apart. */
function totalsOf({ stock, partners, accounts }: BalanceLists, decimals: number): Totals {
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
