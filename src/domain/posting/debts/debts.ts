import { type Lines, NONE, UNREAD_TYPE } from "../../book/lines";
import type { DocumentType, Side } from "../../documents/document-type";
import { headOf, linesOf } from "../../documents/group";
import { documentTypes } from "../../documents/index";
import { arisingOnInvoice } from "../../documents/references";
import { linksOf } from "../../documents/links";
import type { Finding } from "../../kernel/finding";
import type { OpenItems } from "../../settlement/open-items";
import type { SettledParts } from "../../settlement/settled-parts";
import { Allocations } from "./allocations";
import { DebtItems } from "./debt-items";
import type { Debt } from "./debt-terms";
import type { DebtSource } from "./debt-source";
import { InvoiceDebts } from "./invoice-debts";
import { MoneyWithGoods } from "./money-with-goods";
import { PaymentMatcher } from "./payment-matches";
import { Refunds } from "./refunds";
import { takeBack } from "./return-debts";
import { takeDebtsBack } from "./reversed-debts";
import { Settling } from "./settling";

/** What the documents made of debts: the items, and what each payment line settled. */
export interface Debts {
  readonly items: OpenItems;
  /** Item that a document made, -1 = none. */
  readonly itemOf: Int32Array;
  /** What each payment line settled: which documents, how much. */
  readonly settledBy: SettledParts;
  readonly findings: readonly Finding[];
  /** How a cell names an item: its document, and which instalment (0 = it has but one); null = it cannot. */
  nameOf(item: number): ItemName | null;
}

/** An item as a cell can name it. */
export interface ItemName {
  readonly document: number;
  readonly instalment: number;
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
  return ledger.debts;
}

class DebtLedger {
  private readonly made: DebtItems;
  private readonly money: MoneyWithGoods;
  private readonly invoices: InvoiceDebts;
  private readonly settling: Settling;
  private readonly payments: PaymentMatcher;
  private readonly refunds: Refunds;
  private readonly allocations: Allocations;
  private readonly lines: Lines;
  /** Invoices that came before the goods they are of, by the document of these. */
  private readonly early = new Map<number, readonly number[]>();
  /** Whether the debts of a side arise on invoice instead of on delivery. */
  private readonly onInvoice: Readonly<Record<Side, boolean>>;

  constructor(private readonly source: DebtSource) {
    this.lines = source.book.lines;
    this.onInvoice = arisingOnInvoice(source.book.settings);
    this.made = new DebtItems(source);
    this.money = new MoneyWithGoods(this.made);
    this.invoices = new InvoiceDebts(this.made, this.money);
    this.settling = new Settling(this.made);
    this.payments = new PaymentMatcher(this.settling);
    this.refunds = new Refunds(this.settling);
    this.allocations = new Allocations(this.settling);
  }

  get debts(): Debts {
    const { items, itemOf } = this.made;
    const { settledBy, findings } = this.settling;
    return { items, itemOf, settledBy, findings, nameOf: (item) => this.made.nameOf(item) };
  }

  /** A document has its turn, and then what came before it and is about it. */
  post(document: number): void {
    if (!this.waitsForGoods(document)) this.postNow(document);
  }

  private postNow(document: number): void {
    this.effect(document);
    const waiting = this.early.get(document);
    if (waiting === undefined) return;
    this.early.delete(document);
    for (const invoice of waiting) this.post(invoice);
  }

  /**
   * Whether an invoice that completes the debt of goods comes before them: it has its turn with the last of
   * them, so that nothing is owed twice.
   */
  private waitsForGoods(document: number): boolean {
    const { links, documents } = this.source;
    const type = documentTypes.at(this.lines.type[headOf(documents, document)]);
    if (type?.debt !== "invoice" || this.arisesOnInvoice(type)) return false;
    for (const line of linesOf(documents, document)) {
      const later = linksOf(links, line).find(({ target }) => !this.made.isSeen(documents.ofLine[target]));
      if (later === undefined) continue;
      const goods = documents.ofLine[later.target];
      this.early.set(goods, [...(this.early.get(goods) ?? []), document]);
      return true;
    }
    return false;
  }

  private effect(document: number): void {
    const head = this.made.begin(document);
    if (this.lines.type[head] >= UNREAD_TYPE) return;
    const type = documentTypes[this.lines.type[head]];
    if (type.counter === true && this.lines.partner[head] === NONE) return;
    if (type.debt === "return") this.invoices.giveBack(document, this.arisesOnInvoice(type));
    if (this.lines.reverses[head] !== NONE) this.takeBack(document, head, type);
    else this.make(document, head, type);
    this.announce(document, type);
  }

  private make(document: number, head: number, type: DocumentType): void {
    if (type.debt === "delivery") this.deliver(document, type);
    else if (type.debt === "invoice") this.invoices.invoice(document, type, this.arisesOnInvoice(type));
    else if (type.debt === "return") takeBack(this.made, this.money, { document, type });
    else if (type.debt === "charge") this.owe(document, type);
    else if (type.debt === "opening") this.open(document, head, type);
    else if (type.debt === "payment") this.pay(document, head, type);
    else if (type.debt === "refund") this.refunds.refund(document);
    else if (type.debt === "allocation") this.allocations.allocate(document);
  }

  private takeBack(document: number, head: number, type: DocumentType): void {
    if (type.debt === "invoice") this.invoices.invoice(document, type, this.arisesOnInvoice(type));
    else if (type.debt === "allocation") this.allocations.allocate(document);
    const original = this.source.documents.ofLine[this.lines.reverses[head]];
    takeDebtsBack(this.made, { document, original, type });
  }

  /** What payments named ahead of the debt is settled once all is there. */
  finish(): void {
    for (const invoice of [...this.early.values()].flat()) this.effect(invoice);
    this.settling.finish();
  }

  /** Tells payments that wait for this document, or for a delivery that it invoices. */
  private announce(document: number, type: DocumentType): void {
    this.arrive(document);
    if (type.debt !== "invoice") return;
    for (const line of linesOf(this.source.documents, document)) {
      for (const { target } of linksOf(this.source.links, line))
        this.arrive(this.source.documents.ofLine[target]);
    }
  }

  private arrive(document: number): void {
    this.settling.arrivals.arrive(document, () => this.made.itemsOf(document).length > 0);
  }

  private arisesOnInvoice({ side, counter }: DocumentType): boolean {
    return side !== null && counter !== true && this.onInvoice[side];
  }

  private deliver(document: number, type: DocumentType): void {
    if (this.arisesOnInvoice(type)) {
      this.money.payAhead(document, type.side);
      return;
    }
    this.owe(document, type);
  }

  private owe(document: number, { side }: DocumentType): void {
    this.money.payNow(document, this.made.addDebt(document, side, this.owed(document)));
  }

  /** What all lines of a document come to, with their tax. */
  private owed(document: number): Debt {
    const { total, tax } = this.lines;
    return { amount: this.made.sum(document, total), tax: this.made.sum(document, tax) };
  }

  private open(document: number, head: number, type: DocumentType): void {
    if (type.side !== null) {
      this.made.addDebt(document, type.side, this.owed(document));
      return;
    }
    const partner = this.lines.partner[head];
    if (partner === NONE) return;
    const side = this.source.book.masters.partners[partner].customer ? "receivable" : "payable";
    this.made.add(document, side, -Math.abs(this.made.sum(document, this.lines.amount)));
  }

  private pay(document: number, head: number, type: DocumentType): void {
    const { amount, discountTaken } = this.lines;
    const money = this.made.sum(document, amount);
    if (this.lines.partner[head] === NONE) return;
    if (money === 0 && this.made.sum(document, discountTaken) === 0) return;
    this.payments.settle(document, this.made.add(document, type.side, 0 - money));
  }
}
