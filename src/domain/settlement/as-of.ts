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
  const { matches } = items;
  for (let match = 0; match < matches.count; match++) {
    if (matches.day[match] > asOf) continue;
    const settled = matches.by[match] === PAID ? paid : credited;
    settled[matches.debit[match]] += matches.amount[match];
    if (matches.credit[match] !== NO_ITEM) settled[matches.credit[match]] -= matches.amount[match];
  }
  return { amount, paid, credited };
}
