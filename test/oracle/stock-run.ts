import type { Bin, Shortage } from "./bin";
import type { Contents } from "./contents";
import { minus, plus, sign, sum, zero } from "./fraction";
import type { Fraction } from "./fraction";
import { erasOf } from "./item-costing";
import type { Era } from "./item-costing";
import { shortUpTo } from "./closings";
import type { LateCost } from "./closings";
import { closeMonth, openMonth } from "./monthly-average";
import type { Month, MonthKnown } from "./month";
import { byCodeUnit, rowsOf, textOf } from "./oracle-book";
import type { Entry, OracleBook, OracleItem } from "./oracle-book";
import { keyOf } from "./pieces";
import { receiptValues } from "./receipt-values";
import type { ReceiptValues } from "./receipt-values";

/** Goods moved by one row: quantity and value signed, the value with what a later receipt covered it at. */
export interface Move {
  readonly entry: Entry;
  readonly item: OracleItem;
  readonly warehouse: string;
  readonly qty: Fraction;
  readonly value: Fraction;
  readonly shortage: Shortage | null;
}

/** A row that took stock below zero where that is not allowed; `short` is positive. */
export interface Violation {
  readonly rowId: string;
  readonly item: string;
  readonly warehouse: string;
  readonly short: Fraction;
}

/** Where goods lie by quantity: a warehouse, a batch; and what they are worth there by all moves so far. */
export interface Place {
  readonly item: OracleItem;
  readonly warehouse: string;
  readonly batch: string | null;
  qty: Fraction;
  value: Fraction;
  pool: string;
}

/** What one cost holds for: warehouse or batch is null where it holds for all of them. */
export interface Pool {
  readonly item: OracleItem;
  readonly era: Era;
  readonly warehouse: string | null;
  readonly batch: string | null;
  readonly bin: Bin;
}

/** What a replay has found out that holds from its start: what shortages, months and jobs come to. */
export interface Foreseen {
  readonly shortages: ReadonlyMap<string, Fraction>;
  readonly months: ReadonlyMap<string, MonthKnown>;
  readonly jobs: ReadonlyMap<string, Fraction>;
}

/** Nothing is foreseen. */
export const nothingForeseen: Foreseen = { shortages: new Map(), months: new Map(), jobs: new Map() };

/** What went into a job: units of receipts, how much of what it makes has come out, and what came late. */
export interface InProduction {
  readonly used: Map<string, Fraction>;
  made: Fraction;
  readonly late: { readonly cause: Entry; readonly amount: Fraction }[];
}

/** The state of a replay of the book's stock. */
export interface Run {
  readonly book: OracleBook;
  readonly receiptValues: ReadonlyMap<string, Fraction>;
  /** What rows add to the cost of receipts too late, by rowId. */
  readonly lateCosts: ReadonlyMap<string, readonly LateCost[]>;
  /** What invoices added to receipts, by rowId; and what had been invoiced by each return. */
  readonly invoices: Pick<ReceiptValues, "byInvoices" | "invoicedAt" | "invoicedInTime">;
  /** What rows have taken out, by rowId. */
  readonly takenOf: Map<string, Contents>;
  readonly eras: ReadonlyMap<string, readonly Era[]>;
  readonly pools: Map<string, Pool>;
  readonly places: Map<string, Place>;
  readonly moves: Move[];
  readonly violations: Violation[];
  /** How much of each line has been returned or has arrived, by rowId. */
  readonly returned: Map<string, Fraction>;
  /** What is in production, by job. */
  readonly jobs: Map<string, InProduction>;
  /** What the replay before this one found out. */
  readonly foreseen: Foreseen;
  readonly months: Map<string, MonthKnown>;
  /** What was last known of the cost of a pool when its goods passed on to others. */
  readonly lastKnown: Map<string, Fraction>;
  /** Changes of method that are still to come, by day. */
  changes: readonly { readonly item: OracleItem; readonly era: Era }[];
}

/** A day and an item, so that changes of one day have an order of their own. */
function moment({ item, era }: { readonly item: OracleItem; readonly era: Era }): string {
  return `${era.from} ${item.code}`;
}

/** What every replay of a book begins with: it is the same however often the book is replayed. */
function given(book: OracleBook): Pick<Run, "receiptValues" | "invoices" | "lateCosts" | "eras" | "changes"> {
  const items = [...book.items.values()];
  const { values, late, beyond: _, ...invoices } = receiptValues(book.whole ?? book);
  const eras = new Map(items.map((item) => [item.code, erasOf(book.json, item)]));
  const changes = items.flatMap((item) => (eras.get(item.code) ?? []).slice(1).map((era) => ({ item, era })));
  return {
    receiptValues: values,
    invoices,
    lateCosts: late,
    eras,
    changes: changes.sort((a, b) => byCodeUnit(moment(a), moment(b))),
  };
}

const givenOf = new WeakMap<OracleBook, ReturnType<typeof given>>();

/** A replay that has not begun. */
export function newRun(book: OracleBook, foreseen: Foreseen): Run {
  const known = givenOf.get(book) ?? given(book);
  givenOf.set(book, known);
  return {
    ...known,
    book,
    takenOf: new Map(),
    pools: new Map(),
    places: new Map(),
    moves: [],
    violations: [],
    returned: new Map(),
    jobs: new Map(),
    foreseen,
    months: new Map(),
    lastKnown: new Map(),
  };
}

/** The goods of a row, never absent: rows without goods post no stock. */
export function goodsOf(entry: Entry): OracleItem {
  if (entry.item === null) throw new Error(`row ${entry.rowId} has no item of the book`);
  return entry.item;
}

/** How the row's item is costed on the row's day. */
export function eraAt(run: Run, entry: Entry): Era {
  const era = (run.eras.get(goodsOf(entry).code) ?? []).filter((one) => one.from <= entry.date).at(-1);
  if (era === undefined) throw new Error(`no costing of ${entry.rowId}`);
  return era;
}

/** Whether goods lie in a warehouse on their way alone. */
export function isTransit(book: OracleBook, code: string): boolean {
  if (code === "TRANSIT") return true;
  return rowsOf(book.json, "warehouses").some(
    (row) => textOf(row, "code") === code && textOf(row, "kind") === "transit",
  );
}

/** The bin of a pool that is empty so far; goods on their way are worth what they left at. */
function newBin(run: Run, { item, warehouse }: Pick<Place, "item" | "warehouse">, era: Era): Bin {
  const standard = era.code === "standard" ? item.standardCost : null;
  const isOnWay = !era.company && isTransit(run.book, warehouse);
  return {
    decimals: run.book.decimals,
    shortageAtZero: run.book.setting("shortageCost") === "zero",
    standsShort: run.book.setting("shortageSettlement") === "variance",
    closedUpTo: "",
    lots: [],
    shortages: [],
    foreseen: null,
    last: standard ?? item.purchasePrice,
    standard: isOnWay ? null : standard,
    month: null,
    stretches: 0,
    variance: zero,
  };
}

function poolKey(where: Pick<Place, "item" | "warehouse" | "batch">, era: Era): string {
  const warehouse = era.company ? null : where.warehouse;
  return JSON.stringify([where.item.code, warehouse, era.perBatch ? where.batch : null, era.from]);
}

/** The pool that goods of a place lie in while their item is costed so, made when first asked for. */
export function poolIn(run: Run, where: Pick<Place, "item" | "warehouse" | "batch">, era: Era): string {
  const key = poolKey(where, era);
  if (run.pools.has(key)) return key;
  const bin = newBin(run, where, era);
  for (const before of run.eras.get(where.item.code) ?? []) {
    if (before.from < era.from) bin.last = run.lastKnown.get(poolKey(where, before)) ?? bin.last;
  }
  const warehouse = era.company ? null : where.warehouse;
  run.pools.set(key, { item: where.item, era, warehouse, batch: era.perBatch ? where.batch : null, bin });
  return key;
}

function placeKey(entry: Entry, warehouse: string): string {
  return JSON.stringify([goodsOf(entry).code, warehouse, entry.batch]);
}

/** How much of a row's goods lies in a warehouse; where none ever did, looking leaves no trace. */
export function qtyThere(run: Run, entry: Entry, warehouse: string): Fraction {
  return run.places.get(placeKey(entry, warehouse))?.qty ?? zero;
}

/** The place that a row's goods have in a warehouse. */
export function placeOf(run: Run, entry: Entry, warehouse: string): Place {
  const item = goodsOf(entry);
  const key = placeKey(entry, warehouse);
  const known = run.places.get(key);
  if (known !== undefined) return known;
  const where = { item, warehouse, batch: entry.batch };
  const place = { ...where, qty: zero, value: zero, pool: poolIn(run, where, eraAt(run, entry)) };
  run.places.set(key, place);
  return place;
}

/** The pool that a place is costed in, by its key. */
export function poolAt(run: Run, key: string): Pool {
  const pool = run.pools.get(key);
  if (pool === undefined) throw new Error(`no pool ${key}`);
  return pool;
}

/** What the pool of a place is worth: all that has moved in its places. */
export function worthOf(run: Run, { pool }: Place): Fraction {
  return sum([...run.places.values()].filter((one) => one.pool === pool).map(({ value }) => value));
}

/** The bin a row's goods lie in: what one cost holds for. */
export function binOf(run: Run, entry: Entry, warehouse: string): Bin {
  return poolAt(run, placeOf(run, entry, warehouse).pool).bin;
}

/** The stretch of the month that a row falls into; null where its item is not averaged by the month. */
export function monthOf(run: Run, entry: Entry, warehouse: string): Month | null {
  if (eraAt(run, entry).code !== "monthly-average") return null;
  const { pool: key } = placeOf(run, entry, warehouse);
  const { bin } = poolAt(run, key);
  const upTo = shortUpTo(run.book, entry);
  const stretch = [key, entry.date.slice(0, 7), upTo, bin.stretches].join(" ");
  if (bin.month?.key === stretch) return bin.month;
  endMonth(run, bin);
  bin.closedUpTo = upTo;
  return openMonth(bin, stretch, run.foreseen.months.get(stretch));
}

/** Ends the stretch of a bin, if one is open. */
export function endMonth(run: Run, bin: Bin): void {
  const { month } = bin;
  if (month !== null) run.months.set(month.key, closeMonth(bin, month));
}

/** What of a shortage is known by: the row, or part of it, that ran short and the batch it ran short of. */
export function shortageKey(entry: Entry): string {
  return `${entry.rowId} ${entry.part ?? ""} ${entry.batch ?? ""}`;
}

/** What the shortages of a replay cost in the end, by the row that ran short. */
export function shortageCosts(run: Run): ReadonlyMap<string, Fraction> {
  const short = run.moves.flatMap(({ entry, shortage }) =>
    shortage === null ? [] : [[shortageKey(entry), shortage.cost] satisfies [string, Fraction]],
  );
  return new Map(short);
}

/** Notes that so much of a line was returned; answers what had been returned before. */
export function noteReturned(run: Run, key: string, qty: Fraction): Fraction {
  const before = run.returned.get(key) ?? zero;
  run.returned.set(key, plus(before, qty));
  return before;
}

/** What is left to return of a line, never below 0. */
export function leftToReturn(run: Run, line: Entry): Fraction {
  const left = minus(line.qty, run.returned.get(keyOf(line)) ?? zero);
  return sign(left) > 0 ? left : zero;
}
