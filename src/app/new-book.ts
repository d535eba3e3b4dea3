import type { Language } from "../domain/kernel/title";
import { definitionOf } from "../read/source";
import { tables } from "../registers/tables";
import type { Change, TableCells } from "../workbook/port";
import type { Hand } from "../write/hand";
import { type BookTables, bookTables, creation, placeIn } from "./book-tables";
import type { Answer, Desk } from "./desk";
import { givenTable, writtenColumns } from "./given-table";
import { defaultSettings, settingChanges } from "./setting-rows";

/** In which language a new book is written, and the tables of a sample whose rows it begins with. */
export interface NewBook {
  readonly language: Language;
  readonly sample: readonly TableCells[];
}

/** The ids of the tables a new book has. */
export interface NewBookAnswer {
  readonly tables: readonly string[];
}

/**
 * Makes every table of a book in an empty workbook, fills in the settings, and adds the rows of the sample.
 */
export async function newBook(desk: Desk, { language, sample }: NewBook): Answer<NewBookAnswer> {
  const hand: Hand = { workbook: desk.strict, language };
  await desk.workbook.apply(tables.map((table) => creation(hand, table)));
  const made = { ...(await bookTables(desk)), hand };
  await desk.workbook.apply(settingChanges(made, defaultSettings(hand)));
  const filled = await bookTables(desk);
  await desk.workbook.apply(sample.flatMap((cells) => sampleChanges({ ...filled, hand }, cells)));
  return { value: { tables: tables.map(({ id }) => id) }, findings: [] };
}

function sampleChanges(book: BookTables, cells: TableCells): readonly Change[] {
  const table = definitionOf(cells);
  if (table === null) throw new Error(`a sample has a table ${cells.name}`);
  const given = givenTable(table, cells, book.hand.language);
  if (table.role === "settings") return settingChanges(book, given);
  const { place } = placeIn(book, table);
  const columns = writtenColumns(book.hand, place, given);
  return [{ do: "append", table: place.name, count: given.count, columns }];
}
