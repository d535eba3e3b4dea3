import { NONE } from "../book/lines";
import { headOf } from "../documents/group";
import { figure } from "../kernel/numbers";
import { flowsOf } from "./cash-flows";
import type { Change } from "./figure-change";
import type { Ledgers } from "./ledgers";
import { monthDiff } from "./month-diff";
import { HAS_WAY } from "./moves/stock-effects";
import { type ShownQuantities, shownQuantities } from "./shown-quantities";

/** What each line's moves come to: signed, smallest units; NaN where it moves nothing. */
export function costByLine({ stock, costed, book }: Ledgers): Float64Array {
  const cost = new Float64Array(book.lines.count).fill(NaN);
  for (let move = 0; move < stock.moves.count; move++) {
    const line = stock.line[move];
    cost[line] = (Number.isNaN(cost[line]) ? 0 : cost[line]) + costed.value[move];
  }
  return cost;
}

/** What the goods that a line moved are worth where they came to, smallest units; NaN where it moved none. */
function movedByLine({ stock, costed, book }: Ledgers): Float64Array {
  const { type, reverses } = book.lines;
  const moved = new Float64Array(book.lines.count).fill(NaN);
  for (let move = 0; move < stock.moves.count; move++) {
    const line = stock.line[move];
    const of = reverses[line] === NONE ? line : reverses[line];
    if (!HAS_WAY[type[of]] || !(costed.qty[move] > 0)) continue;
    moved[line] = (Number.isNaN(moved[line]) ? 0 : moved[line]) + costed.value[move];
  }
  return moved;
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

/** What lies in each account at the end of all days, by its place. */
function balancesOf(ledgers: Ledgers): Float64Array {
  const balances = new Float64Array(ledgers.book.masters.accounts.length);
  if (balances.length === 0) return balances;
  for (const line of ledgers.order)
    for (const { account, amount } of flowsOf(ledgers, line)) balances[account] += amount;
  return balances;
}

/** Accounts in which something else lies, in the order of their table. */
function accountDiff(before: Ledgers, after: Ledgers): Change[] {
  const { masters, settings } = after.book;
  const [old, now] = [balancesOf(before), balancesOf(after)];
  return masters.accounts.flatMap(({ code }, account): Change[] => {
    const [was, is] = [old[account], now[account]];
    if (was === is || !Number.isFinite(was + is)) return [];
    const shown = (units: number): number => figure(units, settings.moneyDecimals);
    return [{ number: "", rowId: "", column: "balance", account: code, old: shown(was), new: shown(is) }];
  });
}

/** A figure of lines before and after: of which column, and how it is shown; NaN where a line has none. */
interface Column {
  readonly column: Change["column"];
  readonly old: Float64Array;
  readonly now: Float64Array;
  readonly decimals: number;
  /** Told only of rows that have one before and after. */
  readonly stays?: true;
}

function columnsOf(before: Ledgers, after: Ledgers): readonly Column[] {
  const { moneyDecimals } = after.book.settings;
  const [was, is] = [shownQuantities(before), shownQuantities(after)];
  const quantity = (column: keyof ShownQuantities): Column => {
    return { column, old: was[column], now: is[column], decimals: 6, stays: true };
  };
  return [
    { column: "cost", old: costByLine(before), now: costByLine(after), decimals: moneyDecimals },
    {
      column: "moved",
      old: movedByLine(before),
      now: movedByLine(after),
      decimals: moneyDecimals,
      stays: true,
    },
    { column: "open", old: openByHead(before), now: openByHead(after), decimals: moneyDecimals },
    ...(["book", "difference", "executed"] as const).map(quantity),
  ];
}

function differs({ old, now, stays }: Column, line: number): boolean {
  if (Object.is(old[line], now[line]) || old[line] === now[line]) return false;
  return stays !== true || !Number.isNaN(old[line] + now[line]);
}

/**
 * Every figure that differs between two states of the ledgers of one book: by line its value in the stock
 * ledger, signed as there, on a document's first row what is open of it, and of rows posted before what the
 * goods that they moved to another warehouse are worth there and the quantities that they show; then the
 * balance of every account, and every month's gross profit and closing stock.
 * Source: CONTRACT §4 dry runs.
 */
export function ledgerDiff(before: Ledgers, after: Ledgers): Change[] {
  const { lines } = after.book;
  const columns = columnsOf(before, after);
  const changes: Change[] = [];
  for (let line = 0; line < lines.count; line++) {
    for (const each of columns) {
      if (!differs(each, line)) continue;
      const shown = (units: number): number | null =>
        Number.isNaN(units) ? null : figure(units, each.decimals);
      changes.push({
        number: lines.number[line],
        rowId: lines.rowId[line],
        column: each.column,
        old: shown(each.old[line]),
        new: shown(each.now[line]),
      });
    }
  }
  return [...changes, ...accountDiff(before, after), ...monthDiff(before, after)];
}
