import { type Lines, NONE } from "../../book/lines";
import type { Side } from "../../documents/document-type";
import { headOf, linesOf } from "../../documents/group";
import { linksOf } from "../../documents/links";
import { NO_ITEM, PAID } from "../../settlement/open-items";
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

  /**
   * Settles the new items of a document with the money paid with it, those first that fall due first; `sign`
   * −1 for a return, paid back. Source: DOMAIN §8.3.
   */
  payNow(document: number, made: readonly number[], sign = 1): void {
    const own = this.debts.oldestFirst(made);
    let left = this.paidWith(document);
    const { items, source } = this.debts;
    const day = this.lines.day[headOf(source.documents, document)];
    own.forEach((item, at) => {
      const part = at === own.length - 1 ? left : Math.min(left, items.open[item]);
      left -= part;
      if (part !== 0) items.match(item, NO_ITEM, sign * part, { day, by: PAID });
    });
  }

  /** Money paid on delivery where the debt arises on invoice: an advance that the invoice will take up. */
  payAhead(document: number, side: Side | null): void {
    const paid = this.paidWith(document);
    if (paid === 0) return;
    const advance = this.debts.add(document, side, -paid);
    this.debts.itemOf[document] = NO_ITEM;
    this.paidAhead.set(document, advance);
    this.debts.noteBesides(advance);
  }

  /** Settles a new invoice with what was paid when its goods were delivered. */
  takeUp(document: number, own: readonly number[]): void {
    const { source } = this.debts;
    for (const line of linesOf(source.documents, document)) {
      for (const { target } of linksOf(source.links, line)) {
        const advance = this.paidAhead.get(source.documents.ofLine[target]);
        if (advance === undefined) continue;
        for (const item of this.debts.oldestFirst(own)) this.takeUpOne(advance, item);
      }
    }
  }

  private takeUpOne(advance: number, item: number): void {
    const { items } = this.debts;
    const part = Math.min(-items.open[advance], items.open[item]);
    if (part > 0) items.match(item, advance, part, { day: items.day[item], by: PAID });
  }
}
