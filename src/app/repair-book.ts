import type { Finding } from "../domain/kernel/finding";
import type { Language } from "../domain/kernel/title";
import { columnById, type Hand, headerFor } from "../write/hand";
import { tableById } from "../registers/names";
import { tables as definitions } from "../registers/tables";
import type { Change } from "../workbook/port";
import { type BookTables, bookTables, creation, placeIn } from "./book-tables";
import type { Answer, Desk } from "./desk";
import { loadBook } from "./load-book";
import { defaultSettings, settingChanges } from "./setting-rows";

/** In which language tables are made where there is no book yet. */
export interface Repair {
  readonly language: Language;
}

/** What was mended: ids of the tables that were made, `table.column` of the columns that were added. */
export interface RepairAnswer {
  readonly tables: readonly string[];
  readonly columns: readonly string[];
}

/**
 * Makes what a book lacks beside all that is there: its tables, the settings filled in, and the columns
 * without which its rows mean nothing. A column that seems to have been renamed is left to the user: it stays
 * a finding. A second run finds nothing to do.
 */
export async function repairBook(desk: Desk, { language }: Repair): Answer<RepairAnswer> {
  const book = await bookTables(desk);
  const hand: Hand = book.known.size === 0 ? { workbook: desk.strict, language } : book.hand;
  const missing = definitions.filter(({ id }) => !book.known.has(id));
  const made = missing.map((table) => creation(hand, table));
  if (made.length > 0) await desk.workbook.apply(made);
  if (missing.some(({ role }) => role === "settings")) await fillSettings(desk, hand);
  const { findings } = await loadBook(desk);
  const lost = findings.filter((found) => found.code === "HEADER_MISSING" && found.facts["nearest"] === null);
  const added = lost.map((found) => addition({ ...book, hand }, found));
  if (added.length > 0) await desk.workbook.apply(added);
  const columns = lost.map(({ table, column }) => `${table ?? ""}.${column ?? ""}`);
  const left = findings.filter((found) => !lost.includes(found) && found.row === 0);
  return { value: { tables: missing.map(({ id }) => id), columns }, findings: left };
}

async function fillSettings(desk: Desk, hand: Hand): Promise<void> {
  const made = { ...(await bookTables(desk)), hand };
  await desk.workbook.apply(settingChanges(made, defaultSettings(hand)));
}

/** The change that adds the column a finding misses, at the right end of its table. */
function addition(book: BookTables, { table, column }: Finding): Change {
  const definition = tableById(table ?? "");
  const header = headerFor(book.hand, columnById(definition, column ?? ""));
  const { place } = placeIn(book, definition);
  return { do: "stamp", table: place.name, rows: [], columns: [{ header, cells: [] }] };
}
