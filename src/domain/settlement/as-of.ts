import type { Day } from "../kernel/day";
import { type EarlyDiscount, NO_ITEM, type OpenItems, PAID } from "./open-items";

/**
 * What every item came to, what settled it and when it was due at the end of a day, by item; smallest units.
 */
export interface Standing {
  readonly amount: Float64Array;
  readonly paid: Float64Array;
  readonly credited: Float64Array;
  readonly due: Int32Array;
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
  return { amount, paid, credited, due: dueAt(items, asOf) };
}

/** When items were due as was known at the end of a day: what invoices said later is taken back. */
function dueAt({ due, count, redates }: OpenItems, asOf: Day): Int32Array {
  const then = due.slice(0, count);
  for (let at = redates.length - 1; at >= 0; at--)
    if (redates[at].day > asOf) then[redates[at].item] = redates[at].before;
  return then;
}

/** What could be taken off items for paying early as was known at the end of a day, by item. */
export function discountsAt({ offers }: OpenItems, asOf: Day): ReadonlyMap<number, EarlyDiscount> {
  const known = new Map<number, EarlyDiscount>();
  for (const { item, day, early } of offers) {
    if (day > asOf) continue;
    if (early === null) known.delete(item);
    else known.set(item, early);
  }
  return known;
}

/** What was open of an item: signed as its amount. */
export function openAt({ amount, paid, credited }: Standing, item: number): number {
  return amount[item] - paid[item] - credited[item];
}
