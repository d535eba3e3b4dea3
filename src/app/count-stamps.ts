import { figure } from "../domain/kernel/numbers";
import type { Ledgers } from "../domain/posting/ledgers";
import type { ReadBook } from "../read/read-book";
import type { Cell } from "../workbook/port";
import type { Stamp } from "../write/line-stamps";
import { differingLines, typedCells } from "./typed-cells";

/** What was there before each count and what it differs by; a document dated before a count changes both. */
export function countStamps(read: ReadBook, ledgers: Ledgers): Stamp[] {
  const { bookQty } = ledgers.stock;
  if (bookQty.size === 0) return [];
  const { counted } = ledgers.quantities;
  const quantity = (units: number): Cell => (Number.isNaN(units) ? null : figure(units, 6));
  const stamp = (column: string, units: (line: number, there: number) => number): Stamp => {
    const typed = typedCells(read, column);
    return {
      column,
      cell: (line) => {
        const there = bookQty.get(line);
        return there === undefined ? typed(line) : quantity(units(line, there));
      },
    };
  };
  return [stamp("book", (_, there) => there), stamp("difference", (line, there) => counted[line] - there)];
}

/** The counted lines that show other than these stamps say, in their order. */
export function recountedLines(
  read: ReadBook,
  ledgers: Ledgers,
  counts: readonly Stamp[],
): readonly number[] {
  const lines = [...ledgers.stock.bookQty.keys()].sort((a, b) => a - b);
  return differingLines(read, lines, counts);
}
