import { titleIn, type Language } from "../domain/kernel/title";
import { columnNamed, tableNamed } from "../registers/names";

/** What tables and columns are called in a language, by their ids; null where there is none of that id. */
export interface PlaceNames {
  readonly table: (id: string) => string | null;
  readonly column: (table: string, id: string) => string | null;
}

/** The titles of all tables and columns of a book in a language. */
export function placeNames(language: Language): PlaceNames {
  return {
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
