import { NONE, STATUSES } from "../domain/book/lines";
import { figure } from "../domain/kernel/numbers";
import type { Ledgers } from "../domain/posting/ledgers";
import type { ReadBook } from "../read/read-book";
import type { Cell } from "../workbook/port";
import type { Stamp } from "../write/line-stamps";
import { differingLines, typedCells } from "./typed-cells";

const POSTED = STATUSES.indexOf("posted");

/**
 * What was there before each count and what it differs by; a document dated before a count changes both. What
 * takes a count back shows its difference the other way round.
 */
export function countStamps(read: ReadBook, ledgers: Ledgers): Stamp[] {
  const { bookQty } = ledgers.stock;
  if (bookQty.size === 0) return [];
  const { counted } = ledgers.quantities;
  const { reverses } = ledgers.book.lines;
  const quantity = (units: number): Cell => (Number.isNaN(units) ? null : figure(units, 6));
  const book = typedCells(read, "book");
  const difference = typedCells(read, "difference");
  return [
    {
      column: "book",
      cell: (line) => {
        const there = bookQty.get(line);
        return there === undefined ? book(line) : quantity(there);
      },
    },
    {
      column: "difference",
      cell: (line) => {
        const of = reverses[line] === NONE ? line : reverses[line];
        const there = bookQty.get(of);
        if (there === undefined) return difference(line);
        return quantity(of === line ? counted[of] - there : there - counted[of]);
      },
    },
  ];
}

/**
 * The posted lines that count, or take counts back, and show other than these stamps say, in their order.
 */
export function recountedLines(
  read: ReadBook,
  { book: { lines }, order, stock: { bookQty } }: Ledgers,
  counts: readonly Stamp[],
): readonly number[] {
  if (bookQty.size === 0) return [];
  const { status } = read.book.lines;
  const isCount = (line: number): boolean => bookQty.has(line) || bookQty.has(lines.reverses[line]);
  const own = Array.from(order.filter((line) => status[line] >= POSTED && isCount(line)));
  return differingLines(
    read,
    own.sort((a, b) => a - b),
    counts,
  );
}
