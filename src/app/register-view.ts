import { documentTypes } from "../domain/documents/index";
import type { RegisterView } from "../domain/reports/register-view";
import { plainCells } from "../read/plain-cells";
import type { ReadBook } from "../read/read-book";
import type { Source } from "../read/source";
import { tableById } from "../registers/names";
import { textOf } from "./given-table";

type TextOfRow = (row: number) => string;

/** The texts of the tables of a book as read, each column decoded once when it is first asked for. */
export function registerView(read: ReadBook): RegisterView {
  return {
    columns: (table) => {
      const own = read.sources.get(table)?.unknown ?? [];
      return [
        ...tableById(table).columns,
        ...own.map((header) => ({ id: header, title: { zh: header, en: header } })),
      ];
    },
    text: (table, column) => {
      const source = read.sources.get(table);
      const rows = source === undefined ? null : textsOf(read, source, column);
      if (source === undefined || rows === null) return isKnown(table, column) ? () => "" : null;
      return source.table.role === "master" ? byMember(read, source, rows) : rows;
    },
  };
}

function isKnown(table: string, column: string): boolean {
  return tableById(table).columns.some(({ id }) => id === column);
}

function textsOf(read: ReadBook, { table, cells, columns }: Source, id: string): TextOfRow | null {
  const index = columns.get(id) ?? cells.headers.indexOf(id);
  if (index === -1) return null;
  const column = cells.column(index);
  const definition = table.columns.find((each) => each.id === id);
  if (definition === undefined) return (row) => textOf(column[row]);
  const decode = plainCells(table, definition, {
    language: read.book.settings.language,
    types: documentTypes,
  });
  return (row) => {
    const value = decode(column[row]);
    return typeof value === "object" ? "" : String(value);
  };
}

/** Of a master the rows are asked for by the member's place, blank rows left out. */
function byMember(read: ReadBook, source: Source, rows: TextOfRow): TextOfRow {
  const key = source.table.columns.find((column) => column.key === true);
  const codes = key === undefined ? null : textsOf(read, source, key.id);
  if (codes === null) return rows;
  const places: number[] = [];
  for (let row = 0; row < source.cells.rowCount; row++) if (codes(row) !== "") places.push(row);
  return (member) => (member < places.length ? rows(places[member]) : "");
}
