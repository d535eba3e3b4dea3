import { type Lines, NONE, UNREAD_TYPE } from "../book/lines";
import { uninvoiced, zeroIfBlank } from "../documents/amounts";
import type { DocumentType, Side } from "../documents/document-type";
import { headOf, linesOf } from "../documents/group";
import { documentTypes } from "../documents/index";
import { arisingOnInvoice, type Link, linksOf } from "../documents/references";
import type { Finding } from "../kernel/finding";
import { CREDITED, NO_ITEM, OpenItems, PAID, PAYABLE, RECEIVABLE } from "../settlement/open-items";
import { creditOf } from "./credit";
import type { DebtSource } from "./debt-source";
import { PaymentMatcher } from "./payment-matches";

/** What the documents made of debts: the items, and what each payment line settled. */
export interface Debts {
  readonly items: OpenItems;
  /** Item that a document made, -1 = none. */
  readonly itemOf: Int32Array;
  /** What each payment line settled: which documents, how much. */
  readonly settledBy: PaymentMatcher["settledBy"];
  readonly findings: readonly Finding[];
}

/**
 * Debts, in business order: deliveries and receipts make items, invoices complete or make them, returns lower
 * what they refer to, payments settle what they name or, when posted, the oldest. Source: DOMAIN §4, §8.1;
 * CONTRACT §2.
 */
export function debtsOf(source: DebtSource): Debts {
  const ledger = new DebtLedger(source);
  for (const document of source.order) ledger.post(document);
  ledger.finish();
  return ledger;
}

class DebtLedger implements Debts {
  readonly items: OpenItems;
  readonly itemOf: Int32Array;
  readonly findings: Finding[] = [];
  /** Documents whose invoice a delivered line is on, where debts arise on invoice. */
  private readonly invoicesOf = new Map<number, number[]>();
  /** What was paid with a delivery before its invoice, by the delivery. */
  private readonly paidAhead = new Map<number, number>();
  /** How much of a delivered line invoices have taken up, in stock units. */
  private readonly invoicedQty = new Map<number, number>();
  /**
   * 1 for each document that has had its turn: an invoice yet to come has no part in its delivery's items.
   */
  private readonly seen: Uint8Array;
  private readonly payments: PaymentMatcher;
  private readonly lines: Lines;
  /** Whether the debts of a side arise on invoice instead of on delivery. */
  private readonly onInvoice: Readonly<Record<Side, boolean>>;

  constructor(private readonly source: DebtSource) {
    this.lines = source.book.lines;
    this.items = new OpenItems(source.documents.count);
    this.onInvoice = arisingOnInvoice(source.book.settings);
    this.itemOf = new Int32Array(source.documents.count).fill(NO_ITEM);
    this.seen = new Uint8Array(source.documents.count);
    this.payments = new PaymentMatcher(
      source,
      this.items,
      (document) => this.itemsOf(document),
      this.findings,
    );
  }

  get settledBy(): Debts["settledBy"] {
    return this.payments.settledBy;
  }

  post(document: number): void {
    const head = headOf(this.source.documents, document);
    if (this.lines.type[head] >= UNREAD_TYPE) return;
    this.seen[document] = 1;
    const type = documentTypes[this.lines.type[head]];
    if (type.debt === "delivery") this.deliver(document, head, type);
    else if (type.debt === "invoice") this.invoice(document, head, type);
    else if (type.debt === "return") this.takeBack(document, head, type);
    else if (type.debt === "opening") this.open(document, head, type);
    else if (type.debt === "payment") this.pay(document, head, type);
    this.announce(document, type);
  }

  /** What payments named ahead of the debt is settled once all is there. */
  finish(): void {
    this.payments.finish();
  }

  /** Tells payments that wait for this document, or for a delivery that it invoices. */
  private announce(document: number, type: DocumentType): void {
    this.payments.arrive(document);
    if (type.debt !== "invoice") return;
    for (const line of linesOf(this.source.documents, document)) {
      for (const { target } of linksOf(this.source.links, line))
        this.payments.arrive(this.source.documents.ofLine[target]);
    }
  }

  private arisesOnInvoice({ side }: DocumentType): boolean {
    return side !== null && this.onInvoice[side];
  }

  private add(document: number, head: number, side: DocumentType["side"], amount: number): number {
    const { day, due, partner } = this.lines;
    const item = this.items.add({
      document,
      side: side === "receivable" ? RECEIVABLE : PAYABLE,
      partner: partner[head],
      day: day[head],
      due: due[head] === NONE ? day[head] : due[head],
      amount,
    });
    this.itemOf[document] = item;
    return item;
  }

  private deliver(document: number, head: number, type: DocumentType): void {
    if (this.arisesOnInvoice(type)) this.payAhead(document, head, type);
    else
      this.payNow(document, this.add(document, head, type.side, this.sum(document, this.lines.total)), head);
  }

  /** What a column of a document's lines comes to; blank cells count nothing. */
  private sum(document: number, column: Float64Array): number {
    const { starts, members } = this.source.documents;
    let total = 0;
    for (let i = starts[document]; i < starts[document + 1]; i++) {
      const amount = column[members[i]];
      if (!Number.isNaN(amount)) total += amount;
    }
    return total;
  }

  private paidWith(document: number): number {
    const { starts, members } = this.source.documents;
    const { account, paid } = this.lines;
    let total = 0;
    for (let i = starts[document]; i < starts[document + 1]; i++) {
      if (account[members[i]] !== NONE && !Number.isNaN(paid[members[i]])) total += paid[members[i]];
    }
    return total;
  }

  /** Money paid on delivery where the debt arises on invoice: an advance that the invoice will take up. */
  private payAhead(document: number, head: number, type: DocumentType): void {
    const paid = this.paidWith(document);
    if (paid === 0) return;
    const advance = this.add(document, head, type.side, -paid);
    this.itemOf[document] = NO_ITEM;
    this.paidAhead.set(document, advance);
  }

  /** Settles a new invoice with what was paid when its goods were delivered. */
  private takeUpAdvances(document: number, item: number): void {
    for (const line of linesOf(this.source.documents, document)) {
      for (const { target } of linksOf(this.source.links, line)) {
        const advance = this.paidAhead.get(this.source.documents.ofLine[target]);
        const part = advance === undefined ? 0 : Math.min(-this.items.open[advance], this.items.open[item]);
        if (advance !== undefined && part > 0)
          this.items.match(item, advance, part, { day: this.items.day[item], by: PAID });
      }
    }
  }

  /** Money paid with the document itself; for a return, paid back. */
  private payNow(document: number, item: number, head: number, sign = 1): void {
    const paid = this.paidWith(document);
    if (paid !== 0) this.items.match(item, NO_ITEM, sign * paid, { day: this.lines.day[head], by: PAID });
  }

  private invoice(document: number, head: number, type: DocumentType): void {
    let own = 0;
    const day = this.lines.day[head];
    const lowered = new Set<number>();
    for (const line of linesOf(this.source.documents, document)) {
      const links = linksOf(this.source.links, line);
      const total = zeroIfBlank(this.lines.total[line]);
      if (this.arisesOnInvoice(type)) {
        own += total;
        for (const { target } of links) this.remember(target, document);
      } else {
        own += this.completeItems(links, total, day);
        for (const { target } of links) lowered.add(this.itemOf[this.source.documents.ofLine[target]]);
      }
    }
    this.releaseOverpaid(document, head, lowered);
    if (own !== 0) this.takeUpAdvances(document, this.add(document, head, type.side, own));
    else if (this.lines.due[head] !== NONE)
      this.itemsOf(document).forEach((item) => this.items.redate(item, this.lines.due[head]));
  }

  /** What was paid of items beyond what their invoice leaves of them is an advance. Source: DOMAIN §8.1. */
  private releaseOverpaid(document: number, head: number, lowered: ReadonlySet<number>): void {
    const { day, partner } = this.lines;
    for (const item of lowered) {
      const cash = item === NO_ITEM ? 0 : this.items.release(item, day[head]);
      if (cash === 0) continue;
      const advance = { document, side: this.items.side[item], partner: partner[head] };
      this.items.add({ ...advance, day: day[head], due: day[head], amount: -cash });
    }
  }

  private remember(target: number, document: number): void {
    const known = this.invoicesOf.get(target) ?? [];
    if (!known.includes(document)) known.push(document);
    this.invoicesOf.set(target, known);
  }

  /**
   * Puts the invoice's total in the place of what the delivered lines came to; answers what found no item.
   */
  private completeItems(links: readonly Link[], total: number, day: number): number {
    let rest = total;
    links.forEach(({ target, qty }, i) => {
      const item = this.itemOf[this.source.documents.ofLine[target]];
      if (item === NO_ITEM) return;
      const booked = this.bookedFor(target, qty);
      const invoiced = i === links.length - 1 ? rest : booked;
      rest -= invoiced;
      this.items.change(item, day, invoiced - booked);
    });
    return links.length === 0 ? total : links.some(({ target }) => this.hasItem(target)) ? 0 : rest;
  }

  /**
   * What the item of a delivered line has stood for so much of it until now; the last part takes the
   * remainder.
   */
  private bookedFor(line: number, qty: number): number {
    const whole = zeroIfBlank(this.lines.total[line]);
    const base = this.source.quantities.base[line];
    const before = this.invoicedQty.get(line) ?? 0;
    this.invoicedQty.set(line, before + qty);
    return uninvoiced(whole, base, before) - uninvoiced(whole, base, before + qty);
  }

  private hasItem(line: number): boolean {
    return this.itemOf[this.source.documents.ofLine[line]] !== NO_ITEM;
  }

  private takeBack(document: number, head: number, type: DocumentType): void {
    const credited = new Map<number, readonly number[]>();
    let amount = 0;
    for (const line of linesOf(this.source.documents, document)) {
      const links = linksOf(this.source.links, line);
      const back = creditOf(this.lines.total, line, this.source.links);
      if (back === 0 && links.length > 0) continue;
      amount += back;
      credited.set(line, [...new Set(links.flatMap(({ target }) => this.itemsOfDelivered(target)))]);
    }
    if (amount === 0) return;
    const credit = this.add(document, head, type.side, -amount);
    this.payNow(document, credit, head, -1);
    for (const [line, items] of credited) this.creditItems(line, items, credit);
  }

  /** Each line lowers what it refers to, by no more than it is credited with itself. */
  private creditItems(line: number, debits: readonly number[], credit: number): void {
    let rest = creditOf(this.lines.total, line, this.source.links);
    for (const debit of debits) {
      const part = Math.min(rest, -this.items.open[credit], this.items.open[debit]);
      if (part <= 0) continue;
      this.items.match(debit, credit, part, { day: this.lines.day[line], by: CREDITED });
      rest -= part;
    }
  }

  private itemsOfDelivered(line: number): number[] {
    const own = this.itemOf[this.source.documents.ofLine[line]];
    if (own !== NO_ITEM) return [own];
    return (this.invoicesOf.get(line) ?? [])
      .map((invoice) => this.itemOf[invoice])
      .filter((item) => item !== NO_ITEM);
  }

  private open(document: number, head: number, type: DocumentType): void {
    if (type.side !== null) {
      this.add(document, head, type.side, this.sum(document, this.lines.total));
      return;
    }
    const partner = this.lines.partner[head];
    if (partner === NONE) return;
    const side = this.source.book.masters.partners[partner].customer ? "receivable" : "payable";
    this.add(document, head, side, -Math.abs(this.sum(document, this.lines.amount)));
  }

  private pay(document: number, head: number, type: DocumentType): void {
    const amount = this.sum(document, this.lines.amount) + this.sum(document, this.lines.discountTaken);
    if (amount === 0 || this.lines.partner[head] === NONE) return;
    const credit = this.add(document, head, type.side, -amount);
    this.payments.settle(document, credit);
  }

  /** The items that a document made or, where it completed others, those. */
  private itemsOf(document: number): number[] {
    if (this.itemOf[document] !== NO_ITEM) return [this.itemOf[document]];
    if (this.seen[document] === 0) return [];
    const items = new Set<number>();
    for (const line of linesOf(this.source.documents, document)) {
      for (const { target } of linksOf(this.source.links, line))
        this.itemsOfDelivered(target).forEach((item) => items.add(item));
      (this.invoicesOf.get(line) ?? []).forEach((invoice) => items.add(this.itemOf[invoice]));
    }
    items.delete(NO_ITEM);
    return [...items];
  }
}
