import { TO_STANDARD } from "../costing/moves";
import { documentTypes } from "../documents/index";
import { dayText, timeText } from "../kernel/day";
import type { Ledgers } from "../posting/ledgers";
import { haveSharedPools } from "../posting/moves/move-source";
import { type Figures, figuresOf } from "./figures";
import { numberIn } from "./parameters";
import type { ReportDefinition, ReportRow } from "./report";
import { column, shown } from "./report-columns";
import { dayRange, daysIn, only } from "./report-parameters";

/** One move with the balance of its bin after it. */
interface Entry {
  readonly move: number;
  readonly qty: number;
  /** null = not said: the value of this warehouse alone is no sum of its moves. */
  readonly value: number | null;
}

function rowOf(ledgers: Ledgers, { money, quantity }: Figures, { move, qty, value }: Entry): ReportRow {
  const { stock, costed, book } = ledgers;
  const { lines, masters } = book;
  const line = stock.line[move];
  const bin = stock.bin[move];
  return {
    seq: move + 1,
    date: dayText(lines.day[line]),
    time: lines.time[line] === -1 ? null : timeText(lines.time[line]),
    type: documentTypes[lines.type[line]].code,
    number: lines.number[line],
    rowId: lines.rowId[line],
    item: masters.items[stock.bins.item[bin]].code,
    warehouse: masters.warehouses[stock.bins.warehouse[bin]].code,
    batch: stock.bins.batch[bin] === "" ? null : stock.bins.batch[bin],
    qty: quantity(costed.qty[move]),
    value: money(costed.value[move]),
    balanceQty: quantity(qty),
    balanceValue: value === null ? null : money(value),
  };
}

/**
 * Tells, move by move in their order, whether the goods of its pool lie in several places by then: from the
 * first move in a second one on, or the change of method that brought them together.
 */
function sharedBy({ stock: { moves, bin, pools }, costed: { carried } }: Ledgers): (move: number) => boolean {
  const firstBin = new Int32Array(pools.count).fill(-1);
  const isShared = new Uint8Array(pools.count);
  const lies = (pool: number, where: number): void => {
    if (firstBin[pool] === -1) firstBin[pool] = where;
    else if (firstBin[pool] !== where) isShared[pool] = 1;
  };
  let next = 0;
  return (move) => {
    for (; next < carried.length && carried[next].before <= move; next++)
      if (carried[next].qty !== 0) lies(carried[next].to, carried[next].bin);
    lies(moves.pool[move], bin[move]);
    return isShared[moves.pool[move]] === 1;
  };
}

/** Whether goods that arrived were at the standard of their new place already. */
function isIdle({ stock, costed }: Ledgers, move: number): boolean {
  return stock.moves.kind[move] === TO_STANDARD && costed.value[move] === 0;
}

/** Gives the bins whose method changed before a move the value that they carried over the change. */
function carrying({ costed: { carried } }: Ledgers, value: Float64Array): (move: number) => void {
  let next = 0;
  return (move) => {
    for (; next < carried.length && carried[next].before <= move; next++) {
      value[carried[next].bin] = carried[next].value;
    }
  };
}

/**
 * Every movement of stock in business order, both signed, at its restated value, with what its item,
 * warehouse and batch came to after it; `seq` counts through the whole ledger. Where one cost holds for
 * several warehouses the value of one of them changes with the moves of the others: from the move on that
 * lets goods lie in a second one its balance of value is null here, and stock on hand shares it out. What
 * comes later changes nothing in a row. Source: CONTRACT §5, DOMAIN §3.3, §5.1.
 */
export const stockLedger: ReportDefinition = {
  code: "stock-ledger",
  title: { zh: "库存流水", en: "Stock ledger" },
  parameters: [...dayRange, only("item"), only("warehouse")],
  run: (ledgers, parameters) => {
    const { stock, costed } = ledgers;
    const { moves, bins } = stock;
    const { from, to } = daysIn(parameters);
    const item = numberIn(parameters, "item", -1);
    const warehouse = numberIn(parameters, "warehouse", -1);
    const figures = figuresOf(ledgers);
    const wanted = bins.item.map(
      (of, bin) => (item === -1 || of === item) && (warehouse === -1 || bins.warehouse[bin] === warehouse),
    );
    const balanceQty = new Float64Array(bins.item.length);
    const balanceValue = new Float64Array(bins.item.length);
    const isShared = haveSharedPools(stock.pools) ? sharedBy(ledgers) : null;
    const isWanted = (move: number, bin: number): boolean =>
      moves.day[move] >= from && wanted[bin] && !isIdle(ledgers, move);
    const sum = { qty: 0, value: 0 };
    const rows: ReportRow[] = [];
    const carryTo = carrying(ledgers, balanceValue);
    for (let move = 0; move < moves.count && moves.day[move] <= to; move++) {
      carryTo(move);
      const bin = stock.bin[move];
      balanceQty[bin] += costed.qty[move];
      balanceValue[bin] += costed.value[move];
      const isApart = isShared?.(move) !== true;
      if (!isWanted(move, bin)) continue;
      sum.qty += costed.qty[move];
      sum.value += costed.value[move];
      const value = isApart ? balanceValue[bin] : null;
      rows.push(rowOf(ledgers, figures, { move, qty: balanceQty[bin], value }));
    }
    return { columns, rows, totals: { qty: figures.quantity(sum.qty), value: figures.money(sum.value) } };
  },
};

const columns = [
  column("seq", "whole", ["序号", "No."]),
  ...[shown.date, shown.time, shown.type, shown.number],
  column("rowId", "code", ["行ID", "Row ID"]),
  ...[shown.item, shown.warehouse, shown.batch, shown.qty, shown.value],
  column("balanceQty", "quantity", ["结存数量", "Balance quantity"]),
  column("balanceValue", "money", ["结存金额", "Balance value"]),
];
