import { decimalText, minus, negative, over, rounded, sign, sum, times, zero } from "./fraction";
import type { Fraction } from "./fraction";
import { byCodeUnit } from "./oracle-book";
import type { OracleBook } from "./oracle-book";
import { replayStock, replayUpTo } from "./stock-documents";
import { isPooled, shortageCosts } from "./stock-run";
import type { Move, Run } from "./stock-run";

/** What is held in a warehouse and what it cost; bins at zero are left out. */
export interface StockOnHand {
  readonly item: string;
  readonly warehouse: string;
  readonly batch: string | null;
  readonly qty: string;
  readonly value: string;
}

/**
 * A layer of a fifo item, oldest first; a shortage is one negative lot. A company-wide pool has no warehouse.
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
  readonly stockOnHand: readonly StockOnHand[];
  readonly stockLots: readonly StockLot[];
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
 * The value of each warehouse's goods: its own, or its share of the pool by quantity, the last by code the
 * rest.
 */
function warehouseValues(
  moves: readonly Move[],
  pooled: boolean,
  decimals: number,
): ReadonlyMap<string, Fraction> {
  const byWarehouse = [...grouped(moves, (move) => move.warehouse)].sort(([a], [b]) => byCodeUnit(a, b));
  if (!pooled) return new Map(byWarehouse.map(([code, own]) => [code, finalValue(own)]));
  const filled = byWarehouse.filter(([, own]) => sign(qtyOf(own)) !== 0);
  const qty = qtyOf(moves);
  let rest = finalValue(moves);
  const unit = sign(qty) === 0 ? zero : over(rest, qty);
  return new Map(
    filled.map(([code, own], index) => {
      const isLast = index === filled.length - 1;
      const value = isLast ? rest : rounded(times(unit, qtyOf(own)), decimals);
      rest = minus(rest, value);
      return [code, value];
    }),
  );
}

function onHand(moves: readonly Move[], pooled: boolean, decimals: number): readonly StockOnHand[] {
  const goods = grouped(moves, (move) => JSON.stringify([move.item.code, move.entry.batch]));
  return [...goods.values()].flatMap((own) => {
    const values = warehouseValues(own, pooled, decimals);
    return [...grouped(own, (move) => move.warehouse)].flatMap(([warehouse, there]) => {
      const first = there.at(0);
      const value = values.get(warehouse) ?? zero;
      const qty = qtyOf(there);
      if (first === undefined || (sign(qty) === 0 && sign(value) === 0)) return [];
      const { item, entry } = first;
      const figures = { qty: decimalText(qty), value: decimalText(value) };
      return [{ item: item.code, warehouse, batch: entry.batch, ...figures }];
    });
  });
}

/** The layers at the end of the day; a shortage is worth what its moves will have cost in the end. */
function lotsOf(run: Run, moves: readonly Move[]): readonly StockLot[] {
  const bins = [...run.bins.values()].filter(({ entry }) => entry.item?.costing === "fifo");
  return bins.flatMap(({ entry, warehouse, bin }) => {
    const place = { item: entry.item?.code ?? "", warehouse, batch: entry.batch };
    const shortage = bin.shortages.at(0);
    if (shortage === undefined) {
      return bin.lots.map(({ date, firstDate, qty, value }) => {
        return { ...place, date, firstDate, qty: decimalText(qty), value: decimalText(value) };
      });
    }
    const own = moves.filter(
      (move) =>
        move.item === entry.item &&
        move.entry.batch === entry.batch &&
        (warehouse === null || move.warehouse === warehouse),
    );
    const qty = negative(sum(bin.shortages.map((one) => one.qty)));
    const { date } = shortage;
    return [{ ...place, date, firstDate: date, qty: decimalText(qty), value: decimalText(finalValue(own)) }];
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
export function stockFigures(book: OracleBook, asOf: string): StockFigures {
  const run = replayStock(book);
  const moves = run.moves.filter((move) => move.entry.date <= asOf);
  const rows = grouped(moves, (move) => move.entry.rowId);
  const documents = grouped(moves, (move) => move.entry.number);
  return {
    stockOnHand: onHand(moves, isPooled(run), book.decimals),
    stockLots: lotsOf(replayUpTo(book, asOf, shortageCosts(run)), moves),
    stockMoves: moves.map(moveFigures),
    stockLedger: [...rows].map(([rowId, own]) => {
      return { rowId, qty: decimalText(qtyOf(own)), value: decimalText(finalValue(own)) };
    }),
    documentCosts: [...documents].map(([number, own]) => ({ number, value: decimalText(finalValue(own)) })),
    violations: run.violations.map((one) => ({ ...one, short: decimalText(one.short) })),
  };
}
