import { NO_TYPE } from "../../book/lines";
import { sharedByQty, uninvoiced } from "../../documents/amounts";
import { documentTypes } from "../../documents/index";
import { landedShares } from "../../documents/landed-shares";
import { purchaseCost } from "../../documents/purchase-cost";
import type { Link } from "../../documents/links";
import { restatingDay } from "../../documents/restating-day";
import { isJobDifference } from "../../documents/roles";
import { isLate, isLateInvoice } from "./late-effects";
import type { AddedCost, MoveSource } from "./move-source";
import { UninvoicedReturns } from "./uninvoiced-returns";

/** What invoices have said of a receipt: how much of its quantity they cover, and what that cost. */
export interface Invoiced {
  readonly qty: number;
  readonly cost: number;
}

/**
 * What later documents say of the cost of receipts, by the receipt's line; `late` is what restates nothing.
 */
export interface AddedCosts {
  readonly invoiced: ReadonlyMap<number, Invoiced>;
  readonly landed: ReadonlyMap<number, number>;
  readonly late: readonly AddedCost[];
  readonly returns: Pick<UninvoicedReturns, "by">;
}

/** Which lines come before which; only looked up where something may be late. */
function places({ book, order }: MoveSource): Int32Array {
  const place = new Int32Array(book.lines.count).fill(-1);
  order.forEach((line, at) => (place[line] = at));
  return place;
}

class Additions implements AddedCosts {
  readonly invoiced = new Map<number, Invoiced>();
  readonly landed = new Map<number, number>();
  readonly late: AddedCost[] = [];
  readonly returns: UninvoicedReturns;
  private place: Int32Array | null = null;
  /** How much of a receipt invoices have covered so far, late ones too. */
  private readonly covered = new Map<number, number>();

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
    const costs = sharedByQty(purchaseCost(book, line, restatingDay(book, line, targets)), targets);
    targets.forEach(({ target, qty }, i) => {
      const before = this.covered.get(target) ?? 0;
      this.covered.set(target, before + qty);
      const booked = (): number => this.own(target, before) - this.own(target, before + qty);
      if (isLateInvoice(book, target, line) && this.isEarlier(target, line)) {
        this.late.push({ by: line, target, amount: costs[i] - booked() });
        return;
      }
      this.told?.({ by: line, target, amount: costs[i] - booked() });
      const sum = this.invoiced.get(target) ?? { qty: 0, cost: 0 };
      this.invoiced.set(target, { qty: sum.qty + qty, cost: sum.cost + costs[i] });
    });
  }

  charge(line: number, targets: readonly Link[]): void {
    const { book } = this.source;
    const shares = landedShares(book, line, targets);
    targets.forEach(({ target }, i) => {
      const cost = { by: line, target, amount: shares[i] };
      if (isLate(book, target, line) && this.isEarlier(target, line)) {
        this.late.push(cost);
        return;
      }
      this.told?.(cost);
      this.landed.set(target, (this.landed.get(target) ?? 0) + shares[i]);
    });
  }

  /** What goods cost more that a finished job had made in a period that is closed. */
  finish(line: number, targets: readonly Link[]): void {
    const { lines } = this.source.book;
    for (const { target } of targets) {
      const amount = lines.value[line];
      if (isJobDifference(lines, line, target) && amount !== 0) this.late.push({ by: line, target, amount });
    }
  }

  /** What a receipt itself says of the part that so much invoiced leaves. */
  private own(target: number, invoicedQty: number): number {
    const { book, quantities } = this.source;
    return uninvoiced(purchaseCost(book, target), quantities.base[target], invoicedQty);
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
    else if (type.stock === "return-out") additions.returns.giveBack(line, targets);
  }
  return additions;
}
