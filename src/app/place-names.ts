import { titleIn, type Language } from "../domain/kernel/title";
import { columnNamed, tableNamed } from "../registers/names";

/** What tables and columns are called in a language, by their ids; null where there is none of that id. */
export interface PlaceNames {
  readonly table: (id: string) => string | null;
  readonly column: (table: string, id: string) => string | null;
  /** The row of the sheet that a row of a table's body is; both counted from 1. */
  readonly row: (table: string, row: number) => number;
}

/** Which row of its sheet, counted from 1, is the first of each table's body, by the table's id. */
export type FirstRows = ReadonlyMap<string, number>;

/** The titles of all tables and columns in a language; rows are those of the body where no sheet is known. */
export function placeNames(language: Language, firstRows: FirstRows = new Map()): PlaceNames {
  return {
    row: (table, row) => row + (firstRows.get(table) ?? 1) - 1,
    table: (id) => {
      const table = tableNamed(id);
      return table === null ? null : titleIn(language, table.title);
    },
    column: (id, column) => {
      const table = tableNamed(id);
      const definition = table === null ? null : columnNamed(table, column);
      return definition === null ? null : titleIn(language, definition.title);
    },
  };
}
