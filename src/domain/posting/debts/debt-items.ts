import { type Lines, NONE } from "../../book/lines";
import type { Side } from "../../documents/document-type";
import { headOf, linesOf } from "../../documents/group";
import { linksOf } from "../../documents/links";
import type { Day } from "../../kernel/day";
import { NO_ITEM, OpenItems, PAYABLE, RECEIVABLE } from "../../settlement/open-items";
import type { Instalment } from "../../settlement/terms";
import type { DebtSource } from "./debt-source";
import { type Agreed, type Debt, DebtTerms } from "./debt-terms";

/**
 * A debt in several instalments: its items in their order, what each comes to now, its terms, and the day on
 * which an invoice said that all of it is due.
 */
interface Parted {
  readonly items: number[];
  readonly amounts: number[];
  agreed: Agreed;
  due: Day | null;
}

/** Which items each document made, and how a document without one of its own finds those it is about. */
export class DebtItems {
  readonly items: OpenItems;
  /** First item that a document made, NO_ITEM = none. */
  readonly itemOf: Int32Array;
  /** How much of what a document owes is tax, invoices included. */
  private readonly taxOf: Float64Array;
  private readonly parted = new Map<number, Parted>();
  /** Credits that documents made besides what they owe: money ahead of an invoice, or freed by one. */
  private readonly besides = new Map<number, number[]>();
  /** Documents whose invoice a delivered line is on, where debts arise on invoice. */
  private readonly invoicesOf = new Map<number, number[]>();
  /**
   * 1 for each document that has had its turn: an invoice yet to come has no part in its delivery's items.
   */
  private readonly seen: Uint8Array;
  private readonly lines: Lines;
  private readonly terms: DebtTerms;

  constructor(readonly source: DebtSource) {
    this.lines = source.book.lines;
    this.items = new OpenItems(source.documents.count);
    this.itemOf = new Int32Array(source.documents.count).fill(NO_ITEM);
    this.taxOf = new Float64Array(source.documents.count);
    this.seen = new Uint8Array(source.documents.count);
    this.terms = new DebtTerms(source);
  }

  /** A document has its turn; answers its first line. */
  begin(document: number): number {
    this.seen[document] = 1;
    return headOf(this.source.documents, document);
  }

  /** Whether a document has had its turn. */
  isSeen(document: number): boolean {
    return this.seen[document] === 1;
  }

  /** The day from which on an invoice is known in what a document owes: not before that is owed. */
  knownFrom(invoice: number, document: number): Day {
    const dayOf = (each: number): Day => this.lines.day[headOf(this.source.documents, each)];
    return Math.max(dayOf(invoice), dayOf(document));
  }

  /** A new item of a document, due on the day typed, else at once. */
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

  /** What a document owes: an item for each instalment of its terms. Answers them in their order. */
  addDebt(document: number, side: Side | null, debt: Debt): readonly number[] {
    const { amount } = debt;
    this.taxOf[document] = debt.tax;
    const agreed = amount > 0 ? this.terms.of(document) : null;
    if (agreed === null) return [this.add(document, side, amount)];
    const parts = this.terms.cut(debt, agreed);
    const first = this.items.count;
    const head = headOf(this.source.documents, document);
    const kind = side === "receivable" ? RECEIVABLE : PAYABLE;
    const made = { document, side: kind, partner: this.lines.partner[head], day: this.lines.day[head] };
    const own = parts.map(({ amount: part, due }, at) =>
      this.items.add({ ...made, due, amount: part, part: at + 1 }),
    );
    this.itemOf[document] = first;
    parts.forEach((part, at) => this.offer(own[at], made.day, part));
    const amounts = parts.map((part) => part.amount);
    this.parted.set(document, { items: own, amounts, agreed, due: null });
    return own;
  }

  private offer(item: number, day: Day, { discount, discountUntil }: Instalment): void {
    if (discountUntil !== NONE)
      this.items.offer({ item, day, early: { until: discountUntil, amount: discount } });
    else if (this.items.discounts.has(item)) this.items.offer({ item, day, early: null });
  }

  /** An invoice changes what a document owes; its instalments follow its terms. */
  change(document: number, day: Day, { amount, tax }: Debt): void {
    this.taxOf[document] += tax;
    const parted = this.parted.get(document);
    if (parted === undefined) this.items.change(this.itemOf[document], day, amount);
    else if (amount !== 0 || tax !== 0) this.cutAnew(document, parted, { day, amount });
  }

  /** An invoice says by a day, or by terms of its own, when a document's debt is due. */
  redate(document: number, invoice: number): void {
    const head = headOf(this.source.documents, invoice);
    const day = this.knownFrom(invoice, document);
    const due = this.lines.due[head];
    const known = this.parted.get(document);
    if (due !== NONE) {
      this.ownItems(document).forEach((item) => this.items.redate(item, due, day));
      if (known !== undefined) known.due = due;
    }
    const agreed = this.terms.typedOn(invoice);
    const item = this.itemOf[document];
    if (agreed === null || item === NO_ITEM) return;
    const single = { items: [item], amounts: [this.comesTo(item)] };
    const parted = { ...(known ?? single), agreed, due: null };
    this.parted.set(document, parted);
    this.cutAnew(document, parted, { day, amount: 0 });
  }

  /** What an item comes to by now, with all that invoices changed. */
  comesTo(item: number): number {
    const { amount, changes } = this.items;
    return changes.reduce((sum, change) => (change.item === item ? sum + change.amount : sum), amount[item]);
  }

  private cutAnew(
    document: number,
    { items, amounts, agreed, due }: Parted,
    { day, amount }: { readonly day: Day; readonly amount: number },
  ): void {
    const whole = amounts.reduce((sum, part) => sum + part, amount);
    const parts = this.terms.cut({ amount: whole, tax: this.taxOf[document] }, agreed);
    const { side, partner } = this.items;
    const own = this.lines.day[headOf(this.source.documents, document)];
    const made = { document, side: side[items[0]], partner: partner[items[0]], day: own };
    parts.forEach((part, at) => {
      // a new part is of its document's day too, and comes to nothing before the invoice
      if (at >= items.length) items.push(this.items.add({ ...made, due: part.due, amount: 0, part: at + 1 }));
      this.items.change(items[at], day, part.amount - (amounts[at] ?? 0));
      if (part.amount > 0) this.items.redate(items[at], due ?? part.due, day);
      this.offer(items[at], day, part);
      amounts[at] = part.amount;
    });
    for (let at = parts.length; at < items.length; at++) {
      this.items.change(items[at], day, -amounts[at]);
      this.items.offer({ item: items[at], day, early: null });
      amounts[at] = 0;
    }
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

  /** Whether the document that a line belongs to owes anything itself. */
  owes(line: number): boolean {
    return this.itemOf[this.source.documents.ofLine[line]] !== NO_ITEM;
  }

  /** The items that a document made itself, in the order of its instalments. */
  ownItems(document: number): readonly number[] {
    const parted = this.parted.get(document);
    if (parted !== undefined) return parted.items;
    return this.itemOf[document] === NO_ITEM ? [] : [this.itemOf[document]];
  }

  /** Items in the order in which they fall due; of one day in the order in which they were made. */
  oldestFirst(items: readonly number[]): readonly number[] {
    if (items.length < 2) return items;
    const { due } = this.items;
    return items.toSorted((a, b) => due[a] - due[b] || a - b);
  }

  /** Whether a document owes in more than one instalment. */
  isParted(document: number): boolean {
    return this.ownItems(document).length > 1;
  }

  /** How a cell names an item: its document and instalment, 0 where it has but one; null = it cannot. */
  nameOf(item: number): { readonly document: number; readonly instalment: number } | null {
    const document = this.items.document[item];
    if (!this.allOf(document).includes(item)) return null;
    return { document, instalment: this.isParted(document) ? this.items.part[item] : 0 };
  }

  /** A credit that its document made besides what it owes. */
  noteBesides(item: number): void {
    const document = this.items.document[item];
    this.besides.set(document, [...(this.besides.get(document) ?? []), item]);
  }

  /** The credits that a document made besides what it owes. */
  besidesOf(document: number): readonly number[] {
    return this.besides.get(document) ?? [];
  }

  /** All that a document can be named for: its items, those that it completed, and the credits besides. */
  allOf(document: number): readonly number[] {
    return [...this.itemsOf(document), ...this.besidesOf(document)];
  }

  /** The items that a document made or, where it completed others, those. */
  itemsOf(document: number): readonly number[] {
    if (this.itemOf[document] !== NO_ITEM) return this.ownItems(document);
    if (this.seen[document] === 0) return [];
    const items = new Set<number>();
    for (const line of linesOf(this.source.documents, document)) {
      for (const { target } of linksOf(this.source.links, line))
        this.itemsOfDelivered(target).forEach((item) => items.add(item));
      for (const invoice of this.invoicesOf.get(line) ?? [])
        this.ownItems(invoice).forEach((item) => items.add(item));
    }
    return [...items];
  }

  /** The items that ask for a delivered line, oldest first: its document's, else those of its invoices. */
  itemsOfDelivered(line: number): readonly number[] {
    const own = this.ownItems(this.source.documents.ofLine[line]);
    if (own.length > 0) return this.oldestFirst(own);
    const invoices = this.invoicesOf.get(line) ?? [];
    return invoices.flatMap((invoice) => this.oldestFirst(this.ownItems(invoice)));
  }
}
