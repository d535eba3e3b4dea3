import { NONE, STATUSES } from "../../book/lines";
import { isTakenBack } from "../../book/reversals";
import { zeroIfBlank } from "../../documents/amounts";
import { type Day, dayText } from "../../kernel/day";
import { figure } from "../../kernel/numbers";
import type { SettledPair } from "../../settlement/granted-discounts";
import type { OpenItems } from "../../settlement/open-items";
import type { Settling } from "./settling";

const POSTED = STATUSES.indexOf("posted");

/** So much that a line settles between two items, or takes of the discount of the debit. */
interface Part extends SettledPair {
  readonly line: number;
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
  /** What lines took of the discount that the terms of a debit offer. */
  private readonly taken = new Map<number, Part[]>();
  private readonly judged = new Set<number>();
  private readonly items: OpenItems;

  constructor(private readonly settling: Settling) {
    this.items = settling.debts.items;
  }

  private get lines() {
    return this.settling.debts.source.book.lines;
  }

  /** A line settles so much of a debit. */
  settles(line: number, pair: SettledPair, amount: number): void {
    if (!(this.lines.discountTaken[line] > 0)) return;
    this.settled.set(line, [...(this.settled.get(line) ?? []), { ...pair, line, amount }]);
  }

  /** Judges the discount of a line once it has settled all that it names: it stands from then on. */
  check(line: number): void {
    if (!(this.lines.discountTaken[line] > 0) || this.judged.has(line)) return;
    if (this.settling.arrivals.waits(line)) return;
    this.judged.add(line);
    this.judge(line);
  }

  private judge(line: number): void {
    const { amount, discountTaken } = this.lines;
    const parts = this.settled.get(line) ?? [];
    const settled = parts.reduce((sum, part) => sum + part.amount, 0);
    const left = Math.max(0, settled - zeroIfBlank(amount[line]));
    const most = Math.min(discountTaken[line], left);
    const given = this.give(line, parts, most);
    this.grantRest(line, parts, most - given.amount);
    if (discountTaken[line] > left) this.tellOver(line, settled, left);
    else this.compareWithTerms(line, given);
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
  private compareWithTerms(line: number, { amount, until }: Given): void {
    const { discountTaken, status } = this.lines;
    if (amount >= discountTaken[line] || status[line] >= POSTED) return;
    const facts = {
      taken: this.money(discountTaken[line]),
      given: this.money(amount),
      until: until === NONE ? null : dayText(until),
    };
    this.settling.report({ line, column: "discountTaken" }, "DISCOUNT_BEYOND_TERMS", facts);
  }

  /** Takes off what the terms of the debits give, one after the other; the day is the first of theirs. */
  private give(line: number, parts: readonly Part[], most: number): Given {
    let rest = most;
    let until: Day = NONE;
    for (const { debit, credit } of onePerDebit(parts)) {
      const offer = this.items.discounts.get(debit);
      if (offer === undefined) continue;
      until = until === NONE ? offer.until : Math.min(until, offer.until);
      if (this.lines.day[line] > offer.until) continue;
      const takers = this.taken.get(debit) ?? [];
      const amount = Math.max(0, Math.min(rest, offer.amount - this.takenBy(takers)));
      const granted = this.grant(line, { debit, credit }, amount);
      this.taken.set(debit, [...takers, { line, debit, credit, amount: granted }]);
      rest -= granted;
    }
    return { amount: most - rest, until };
  }

  /** What terms do not give is taken off what the line settles last. */
  private grantRest(line: number, parts: readonly Part[], rest: number): void {
    let left = rest;
    for (const pair of onePerDebit(parts).reverse()) left -= this.grant(line, pair, left);
  }

  /** Takes off up to so much, of what stands as settled with money; answers how much. */
  private grant(line: number, pair: SettledPair, most: number): number {
    const { debit, credit } = pair;
    const paid = this.items.settledBetween(debit, credit) - this.items.granted.between(debit, credit);
    const amount = Math.min(most, paid);
    if (amount <= 0) return 0;
    this.items.grant(pair, amount, this.lines.day[line]);
    return amount;
  }

  /** What stands of what lines took. */
  private takenBy(takers: readonly Part[]): number {
    const standing = takers.filter((part) => !isTakenBack(this.lines, part.line));
    return standing.reduce((sum, { debit, credit, amount }) => {
      return sum + Math.min(amount, this.items.granted.between(debit, credit));
    }, 0);
  }
}

/** The pairs of a line, each debit once, in their order. */
function onePerDebit(parts: readonly Part[]): SettledPair[] {
  return [...new Map(parts.map((part) => [part.debit, part])).values()];
}
