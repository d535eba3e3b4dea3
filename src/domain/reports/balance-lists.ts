import { NONE } from "../book/lines";
import { LAST_DAY } from "../kernel/day";
import { byCodeUnit } from "../kernel/names";
import { flowsOf } from "../posting/cash-flows";
import type { Ledgers } from "../posting/ledgers";
import { RECEIVABLE } from "../settlement/open-items";
import { figuresOf } from "./figures";
import { atEndOf, stockAt } from "./stock-at";

/** What lies in one place, and what it cost. */
export interface StockBalance {
  readonly item: string;
  readonly itemName: string;
  readonly unit: string;
  readonly warehouse: string;
  readonly warehouseName: string;
  /** "" = not kept by batch. */
  readonly batch: string;
  readonly qty: number;
  readonly value: number;
}

/** What is open with one partner: debts and what was paid ahead, all positive. */
export interface PartnerBalance {
  readonly partner: string;
  readonly partnerName: string;
  readonly receivable: number;
  readonly payable: number;
  readonly advancesReceived: number;
  readonly advancesPaid: number;
}

/** The money of one account. */
export interface AccountBalance {
  readonly account: string;
  readonly accountName: string;
  readonly balance: number;
}

/** Every balance of a book, of all that is posted whatever its date; each list in the order of codes. */
export interface BalanceLists {
  readonly stock: readonly StockBalance[];
  readonly partners: readonly PartnerBalance[];
  readonly accounts: readonly AccountBalance[];
}

/** What every place holds; places with neither goods nor value are left out. */
function stockBalances(ledgers: Ledgers): readonly StockBalance[] {
  const { items, warehouses } = ledgers.book.masters;
  const { bins } = ledgers.stock;
  const { qty, value } = stockAt(ledgers, atEndOf(ledgers, LAST_DAY));
  const { money, quantity } = figuresOf(ledgers);
  const held = bins.item.flatMap((item, bin): StockBalance[] => {
    if (qty[bin] === 0 && value[bin] === 0) return [];
    const { code, name, unit } = items[item];
    const { code: warehouse, name: warehouseName } = warehouses[bins.warehouse[bin]];
    const place = { item: code, itemName: name, unit, warehouse, warehouseName, batch: bins.batch[bin] };
    return [{ ...place, qty: quantity(qty[bin]), value: money(value[bin]) }];
  });
  return held.sort(
    (a, b) =>
      byCodeUnit(a.item, b.item) || byCodeUnit(a.warehouse, b.warehouse) || byCodeUnit(a.batch, b.batch),
  );
}

/** What each partner with something open owes and is owed, in the order of the partners' table. */
export function partnerBalances({ debts, book }: Ledgers): readonly PartnerBalance[] {
  const { items } = debts;
  const { partners } = book.masters;
  const room = (): Float64Array => new Float64Array(partners.length);
  const sums = { receivable: room(), payable: room(), advancesReceived: room(), advancesPaid: room() };
  const isTouched = new Uint8Array(partners.length);
  for (let item = 0; item < items.count; item++) {
    const partner = items.partner[item];
    const open = items.open[item];
    if (partner === NONE || open === 0) continue;
    isTouched[partner] = 1;
    const isReceivable = items.side[item] === RECEIVABLE;
    if (open > 0) sums[isReceivable ? "receivable" : "payable"][partner] += open;
    else sums[isReceivable ? "advancesReceived" : "advancesPaid"][partner] -= open;
  }
  const { money } = figuresOf({ book });
  return partners.flatMap(({ code, name }, partner) =>
    isTouched[partner] === 0
      ? []
      : [
          {
            partner: code,
            partnerName: name,
            receivable: money(sums.receivable[partner]),
            payable: money(sums.payable[partner]),
            advancesReceived: money(sums.advancesReceived[partner]),
            advancesPaid: money(sums.advancesPaid[partner]),
          },
        ],
  );
}

/** The money of every account that has moved, in the order of the accounts' table. */
function accountBalances(ledgers: Ledgers): readonly AccountBalance[] {
  const { book, order } = ledgers;
  const { masters } = book;
  const sums = new Float64Array(masters.accounts.length);
  const isTouched = new Uint8Array(masters.accounts.length);
  for (const line of order) {
    for (const { account, amount } of flowsOf(ledgers, line)) {
      sums[account] += amount;
      isTouched[account] = 1;
    }
  }
  const { money } = figuresOf({ book });
  return masters.accounts.flatMap(({ code, name }, account) =>
    isTouched[account] === 0 ? [] : [{ account: code, accountName: name, balance: money(sums[account]) }],
  );
}

/** All three lists. */
export function balanceLists(ledgers: Ledgers): BalanceLists {
  return {
    stock: stockBalances(ledgers),
    partners: partnerBalances(ledgers),
    accounts: accountBalances(ledgers),
  };
}
