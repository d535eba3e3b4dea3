import { balanceOf, moreAtStandard, takeFrom } from "./bin";
import type { Bin, Lot } from "./bin";
import { least, minus, over, plus, rounded, same, sign, sum, times, zero } from "./fraction";
import type { Fraction } from "./fraction";

/** What a quantity is worth at a standard, rounded once. DOMAIN §5.7. */
function whole(bin: Bin, standard: Fraction, qty: Fraction): Fraction {
  return rounded(times(qty, standard), bin.decimals);
}

/**
 * Goods as they come in: what covers a shortage is what is lacking less then, the rest is all that is there.
 */
export function lotsAtStandard(bin: Bin, lot: Lot): readonly Lot[] {
  const { standard } = bin;
  if (standard === null) return [{ ...lot }];
  const covers = least(lot.qty, sum(bin.shortages.map(({ qty }) => qty)));
  const stays = minus(lot.qty, covers);
  const all = moreAtStandard(bin, standard, lot.qty);
  const parts = [
    { ...lot, qty: covers, value: moreAtStandard(bin, standard, covers) },
    { ...lot, qty: stays, value: minus(all, moreAtStandard(bin, standard, covers)) },
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

/**
 * Makes all there, or lacking, worth its standard; answers by how much that is more than the `worth` it has.
 * What is lacking keeps what it was booked at from then on.
 */
export function toStandard(bin: Bin, worth: Fraction): Fraction {
  if (bin.standard === null) return zero;
  const value = whole(bin, bin.standard, balanceOf(bin));
  for (const lot of bin.lots) lot.value = value;
  for (const shortage of bin.shortages) shortage.stands = true;
  return minus(value, worth);
}
