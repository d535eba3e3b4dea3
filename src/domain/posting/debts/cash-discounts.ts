import { NONE, STATUSES } from "../../book/lines";
import { isTakenBack } from "../../book/reversals";
import { zeroIfBlank } from "../../documents/amounts";
import { type Day, dayText } from "../../kernel/day";
import { figure } from "../../kernel/numbers";
import type { OpenItems } from "../../settlement/open-items";
import type { Settling } from "./settling";

const POSTED = STATUSES.indexOf("posted");

/** So much of an item that a line settles, or of its discount that the line takes. */
interface Part {
  readonly line: number;
  readonly item: number;
  readonly amount: number;
}

/**
 * What terms still let a line take off, and until when its debts had to be paid for that; NONE = no terms.
 */
interface Given {
  readonly amount: number;
  readonly until: Day;
}

/**
 * Cash discounts that payments take: they settle what the money leaves of the debts, or are none, for only
 * money can be left as an advance; and what goes beyond the terms is told. Source: DOMAIN §8.1, §8.4.
 */
export class CashDiscounts {
  private readonly settled = new Map<number, Part[]>();
  /** What lines took of the discount of an item. */
  private readonly taken = new Map<number, Part[]>();
  private readonly late: number[] = [];
  private readonly items: OpenItems;

  constructor(private readonly settling: Settling) {
    this.items = settling.debts.items;
  }

  private get lines() {
    return this.settling.debts.source.book.lines;
  }

  /** A line settles so much of an item. */
  settles(line: number, item: number, amount: number): void {
    if (!(this.lines.discountTaken[line] > 0)) return;
    this.settled.set(line, [...(this.settled.get(line) ?? []), { line, item, amount }]);
  }

  /** Judges the discount of a line once it has settled what is there; one that waits is judged at the end. */
  check(line: number): void {
    if (!(this.lines.discountTaken[line] > 0)) return;
    if (this.settling.arrivals.waits(line)) this.late.push(line);
    else this.judge(line);
  }

  /** Judges those that waited for what they name. */
  finish(): void {
    for (const line of this.late) if (!this.settling.arrivals.waits(line)) this.judge(line);
  }

  private judge(line: number): void {
    const { amount, discountTaken } = this.lines;
    const parts = this.settled.get(line) ?? [];
    const settled = parts.reduce((sum, part) => sum + part.amount, 0);
    const left = Math.max(0, settled - zeroIfBlank(amount[line]));
    if (discountTaken[line] > left) this.tellOver(line, settled, left);
    else this.compareWithTerms(line, parts);
  }

  private money(units: number): number {
    return figure(units, this.settling.debts.source.book.settings.moneyDecimals);
  }

  private tellOver(line: number, settled: number, left: number): void {
    const facts = {
      taken: this.money(this.lines.discountTaken[line]),
      amount: this.money(zeroIfBlank(this.lines.amount[line])),
      settled: this.money(settled),
      left: this.money(left),
    };
    this.settling.report({ line, column: "discountTaken" }, "DISCOUNT_OVER", facts);
  }

  /** A discount agreed freely is allowed; a draft is told how much of it the terms do not give. */
  private compareWithTerms(line: number, parts: readonly Part[]): void {
    const { discountTaken, status } = this.lines;
    const { amount, until } = this.give(line, parts);
    if (amount >= discountTaken[line] || status[line] >= POSTED) return;
    const facts = {
      taken: this.money(discountTaken[line]),
      given: this.money(amount),
      until: until === NONE ? null : dayText(until),
    };
    this.settling.report({ line, column: "discountTaken" }, "DISCOUNT_BEYOND_TERMS", facts);
  }

  /** Takes off what the terms of the items give, one after the other; the day is the first of theirs. */
  private give(line: number, parts: readonly Part[]): Given {
    let rest = this.lines.discountTaken[line];
    let until: Day = NONE;
    for (const item of new Set(parts.map((part) => part.item))) {
      const offer = this.items.discounts.get(item);
      if (offer === undefined) continue;
      until = until === NONE ? offer.until : Math.min(until, offer.until);
      if (this.lines.day[line] > offer.until) continue;
      const takers = this.taken.get(item) ?? [];
      const amount = Math.max(0, Math.min(rest, offer.amount - this.takenBy(takers)));
      this.taken.set(item, [...takers, { line, item, amount }]);
      rest -= amount;
    }
    return { amount: this.lines.discountTaken[line] - rest, until };
  }

  /** What stands of what lines took. */
  private takenBy(takers: readonly Part[]): number {
    const standing = takers.filter((part) => !isTakenBack(this.lines, part.line));
    return standing.reduce((sum, part) => sum + part.amount, 0);
  }
}
