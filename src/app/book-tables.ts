import { documentTypes } from "../domain/documents/index";
import type { Finding } from "../domain/kernel/finding";
import { titleIn } from "../domain/kernel/title";
import { bookLanguage } from "../read/book-language";
import { definitionOf, missingIn } from "../read/source";
import type { TableDefinition } from "../registers/definition";
import { columnNamed, tableName } from "../registers/names";
import { looks } from "../registers/looks";
import type { Change, TableCells } from "../workbook/port";
import { type Hand, headerFor } from "../write/hand";
import type { RegisterPlace } from "../write/line-stamps";
import type { Desk } from "./desk";

/** The tables of a workbook by what they are to the book, without its rows being read. */
export interface BookTables {
  readonly hand: Hand;
  /** By the table's id. */
  readonly known: ReadonlyMap<string, TableCells>;
  /** A user's own. */
  readonly strange: readonly TableCells[];
}

/**
 * Sorts the tables of the open workbook. Of two that bear one name the first counts, the other is a user's
 * own.
 */
export async function bookTables({ workbook, strict }: Desk): Promise<BookTables> {
  const outlines = await workbook.tables();
  const tables = await workbook.read(outlines.map(({ name }) => name));
  const known = new Map<string, TableCells>();
  const strange: TableCells[] = [];
  for (const cells of tables) {
    const id = definitionOf(cells)?.id ?? "";
    if (id === "" || known.has(id)) strange.push(cells);
    else known.set(id, cells);
  }
  return { hand: { workbook: strict, language: bookLanguage(tables) }, known, strange };
}

/**
 * HEADER_MISSING where a register of a workbook has lost headers: rows added to it would lose them for good.
 */
export function lostIn({ hand, known }: BookTables, table: TableDefinition): readonly Finding[] {
  const cells = known.get(table.id);
  if (!hand.workbook || table.role !== "register" || cells === undefined) return [];
  return missingIn(table, cells, hand.language);
}

/** The headers of a table's columns by their ids; of two that mean one column the first counts. */
function headersById(table: TableDefinition, headers: readonly string[]): ReadonlyMap<string, string> {
  const byId = new Map<string, string>();
  for (const header of headers) {
    const id = columnNamed(table, header)?.id;
    if (id !== undefined && !byId.has(id)) byId.set(id, header);
  }
  return byId;
}

/** What a new table is called where it has to be made. */
export function nameFor(hand: Hand, table: TableDefinition): string {
  return hand.workbook ? tableName(table, hand.language) : table.id;
}

/** The change that makes a table of the book, all its columns with their looks. */
export function creation(hand: Hand, table: TableDefinition, moneyDecimals = 2): Change {
  const columns = looks(table, { language: hand.language, moneyDecimals, types: documentTypes });
  const plain = hand.workbook ? {} : { format: null, choices: null };
  const named = columns.map((look, i) => ({ ...look, ...plain, header: headerFor(hand, table.columns[i]) }));
  const name = nameFor(hand, table);
  const sheet = hand.workbook ? titleIn(hand.language, table.title) : name;
  return { do: "create", table: name, sheet, columns: named };
}

/** Where a table of the book stands, and the changes that make it where it is missing. */
export function placeIn(
  { hand, known }: BookTables,
  table: TableDefinition,
): { readonly place: RegisterPlace; readonly made: readonly Change[] } {
  const cells = known.get(table.id);
  if (cells !== undefined) {
    return { place: { table, name: cells.name, headers: headersById(table, cells.headers) }, made: [] };
  }
  const headers = new Map(table.columns.map((column) => [column.id, headerFor(hand, column)]));
  return { place: { table, name: nameFor(hand, table), headers }, made: [creation(hand, table)] };
}
