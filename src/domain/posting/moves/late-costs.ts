import type { LateMove, PlacedShare } from "./move-source";

/** What came too late for a receipt by a place in the order: with invoices, and otherwise. Smallest units. */
export interface LateCosts {
  readonly invoiced: number;
  readonly landed: number;
}

const NOTHING: LateCosts = { invoiced: 0, landed: 0 };

/**
 * What receipts cost more by a place in the order, before so many of the other moves, than their own moves
 * say, since that came too late to restate them. Source: DOMAIN §5.8, §5.10.
 */
export function lateCosts(
  late: readonly PlacedShare[],
  isInvoice: (line: number) => boolean,
): (receipt: number, at: number) => LateCosts {
  const of = new Map<number, PlacedShare[]>();
  for (const share of late) of.set(share.target, [...(of.get(share.target) ?? []), share]);
  return (receipt, before) => {
    const known = of.get(receipt)?.filter(({ at }) => at <= before);
    if (known === undefined) return NOTHING;
    const sum = { invoiced: 0, landed: 0 };
    for (const { by, amount, beyond } of known) sum[isInvoice(by) ? "invoiced" : "landed"] += amount - beyond;
    return sum;
  };
}

/** How many late moves stand before a move of the others. */
export function lateUpTo(late: readonly LateMove[], move: number): number {
  const first = late.findIndex(({ at }) => at > move);
  return first === -1 ? late.length : first;
}
