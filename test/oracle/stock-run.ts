import type { Bin, Lot, OracleMethod, Shortage, Taken } from "./bin";
import { fifo } from "./fifo";
import { compare, minus, negative, plus, sign, sum, zero } from "./fraction";
import type { Fraction } from "./fraction";
import { movingAverage } from "./moving-average";
import { rowsOf, saysYes, textOf } from "./oracle-book";
import type { Entry, OracleBook, OracleItem } from "./oracle-book";
import { receiptValues } from "./receipt-values";

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

/** The state of a replay of the book's stock. */
export interface Run {
  readonly book: OracleBook;
  readonly receiptValues: ReadonlyMap<string, Fraction>;
  readonly bins: Map<string, { readonly entry: Entry; readonly warehouse: string | null; readonly bin: Bin }>;
  readonly moves: Move[];
  readonly violations: Violation[];
  /** How much of each line has been returned, by rowId. */
  readonly returned: Map<string, Fraction>;
  /** What shortages cost in the end, by the row that ran short, as the replay before this one found out. */
  readonly foreseen: ReadonlyMap<string, Fraction>;
}

/** What comes in with one row. */
export interface Arriving {
  readonly lots: readonly Lot[];
  readonly warehouse?: string;
}

/** A replay that has not begun. */
export function newRun(book: OracleBook, foreseen: Run["foreseen"]): Run {
  return {
    book,
    receiptValues: receiptValues(book),
    bins: new Map(),
    moves: [],
    violations: [],
    returned: new Map(),
    foreseen,
  };
}

/** Whether one pool serves all warehouses (costingScope company). */
export function isPooled(run: Run): boolean {
  return run.book.setting("costingScope") === "company";
}

/** The goods of a row, never absent: rows without goods post no stock. */
export function goodsOf(entry: Entry): OracleItem {
  if (entry.item === null) throw new Error(`row ${entry.rowId} has no item of the book`);
  return entry.item;
}

/** The costing method of an item; the oracle knows moving-average and fifo only. */
export function methodOf(item: OracleItem): OracleMethod {
  if (item.costing === "fifo") return fifo;
  if (item.costing === "moving-average") return movingAverage;
  throw new Error(`the oracle does not know costing ${item.costing} (item ${item.code})`);
}

/** The bin a row's goods lie in: item, batch and, unless pooled, warehouse. */
export function binOf(run: Run, entry: Entry, warehouse: string): Bin {
  const item = goodsOf(entry);
  const place = isPooled(run) ? null : warehouse;
  const key = JSON.stringify([item.code, place, entry.batch]);
  const known = run.bins.get(key);
  if (known !== undefined) return known.bin;
  const bin: Bin = {
    decimals: run.book.decimals,
    shortageAtZero: run.book.setting("shortageCost") === "zero",
    lots: [],
    shortages: [],
    foreseen: null,
    last: item.purchasePrice,
  };
  run.bins.set(key, { entry, warehouse: place, bin });
  return bin;
}

/** What the shortages of a replay cost in the end, by the row that ran short. */
export function shortageCosts(run: Run): ReadonlyMap<string, Fraction> {
  const short = run.moves.flatMap(({ entry, shortage }) =>
    shortage === null ? [] : [[entry.rowId, shortage.cost] satisfies [string, Fraction]],
  );
  return new Map(short);
}

/** What the books say is in the warehouse now, of this row's item and batch; negative when short. */
export function bookQty(run: Run, entry: Entry, warehouse: string): Fraction {
  const there = run.moves.filter(
    (move) => move.item === entry.item && move.warehouse === warehouse && move.entry.batch === entry.batch,
  );
  return sum(there.map((move) => move.qty));
}

function mayGoNegative(run: Run, warehouse: string): boolean {
  const row = rowsOf(run.book.json, "warehouses").find((one) => textOf(one, "code") === warehouse);
  const own = row === undefined ? "" : textOf(row, "allowNegative");
  return own === "" ? run.book.setting("negativeStock") === "allow" : saysYes(own);
}

/** Notes a move, and the violation if it leaves the warehouse below zero without leave. */
export function note(run: Run, move: Move): void {
  run.moves.push(move);
  const left = bookQty(run, move.entry, move.warehouse);
  if (sign(move.qty) >= 0 || sign(left) >= 0 || mayGoNegative(run, move.warehouse)) return;
  const { rowId } = move.entry;
  run.violations.push({ rowId, item: move.item.code, warehouse: move.warehouse, short: negative(left) });
}

/** Goods come in, lot by lot; into the row's own warehouse unless another is named. */
export function bringIn(run: Run, entry: Entry, arriving: Arriving): void {
  const { lots, warehouse = entry.warehouse } = arriving;
  const item = goodsOf(entry);
  const real = lots.filter((lot) => sign(lot.qty) > 0);
  for (const lot of real) methodOf(item).receive(binOf(run, entry, warehouse), { ...lot });
  const qty = sum(real.map((lot) => lot.qty));
  const value = sum(real.map((lot) => lot.value));
  if (real.length > 0) note(run, { entry, item, warehouse, qty, value, shortage: null });
}

/** A lot that is new here, of this row. */
export function newLot(entry: Entry, qty: Fraction, value: Fraction): Lot {
  return { date: entry.date, firstDate: entry.date, receipt: entry.rowId, qty, value };
}

/** Notes what has been taken out of the row's warehouse. */
export function noteTaken(run: Run, entry: Entry, taken: Taken): void {
  const { parts, shortage } = taken;
  const missing = shortage === null ? [] : [{ qty: shortage.qty, value: shortage.booked }];
  const pieces = [...parts, ...missing];
  if (pieces.length === 0) return;
  note(run, {
    entry,
    item: goodsOf(entry),
    warehouse: entry.warehouse,
    qty: negative(sum(pieces.map((piece) => piece.qty))),
    value: negative(sum(pieces.map((piece) => piece.value))),
    shortage,
  });
}

/** The bin that a row takes out of, told what it will cost if it runs short. */
export function issuedBin(run: Run, entry: Entry): Bin {
  const bin = binOf(run, entry, entry.warehouse);
  bin.foreseen = run.foreseen.get(entry.rowId) ?? null;
  return bin;
}

/** Goods go out of the row's warehouse by the item's method. */
export function takeOut(run: Run, entry: Entry, qty: Fraction): Taken {
  const nothing: Taken = { parts: [], shortage: null };
  if (sign(qty) === 0) return nothing;
  const taken = methodOf(goodsOf(entry)).issue(issuedBin(run, entry), qty, entry.date);
  noteTaken(run, entry, taken);
  return taken;
}

/** Notes that so much of a line was returned; answers what had been returned before. */
export function noteReturned(run: Run, line: Entry, qty: Fraction): Fraction {
  const before = run.returned.get(line.rowId) ?? zero;
  run.returned.set(line.rowId, plus(before, qty));
  return before;
}

/** What is left to return of a line, never below 0. */
export function leftToReturn(run: Run, line: Entry): Fraction {
  const left = minus(line.qty, run.returned.get(line.rowId) ?? zero);
  return compare(left, zero) > 0 ? left : zero;
}
