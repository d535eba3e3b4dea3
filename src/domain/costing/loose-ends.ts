import { ISSUE, type Moves, TRANSFER_OUT } from "./moves";

/**
 * Who bears what a circle that does not settle leaves over, in the pass that ends it: never what leaves for
 * others, since they came in at what that cost; but the issue that it is about, or else the last one of the
 * pool. So every pool ties, and every transfer and every assembly.
 */
export class LooseEnds {
  private readonly used: ReadonlySet<number>;
  /** By pool: the last issue that nothing else came of; −1 = none. */
  private readonly last: Int32Array;

  constructor(
    private readonly moves: Pick<Moves, "kind" | "conversions">,
    pools: number,
    /** What each move comes to, signed: written here. */
    private readonly value: Float64Array,
  ) {
    this.used = new Set(moves.conversions.flatMap(({ sources }) => sources));
    this.last = new Int32Array(pools).fill(-1);
  }

  /** Whether others come in at what a move cost. */
  leavesForOthers(move: number): boolean {
    return this.moves.kind[move] === TRANSFER_OUT || this.used.has(move);
  }

  /** Goods of a pool have gone by an issue. */
  issued(move: number, pool: number): void {
    if (this.moves.kind[move] === ISSUE && !this.leavesForOthers(move)) this.last[pool] = move;
  }

  /** A move costs so much more; false where it may not, since others came in at what it cost. */
  bears(move: number, more: number): boolean {
    if (move < 0 || this.leavesForOthers(move)) return false;
    this.value[move] -= more;
    return true;
  }

  /** The last issue of a pool costs so much more; false where there is none that may. */
  bear(pool: number, more: number): boolean {
    const bearer = this.last[pool];
    if (bearer === -1) return false;
    this.value[bearer] -= more;
    return true;
  }
}
