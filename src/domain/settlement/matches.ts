import type { Day } from "../kernel/day";

/** Part of a debit settled by a credit, from a day on. */
export interface Match {
  readonly debit: number;
  /** NO_ITEM = money paid with the document itself. */
  readonly credit: number;
  readonly amount: number;
  readonly day: Day;
  readonly by: number;
}

const FIRST_ROOM = 64;

/**
 * What settled what, one number a column, in the order in which it was done; the columns have room for more.
 * Amounts in smallest units.
 */
export class Matches {
  count = 0;
  debit = new Int32Array(FIRST_ROOM);
  credit = new Int32Array(FIRST_ROOM);
  amount = new Float64Array(FIRST_ROOM);
  day = new Int32Array(FIRST_ROOM);
  by = new Uint8Array(FIRST_ROOM);

  add(match: Match): void {
    if (this.count === this.debit.length) this.grow();
    const at = this.count++;
    this.debit[at] = match.debit;
    this.credit[at] = match.credit;
    this.amount[at] = match.amount;
    this.day[at] = match.day;
    this.by[at] = match.by;
  }

  private grow(): void {
    const room = this.debit.length * 2;
    const { debit, credit, amount, day, by } = this;
    this.debit = new Int32Array(room);
    this.credit = new Int32Array(room);
    this.amount = new Float64Array(room);
    this.day = new Int32Array(room);
    this.by = new Uint8Array(room);
    this.debit.set(debit);
    this.credit.set(credit);
    this.amount.set(amount);
    this.day.set(day);
    this.by.set(by);
  }
}
