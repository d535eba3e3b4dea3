import { mulDiv } from "../kernel/mul-div";
import { BackWalk, type OriginKind, type Told, type TracedMoves } from "./back-walk";
import { coveringBy } from "./covering";
import type { Sum } from "./fate-pieces";
import { type Conversion, MADE, type Moves } from "./moves";

/** One part of a cost, and the move that it is of; quantity in 10⁻⁶ of its item, money in smallest units. */
export interface Origin {
  readonly kind: OriginKind;
  readonly move: number;
  readonly qty: number;
  readonly value: number;
}

/** By each part that is made at what went into it: its conversion. */
function makingsOf({ conversions, kind, value }: Moves): ReadonlyMap<number, Conversion> {
  const parts = conversions.flatMap((each) => each.parts.map(({ move }) => [move, each] as const));
  return new Map(parts.filter(([move]) => kind[move] === MADE && Number.isNaN(value[move])));
}

/**
 * Finds what a cost is made of: Σ of the origins but those passed through = the value given. Where goods are
 * averaged each receipt bears its share of what the average then was. What goes round in a circle passes
 * through a move again and again: it is told of once. Source: DOMAIN §3.3 成本耗用.
 */
export function originsOf(
  traced: TracedMoves,
): (move: number, qty: number, value: number) => readonly Origin[] {
  const makings = makingsOf(traced.moves);
  const covering = coveringBy(traced);
  const walk = (move: number, qty: number, value: number): readonly Told[] =>
    new BackWalk(traced, makings, covering).of(move, qty, value);
  /** How often all that passes through a move does so, as a ratio told / own. */
  const laps = new Map<number, { readonly told: Sum; readonly own: Sum }>();
  const lapsOf = (move: number) => {
    const own = { qty: Math.abs(traced.qty[move]), value: Math.abs(traced.value[move]) };
    const known = laps.get(move);
    if (known !== undefined) return known;
    const told = walk(move, own.qty, own.value).find((one) => one.kind === "passed" && one.move === move);
    const found = { told: told ?? own, own };
    laps.set(move, found);
    return found;
  };
  const once = (one: Told): Origin => {
    const { kind, move, qty, value } = one;
    if (kind !== "passed" || !one.isAgain) return { kind, move, qty, value };
    const { told, own } = lapsOf(move);
    return { kind, move, qty: lap(qty, own.qty, told.qty), value: lap(value, own.value, told.value) };
  };
  return (move, qty, value) => walk(move, qty, value).map(once);
}

/** What of an amount passed for the first time: never more than all of it. */
function lap(all: number, own: number, told: number): number {
  return own > 0 && told > own ? mulDiv(all, own, told) : all;
}
