import { allocated } from "./amounts";
import type { Lot } from "./bin";
import { most, negative, over, plus, rounded, sign, sum, times, zero } from "./fraction";
import type { Fraction } from "./fraction";
import type { LateCost } from "./closings";
import { byCodeUnit } from "./oracle-book";
import type { Entry } from "./oracle-book";
import { note } from "./stock-moving";
import { noteReturned } from "./stock-run";
import type { Pool, Run } from "./stock-run";

/** The units of a receipt in a lot. */
function unitsIn(lot: Lot, { rowId }: Entry): Fraction {
  return times(lot.of.get(rowId) ?? zero, lot.qty);
}

/** Adds to the value of lots by the units of the receipt in each; none falls below nothing. */
function addTo(
  lots: readonly Lot[],
  amount: Fraction,
  { receipt, decimals }: { receipt: Entry; decimals: number },
) {
  const shares = allocated(
    amount,
    lots.map((lot) => unitsIn(lot, receipt)),
    decimals,
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

/** By warehouse and batch. */
function placeOf([, pool]: readonly [string, Pool]): string {
  return `${pool.item.code} ${pool.warehouse ?? ""} ${pool.batch ?? ""}`;
}

/** The share of what is on hand goes to stock, wherever it lies; the rest is cost of sales. DOMAIN §5.10. */
function postOne(run: Run, cause: Entry, { receipt, amount }: LateCost): void {
  const { decimals } = run.book;
  noteReturned(run, `late ${receipt.rowId}`, amount);
  const pools = [...run.pools]
    .filter(([, { bin }]) => bin.standard === null)
    .map((pool) => ({ pool, units: sum(pool[1].bin.lots.map((lot) => unitsIn(lot, receipt))) }))
    .filter(({ units }) => sign(units) > 0)
    .sort((a, b) => byCodeUnit(placeOf(a.pool), placeOf(b.pool)));
  const units = pools.map((one) => one.units);
  const onStock = rounded(over(times(amount, sum(units)), receipt.qty), decimals);
  const shares = allocated(onStock, units, decimals);
  for (const [
    at,
    {
      pool: [key, { bin, item }],
    },
  ] of pools.entries()) {
    const entry = rowIn(run, cause, key);
    if (entry === null) continue;
    const value = addTo(bin.lots, shares[at] ?? zero, { receipt, decimals });
    note(run, { entry, item, warehouse: entry.warehouse, qty: zero, value, shortage: null });
  }
}

/** What rows add to receipts too late. */
export function postLateCosts(run: Run, cause: Entry): void {
  for (const late of run.lateCosts.get(cause.rowId) ?? []) postOne(run, cause, late);
}
