import type { Day } from "../kernel/day";
import { DueQueues } from "./due-queues";
import { GrantedDiscounts, type SettledPair } from "./granted-discounts";
import { Matches } from "./matches";

/** Owed to us by a customer. */
export const RECEIVABLE = 0;
/** Owed by us to a supplier. */
export const PAYABLE = 1;

/** What a match was made by. */
export const PAID = 0;
/** Lowered by a return, an allowance, a red invoice or what is owed the other way. */
export const CREDITED = 1;
/** Given up: too small to ask for, bad, or a discount granted afterwards. */
export const WRITTEN_OFF = 2;

/** No item stands on the other side of a match: money paid with the document itself. */
export const NO_ITEM = -1;

/**
 * One debt or credit as it is when made: `amount` in smallest units, negative for a return, a payment or an
 * advance.
 */
export interface NewItem {
  readonly document: number;
  readonly side: number;
  readonly partner: number;
  readonly day: Day;
  readonly due: Day;
  readonly amount: number;
  /** Which instalment of its document it is; 1 where left out. */
  readonly part?: number;
}

/** What may be taken off an item that is paid by a day. */
export interface EarlyDiscount {
  readonly until: Day;
  readonly amount: number;
}

/** What may be taken off an item for paying early, as is known from a day on; null = nothing. */
export interface Offer {
  readonly item: number;
  readonly day: Day;
  readonly early: EarlyDiscount | null;
}

/** An invoice said from a day on that an item is due on another. */
export interface Redate {
  readonly item: number;
  readonly day: Day;
  /** When it was due until then. */
  readonly before: Day;
}

/**
 * Debts and what settled them, one number a column: items in the order in which they arose, the changes that
 * invoices made to their amounts, and matches of a debit with a credit. Money in smallest units. Source:
 * DOMAIN §8.1.
 */
export class OpenItems {
  /** How many items there are; the columns have room for more. */
  count = 0;
  document: Int32Array;
  side: Uint8Array;
  partner: Int32Array;
  day: Int32Array;
  /** As last said; `standing` knows what held at the end of a day. */
  due: Int32Array;
  /** Which instalment of its document, from 1. */
  part: Int32Array;
  /** As first made. */
  amount: Float64Array;
  /** What is open now: signed as the amount. */
  open: Float64Array;
  readonly changes: { readonly item: number; readonly day: Day; readonly amount: number }[] = [];
  readonly redates: Redate[] = [];
  /** As last said; `discountsAt` knows what held at the end of a day. */
  readonly discounts = new Map<number, EarlyDiscount>();
  readonly offers: Offer[] = [];
  readonly granted = new GrantedDiscounts();
  readonly matches = new Matches();
  private readonly queues = new DueQueues(this);

  /** `room` = how many items there will hardly be more of. */
  constructor(room: number) {
    this.document = new Int32Array(room);
    this.side = new Uint8Array(room);
    this.partner = new Int32Array(room);
    this.day = new Int32Array(room);
    this.due = new Int32Array(room);
    this.part = new Int32Array(room);
    this.amount = new Float64Array(room);
    this.open = new Float64Array(room);
  }

  /** A new item; answers its number. */
  add(item: NewItem): number {
    if (this.count === this.document.length) this.grow();
    const number = this.count++;
    this.document[number] = item.document;
    this.side[number] = item.side;
    this.partner[number] = item.partner;
    this.day[number] = item.day;
    this.due[number] = item.due;
    this.part[number] = item.part ?? 1;
    this.amount[number] = item.amount;
    this.open[number] = item.amount;
    if (item.amount > 0) this.queues.add(number);
    return number;
  }

  private grow(): void {
    const room = this.document.length * 2 + 16;
    const wider = <T extends { set(from: T): void }>(column: T, wide: T): T => (wide.set(column), wide);
    this.document = wider(this.document, new Int32Array(room));
    this.side = wider(this.side, new Uint8Array(room));
    this.partner = wider(this.partner, new Int32Array(room));
    this.day = wider(this.day, new Int32Array(room));
    this.due = wider(this.due, new Int32Array(room));
    this.part = wider(this.part, new Int32Array(room));
    this.amount = wider(this.amount, new Float64Array(room));
    this.open = wider(this.open, new Float64Array(room));
  }

  /** An invoice changes what an item comes to; one that was settled may be open again. */
  change(item: number, day: Day, amount: number): void {
    if (amount === 0) return;
    this.changes.push({ item, day, amount });
    const wasOpen = this.open[item] > 0;
    this.open[item] += amount;
    if (!wasOpen && this.open[item] > 0) this.queues.add(item);
  }

  /** An invoice says from its day on when an item is due. */
  redate(item: number, due: Day, day: Day): void {
    if (this.due[item] === due) return;
    this.redates.push({ item, day, before: this.due[item] });
    this.due[item] = due;
    this.queues.redate(item);
  }

  /** From a day on so much may be taken off an item for paying early. */
  offer({ item, day, early }: Offer): void {
    this.offers.push({ item, day, early });
    if (early === null) this.discounts.delete(item);
    else this.discounts.set(item, early);
  }

  /**
   * Undoes what settles an item beyond what it comes to by now, the latest first: it settles what is open of
   * the others of its document, in their order, and what is left over is an advance again. Answers how much
   * of that had been paid on the spot, which no item stands for yet.
   */
  release(item: number, day: Day, others: readonly number[]): number {
    const { matches } = this;
    const undone = new Map<number, number>();
    let cash = 0;
    for (let at = matches.count - 1; at >= 0 && this.open[item] < 0; at--) {
      if (matches.debit[at] !== item) continue;
      const credit = matches.credit[at];
      const standing = matches.amount[at] - (undone.get(credit) ?? 0);
      undone.set(credit, Math.max(0, -standing));
      const part = Math.min(standing, -this.open[item]);
      if (part <= 0) continue;
      const made = { day, by: matches.by[at] };
      this.match(item, credit, -part, made);
      const off = this.granted.take(item, credit, part);
      const left = part - this.spread(part, credit, { others, made, off });
      if (credit === NO_ITEM) cash += left;
    }
    return cash;
  }

  /**
   * Settles what is open of several debits with a credit, as far as an amount goes; answers how much that
   * was. What was taken off (`off`) goes with it, as far as it does.
   */
  private spread(
    amount: number,
    credit: number,
    { others, made, off }: { readonly others: readonly number[]; readonly made: Made; readonly off: number },
  ): number {
    let left = amount;
    let taken = off;
    for (const other of others) {
      const part = Math.min(left, this.open[other]);
      if (part <= 0) continue;
      this.match(other, credit, part, made);
      this.granted.add(other, credit, Math.min(taken, part));
      taken -= Math.min(taken, part);
      left -= part;
    }
    this.change(credit, made.day, taken);
    return amount - left;
  }

  /** So much of what a credit settles of a debit is no money but is taken off it: it adds to the credit. */
  grant({ debit, credit }: SettledPair, amount: number, day: Day): void {
    this.granted.add(debit, credit, amount);
    this.change(credit, Math.max(day, this.day[debit]), -amount);
  }

  /**
   * Undoes from a day on so much of what a credit settles of a debit: what was taken off is taken back first,
   * for only money can be an advance. Answers how much was taken back.
   */
  undo({ debit, credit }: SettledPair, amount: number, made: Made): number {
    this.match(debit, credit, -amount, made);
    const off = this.granted.take(debit, credit, amount);
    this.change(credit, Math.max(made.day, this.day[debit], this.day[credit]), off);
    return off;
  }

  /** Undoes from a day on all that settles an item, or that it settles, save money paid on the spot. */
  unmatch(item: number, day: Day): void {
    for (const { credit, amount, by } of this.creditsOf(item))
      this.undo({ debit: item, credit }, amount, { day, by });
    for (const { debit, amount, by } of this.debitsOf(item))
      this.undo({ debit, credit: item }, amount, { day, by });
  }

  /** How much of a debit was paid on the spot by now. */
  paidOnTheSpot(debit: number): number {
    const { matches } = this;
    let paid = 0;
    for (let at = 0; at < matches.count; at++)
      if (matches.debit[at] === debit && matches.credit[at] === NO_ITEM) paid += matches.amount[at];
    return paid;
  }

  /**
   * Settles a debit with a credit, or with money paid on the spot (credit NO_ITEM); effective on the later
   * date.
   */
  match(debit: number, credit: number, amount: number, made: Made): void {
    this.open[debit] -= amount;
    if (credit !== NO_ITEM) this.open[credit] += amount;
    const day = Math.max(made.day, this.day[debit], credit === NO_ITEM ? 0 : this.day[credit]);
    this.matches.add({ debit, credit, amount, day, by: made.by });
  }

  /** The credits that settle a debit by now, each with how much and what it was first settled by. */
  creditsOf(debit: number): readonly Settled[] {
    const { matches } = this;
    const by = new Map<number, Settled>();
    for (let at = 0; at < matches.count; at++) {
      const credit = matches.credit[at];
      if (matches.debit[at] !== debit || credit === NO_ITEM) continue;
      const known = by.get(credit) ?? { credit, amount: 0, by: matches.by[at] };
      by.set(credit, { ...known, amount: known.amount + matches.amount[at] });
    }
    return [...by.values()].filter(({ amount }) => amount !== 0);
  }

  /** The debits that a credit settles by now, each with how much and what it was first settled by. */
  private debitsOf(credit: number): readonly (Omit<Settled, "credit"> & { readonly debit: number })[] {
    const { matches } = this;
    const debits = new Set<number>();
    for (let at = 0; at < matches.count; at++)
      if (matches.credit[at] === credit) debits.add(matches.debit[at]);
    return [...debits].flatMap((debit) => {
      const own = this.creditsOf(debit).filter((one) => one.credit === credit);
      return own.map(({ amount, by }) => ({ debit, amount, by }));
    });
  }

  /** How much of a debit a credit settles by now. */
  settledBetween(debit: number, credit: number): number {
    return this.creditsOf(debit).find((one) => one.credit === credit)?.amount ?? 0;
  }

  /** The debit of a partner that is still open and due first; NO_ITEM where none is. */
  oldestOpen(partner: number, side: number): number {
    return this.queues.first(partner, side) ?? NO_ITEM;
  }
}

/** From which day on something is settled, and by which document. */
interface Made {
  readonly day: Day;
  readonly by: number;
}

/** How much of a debit one credit settles, and by what. */
export interface Settled {
  readonly credit: number;
  readonly amount: number;
  readonly by: number;
}
