import type { Day } from "../kernel/day";
import { NO_ITEM, type OpenItems, PAID } from "./open-items";

/**
 * What every item came to, what settled it and what was open at the end of a day, by item; smallest units.
 */
export interface Standing {
  readonly amount: Float64Array;
  readonly paid: Float64Array;
  readonly credited: Float64Array;
}

/**
 * How the items stood at the end of `asOf`: from documents and matches dated no later. What is open is the
 * amount less paid less credited, signed as the amount; items made later count 0. Source: DOMAIN §8.3.
 */
export function standing(items: OpenItems, asOf: Day): Standing {
  const amount = new Float64Array(items.count);
  const paid = new Float64Array(items.count);
  const credited = new Float64Array(items.count);
  for (let item = 0; item < items.count; item++)
    if (items.day[item] <= asOf) amount[item] = items.amount[item];
  for (const change of items.changes) if (change.day <= asOf) amount[change.item] += change.amount;
  for (const match of items.matches) {
    if (match.day > asOf) continue;
    const settled = match.by === PAID ? paid : credited;
    settled[match.debit] += match.amount;
    if (match.credit !== NO_ITEM) settled[match.credit] -= match.amount;
  }
  return { amount, paid, credited };
}
