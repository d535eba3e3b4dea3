import { shared } from "../kernel/shared";
import { placeIn } from "./excerpts";
import type { Conversion, Moves } from "./moves";
import type { ShortCosts } from "./shortage-costs";

/** A conversion, and what each of its parts comes to once that is known. */
interface Making {
  readonly conversion: Conversion;
  /** Some of what went in went in only after the first part was made. */
  readonly isAhead: boolean;
  worths: readonly number[] | null;
}

/** True where some of what went in went in only after the first part was made. */
export function isMadeAhead({ sources, parts }: Conversion): boolean {
  const first = parts.at(0)?.move ?? Infinity;
  return sources.some((source) => source > first);
}

/**
 * What goods cost that are made of others: what went into them, labour and overhead included, less what other
 * parts of the same are said to cost, or keep of a closed period, shared by weight; the remainder is the last
 * one's that weighs anything; and what came late for it while it was in production. Never less than nothing.
 * Source: DOMAIN §5.12.
 */
export class Made {
  private readonly makings: readonly Making[];
  private readonly of: ReadonlyMap<number, { readonly making: Making; readonly at: number }>;

  constructor(
    private readonly moves: Moves,
    /** What each move has come to so far, signed. */
    private readonly value: Float64Array,
    private readonly known: ShortCosts,
  ) {
    this.makings = moves.conversions.map((conversion) => ({
      conversion,
      isAhead: isMadeAhead(conversion),
      worths: null,
    }));
    this.of = new Map(
      this.makings.flatMap((making) => making.conversion.parts.map(({ move }, at) => [move, { making, at }])),
    );
  }

  /** What a move comes in at. */
  worth(move: number): number {
    const typed = this.moves.value[move];
    if (!Number.isNaN(typed)) return typed;
    const own = this.of.get(move);
    if (own === undefined) return 0;
    own.making.worths ??= this.worthsOf(own.making);
    return own.making.worths[own.at];
  }

  /**
   * Of each conversion that made something before all had gone into it, by its first part: what it all cost;
   * of moves picked, those that are among them.
   */
  ahead(picked: Int32Array | null): ReadonlyMap<number, number> {
    const isCosted = (move: number): boolean => picked === null || picked[placeIn(picked, move)] === move;
    const late = this.makings.filter(
      ({ conversion, isAhead }) => isAhead && isCosted(conversion.parts[0].move),
    );
    return new Map(late.map(({ conversion }) => [conversion.parts[0].move, this.costOf(conversion)]));
  }

  private worthsOf({ conversion, isAhead }: Making): readonly number[] {
    const { parts, apart } = conversion;
    const known = isAhead ? this.known.get(parts[0].move) : undefined;
    const own = parts.reduce((sum, { move, told }) => sum + (this.moves.value[move] || told || 0), 0);
    const rest = Math.max(0, (known ?? this.costOf(conversion)) - own);
    const weights = parts.map(({ weight, told }) => (Number.isNaN(told) ? weight : 0));
    const shares = shared(rest, [apart, ...weights]).slice(1);
    return parts.map(({ late, told }, at) => (Number.isNaN(told) ? Math.max(0, shares[at] + late) : told));
  }

  private costOf({ sources, extra }: Conversion): number {
    return sources.reduce((sum, source) => sum - this.value[source], extra);
  }
}
