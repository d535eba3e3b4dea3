import { mulDiv } from "../../kernel/mul-div";
import type { LateMove, PlacedShare } from "./move-source";

/** A receipt's line of so much in all, and a move of it. */
interface Received {
  readonly line: number;
  readonly qty: number;
  readonly whole: number;
}

/**
 * What receipts cost more by a place in the order, before so many of the other moves, than their own moves
 * say, since that came too late to restate them; of a move its share by quantity. Smallest units.
 * Source: DOMAIN §5.8, §5.10.
 */
export function lateCosts(late: readonly PlacedShare[]): (received: Received, at: number) => number {
  const of = new Map<number, PlacedShare[]>();
  for (const share of late) of.set(share.target, [...(of.get(share.target) ?? []), share]);
  return ({ line, qty, whole }, at) => {
    const known = (of.get(line) ?? []).filter((share) => share.at <= at);
    const sum = known.reduce((all, { amount }) => all + amount, 0);
    return whole > 0 ? mulDiv(sum, qty, whole) : 0;
  };
}

/** How many late moves stand before a move of the others. */
export function lateUpTo(late: readonly LateMove[], move: number): number {
  const first = late.findIndex(({ at }) => at > move);
  return first === -1 ? late.length : first;
}
