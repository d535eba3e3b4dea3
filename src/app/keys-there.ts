import type { ColumnDefinition, TableDefinition } from "../registers/definition";
import { columnNamed } from "../registers/names";
import type { TableCells } from "../workbook/port";
import type { BookTables } from "./book-tables";
import { givenTable, identitiesOf, textOf } from "./given-table";

/**
 * The keys, rowIds or import keys that stand in a table of the book, in the order of its rows; none where it
 * has no such column.
 */
export function keysThere(
  book: BookTables,
  table: TableDefinition,
  id: "key" | "rowId" | "importKey",
): readonly string[] {
  const cells = book.known.get(table.id);
  if (cells === undefined) return [];
  const isNeeded = (header: string): boolean => {
    const column = columnNamed(table, header);
    return id === "key" ? column?.key === true || isApart(table, column) : column?.id === id;
  };
  const places = cells.headers.flatMap((header, i) => (isNeeded(header) ? [i] : []));
  const narrow: TableCells = {
    ...cells,
    headers: places.map((i) => cells.headers[i]),
    column: (index) => cells.column(places[index]),
  };
  const read = givenTable(table, narrow, book.hand.language);
  return id === "key" ? identitiesOf(read) : (read.columns.get(id) ?? []).map(textOf);
}

function isApart({ apart = [] }: TableDefinition, column: ColumnDefinition | null): boolean {
  return column !== null && apart.includes(column.id);
}
