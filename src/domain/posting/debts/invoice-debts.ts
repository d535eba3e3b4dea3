import type { Lines } from "../../book/lines";
import { zeroIfBlank } from "../../documents/amounts";
import type { DocumentType } from "../../documents/document-type";
import { headOf, linesOf } from "../../documents/group";
import { type Link, linksOf } from "../../documents/links";
import { creditOf } from "./credit";
import type { DebtItems } from "./debt-items";
import type { Debt } from "./debt-terms";
import { debtLess, debtSum, InvoicedParts } from "./invoiced-parts";
import type { MoneyWithGoods } from "./money-with-goods";

const NOTHING: Debt = { amount: 0, tax: 0 };

/**
 * What invoices do to debts: they complete the items of what they refer to, or make their own where debts
 * arise on invoice or nothing is referred to. Source: DOMAIN §4 CF, XF; CONTRACT §2.
 */
export class InvoiceDebts {
  private readonly parts: InvoicedParts;
  private readonly lines: Lines;

  constructor(
    private readonly debts: DebtItems,
    private readonly money: MoneyWithGoods,
  ) {
    this.lines = debts.source.book.lines;
    this.parts = new InvoicedParts(this.lines, debts.source.quantities.base);
  }

  /** Posts what a return credits, which red invoices of the same goods do not credit again. */
  giveBack(document: number, arisesOnInvoice: boolean): void {
    const { source } = this.debts;
    for (const line of linesOf(source.documents, document)) {
      const links = linksOf(source.links, line);
      const credited = (column: Float64Array): number =>
        arisesOnInvoice ? creditOf(column, line, source.links) : zeroIfBlank(column[line]);
      const debt = { amount: credited(this.lines.total), tax: credited(this.lines.tax) };
      this.parts.giveBack(links, debt, arisesOnInvoice);
    }
  }

  /** Posts an invoice. */
  invoice(document: number, type: DocumentType, arisesOnInvoice: boolean): void {
    const { source } = this.debts;
    let own = NOTHING;
    const completed = new Map<number, Debt>();
    for (const line of linesOf(source.documents, document)) {
      const links = linksOf(source.links, line);
      const there = arisesOnInvoice ? [] : links.filter(({ target }) => this.debts.owes(target));
      if (arisesOnInvoice) own = debtSum(own, this.parts.creditedFor(line, links));
      if (arisesOnInvoice) for (const { target } of links) this.debts.noteInvoice(target, document);
      if (there.length === 0) own = debtSum(own, this.parts.saidBy(line));
      else this.completeItems(line, there, completed);
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

  /** Puts what a line says in the place of what it delivers came to: adds to `completed`, by delivery. */
  private completeItems(line: number, links: readonly Link[], completed: Map<number, Debt>): void {
    const { ofLine } = this.debts.source.documents;
    for (const { target, said, booked } of this.parts.of(line, links)) {
      const before = completed.get(ofLine[target]) ?? NOTHING;
      completed.set(ofLine[target], debtSum(before, debtLess(said, booked)));
    }
  }
}
