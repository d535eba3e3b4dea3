import { type Lines, NONE } from "../book/lines";
import { uninvoiced, zeroIfBlank } from "../documents/amounts";
import type { DocumentType } from "../documents/document-type";
import { headOf, linesOf } from "../documents/group";
import { type Link, linksOf } from "../documents/references";
import { NO_ITEM } from "../settlement/open-items";
import type { DebtItems } from "./debt-items";
import type { MoneyWithGoods } from "./money-with-goods";

/**
 * What invoices do to debts: they complete the items of what they refer to, or make their own where debts
 * arise on invoice or nothing is referred to. Source: DOMAIN §4 CF, XF; CONTRACT §2.
 */
export class InvoiceDebts {
  /** How much of a delivered line invoices have taken up, in stock units. */
  private readonly invoicedQty = new Map<number, number>();
  private readonly lines: Lines;

  constructor(
    private readonly debts: DebtItems,
    private readonly money: MoneyWithGoods,
  ) {
    this.lines = debts.source.book.lines;
  }

  /** Posts an invoice. */
  invoice(document: number, type: DocumentType, arisesOnInvoice: boolean): void {
    const { source, items } = this.debts;
    const head = headOf(source.documents, document);
    let own = 0;
    const day = this.lines.day[head];
    const lowered = new Set<number>();
    for (const line of linesOf(source.documents, document)) {
      const links = linksOf(source.links, line);
      const total = zeroIfBlank(this.lines.total[line]);
      if (arisesOnInvoice) {
        own += total;
        for (const { target } of links) this.debts.noteInvoice(target, document);
      } else {
        own += this.completeItems(links, total, day);
        for (const { target } of links) lowered.add(this.debts.itemAt(target));
      }
    }
    this.releaseOverpaid(document, lowered);
    if (own !== 0) this.money.takeUp(document, this.debts.add(document, type.side, own));
    else if (this.lines.due[head] !== NONE)
      this.debts.itemsOf(document).forEach((item) => items.redate(item, this.lines.due[head]));
  }

  /** What was paid of items beyond what their invoice leaves of them is an advance. Source: DOMAIN §8.1. */
  private releaseOverpaid(document: number, lowered: ReadonlySet<number>): void {
    const { items, source } = this.debts;
    const head = headOf(source.documents, document);
    const day = this.lines.day[head];
    for (const item of lowered) {
      const cash = item === NO_ITEM ? 0 : items.release(item, day);
      if (cash === 0) continue;
      const advance = { document, side: items.side[item], partner: this.lines.partner[head] };
      items.add({ ...advance, day, due: day, amount: -cash });
    }
  }

  /**
   * Puts the invoice's total in the place of what the delivered lines came to; answers what found no item.
   */
  private completeItems(links: readonly Link[], total: number, day: number): number {
    let rest = total;
    links.forEach(({ target, qty }, i) => {
      const item = this.debts.itemAt(target);
      if (item === NO_ITEM) return;
      const booked = this.bookedFor(target, qty);
      const invoiced = i === links.length - 1 ? rest : booked;
      rest -= invoiced;
      this.debts.items.change(item, day, invoiced - booked);
    });
    if (links.length === 0) return total;
    return links.some(({ target }) => this.debts.itemAt(target) !== NO_ITEM) ? 0 : rest;
  }

  /**
   * What the item of a delivered line has stood for so much of it until now; the last part takes the
   * remainder.
   */
  private bookedFor(line: number, qty: number): number {
    const whole = zeroIfBlank(this.lines.total[line]);
    const base = this.debts.source.quantities.base[line];
    const before = this.invoicedQty.get(line) ?? 0;
    this.invoicedQty.set(line, before + qty);
    return uninvoiced(whole, base, before) - uninvoiced(whole, base, before + qty);
  }
}
