import type { Lines } from "../../book/lines";
import { uninvoiced, zeroIfBlank } from "../../documents/amounts";
import type { DocumentType } from "../../documents/document-type";
import { headOf, linesOf } from "../../documents/group";
import { type Link, linksOf } from "../../documents/links";
import type { DebtItems } from "./debt-items";
import type { Debt } from "./debt-terms";
import type { MoneyWithGoods } from "./money-with-goods";

const NOTHING: Debt = { amount: 0, tax: 0 };

function sumOf(one: Debt, other: Debt): Debt {
  return { amount: one.amount + other.amount, tax: one.tax + other.tax };
}

function lessBy(one: Debt, other: Debt): Debt {
  return { amount: one.amount - other.amount, tax: one.tax - other.tax };
}

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
    const { source } = this.debts;
    let own = NOTHING;
    const completed = new Map<number, Debt>();
    for (const line of linesOf(source.documents, document)) {
      const links = linksOf(source.links, line);
      const said = this.saidBy(line);
      if (arisesOnInvoice) {
        own = sumOf(own, said);
        for (const { target } of links) this.debts.noteInvoice(target, document);
      } else own = sumOf(own, this.completeItems(links, said, completed));
    }
    for (const [delivered, more] of completed)
      this.debts.change(delivered, this.debts.knownFrom(document, delivered), more);
    this.releaseOverpaid(document, [...completed.keys()]);
    if (own.amount !== 0) this.money.takeUp(document, this.debts.addDebt(document, type.side, own));
    else for (const delivered of completed.keys()) this.debts.redate(delivered, document);
  }

  /**
   * What was paid of items beyond what their invoice leaves of them settles the other instalments of the same
   * document; what is left over then is an advance. Source: DOMAIN §4 CF, §8.1.
   */
  private releaseOverpaid(document: number, completed: readonly number[]): void {
    const { items, source } = this.debts;
    const head = headOf(source.documents, document);
    for (const delivered of completed) {
      const day = this.debts.knownFrom(document, delivered);
      const own = this.debts.ownItems(delivered);
      const cash = own.reduce((sum, item) => sum + items.release(item, day, own), 0);
      if (cash === 0) continue;
      const advance = { document, side: items.side[own[0]], partner: this.lines.partner[head] };
      this.debts.noteBesides(items.add({ ...advance, day, due: day, amount: -cash }));
    }
  }

  /**
   * Puts what the invoice says in the place of what the delivered lines came to: adds to `completed`, by the
   * delivery, what it changes; answers what found no item.
   */
  private completeItems(links: readonly Link[], said: Debt, completed: Map<number, Debt>): Debt {
    if (links.length === 0) return said;
    const { ofLine } = this.debts.source.documents;
    let rest = said;
    links.forEach(({ target, qty }, i) => {
      if (!this.debts.owes(target)) return;
      const booked = this.bookedFor(target, qty);
      const invoiced = i === links.length - 1 ? rest : booked;
      rest = lessBy(rest, invoiced);
      const delivered = ofLine[target];
      completed.set(delivered, sumOf(completed.get(delivered) ?? NOTHING, lessBy(invoiced, booked)));
    });
    return links.some(({ target }) => this.debts.owes(target)) ? NOTHING : rest;
  }

  /**
   * What the item of a delivered line has stood for so much of it until now; the last part takes the
   * remainder.
   */
  private bookedFor(line: number, qty: number): Debt {
    const whole = this.saidBy(line);
    const base = this.debts.source.quantities.base[line];
    const before = this.invoicedQty.get(line) ?? 0;
    this.invoicedQty.set(line, before + qty);
    const part = (all: number): number => uninvoiced(all, base, before) - uninvoiced(all, base, before + qty);
    return { amount: part(whole.amount), tax: part(whole.tax) };
  }

  private saidBy(line: number): Debt {
    return { amount: zeroIfBlank(this.lines.total[line]), tax: zeroIfBlank(this.lines.tax[line]) };
  }
}
