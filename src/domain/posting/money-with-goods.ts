import { type Lines, NONE } from "../book/lines";
import type { Side } from "../documents/document-type";
import { headOf, linesOf } from "../documents/group";
import { linksOf } from "../documents/references";
import { NO_ITEM, PAID } from "../settlement/open-items";
import type { DebtItems } from "./debt-items";

/**
 * Money paid with a delivery, a receipt, an invoice or a return itself. Source: CONTRACT §2 paid, account.
 */
export class MoneyWithGoods {
  /** What was paid with a delivery before its invoice, by the delivery. */
  private readonly paidAhead = new Map<number, number>();
  private readonly lines: Lines;

  constructor(private readonly debts: DebtItems) {
    this.lines = debts.source.book.lines;
  }

  private paidWith(document: number): number {
    const { starts, members } = this.debts.source.documents;
    const { account, paid } = this.lines;
    let total = 0;
    for (let i = starts[document]; i < starts[document + 1]; i++) {
      if (account[members[i]] !== NONE && !Number.isNaN(paid[members[i]])) total += paid[members[i]];
    }
    return total;
  }

  /** Settles a new item with the money paid with its document; `sign` −1 for a return, paid back. */
  payNow(document: number, item: number, sign = 1): void {
    const paid = this.paidWith(document);
    if (paid === 0) return;
    const day = this.lines.day[headOf(this.debts.source.documents, document)];
    this.debts.items.match(item, NO_ITEM, sign * paid, { day, by: PAID });
  }

  /** Money paid on delivery where the debt arises on invoice: an advance that the invoice will take up. */
  payAhead(document: number, side: Side | null): void {
    const paid = this.paidWith(document);
    if (paid === 0) return;
    const advance = this.debts.add(document, side, -paid);
    this.debts.itemOf[document] = NO_ITEM;
    this.paidAhead.set(document, advance);
  }

  /** Settles a new invoice with what was paid when its goods were delivered. */
  takeUp(document: number, item: number): void {
    const { source, items } = this.debts;
    for (const line of linesOf(source.documents, document)) {
      for (const { target } of linksOf(source.links, line)) {
        const advance = this.paidAhead.get(source.documents.ofLine[target]);
        const part = advance === undefined ? 0 : Math.min(-items.open[advance], items.open[item]);
        if (advance !== undefined && part > 0)
          items.match(item, advance, part, { day: items.day[item], by: PAID });
      }
    }
  }
}
