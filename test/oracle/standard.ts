import { heldIn, takeFrom } from "./bin";
import type { Bin, Lot } from "./bin";
import { least, minus, over, plus, rounded, same, sign, sum, times, zero } from "./fraction";
import type { Fraction } from "./fraction";

/** What a quantity is worth at a standard, rounded once. DOMAIN §5.7. */
function whole(bin: Bin, standard: Fraction, qty: Fraction): Fraction {
  return rounded(times(qty, standard), bin.decimals);
}

/** What a quantity more is worth: all there with it, less all there without it. */
function worthMore(bin: Bin, standard: Fraction, qty: Fraction): Fraction {
  const { qty: there } = heldIn(bin);
  return minus(whole(bin, standard, plus(there, qty)), whole(bin, standard, there));
}

/** Goods as they come in: what covers a shortage is worth the standard by itself, and so is what stays. */
export function lotsAtStandard(bin: Bin, lot: Lot): readonly Lot[] {
  const { standard } = bin;
  if (standard === null) return [{ ...lot }];
  const covers = least(lot.qty, sum(bin.shortages.map(({ qty }) => qty)));
  const stays = minus(lot.qty, covers);
  const parts = [
    { ...lot, qty: covers, value: whole(bin, standard, covers) },
    { ...lot, qty: stays, value: worthMore(bin, standard, stays) },
  ];
  return parts.filter(({ qty }) => sign(qty) > 0);
}

/**
 * Takes so much out of the one lot of a bin, and answers its value: what is there less what stays, both at
 * the standard; of what it is worth otherwise a share.
 */
export function takeAtStandard(bin: Bin, from: Lot, qty: Fraction): Fraction {
  const { standard } = bin;
  if (standard === null || same(qty, from.qty)) return takeFrom(from, qty, bin.decimals);
  const before = whole(bin, standard, from.qty);
  const left = minus(from.qty, qty);
  const apart = rounded(over(times(minus(from.value, before), qty), from.qty), bin.decimals);
  const value = plus(minus(before, whole(bin, standard, left)), apart);
  from.qty = left;
  from.value = minus(from.value, value);
  return value;
}

/** Makes all there worth its standard; answers by how much that is more. */
export function toStandard(bin: Bin): Fraction {
  const lot = bin.lots.at(0);
  if (bin.standard === null || lot === undefined) return zero;
  const more = minus(whole(bin, bin.standard, lot.qty), lot.value);
  lot.value = plus(lot.value, more);
  return more;
}
