import { mulDiv } from "../kernel/mul-div";
import { type Moves, TRANSFER_IN } from "./moves";

/** What has gone back of a move: how much, and at what share of its cost. */
export interface GoneBack {
  readonly qty: number;
  readonly cost: number;
}

/** By move: how much of what it goes back to it has taken, and at what share of that one's cost. */
export interface Taken {
  readonly qty: Float64Array;
  readonly cost: Float64Array;
}

/** Of so many moves nothing has gone back. */
export function nothingTaken(count: number): Taken {
  return { qty: new Float64Array(count), cost: new Float64Array(count) };
}

/** Nothing of a move has gone back. */
export const NOTHING_GONE: GoneBack = { qty: 0, cost: 0 };

/** What goes back, as what one move brought. */
interface GivenBack {
  readonly before: number;
  readonly share: number;
  readonly more: number;
}

/** What has gone back of each move, and what it carried. Source: DOMAIN §5.8. */
export class Returned {
  constructor(
    private readonly moves: Pick<Moves, "kind" | "qty" | "value" | "origin">,
    /** What each move has come to so far, signed or not. */
    private readonly value: Float64Array,
    private readonly taken: Taken,
    /** By move: what of it has gone back by now. */
    private readonly gone = new Map<number, GoneBack>(),
  ) {}

  /** How much of a move went back before now. */
  before(origin: number): number {
    return this.of(origin).qty;
  }

  /**
   * The share of what a move cost that a return of `qty`, the move `by`, carries: rounded by itself; the one
   * that takes the last of it takes the remainder, and together they never carry more.
   */
  take(origin: number, qty: number, by: number): number {
    const whole = Math.abs(this.moves.qty[origin]);
    const before = this.of(origin);
    const rest = Math.max(0, Math.abs(this.value[origin]) - before.cost);
    const isLast = before.qty + qty >= whole;
    const cost = isLast ? rest : Math.min(rest, mulDiv(Math.abs(this.value[origin]), qty, whole));
    this.gone.set(origin, { qty: before.qty + qty, cost: before.cost + cost });
    this.taken.qty[by] = qty;
    this.taken.cost[by] = cost;
    return cost;
  }

  /** A return, or an arrival, that is undone, by `qty` of it, leaves what it was about as it was before. */
  restore(undone: number, qty: number): void {
    const about = aboutOf(this.moves, undone);
    if (about === -1) return;
    const before = this.of(about);
    const part = givenUp(this.moves, this.taken, { move: undone, qty });
    this.gone.set(about, { qty: before.qty - part.qty, cost: before.cost - part.cost });
  }

  /**
   * What goods go back at: their share of what the move came to that brought them and, `more`, of what is
   * said of it besides, never less than nothing; and how much of it went back before.
   */
  back(move: number, origin: number): GivenBack {
    const qty = this.moves.qty[move];
    const besides = this.moves.value[move] || 0;
    const before = this.before(origin);
    const share = this.take(origin, qty, move);
    this.restore(origin, qty);
    if (besides === 0) return { before, share, more: 0 };
    const whole = this.moves.qty[origin];
    const upTo = (gone: number): number => mulDiv(besides, Math.min(gone, whole), whole);
    const more = Math.max(-share, upTo(before + qty) - upTo(before));
    return { before, share: share + more, more };
  }

  private of(move: number): GoneBack {
    return this.gone.get(move) ?? NOTHING_GONE;
  }
}

type Referring = Pick<Moves, "kind" | "origin">;

interface Undone {
  readonly move: number;
  readonly qty: number;
}

/** What `qty` of what a move took carried, when that is undone. */
export function givenUp(moves: Referring, { qty: all, cost }: Taken, undone: Undone): GoneBack {
  const { qty } = undone;
  const taker = takerOf(moves, undone.move);
  const part = all[taker] > 0 ? mulDiv(cost[taker], Math.min(qty, all[taker]), all[taker]) : 0;
  return { qty, cost: part };
}

/** The move that says what a return, or an arrival, is about: of a transfer what goes out. */
function takerOf({ kind }: Referring, move: number): number {
  return kind[move] === TRANSFER_IN ? move - 1 : move;
}

/** What a return, or an arrival, is about; −1 = it is none. */
export function aboutOf(moves: Referring, move: number): number {
  return moves.origin?.[takerOf(moves, move)] ?? -1;
}
