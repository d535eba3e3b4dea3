import { mulDiv } from "../kernel/mul-div";
import { type Moves, TRANSFER_IN } from "./moves";

/** What has gone back of each move, and what it carried. Source: DOMAIN §5.8. */
export class Returned {
  constructor(
    private readonly moves: Pick<Moves, "kind" | "qty" | "origin">,
    /** What each move has come to so far, signed or not. */
    private readonly value: Float64Array,
    /** By move: how much of what it goes back to it has taken. */
    private readonly taken: Float64Array,
    /** By move: how much of it has gone back by now. */
    private readonly qty = new Map<number, number>(),
  ) {}

  /** How much of a move went back before now. */
  before(origin: number): number {
    return this.qty.get(origin) ?? 0;
  }

  /**
   * The share of what a move cost that a return of `qty`, the move `by`, carries; the last one takes the
   * remainder.
   */
  take(origin: number, qty: number, by: number): number {
    const whole = Math.abs(this.moves.qty[origin]);
    const before = this.before(origin);
    const cost = Math.abs(this.value[origin]);
    this.qty.set(origin, before + qty);
    this.taken[by] = qty;
    return mulDiv(cost, Math.min(before + qty, whole), whole) - mulDiv(cost, Math.min(before, whole), whole);
  }

  /** A return, or an arrival, that is undone leaves what it was about as it was before. */
  restore(undone: number, qty: number): void {
    const about = aboutOf(this.moves, undone);
    if (about !== -1) this.qty.set(about, this.before(about) - qty);
  }
}

/** What a return, or an arrival, is about; −1 = it is none. */
export function aboutOf({ kind, origin }: Pick<Moves, "kind" | "origin">, move: number): number {
  return origin?.[kind[move] === TRANSFER_IN ? move - 1 : move] ?? -1;
}
