import { headOf } from "../documents/group";
import { figure } from "../kernel/numbers";
import type { Change } from "./figure-change";
import type { Ledgers } from "./ledgers";
import { monthDiff } from "./month-diff";

/** What each line's moves come to: signed, smallest units; NaN where it moves nothing. */
export function costByLine({ stock, costed, book }: Ledgers): Float64Array {
  const cost = new Float64Array(book.lines.count).fill(NaN);
  for (let move = 0; move < stock.moves.count; move++) {
    const line = stock.line[move];
    cost[line] = (Number.isNaN(cost[line]) ? 0 : cost[line]) + costed.value[move];
  }
  return cost;
}

/** What is open of the debt of each line that heads a document; NaN where there is none. */
function openByHead({ debts, documents, book }: Ledgers): Float64Array {
  const open = new Float64Array(book.lines.count).fill(NaN);
  const { items } = debts;
  for (let item = 0; item < items.count; item++) {
    const head = headOf(documents, items.document[item]);
    open[head] = (Number.isNaN(open[head]) ? 0 : open[head]) + items.open[item];
  }
  return open;
}

/**
 * Every figure that differs between two states of the ledgers of one book, in the order of the lines: what
 * rows came to in the stock ledger, signed as there, and what is open of a document, on its first row; then
 * the gross profit and the closing stock of every month that comes out otherwise.
 * Source: CONTRACT §4 dry runs.
 */
export function ledgerDiff(before: Ledgers, after: Ledgers): Change[] {
  const { lines, settings } = after.book;
  const columns = [
    { column: "cost" as const, old: costByLine(before), now: costByLine(after) },
    { column: "open" as const, old: openByHead(before), now: openByHead(after) },
  ];
  const value = (units: number): number | null =>
    Number.isNaN(units) ? null : figure(units, settings.moneyDecimals);
  const changes: Change[] = [];
  for (let line = 0; line < lines.count; line++) {
    for (const { column, old, now } of columns) {
      if (Object.is(old[line], now[line]) || old[line] === now[line]) continue;
      changes.push({
        number: lines.number[line],
        rowId: lines.rowId[line],
        column,
        old: value(old[line]),
        new: value(now[line]),
      });
    }
  }
  return [...changes, ...monthDiff(before, after)];
}
