import { REGISTERS } from "../domain/book/lines";
import type { Place } from "../domain/kernel/finding";
import type { ReadBook } from "../read/read-book";
import type { Source } from "../read/source";
import type { CellPlace } from "../workbook/port";
import type { Desk } from "./desk";
import { loadBook } from "./load-book";

/**
 * Where a finding or a posted row stands in the workbook by now: a row that has an id is looked up by it.
 * Null where its table or its row is no longer there.
 */
export async function cellOf(desk: Desk, place: Place): Promise<CellPlace | null> {
  const { value: read } = await loadBook(desk);
  const source = read?.sources.get(place.table ?? "");
  if (read === null || source === undefined) return null;
  const { name, headers, rowCount } = source.cells;
  const row = rowOf(read, place);
  if (row >= rowCount) return null;
  return { table: name, row: row < 0 ? null : row, header: headers.at(columnOf(source, place)) ?? null };
}

/** Index of the column; past the last where it has none. */
function columnOf({ columns, cells }: Source, { column }: Place): number {
  return columns.get(column ?? "") ?? cells.headers.length;
}

/** Row of the table's body, 0-based; -1 = the table as a whole. */
function rowOf({ book }: ReadBook, { table, row, rowId }: Place): number {
  const register = REGISTERS.findIndex((id) => id === table);
  if (rowId === null || rowId === "" || register === -1) return row - 1;
  const { rowId: ids, offsets } = book.lines;
  if (ids[offsets[register] + row - 1] === rowId) return row - 1;
  const line = ids.indexOf(rowId, offsets[register]);
  return line === -1 || line >= offsets[register + 1] ? Infinity : line - offsets[register];
}
