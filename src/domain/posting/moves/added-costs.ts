import { NO_TYPE } from "../../book/lines";
import { sharedByWorth, uninvoiced, zeroIfBlank } from "../../documents/amounts";
import { documentTypes } from "../../documents/index";
import { landedShares } from "../../documents/landed-shares";
import { purchaseCost } from "../../documents/purchase-cost";
import { askedBy, type Link } from "../../documents/links";
import { restatingDay } from "../../documents/restating-day";
import { isJobDifference } from "../../documents/roles";
import { mulDiv } from "../../kernel/mul-div";
import { CreditedGoods } from "../debts/credited-goods";
import { isLate, isLateInvoice } from "./late-effects";
import type { AddedCost, CreditedAnew, MoveSource } from "./move-source";
import { UninvoicedReturns } from "./uninvoiced-returns";

/** What invoices have said of a receipt: how much of its quantity they cover, and what that cost. */
export interface Invoiced {
  readonly qty: number;
  readonly cost: number;
}

/**
 * What later documents say of the cost of receipts, by the receipt's line; `late` is what restates nothing,
 * `beyond` what would restate receipts to less than nothing.
 */
export interface AddedCosts {
  readonly invoiced: ReadonlyMap<number, Invoiced>;
  readonly landed: ReadonlyMap<number, number>;
  readonly late: readonly AddedCost[];
  readonly beyond: readonly AddedCost[];
  readonly returns: Pick<UninvoicedReturns, "by">;
  /** What red invoices of goods gone back credit less (more, negative) than their returns did. */
  readonly credited: readonly CreditedAnew[];
}

/** Which lines come before which; only looked up where something may be late. */
function places({ book, order }: MoveSource): Int32Array {
  const place = new Int32Array(book.lines.count).fill(-1);
  order.forEach((line, at) => (place[line] = at));
  return place;
}

/** What a line says that a receipt costs, and for how much of it that is an invoice; −1 = it is none. */
interface Said {
  readonly by: number;
  readonly target: number;
  readonly cost: number;
  readonly qty: number;
}

class Additions implements AddedCosts {
  readonly invoiced = new Map<number, Invoiced>();
  readonly landed = new Map<number, number>();
  readonly late: AddedCost[] = [];
  readonly beyond: AddedCost[] = [];
  readonly returns: UninvoicedReturns;
  readonly credited: CreditedAnew[] = [];
  private readonly goods = new CreditedGoods();
  private place: Int32Array | null = null;
  /** How much of a receipt invoices have covered so far; late ones come behind all others. */
  private readonly covered = new Map<number, number>();
  /** What a receipt has come to so far, below nothing too. */
  private readonly cost = new Map<number, number>();
  private readonly waiting: Said[] = [];

  constructor(
    private readonly source: MoveSource,
    /** Told of each addition that restates its receipt; null = nobody is. */
    private readonly told: ((cost: AddedCost) => void) | null,
  ) {
    this.returns = new UninvoicedReturns(source);
  }

  invoice(line: number, targets: readonly Link[]): void {
    const { book } = this.source;
    this.returns.invoice(line, targets);
    const cost = purchaseCost(book, line, restatingDay(book, line, targets));
    const costs = sharedByWorth(cost, targets, (target) => purchaseCost(book, target));
    targets.forEach((link, i) => {
      const ofBack = link.billed === 0 ? 0 : mulDiv(0 - costs[i], link.billed, link.qty);
      if (link.billed !== 0) this.creditAnew(line, link, ofBack);
      if (link.billed === 0 || askedBy(link) !== 0) this.complete(line, link, costs[i] - ofBack);
    });
  }

  /** An invoice says what so much of a receipt cost, or that so much less is asked for. */
  private complete(line: number, link: Link, cost: number): void {
    const { target } = link;
    const said = { by: line, target, cost, qty: askedBy(link) };
    if (isLateInvoice(this.source.book, target, line) && this.isEarlier(target, line))
      this.waiting.push(said);
    else this.restate(said);
  }

  /** A red invoice of goods gone back credits them at its own price, in the place of their return's. */
  private creditAnew(line: number, link: Link, cost: number): void {
    const takesBack = this.source.book.lines.reverses[line];
    const amount = cost + this.goods.take(line, link, takesBack).amount;
    if (amount !== 0) this.credited.push({ by: line, target: link.target, amount });
  }

  /** Goods go back to a supplier, or do not after all. */
  giveBack(line: number, targets: readonly Link[]): void {
    this.returns.giveBack(line, targets);
    const amount = zeroIfBlank(purchaseCost(this.source.book, line));
    this.goods.giveBack(targets, { amount, tax: 0 }, false);
  }

  charge(line: number, targets: readonly Link[]): void {
    const { book } = this.source;
    const shares = landedShares(book, line, targets);
    targets.forEach(({ target }, i) => {
      const said = { by: line, target, cost: shares[i], qty: -1 };
      if (isLate(book, target, line) && this.isEarlier(target, line)) this.waiting.push(said);
      else this.restate(said);
    });
  }

  /** What goods cost more that a finished job had made in a period that is closed. */
  finish(line: number, targets: readonly Link[]): void {
    const { lines } = this.source.book;
    for (const { target } of targets) {
      const amount = lines.value[line];
      if (isJobDifference(lines, line, target) && amount !== 0)
        this.late.push({ by: line, target, amount, beyond: 0 });
    }
  }

  /** Says of what is late how much it adds, once all is known that is not. */
  settle(): void {
    for (const said of this.waiting) this.late.push(this.added(said));
  }

  private restate(said: Said): void {
    const { target, cost, qty } = said;
    const added = this.added(said);
    this.told?.(added);
    if (added.beyond !== 0) this.beyond.push(added);
    if (qty === -1) this.landed.set(target, (this.landed.get(target) ?? 0) + cost);
    else {
      const sum = this.invoiced.get(target) ?? { qty: 0, cost: 0 };
      this.invoiced.set(target, { qty: sum.qty + qty, cost: sum.cost + cost });
    }
  }

  /**
   * How much what is said adds to what a receipt has come to: an invoice its cost less what stood for it
   * until then; goods are never worth less than nothing.
   */
  private added({ by, target, cost, qty }: Said): AddedCost {
    const amount = qty === -1 ? cost : cost - this.booked(target, qty);
    const before = this.cost.get(target) ?? purchaseCost(this.source.book, target);
    this.cost.set(target, before + amount);
    const more = Math.max(0, before + amount) - Math.max(0, before);
    return { by, target, amount, beyond: amount - more };
  }

  /** What a receipt itself says of the next part that is invoiced. */
  private booked(target: number, qty: number): number {
    const { book, quantities } = this.source;
    const before = this.covered.get(target) ?? 0;
    this.covered.set(target, before + qty);
    const own = (invoicedQty: number): number =>
      uninvoiced(purchaseCost(book, target), quantities.base[target], invoicedQty);
    return own(before) - own(before + qty);
  }

  private isEarlier(target: number, by: number): boolean {
    this.place ??= places(this.source);
    return this.place[target] < this.place[by];
  }
}

/**
 * What purchase invoices and landed costs add to the receipts that they refer to, whenever they came, unless
 * they come too late. Source: DOMAIN §4 CF, §5.10.
 */
export function addedCosts(source: MoveSource, told: ((cost: AddedCost) => void) | null = null): AddedCosts {
  const { book, links } = source;
  const additions = new Additions(source, told);
  for (const [line, targets] of links) {
    const type = book.lines.type[line] === NO_TYPE ? null : documentTypes[book.lines.type[line]];
    if (type?.stock === "revalue") additions.finish(line, targets);
    if (type?.register !== "purchases") continue;
    if (type.debt === "invoice") additions.invoice(line, targets);
    else if (type.debt === "charge") additions.charge(line, targets);
    else if (type.stock === "return-out") additions.giveBack(line, targets);
  }
  additions.settle();
  return additions;
}
