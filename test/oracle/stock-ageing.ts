import { byDay, front, keptAge } from "./ages";
import type { Age } from "./ages";
import type { Lot } from "./bin";
import { decimalText, least, minus, negative, over, plus, rounded, sign, sum, times, zero } from "./fraction";
import type { Fraction } from "./fraction";
import { bucketOf, daysBetween, edgesOf } from "./partner-ageing";
import { referredLines } from "./references";
import { newAge } from "./stock-moving";
import { eraAt, placeOf } from "./stock-run";
import type { Move, Pool, Run } from "./stock-run";

/** What lies in a warehouse by the days since it came; what is short stands apart from it. */
export interface StockAges {
  readonly item: string;
  readonly warehouse: string;
  readonly qty: readonly string[];
  readonly value: readonly string[];
  readonly negativeQty: string;
  readonly negativeValue: string;
}

/** So much that came on a day, and what it is worth where that is known of it by itself. */
interface Aged {
  readonly since: string;
  readonly qty: Fraction;
  readonly value: Fraction;
}

/** So much on a shelf: since when it is ours, and the row that brought it to this shelf. */
interface Shelved extends Age {
  readonly via: string;
}

/** What came and is still there, in the order in which it came; `short` is what is missing. */
interface Shelf {
  queue: readonly Shelved[];
  short: Fraction;
}

/** Takes so much from the front, but first what came by the rows named; what is not there is missing. */
function take(shelf: Shelf, qty: Fraction, named: readonly string[]): readonly Age[] {
  let rest = qty;
  const parts = new Map<Shelved, Fraction>();
  const own = shelf.queue.filter(({ by, via }) => named.includes(by) || named.includes(via));
  for (const one of [...own, ...shelf.queue.filter((other) => !own.includes(other))]) {
    const part = least(one.qty, rest);
    parts.set(one, part);
    rest = minus(rest, part);
  }
  const left = shelf.queue.map((one) => ({ ...one, qty: minus(one.qty, parts.get(one) ?? zero) }));
  shelf.queue = left.filter((one) => sign(one.qty) > 0);
  shelf.short = plus(shelf.short, rest);
  return [...parts].map(([one, part]) => ({ ...one, qty: part })).filter((one) => sign(one.qty) > 0);
}

/** What comes makes up for what is missing first. */
function put(shelf: Shelf, parts: readonly Age[], via: string): void {
  for (const part of parts) {
    const made = least(part.qty, shelf.short);
    shelf.short = minus(shelf.short, made);
    const qty = minus(part.qty, made);
    if (sign(qty) > 0) shelf.queue = [...shelf.queue, { ...part, qty, via }];
  }
}

const carried = ["DB", "DC", "DR"];
const converted = ["ZX", "CJ"];

/** By what the goods that come in are known as some that have gone out: what is carried, or packed anew. */
function passageOf(run: Run, { entry, item }: Move): string | null {
  if (converted.includes(entry.type)) return JSON.stringify([entry.number, item.code]);
  const isKept = carried.includes(entry.type) && run.book.setting("transferDate") === "original";
  return isKept ? entry.rowId : null;
}

/** The rows whose goods a row takes first: the receipts that it sends back, what was sent off and arrives. */
function takenFirst(run: Run, { entry }: Move): readonly string[] {
  if (entry.type === "DR") return referredLines(run.book, entry, "DC").map(({ rowId }) => rowId);
  if (entry.type !== "CT" || run.book.setting("purchaseReturnCost") === "method") return [];
  return referredLines(run.book, entry, "RK").map(({ rowId }) => rowId);
}

/** Whether the move brings goods to a pool or out of one: not where they are carried about within it. */
function passes(run: Run, { entry, qty }: Move): boolean {
  return sign(qty) !== 0 && !(carried.includes(entry.type) && eraAt(run, entry).company);
}

/** What came into every pool when, by quantity alone: first in, first out. */
function shelvesOf(run: Run): ReadonlyMap<string, Shelf> {
  const shelves = new Map<string, Shelf>(
    [...run.pools.keys()].map((pool) => [pool, { queue: [], short: zero }]),
  );
  const gone = new Map<string, readonly Age[]>();
  for (const move of run.moves.filter((one) => passes(run, one))) {
    const shelf = shelves.get(placeOf(run, move.entry, move.warehouse).pool);
    if (shelf === undefined) throw new Error(`no pool of ${move.entry.rowId}`);
    const passage = passageOf(run, move) ?? "";
    const before = passage === "" ? [] : (gone.get(passage) ?? []);
    if (sign(move.qty) < 0) {
      gone.set(passage, [...before, ...take(shelf, negative(move.qty), takenFirst(run, move))]);
    } else {
      put(shelf, keptAge(before, newAge(move.entry, move.qty)), move.entry.rowId);
      gone.set(passage, front(before, move.qty).left);
    }
  }
  return shelves;
}

/**
 * What is there by age, at the average of it all: what is there up to each is rounded, so that none bears
 * more than its own rounding.
 */
function atAverage(ages: readonly Age[], worth: Fraction, decimals: number): readonly Aged[] {
  const whole = sum(ages.map((one) => one.qty));
  const upTo = (end: number): Fraction =>
    rounded(over(times(worth, sum(ages.slice(0, end).map((one) => one.qty))), whole), decimals);
  return ages.map(({ since, qty }, at) => ({ since, qty, value: minus(upTo(at + 1), upTo(at)) }));
}

/** A layer by the days on which its goods first came. */
export function layersOf({ ages, value }: Lot, decimals: number): readonly Aged[] {
  return atAverage(byDay(ages), value, decimals);
}

/** The quantities or values of what is there by age. */
function byAge(parts: readonly Aged[], of: "qty" | "value", { asOf, edges }: Ageing): readonly string[] {
  return [...edges.keys(), edges.length].map((place) => {
    const inPlace = parts.filter(({ since }) => bucketOf(daysBetween(since, asOf), edges) === place);
    return decimalText(sum(inPlace.map((one) => one[of])));
  });
}

interface Ageing {
  readonly asOf: string;
  readonly edges: readonly number[];
}

/** What is in a pool, in layers where it is costed by them; negative where it is short. */
function contents(run: Run, [key, { bin, era }]: [string, Pool], shelf: Shelf | undefined): readonly Aged[] {
  const own = [...run.places.values()].filter(({ pool }) => pool === key);
  const [qty, worth] = [sum(own.map((one) => one.qty)), sum(own.map((one) => one.value))];
  if (sign(qty) <= 0 || shelf === undefined) return [{ since: "", qty, value: worth }];
  if (!era.method.layered) return atAverage(shelf.queue, worth, run.book.decimals);
  return bin.lots.flatMap((lot) => layersOf(lot, run.book.decimals));
}

/**
 * What lies in every warehouse by age at the end of a day; of a company-wide pool in all together. DOMAIN §9.
 */
export function stockAgeing(run: Run, asOf: string): readonly StockAges[] {
  const edges = edgesOf(run.book);
  const shelves = shelvesOf(run);
  const rows = new Map<string, { item: string; warehouse: string; parts: readonly Aged[] }>();
  for (const pool of run.pools) {
    const [key, { item, warehouse }] = pool;
    const where = `${item.code} ${warehouse ?? ""}`;
    const parts = [...(rows.get(where)?.parts ?? []), ...contents(run, pool, shelves.get(key))];
    rows.set(where, { item: item.code, warehouse: warehouse ?? "", parts });
  }
  return [...rows.values()].map(({ parts, ...row }) => {
    const there = parts.filter(({ qty }) => sign(qty) > 0);
    const short = parts.filter(({ qty }) => sign(qty) <= 0);
    return {
      ...row,
      ...{ qty: byAge(there, "qty", { asOf, edges }), value: byAge(there, "value", { asOf, edges }) },
      negativeQty: decimalText(sum(short.map(({ qty }) => qty))),
      negativeValue: decimalText(sum(short.map(({ value }) => value))),
    };
  });
}
