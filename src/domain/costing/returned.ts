import { mulDiv } from "../kernel/mul-div";

/** What has gone back of each move, and what it carried. Source: DOMAIN §5.8. */
export class Returned {
  private readonly qty = new Map<number, number>();

  constructor(
    /** What each move is about, and what it has come to so far, signed or not. */
    private readonly whole: Float64Array,
    private readonly value: Float64Array,
  ) {}

  /** How much of a move went back before now. */
  before(origin: number): number {
    return this.qty.get(origin) ?? 0;
  }

  /** The share of what a move cost that a return of `qty` carries; the last one takes the remainder. */
  take(origin: number, qty: number): number {
    const whole = Math.abs(this.whole[origin]);
    const before = this.before(origin);
    const cost = Math.abs(this.value[origin]);
    this.qty.set(origin, before + qty);
    return mulDiv(cost, Math.min(before + qty, whole), whole) - mulDiv(cost, Math.min(before, whole), whole);
  }

  /** What went back of a move came again: its return is undone. */
  restore(origin: number, qty: number): void {
    this.qty.set(origin, this.before(origin) - qty);
  }
}
