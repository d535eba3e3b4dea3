import { registerOf, REGISTERS } from "../domain/book/lines";
import type { ReadBook } from "../read/read-book";
import type { Cell } from "../workbook/port";
import type { Stamp } from "../write/line-stamps";

/**
 * What stands in a register's column, by line, as it was read; null where it is blank or no such column is.
 */
export function typedCells(read: ReadBook, column: string): (line: number) => Cell {
  const { lines } = read.book;
  const columns = REGISTERS.map((id) => {
    const source = read.sources.get(id);
    const index = source?.columns.get(column);
    return source === undefined || index === undefined ? null : source.cells.column(index);
  });
  return (line) => {
    const register = registerOf(lines, line);
    const cell = columns[register]?.[line - lines.offsets[register]] ?? null;
    return cell === "" ? null : cell;
  };
}

/** The lines of which a stamp says other than what stands there. */
export function differingLines(
  read: ReadBook,
  lines: readonly number[],
  stamps: readonly Stamp[],
): readonly number[] {
  if (lines.length === 0) return lines;
  const both = stamps.map(({ column, cell }) => ({ cell, typed: typedCells(read, column) }));
  return lines.filter((line) => both.some(({ cell, typed }) => !isSameCell(cell(line), typed(line))));
}

/**
 * Whether a cell stands as it is wanted: a CSV book holds its numbers as text; a text of no letters is a
 * blank cell once it is written.
 */
export function isSameCell(wanted: Cell, typed: Cell): boolean {
  return (
    (wanted === "" ? null : wanted) === typed || (typeof wanted === "number" && typed === String(wanted))
  );
}

/** What a cell shows, as a fact of a finding; null = blank. */
export function plain(cell: Cell): string | number | null {
  return typeof cell === "object" ? (cell?.error ?? null) : typeof cell === "boolean" ? String(cell) : cell;
}
