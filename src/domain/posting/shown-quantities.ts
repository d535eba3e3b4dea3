import { NONE } from "../book/lines";
import { documentTypes } from "../documents/index";
import { qtyInTypedUnit } from "../documents/stock-quantity";
import { executionOf, isExecuted } from "./execution";
import type { Ledgers } from "./ledgers";

/** Quantities that rows show and the program works out, by line, 10⁻⁶; NaN where a row shows none. */
export interface ShownQuantities {
  /** What was there before a count, in the stock unit. */
  readonly book: Float64Array;
  /** What a count differs by, and what takes it back the other way round, in the stock unit. */
  readonly difference: Float64Array;
  /** What became of goods ordered, bought and sold, in the unit of the row. */
  readonly executed: Float64Array;
}

/** The quantities that rows show by these ledgers. Source: CONTRACT §2 computed columns, §4 dry runs. */
export function shownQuantities(ledgers: Ledgers): ShownQuantities {
  const blank = (): Float64Array => new Float64Array(ledgers.book.lines.count).fill(NaN);
  const shown = { book: blank(), difference: blank(), executed: blank() };
  addCounts(ledgers, shown);
  addExecuted(ledgers, shown.executed);
  return shown;
}

function addCounts({ book: { lines }, stock, quantities, order }: Ledgers, shown: ShownQuantities): void {
  if (stock.bookQty.size === 0) return;
  for (const line of order) {
    const of = lines.reverses[line] === NONE ? line : lines.reverses[line];
    const there = stock.bookQty.get(of);
    if (there === undefined) continue;
    const more = quantities.counted[of] - there;
    shown.difference[line] = of === line ? more : 0 - more;
    if (of === line) shown.book[line] = there;
  }
}

function addExecuted(ledgers: Ledgers, shown: Float64Array): void {
  const { book, order } = ledgers;
  const { executed, invoiced } = executionOf(ledgers);
  const shows = documentTypes.map(isExecuted);
  for (const line of order) {
    const type = book.lines.type[line];
    if (!shows[type]) continue;
    const done = documentTypes[type].order === true ? executed[line] : invoiced[line];
    shown[line] = qtyInTypedUnit(book, line, done);
  }
}
