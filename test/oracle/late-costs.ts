import { allocated } from "./amounts";
import type { Lot } from "./bin";
import { least, minus, most, negative, over, plus, rounded, sign, sum, times, zero } from "./fraction";
import type { Fraction } from "./fraction";
import type { LateCost } from "./closings";
import type { Entry } from "./oracle-book";
import { serialsOf } from "./pieces";
import { unitsInJobs, unitsOf } from "./production";
import { note } from "./stock-moving";
import { endMonth, noteReturned, placeOf, poolAt } from "./stock-run";
import type { Pool, Run } from "./stock-run";

/** The units of a receipt in a lot. */
function unitsIn(run: Run, lot: Lot, { rowId }: Entry): Fraction {
  return times(unitsOf(run, lot.of, rowId), lot.qty);
}

/** Adds to the value of lots by the units of the receipt in each; none falls below nothing. */
function addTo(run: Run, lots: readonly Lot[], { receipt, amount }: LateCost) {
  const shares = allocated(
    amount,
    lots.map((lot) => unitsIn(run, lot, receipt)),
    run.book.decimals,
  );
  return sum(
    lots.map((lot, at) => {
      const part = most(negative(lot.value), shares[at] ?? zero);
      lot.value = plus(lot.value, part);
      return part;
    }),
  );
}

/** The cause as a row of the goods that lie in a pool. */
function rowIn(run: Run, cause: Entry, key: string): Entry | null {
  const places = [...run.places.values()].filter((one) => one.pool === key);
  const place = places.find((one) => sign(one.qty) > 0);
  if (place === undefined) return null;
  return { ...cause, item: place.item, warehouse: place.warehouse, batch: place.batch };
}

/** When something first moved in a pool: its place among all moves. */
function firstMoved(run: Run, key: string): number {
  return run.moves.findIndex((move) => placeOf(run, move.entry, move.warehouse).pool === key);
}

/** Which piece of a receipt lies in a pool, where each lies by itself: as the receipt names them. */
function pieceAt(receipt: Entry, { batch }: Pool): number {
  return batch === null ? -1 : serialsOf(receipt).indexOf(batch);
}

/**
 * How much of a receipt something is of: what an invoice says is of the goods that stay. DOMAIN §4 CF, CT.
 */
function sharedOver(run: Run, cause: Entry, receipt: Entry): Fraction {
  if (cause.type !== "CF") return receipt.qty;
  const invoiced = run.invoices.invoicedAt.get(cause.rowId)?.get(receipt.rowId) ?? zero;
  const gone = run.returned.get(`uninvoiced ${receipt.rowId}`) ?? zero;
  const stays = minus(receipt.qty, most(zero, least(gone, minus(receipt.qty, invoiced))));
  return sign(stays) > 0 ? stays : receipt.qty;
}

/** The pools in which goods of a receipt lie, in the order in which something first moved in them. */
function poolsOf(run: Run, receipt: Entry) {
  return [...run.pools]
    .map(([key, pool]) => ({
      ...{ key, pool },
      units: sum(pool.bin.lots.map((lot) => unitsIn(run, lot, receipt))),
    }))
    .filter(({ units }) => sign(units) > 0)
    .sort((a, b) => firstMoved(run, a.key) - firstMoved(run, b.key))
    .sort((a, b) => pieceAt(receipt, a.pool) - pieceAt(receipt, b.pool));
}

/** Goods of a receipt that lie in a pool get their share; what has a standard keeps that. DOMAIN §5.7. */
function addIn(
  run: Run,
  key: string,
  { cause, receipt, amount }: LateCost & { readonly cause: Entry },
): void {
  const { bin, item } = poolAt(run, key);
  const entry = rowIn(run, cause, key);
  if (entry === null || bin.standard !== null || sign(amount) === 0) return;
  endMonth(run, bin);
  bin.stretches += 1;
  const value = addTo(run, bin.lots, { receipt, amount });
  note(run, { entry, item, warehouse: entry.warehouse, qty: zero, value, shortage: null });
}

/**
 * The share of what is on hand goes to stock, wherever it lies, and of what is in production to what that
 * makes; the rest is cost of sales. What rounding leaves goes to the last: by the order of the rows and by no
 * code. DOMAIN §0.2, §5.10.
 */
function postOne(run: Run, cause: Entry, { receipt, amount }: LateCost): void {
  const { decimals } = run.book;
  const whole = sharedOver(run, cause, receipt);
  noteReturned(run, `late ${cause.type === "CF" ? "invoiced" : "landed"} ${receipt.rowId}`, amount);
  const pools = poolsOf(run, receipt);
  const jobs = unitsInJobs(run, receipt).filter(({ units }) => sign(units) > 0);
  const units = [...pools, ...jobs].map((one) => one.units);
  const onStock = rounded(over(times(amount, least(whole, sum(units))), whole), decimals);
  const shares = allocated(onStock, units, decimals);
  for (const [at, { own }] of jobs.entries())
    own.late.push({ cause, amount: shares[pools.length + at] ?? zero });
  for (const [at, { key }] of pools.entries())
    addIn(run, key, { cause, receipt, amount: shares[at] ?? zero });
}

/** What rows add to receipts too late. */
export function postLateCosts(run: Run, cause: Entry): void {
  for (const late of run.lateCosts.get(cause.rowId) ?? []) postOne(run, cause, late);
}
