import { minus, most, over, plus, sign, sum, times, zero } from "./fraction";
import type { Fraction } from "./fraction";

/** How many units of each receipt, by its rowId, are in one unit of goods. */
export type Contents = ReadonlyMap<string, Fraction>;

/** Goods of no receipt. */
export const ofNone: Contents = new Map();

/** The goods of one receipt alone. */
export function ofReceipt(rowId: string): Contents {
  return new Map([[rowId, { n: 1n, d: 1n }]]);
}

/** What one unit holds of goods that lie together, or that `qty` units were made of. */
export function mixed(
  parts: readonly { readonly of: Contents; readonly qty: Fraction }[],
  qty = sum(parts.map((part) => part.qty)),
): Contents {
  if (sign(qty) <= 0) return ofNone;
  const units = new Map<string, Fraction>();
  for (const part of parts) {
    for (const [receipt, one] of part.of) {
      units.set(receipt, plus(units.get(receipt) ?? zero, times(one, part.qty)));
    }
  }
  return new Map([...units].map(([receipt, all]) => [receipt, over(all, qty)]));
}

/** What one unit of the rest holds when some of goods that lie together are gone. */
export function without(
  all: { readonly of: Contents; readonly qty: Fraction },
  gone: { readonly of: Contents; readonly qty: Fraction },
): Contents {
  const rest = minus(all.qty, gone.qty);
  if (sign(rest) <= 0) return ofNone;
  const units = [...all.of].map(([receipt, one]) => {
    const left = minus(times(one, all.qty), times(gone.of.get(receipt) ?? zero, gone.qty));
    return [receipt, over(most(zero, left), rest)] satisfies [string, Fraction];
  });
  return new Map(units);
}
