import type { RenumberedCell } from "../domain/posting/numbers/renumbering";
import type { ReadBook } from "../read/read-book";
import type { Change } from "../workbook/port";
import { type Stamp, stampLines } from "../write/line-stamps";
import type { Desk } from "./desk";
import { expecting } from "./expecting";
import { handOf, placesOf } from "./places";
import { typedCells } from "./typed-cells";

/** The changes that write numbers, and references to them, into their rows. */
export function renumberStamps(desk: Desk, read: ReadBook, cells: readonly RenumberedCell[]): Change[] {
  const stamping = {
    lines: read.book.lines,
    chosen: [...new Set(cells.map(({ line }) => line))].sort((a, b) => a - b),
    ...{ places: placesOf(read), hand: handOf(desk, read) },
  };
  const stamps = (["number", "ref", "against"] as const).map((column) => stampOf(read, cells, column));
  return expecting(read, stampLines(stamping, stamps));
}

function stampOf(read: ReadBook, cells: readonly RenumberedCell[], column: RenumberedCell["column"]): Stamp {
  const texts = new Map(cells.filter((cell) => cell.column === column).map(({ line, text }) => [line, text]));
  const typed = typedCells(read, column);
  return { column, cell: (line) => texts.get(line) ?? typed(line) };
}
