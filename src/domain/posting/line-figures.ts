import type { ClosingPrint } from "../book/closed-periods";
import { VARIANCE } from "../costing/moves";
import type { Day } from "../kernel/day";
import { openAt, standing } from "../settlement/as-of";
import { costByLine } from "./ledger-diff";
import type { Ledgers } from "./ledgers";

/** What each line came to in stock, what is a difference, and what is a variance to standard cost. */
export function figuresByLine(ledgers: Ledgers): readonly Float64Array[] {
  const { stock, costed, book } = ledgers;
  const [differences, variances] = [0, 1].map(() => new Float64Array(book.lines.count));
  for (let move = 0; move < stock.moves.count; move++) {
    const line = stock.line[move];
    if (stock.moves.kind[move] === VARIANCE) differences[line] += costed.value[move];
    variances[line] += costed.variance?.[move] ?? 0;
  }
  for (const { target, beyond } of stock.beyond) differences[target] -= beyond;
  return [costByLine(ledgers), differences, variances];
}

/**
 * The print of all that stands by the end of a day: quantities in business order and what they came to, and
 * what is open on that day of which debt, due when.
 */
export function closingPrint(ledgers: Ledgers, last: Day): ClosingPrint {
  const { order, book, quantities } = ledgers;
  const columns = [quantities.base, ...figuresByLine(ledgers)];
  const [, cost] = columns;
  let value = 0;
  let print = FIRST;
  for (const line of order) {
    if (book.lines.day[line] > last) continue;
    value += zeroIfNaN(cost[line]);
    for (const column of columns) print = mixed(print, zeroIfNaN(column[line]));
  }
  print ^= debtsPrint(ledgers, last);
  return { value, print: (print >>> 0).toString(16).padStart(8, "0") };
}

/** What is open at the end of a day and when it is due, in whatever order. */
function debtsPrint({ debts: { items } }: Ledgers, last: Day): number {
  const at = standing(items, last);
  let sum = 0;
  for (let item = 0; item < items.count; item++) {
    const open = openAt(at, item);
    if (open !== 0) sum = (sum + mixed(mixed(FIRST, open), at.due[item])) | 0;
  }
  return sum;
}

/** FNV-1a over the two halves of whole numbers. Source: Fowler, Noll, Vo. */
const FIRST = 0x811c9dc5;
const PRIME = 0x01000193;
const HALF = 2 ** 32;

function mixed(print: number, figure: number): number {
  const low = Math.imul(print ^ ((figure % HALF) | 0), PRIME);
  return Math.imul(low ^ Math.floor(figure / HALF), PRIME);
}

function zeroIfNaN(figure: number): number {
  return Number.isNaN(figure) ? 0 : figure;
}
