import { type Lines, NONE } from "../book/lines";
import type { Side } from "../documents/document-type";
import { headOf, linesOf } from "../documents/group";
import { linksOf } from "../documents/references";
import { NO_ITEM, OpenItems, PAYABLE, RECEIVABLE } from "../settlement/open-items";
import type { DebtSource } from "./debt-source";

/** Which items each document made, and how a document without one of its own finds those it is about. */
export class DebtItems {
  readonly items: OpenItems;
  /** Item that a document made, NO_ITEM = none. */
  readonly itemOf: Int32Array;
  /** Documents whose invoice a delivered line is on, where debts arise on invoice. */
  private readonly invoicesOf = new Map<number, number[]>();
  /**
   * 1 for each document that has had its turn: an invoice yet to come has no part in its delivery's items.
   */
  private readonly seen: Uint8Array;
  private readonly lines: Lines;

  constructor(readonly source: DebtSource) {
    this.lines = source.book.lines;
    this.items = new OpenItems(source.documents.count);
    this.itemOf = new Int32Array(source.documents.count).fill(NO_ITEM);
    this.seen = new Uint8Array(source.documents.count);
  }

  /** A document has its turn; answers its first line. */
  begin(document: number): number {
    this.seen[document] = 1;
    return headOf(this.source.documents, document);
  }

  /** A new item of a document. */
  add(document: number, side: Side | null, amount: number): number {
    const { day, due, partner } = this.lines;
    const head = headOf(this.source.documents, document);
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

  /** What a column of a document's lines comes to; blank cells count nothing. */
  sum(document: number, column: Float64Array): number {
    const { starts, members } = this.source.documents;
    let total = 0;
    for (let i = starts[document]; i < starts[document + 1]; i++) {
      const amount = column[members[i]];
      if (!Number.isNaN(amount)) total += amount;
    }
    return total;
  }

  /** An invoice that asks for a delivered line. */
  noteInvoice(line: number, invoice: number): void {
    const known = this.invoicesOf.get(line) ?? [];
    if (!known.includes(invoice)) known.push(invoice);
    this.invoicesOf.set(line, known);
  }

  /** The item of the document that a line belongs to. */
  itemAt(line: number): number {
    return this.itemOf[this.source.documents.ofLine[line]];
  }

  /** The items that a document made or, where it completed others, those. */
  itemsOf(document: number): number[] {
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

  /** The items that ask for a delivered line: its document's, else those of its invoices. */
  itemsOfDelivered(line: number): number[] {
    const own = this.itemAt(line);
    if (own !== NO_ITEM) return [own];
    return (this.invoicesOf.get(line) ?? [])
      .map((invoice) => this.itemOf[invoice])
      .filter((item) => item !== NO_ITEM);
  }
}
