import { decimalText, minus, negative, over, rounded, sign, sum, times, zero } from "./fraction";
import type { Fraction } from "./fraction";
import { byCodeUnit } from "./oracle-book";
import { byPiece } from "./pieces";
import type { OracleBook } from "./oracle-book";
import { layersOf, stockAgeing } from "./stock-ageing";
import type { StockAges } from "./stock-ageing";
import { replayStock, replayUpTo } from "./stock-documents";
import { jobCosts } from "./conversions";
import { poolAt, shortageCosts } from "./stock-run";
import type { Move, Place, Run } from "./stock-run";

/** What is held in a warehouse and what it cost; bins at zero are left out. */
export interface StockOnHand {
  readonly item: string;
  readonly warehouse: string;
  readonly batch: string | null;
  readonly qty: string;
  readonly value: string;
}

/**
 * A layer of an item costed by layers, oldest first; a shortage is one negative lot. A company-wide pool has
 * no warehouse.
 */
export interface StockLot {
  readonly item: string;
  readonly warehouse: string | null;
  readonly batch: string | null;
  readonly date: string;
  readonly firstDate: string;
  readonly qty: string;
  readonly value: string;
}

/** One movement of goods by one row, signed, at its final value. */
export interface StockMove {
  readonly rowId: string;
  readonly type: string;
  readonly number: string;
  readonly date: string;
  readonly item: string;
  readonly warehouse: string;
  readonly batch: string | null;
  readonly qty: string;
  readonly value: string;
}

/** The stock of the book at the end of a day. */
export interface StockFigures {
  /** False where costs that wait for each other never come to rest: values are then one opinion of many. */
  readonly isSettled: boolean;
  readonly stockOnHand: readonly StockOnHand[];
  readonly stockLots: readonly StockLot[];
  /** By item and warehouse. */
  readonly stockAgeing: readonly StockAges[];
  /** In the order of processing. */
  readonly stockMoves: readonly StockMove[];
  /** All moves of a row together: a transfer sums to nothing. */
  readonly stockLedger: readonly { readonly rowId: string; readonly qty: string; readonly value: string }[];
  /** All moves of a document together, issues negative. */
  readonly documentCosts: readonly { readonly number: string; readonly value: string }[];
  /** Rows that took stock below zero where that is not allowed. */
  readonly violations: readonly {
    readonly rowId: string;
    readonly item: string;
    readonly warehouse: string;
    readonly short: string;
  }[];
}

function grouped<T>(all: readonly T[], key: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}

function qtyOf(moves: readonly Move[]): Fraction {
  return sum(moves.map((move) => move.qty));
}

function finalValue(moves: readonly Move[]): Fraction {
  return sum(moves.map((move) => move.value));
}

/**
 * The value of what lies in each place of a pool: its share by quantity, the last by code of warehouse and
 * batch the rest.
 */
function sharedValues(places: readonly Place[], decimals: number): readonly (readonly [Place, Fraction])[] {
  const code = ({ warehouse, batch }: Place): string => `${warehouse} ${batch ?? ""}`;
  const inOrder = [...places].sort((a, b) => byCodeUnit(code(a), code(b)));
  const filled = inOrder.filter((place) => sign(place.qty) !== 0);
  const whole = sum(places.map((place) => place.value));
  const qty = sum(places.map((place) => place.qty));
  let rest = whole;
  return filled.map((place, at) => {
    const share = sign(qty) === 0 ? zero : rounded(over(times(whole, place.qty), qty), decimals);
    const value = at === filled.length - 1 ? rest : share;
    rest = minus(rest, value);
    return [place, value];
  });
}

/** What lies in every place: its own worth, or its share of what holds for several. */
function onHand(run: Run): readonly StockOnHand[] {
  const pools = grouped([...run.places.values()], (place) => place.pool);
  return [...pools].flatMap(([key, places]) => {
    const { warehouse, batch } = poolAt(run, key);
    const isOwn = warehouse !== null && places.every((place) => place.batch === batch);
    const values = isOwn
      ? places.map((place) => [place, place.value] as const)
      : sharedValues(places, run.book.decimals);
    return values
      .filter(([{ qty }, value]) => sign(qty) !== 0 || sign(value) !== 0)
      .map(([place, value]) => ({
        ...{ item: place.item.code, warehouse: place.warehouse, batch: place.batch },
        ...{ qty: decimalText(place.qty), value: decimalText(value) },
      }));
  });
}

/** The layers at the end of the day; a shortage is worth what its moves will have cost in the end. */
function lotsOf(run: Run): readonly StockLot[] {
  const pools = [...run.pools].filter(([, { era }]) => era.method.layered);
  return pools.flatMap(([key, { item, warehouse, batch, bin }]) => {
    const place = { item: item.code, warehouse, batch };
    const shortage = bin.shortages.at(0);
    if (shortage === undefined) {
      return bin.lots.flatMap((lot) =>
        layersOf(lot, run.book.decimals).map(({ since, qty, value }) => {
          const { date } = lot;
          return { ...place, date, firstDate: since, qty: decimalText(qty), value: decimalText(value) };
        }),
      );
    }
    const own = [...run.places.values()].filter((one) => one.pool === key);
    const qty = negative(sum(bin.shortages.map((one) => one.qty)));
    const value = sum(own.map((one) => one.value));
    const { date } = shortage;
    return [{ ...place, date, firstDate: date, qty: decimalText(qty), value: decimalText(value) }];
  });
}

function moveFigures(move: Move): StockMove {
  const { rowId, type, number, date, batch } = move.entry;
  const place = { item: move.item.code, warehouse: move.warehouse, batch };
  return {
    rowId,
    type,
    number,
    date,
    ...place,
    qty: decimalText(move.qty),
    value: decimalText(move.value),
  };
}

/** Quantities and values at the end of `asOf`, of moves up to that day at their final values. */
export function stockFigures(whole: OracleBook, asOf: string): StockFigures {
  const book = byPiece(whole);
  const { run, isSettled } = replayStock(book);
  const moves = run.moves.filter((move) => move.entry.date <= asOf);
  const rows = grouped(moves, (move) => move.entry.rowId);
  const documents = grouped(moves, (move) => move.entry.number);
  const then = replayUpTo(book, asOf, {
    shortages: shortageCosts(run),
    months: run.months,
    jobs: jobCosts(run),
  });
  return {
    isSettled,
    stockOnHand: onHand(then),
    stockLots: lotsOf(then),
    stockAgeing: stockAgeing(then, asOf),
    stockMoves: moves.map(moveFigures),
    stockLedger: [...rows].map(([rowId, own]) => {
      return { rowId, qty: decimalText(qtyOf(own)), value: decimalText(finalValue(own)) };
    }),
    documentCosts: [...documents].map(([number, own]) => ({ number, value: decimalText(finalValue(own)) })),
    violations: run.violations.map((one) => ({ ...one, short: decimalText(one.short) })),
  };
}
