import { mulDiv } from "../kernel/mul-div";
import { type Moves, TRANSFER_IN } from "./moves";

/** What has gone back of each move, and what it carried. Source: DOMAIN §5.8. */
export class Returned {
  private readonly qty = new Map<number, number>();

  constructor(
    private readonly moves: Pick<Moves, "kind" | "qty" | "origin">,
    /** What each move has come to so far, signed or not. */
    private readonly value: Float64Array,
  ) {}

  /** How much of a move went back before now. */
  before(origin: number): number {
    return this.qty.get(origin) ?? 0;
  }

  /** The share of what a move cost that a return of `qty` carries; the last one takes the remainder. */
  take(origin: number, qty: number): number {
    const whole = Math.abs(this.moves.qty[origin]);
    const before = this.before(origin);
    const cost = Math.abs(this.value[origin]);
    this.qty.set(origin, before + qty);
    return mulDiv(cost, Math.min(before + qty, whole), whole) - mulDiv(cost, Math.min(before, whole), whole);
  }

  /** A return, or an arrival, that is undone leaves what it was about as it was before. */
  restore(undone: number, qty: number): void {
    const { kind, origin } = this.moves;
    const about = origin?.[kind[undone] === TRANSFER_IN ? undone - 1 : undone] ?? -1;
    if (about !== -1) this.qty.set(about, this.before(about) - qty);
  }
}
