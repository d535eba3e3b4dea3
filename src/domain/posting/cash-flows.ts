import { NONE } from "../book/lines";
import { zeroIfBlank } from "../documents/amounts";
import { documentTypes } from "../documents/index";
import { NO_ITEM, PAYABLE } from "../settlement/open-items";
import type { Ledgers } from "./ledgers";

/** Money that one line moved in an account: signed, + into the account. */
export interface Flow {
  readonly line: number;
  readonly account: number;
  readonly amount: number;
}

/**
 * What a line moves: a payment its amount and, apart, the fee; a transfer the same out of one account and
 * into the other; a document of goods what was paid with it; an opening with a partner is an advance and
 * moves nothing. Source: DOMAIN §8.8.
 */
export function flowsOf(ledgers: Ledgers, line: number): readonly Flow[] {
  const { lines } = ledgers.book;
  const { cash, register, debt, transfers } = documentTypes[lines.type[line]];
  const account = lines.account[line];
  if (cash === 0 || account === NONE) return [];
  const sign = cash === "by-side" ? refundSign(ledgers, line) : cash;
  if (register !== "payments") return [{ line, account, amount: sign * zeroIfBlank(lines.paid[line]) }];
  if (debt === "opening" && lines.partner[line] !== NONE) return [];
  const amount = zeroIfBlank(lines.amount[line]);
  const other = transfers === true ? lines.toAccount[line] : NONE;
  return [
    { line, account, amount: sign * amount },
    ...(other === NONE ? [] : [{ line, account: other, amount: -sign * amount }]),
    { line, account, amount: -zeroIfBlank(lines.fee[line]) },
  ];
}

/** What is paid back goes out to a customer, and comes in from a supplier. */
function refundSign({ debts, documents }: Ledgers, line: number): 1 | -1 {
  const item = debts.itemOf[documents.ofLine[line]];
  return item !== NO_ITEM && debts.items.side[item] === PAYABLE ? 1 : -1;
}
