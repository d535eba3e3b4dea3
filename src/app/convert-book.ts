import type { Language } from "../domain/kernel/title";
import { tableById } from "../registers/names";
import { tables as definitions } from "../registers/tables";
import type { Change, TableCells } from "../workbook/port";
import type { Hand } from "../write/hand";
import { bookTables, creation, placeIn } from "./book-tables";
import type { Answer, Desk } from "./desk";
import { givenTable, writtenColumns } from "./given-table";
import { plainSettings } from "./setting-rows";
import { freeNames } from "./table-names";

/** The empty workbook that a book is written into, and the language it is in there. */
export interface Conversion {
  readonly to: Desk;
  readonly language: Language;
}

/**
 * Writes a whole book into an empty workbook of another form: every table of ours with headers, days and
 * words as that form has them, columns and tables of a user's own as they are.
 */
export async function convertBook(desk: Desk, { to, language }: Conversion): Answer<object> {
  const book = await bookTables(desk);
  const hand: Hand = { workbook: to.strict, language };
  const wanted = definitions.filter(({ id }) => to.strict || book.known.has(id));
  await to.workbook.apply(wanted.map((table) => creation(hand, table)));
  const made = { ...(await bookTables(to)), hand };
  const known = [...book.known].flatMap(([id, cells]): Change[] => {
    const { place } = placeIn(made, tableById(id));
    const given = givenTable(place.table, cells, book.hand.language);
    const plain = id === "settings" ? plainSettings(given, hand) : given;
    const columns = writtenColumns(hand, place, plain);
    return [{ do: "append", table: place.name, count: given.count, columns }];
  });
  await to.workbook.apply([...known, ...strangers(book.strange, [...made.known.values()])]);
  return { value: {}, findings: [] };
}

/**
 * The changes that make a user's own tables anew, under names that the new workbook can bear. One without a
 * single column cannot stand on a sheet and is left behind.
 */
function strangers(all: readonly TableCells[], there: readonly TableCells[]): Change[] {
  const tables = all.filter(({ headers }) => headers.length > 0);
  const names = freeNames(tables, there);
  return tables.flatMap((cells, i): Change[] => {
    const columns = cells.headers.map((header, index) => ({ header, cells: cells.column(index) }));
    const looks = cells.headers.map((header) => ({
      ...{ header, format: null, width: 14, hidden: false, grouped: false, choices: null },
    }));
    return [
      { do: "create", table: names[i], sheet: names[i], columns: looks },
      { do: "append", table: names[i], count: cells.rowCount, columns },
    ];
  });
}
