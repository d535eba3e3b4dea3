import { zeroIfBlank } from "../../documents/amounts";
import { NO_ITEM, type OpenItems, PAID } from "../../settlement/open-items";
import type { Against } from "./against";
import { CashDiscounts } from "./cash-discounts";
import type { DebtSource } from "./debt-source";
import type { NamedDocument } from "./named-documents";
import type { Settling } from "./settling";

/** What a payment line names, and what it has left to settle it with. */
interface Naming {
  readonly line: number;
  readonly credit: number;
  readonly against: Against;
  readonly purse: { left: number };
}

/**
 * Settles debts with payments: what a payment line names, else the oldest where the book says so. Source:
 * DOMAIN §8.1.
 */
export class PaymentMatcher {
  private readonly discounts: CashDiscounts;
  private readonly source: DebtSource;
  private readonly items: OpenItems;

  constructor(private readonly settling: Settling) {
    this.source = settling.debts.source;
    this.items = settling.debts.items;
    this.discounts = new CashDiscounts(settling);
  }

  /** Settles what each line of a payment names; lines that name nothing come last and settle the oldest. */
  settle(document: number, credit: number): void {
    const { lines } = this.source.book;
    const { starts, members } = this.source.documents;
    const takesOldest = this.source.settlesItself(document);
    for (let i = starts[document]; i < starts[document + 1]; i++) {
      const line = members[i];
      if (lines.against[line] !== "") this.settleNamed(line, credit, this.amountOf(line));
    }
    for (let i = takesOldest ? starts[document] : Infinity; i < starts[document + 1]; i++) {
      const line = members[i];
      if (lines.against[line] !== "" || lines.advance[line] === 1) continue;
      this.settling.settledBy.begin(line);
      this.settleOldest(line, credit, this.amountOf(line));
    }
    for (let i = starts[document]; i < starts[document + 1]; i++) this.discounts.check(members[i]);
  }

  private tellOver(
    line: number,
    over: { readonly ref: string; readonly amount: number; readonly left: number },
  ) {
    const facts = this.settling.over(over.ref, over.amount, over.left);
    this.settling.report({ line, column: "against" }, "OVER_SETTLED", facts);
  }

  private amountOf(line: number): number {
    const { amount, discountTaken } = this.source.book.lines;
    return zeroIfBlank(amount[line]) + zeroIfBlank(discountTaken[line]);
  }

  private settleOldest(line: number, credit: number, amount: number): void {
    const partner = this.source.book.lines.partner[line];
    const side = this.items.side[credit];
    for (let left = amount; left > 0;) {
      const debit = this.items.oldestOpen(partner, side);
      if (debit === NO_ITEM) break;
      left -= this.match(line, debit, credit, left);
    }
  }

  private match(line: number, debit: number, credit: number, most: number): number {
    const part = Math.min(most, this.items.open[debit]);
    if (part <= 0) return 0;
    this.items.match(debit, credit, part, { day: this.source.book.lines.day[line], by: PAID });
    this.settling.settled(line, debit, part);
    this.discounts.settles(line, { debit, credit }, part);
    return part;
  }

  private settleNamed(line: number, credit: number, amount: number): void {
    const { lines } = this.source.book;
    this.settling.settledBy.begin(line);
    const purse = { left: amount };
    for (const against of this.settling.parse(lines.against[line])) {
      const { ref } = against;
      const named = this.settling.named(ref);
      const naming = { line, credit, against, purse };
      if (named === null) this.settling.report({ line, column: "against" }, "UNKNOWN_REF", { value: ref });
      else if (this.settling.debts.itemsOf(named.document).length > 0) this.settleOne(naming, named);
      else {
        const settle = (): void => this.settleOne(naming, named);
        const done = (): void => this.discounts.check(line);
        this.settling.arrivals.waitFor(named.document, { line, ref, column: "against", settle, done });
      }
    }
  }

  private settleOne({ line, credit, against, purse }: Naming, named: NamedDocument): void {
    const debits = this.debitsNamed(line, against.ref, { credit, named });
    const most = Math.min(against.amount ?? purse.left, purse.left);
    const open = debits.reduce((sum, debit) => sum + Math.max(0, this.items.open[debit]), 0);
    const isTooMuch = this.settling.isAskingTooMuch(line, against.amount ?? 0, Math.min(most, open));
    if (debits.length > 0 && isTooMuch) {
      this.tellOver(line, { ref: against.ref, amount: against.amount ?? 0, left: Math.min(most, open) });
      return;
    }
    let rest = most;
    for (const debit of debits) rest -= this.match(line, debit, credit, rest);
    const asked = against.amount ?? (rest === most ? most : 0);
    if (debits.length > 0 && most - rest < asked)
      this.tellOver(line, { ref: against.ref, amount: asked, left: most - rest });
    purse.left -= most - rest;
  }

  private debitsNamed(
    line: number,
    ref: string,
    { credit, named }: { readonly credit: number; readonly named: NamedDocument },
  ): readonly number[] {
    const { side, partner } = this.items;
    const debits = this.settling.itemsNamed(named).filter((item) => side[item] === side[credit]);
    if (debits.length === 0) {
      this.settling.report({ line, column: "against" }, "UNKNOWN_REF", { value: ref });
      return [];
    }
    return this.settling.isOf(partner[credit], debits, { line, column: "against", ref }) ? debits : [];
  }
}
