import { type Lines, NONE } from "../../book/lines";
import { sharedOver, uninvoiced, zeroIfBlank } from "../../documents/amounts";
import { askedBy, type Link } from "../../documents/links";
import { CreditedGoods } from "./credited-goods";
import type { Debt } from "./debt-terms";

/** What a line of an invoice says of one delivered line, and what that line itself said of as much. */
export interface InvoicedPart {
  readonly target: number;
  readonly said: Debt;
  readonly booked: Debt;
}

const NOTHING: Debt = { amount: 0, tax: 0 };

/** One debt and another. */
export function debtSum(one: Debt, other: Debt): Debt {
  return { amount: one.amount + other.amount, tax: one.tax + other.tax };
}

/** One debt without another. */
export function debtLess(one: Debt, other: Debt): Debt {
  return { amount: one.amount - other.amount, tax: one.tax - other.tax };
}

/**
 * What invoices, told in their order, put in the place of what delivered lines came to: the last part of a
 * delivered line takes its remainder. What a row says of several lines is shared over these by its one price,
 * unless it says what they did, and then changes none of them. A red invoice of goods that went back
 * is put in the place of what their return credits. Source: DOMAIN §4 CF, XF.
 */
export class InvoicedParts {
  /** How much of a delivered line invoices have taken up, in stock units. */
  private readonly invoicedQty = new Map<number, number>();
  /** What lines that others take back said of each line that they are of. */
  private readonly saidBefore = new Map<number, ReadonlyMap<number, Debt>>();
  private readonly credited = new CreditedGoods();

  constructor(
    private readonly lines: Lines,
    private readonly base: Float64Array,
  ) {}

  /** The parts of an invoice's line, by what it refers to. */
  of(line: number, links: readonly Link[]): readonly InvoicedPart[] {
    const booked = links.map((link) => this.bookedFor(line, link));
    const said = this.saidOf(line, links, booked);
    return links.map(({ target }, i) => ({ target, said: said[i], booked: booked[i] }));
  }

  /** What a line comes to with its tax. */
  saidBy(line: number): Debt {
    return { amount: zeroIfBlank(this.lines.total[line]), tax: zeroIfBlank(this.lines.tax[line]) };
  }

  private saidOf(line: number, links: readonly Link[], booked: readonly Debt[]): readonly Debt[] {
    const before = this.saidBefore.get(this.lines.reverses[line]);
    if (before !== undefined)
      return links.map(({ target }) => debtLess(NOTHING, before.get(target) ?? NOTHING));
    const { amount, tax } = this.saidBy(line);
    const parts = (of: keyof Debt) =>
      links.map(({ target, qty }, i) => ({ qty, own: booked[i][of], whole: this.saidBy(target)[of] }));
    const amounts = sharedOver(amount, parts("amount"));
    const taxes = sharedOver(tax, parts("tax"));
    const said = links.map((_, i) => ({ amount: amounts[i], tax: taxes[i] }));
    if (links.length > 1 && this.lines.reverses[line] === NONE)
      this.saidBefore.set(line, new Map(links.map(({ target }, i) => [target, said[i]])));
    return said;
  }

  /** What a return credits; `isOfBilled` = nothing of it is for goods that no invoice asks for. */
  giveBack(links: readonly Link[], credited: Debt, isOfBilled: boolean): void {
    this.credited.giveBack(links, credited, isOfBilled);
  }

  /** What returns credit for the goods that a red invoice is of. */
  creditedFor(line: number, links: readonly Link[]): Debt {
    const takesBack = this.lines.reverses[line];
    return links
      .filter(({ billed }) => billed !== 0)
      .map((link) => this.credited.take(line, link, takesBack))
      .reduce(debtSum, NOTHING);
  }

  private bookedFor(line: number, link: Link): Debt {
    const { target } = link;
    const whole = this.saidBy(target);
    const before = this.invoicedQty.get(target) ?? 0;
    const after = before + askedBy(link);
    this.invoicedQty.set(target, after);
    const left = (all: number, invoiced: number): number => uninvoiced(all, this.base[target], invoiced);
    const part = (all: number): number => left(all, before) - left(all, after);
    return debtLess({ amount: part(whole.amount), tax: part(whole.tax) }, this.creditedFor(line, [link]));
  }
}
