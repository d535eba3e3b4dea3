import type { Masters } from "../domain/book/masters";
import type { ReadBook } from "../read/read-book";
import type { CellPlace } from "../workbook/port";
import { textOf } from "./given-table";

/** A row of a table of the book: its texts by column. */
export interface RowAt {
  readonly table: string;
  /** Id of the column that is asked for; "" where it is none of ours. */
  readonly column: string;
  readonly text: (id: string) => string;
  readonly masters: Masters;
}

/** The row of the book that a cell lies in; null where it lies in none. */
export function rowAt({ book, sources }: ReadBook, cell: CellPlace): RowAt | null {
  const source = [...sources.values()].find(({ cells }) => cells.name === cell.table);
  const { row } = cell;
  if (source === undefined || row === null) return null;
  const { table, cells, columns } = source;
  const text = (id: string): string => {
    const index = columns.get(id);
    return index === undefined ? "" : textOf(cells.column(index, row, row + 1)[0]).trim();
  };
  const column = [...columns].find(([, index]) => cells.headers[index] === cell.header)?.[0] ?? "";
  return { table: table.id, column, text, masters: book.masters };
}
