import type { ReadBook } from "../read/read-book";
import type { Source } from "../read/source";
import type { Cell, Change, ColumnCells } from "../workbook/port";

/** Rows further apart than this for each of them are asked for one by one. */
const SPARSE = 8;

/**
 * The changes with what was read of the rows they stamp or remove, so that a row that somebody else changed
 * meanwhile is not written over; a row that was moved is found again by its rowId.
 */
export function expecting(read: ReadBook, changes: readonly Change[]): Change[] {
  const byName = new Map([...read.sources.values()].map((source) => [source.cells.name, source]));
  return changes.map((change) => {
    if (change.do !== "stamp" && change.do !== "remove") return change;
    const source = byName.get(change.table);
    if (source === undefined || change.expect !== undefined) return change;
    const index = source.columns.get("rowId");
    const key = index === undefined ? null : source.cells.headers[index];
    return { ...change, expect: { key, columns: expectedColumns(source, change.rows) } };
  });
}

/** The cells of rows of a table in every column that means something to the book. */
function expectedColumns({ cells, columns }: Source, rows: readonly number[]): readonly ColumnCells[] {
  return [...columns.values()].map((index) => ({
    header: cells.headers[index],
    cells: cellsAt((from, to) => cells.column(index, from, to), rows),
  }));
}

function cellsAt(
  column: (from: number, to: number) => readonly Cell[],
  rows: readonly number[],
): readonly Cell[] {
  if (rows.length === 0) return [];
  const from = rows.reduce((least, row) => Math.min(least, row), Infinity);
  const to = rows.reduce((most, row) => Math.max(most, row), 0) + 1;
  if (to - from > rows.length * SPARSE) return rows.map((row) => column(row, row + 1)[0] ?? null);
  const cells = column(from, to);
  return rows.map((row) => cells[row - from] ?? null);
}
