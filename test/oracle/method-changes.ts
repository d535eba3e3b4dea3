import { heldIn } from "./bin";
import type { Bin, Lot } from "./bin";
import { mixed, ofNone } from "./contents";
import type { Contents } from "./contents";
import { minus, over, plus, rounded, sign, sum, times, zero } from "./fraction";
import type { Fraction } from "./fraction";
import type { Era } from "./item-costing";
import { byCodeUnit } from "./oracle-book";
import type { OracleItem } from "./oracle-book";
import { endMonth, poolAt, poolIn } from "./stock-run";
import type { Place, Pool, Run } from "./stock-run";

/** What lies in a pool for one place goes on as part of a lot that begins anew. */
interface PassedOn {
  readonly place: Place;
  readonly of: Contents;
  readonly qty: Fraction;
  readonly value: Fraction;
}

/**
 * The value of a pool shared by quantity over the places it holds for; the last that holds any takes the
 * remainder.
 */
function sharedOut({ bin }: Pool, own: readonly Place[]): readonly PassedOn[] {
  const held = heldIn(bin);
  const last = own.findLast((place) => sign(place.qty) !== 0) ?? own.at(-1);
  let rest = held.value;
  return own.map((place) => {
    const share = sign(held.qty) === 0 ? zero : over(times(held.value, place.qty), held.qty);
    const value = place === last ? rest : rounded(share, bin.decimals);
    rest = minus(rest, value);
    return { place, of: mixed(bin.lots), qty: place.qty, value };
  });
}

/**
 * A pool in which something is short goes on whole, with what it owes, in the first of its places that holds
 * or lacks any.
 */
function wholeTo(run: Run, { bin }: Pool, own: readonly Place[]): readonly PassedOn[] {
  const first = own.find((place) => sign(place.qty) !== 0) ?? own.at(0);
  if (first === undefined) return [];
  const next = poolAt(run, first.pool).bin;
  for (const shortage of bin.shortages) shortage.stands = false;
  next.shortages = [...next.shortages, ...bin.shortages];
  first.value = sum(own.map((place) => place.value));
  for (const place of own) if (place !== first) place.value = zero;
  const held = heldIn(bin);
  return [{ place: first, of: mixed(bin.lots), qty: held.qty, value: held.value }];
}

/** The lots that pools begin with, while the goods of an item pass on. */
type Opened = Map<Bin, Lot>;

/** Adds what passes on to the one lot that its new pool begins with. */
function lay(run: Run, opened: Opened, { place, of, qty, value }: PassedOn): void {
  const { bin, era } = poolAt(run, place.pool);
  const lot = opened.get(bin) ?? {
    date: era.from,
    ages: [],
    receipt: "",
    brought: "",
    of: ofNone,
    qty: zero,
    value: zero,
  };
  opened.set(bin, {
    ...lot,
    of: mixed([lot, { of, qty }]),
    ages: [{ since: era.from, by: "", qty: plus(lot.qty, qty) }],
    qty: plus(lot.qty, qty),
    value: plus(lot.value, value),
  });
}

/**
 * All that one pool holds passes on to those of its places; what was last known of its cost is known still.
 */
function passOnPool(
  run: Run,
  opened: Opened,
  { key, own, era }: { readonly key: string; readonly own: readonly Place[]; readonly era: Era },
): void {
  const pool = poolAt(run, key);
  endMonth(run, pool.bin);
  const held = heldIn(pool.bin);
  const last = sign(held.qty) > 0 ? over(held.value, held.qty) : pool.bin.last;
  const isShort = pool.bin.shortages.length > 0 || own.some((place) => sign(place.qty) < 0);
  run.lastKnown.set(key, last);
  for (const place of own) place.pool = poolIn(run, place, era);
  const passed = isShort ? wholeTo(run, pool, own) : sharedOut(pool, own);
  for (const one of passed) {
    poolAt(run, one.place.pool).bin.last = last;
    lay(run, opened, one);
  }
  if (!isShort) for (const { place, value } of passed) place.value = value;
  pool.bin.lots = [];
  pool.bin.shortages = [];
}

function placeCode({ warehouse, batch }: Place): string {
  return `${warehouse} ${batch ?? ""}`;
}

/**
 * All that lies of an item begins anew in other pools, one lot each, worth what it was; first and last of
 * its places are so by code, whatever moved first. DOMAIN §5.14.
 */
function passOn(run: Run, { item, era }: { readonly item: OracleItem; readonly era: Era }): void {
  const places = [...run.places.values()]
    .filter((place) => place.item === item)
    .sort((a, b) => byCodeUnit(placeCode(a), placeCode(b)));
  const opened: Opened = new Map();
  for (const key of new Set(places.map((place) => place.pool))) {
    const own = places.filter((place) => place.pool === key);
    passOnPool(run, opened, { key, own, era });
  }
  for (const [bin, lot] of opened) bin.lots = sign(lot.qty) > 0 ? [lot] : [];
}

/** Changes of method that begin no later than a day take effect. */
export function changeMethods(run: Run, date: string): void {
  for (const next of run.changes.filter(({ era }) => era.from <= date)) passOn(run, next);
  run.changes = run.changes.filter(({ era }) => era.from > date);
}
