import { NONE } from "../../book/lines";
import { zeroIfBlank } from "../../documents/amounts";
import { headOf, linesOf } from "../../documents/group";
import { documentTypes } from "../../documents/index";
import type { Side } from "../../documents/document-type";
import { PAID } from "../../settlement/open-items";
import type { Against } from "./against";
import type { NamedDocument } from "./named-documents";
import type { Settling } from "./settling";

/** What a line of a refund pays back, and what it has left to pay it with. */
interface Paying {
  readonly line: number;
  readonly debit: number;
  readonly against: Against;
  readonly purse: { left: number };
}

/**
 * Money paid back to a customer, or by a supplier: it takes up the credits named by `against`, else by `ref`
 * (a return, an advance, a payment), else the oldest where the book says so. Source: DOMAIN §2 TK; CONTRACT
 * §2.
 */
export class Refunds {
  constructor(private readonly settling: Settling) {}

  private get source() {
    return this.settling.debts.source;
  }

  /** Posts a refund. */
  refund(document: number): void {
    const { lines } = this.source.book;
    const amount = this.settling.debts.sum(document, lines.amount);
    const side = this.sideOf(document);
    if (amount === 0 || side === null) return;
    const debit = this.settling.debts.add(document, side, amount);
    for (const line of linesOf(this.source.documents, document)) {
      const text = this.namedIn(line);
      if (text !== "") this.payNamed(line, debit, text);
      else if (this.source.settlesItself(document)) this.payOldest(line, debit);
    }
  }

  private namedIn(line: number): string {
    const { against, ref } = this.source.book.lines;
    return against[line] || ref[line];
  }

  /**
   * Whose money is paid back: as what is named, else as the partner is; a partner who is both, or neither,
   * needs a name: REQUIRED.
   */
  private sideOf(document: number): Side | null {
    const { lines, masters } = this.source.book;
    const head = headOf(this.source.documents, document);
    if (lines.partner[head] === NONE) return null;
    for (const { ref } of this.settling.parse(this.namedIn(head))) {
      const named = this.settling.named(ref);
      const side = named === null ? null : this.sideNamed(named);
      if (side !== null) return side;
    }
    const { customer, supplier } = masters.partners[lines.partner[head]];
    if (customer === supplier) {
      const text = this.namedIn(head);
      if (text === "") this.settling.report({ line: head, column: "ref" }, "REQUIRED");
      else this.settling.report({ line: head, column: "ref" }, "UNKNOWN_REF", { value: text });
      return null;
    }
    return customer ? "receivable" : "payable";
  }

  private sideNamed({ document }: NamedDocument): Side | null {
    const { lines, masters } = this.source.book;
    const head = headOf(this.source.documents, document);
    const { side, debt } = documentTypes[lines.type[head]];
    if (side !== null || debt !== "opening" || lines.partner[head] === NONE) return side;
    return masters.partners[lines.partner[head]].customer ? "receivable" : "payable";
  }

  private payNamed(line: number, debit: number, text: string): void {
    this.settling.settledBy.begin(line);
    const column = this.columnOf(line);
    const purse = { left: zeroIfBlank(this.source.book.lines.amount[line]) };
    for (const against of this.settling.parse(text)) {
      const { ref } = against;
      const named = this.settling.named(ref);
      const paying = { line, debit, against, purse };
      if (named === null) this.settling.report({ line, column }, "UNKNOWN_REF", { value: ref });
      else if (this.settling.debts.allOf(named.document).length > 0) this.payOne(paying, named);
      else {
        const settle = (): void => this.payOne(paying, named);
        this.settling.arrivals.waitFor(named.document, { line, ref, column, settle });
      }
    }
  }

  private columnOf(line: number): string {
    return this.source.book.lines.against[line] === "" ? "ref" : "against";
  }

  private payOne({ line, debit, against, purse }: Paying, named: NamedDocument): void {
    const { side, partner } = this.settling.debts.items;
    const { ref } = against;
    const at = { line, column: this.columnOf(line) };
    const credits = this.settling.creditsNamed(named).filter((item) => side[item] === side[debit]);
    if (credits.length === 0) this.settling.report(at, "UNKNOWN_REF", { value: ref });
    if (credits.length === 0 || !this.settling.isOf(partner[debit], credits, { ...at, ref })) return;
    const asked = Math.min(against.amount ?? purse.left, purse.left);
    const { open } = this.settling.debts.items;
    const there = credits.reduce((sum, credit) => sum + Math.max(0, -open[credit]), 0);
    let rest = asked;
    if (this.settling.isAskingTooMuch(line, asked, there)) rest -= there;
    else for (const credit of credits) rest -= this.match(line, credit, { debit, most: rest });
    if (rest > 0) this.settling.report(at, "OVER_SETTLED", this.settling.over(ref, asked, asked - rest));
    purse.left -= asked;
  }

  private match(
    line: number,
    credit: number,
    { debit, most }: { readonly debit: number; readonly most: number },
  ): number {
    const { items } = this.settling.debts;
    const part = Math.min(most, -items.open[credit]);
    if (part <= 0) return 0;
    items.match(debit, credit, part, { day: this.source.book.lines.day[line], by: PAID });
    this.settling.settled(line, credit, part);
    return part;
  }

  private payOldest(line: number, debit: number): void {
    const { items } = this.settling.debts;
    this.settling.settledBy.begin(line);
    const asked = zeroIfBlank(this.source.book.lines.amount[line]);
    let rest = asked;
    for (let credit = 0; credit < items.count && rest > 0; credit++) {
      const isOwn =
        items.partner[credit] === items.partner[debit] && items.side[credit] === items.side[debit];
      if (isOwn && items.open[credit] < 0) rest -= this.match(line, credit, { debit, most: rest });
    }
    if (rest === 0) return;
    const facts = this.settling.over("", asked, asked - rest);
    this.settling.report({ line, column: "amount" }, "OVER_SETTLED", facts);
  }
}
