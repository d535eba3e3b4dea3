import { titleIn, type Language } from "../domain/kernel/title";
import type { ColumnDefinition, TableDefinition } from "./definition";
import { tables } from "./tables";

const IGNORED = /[\s_]+/g;

/** Names met before, as they are compared: a book says the same headers and words each time it is read. */
const met = new Map<string, string>();
const MOST_MET = 4096;

/** A name as it is compared: width, case, blanks and underscores aside. */
export function folded(name: string): string {
  const known = met.get(name);
  if (known !== undefined) return known;
  const compared = name.normalize("NFKC").replace(IGNORED, "").toLowerCase();
  if (met.size === MOST_MET) met.clear();
  met.set(name, compared);
  return compared;
}

/** The names by which a table or a column is known: its id and its title in both languages. */
export function namesOf(named: TableDefinition | ColumnDefinition): readonly string[] {
  return [named.id, named.title.zh, named.title.en];
}

function byName<T extends TableDefinition | ColumnDefinition>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.flatMap((named) => namesOf(named).map((name) => [folded(name), named] as const)));
}

const tableIds = new Map(tables.map((table) => [table.id, table]));
const tableNames = byName(tables);
const columnNames = new Map(tables.map((table) => [table.id, byName(table.columns)]));

/** The table of an id. An id that is not there is a defect. */
export function tableById(id: string): TableDefinition {
  const table = tableIds.get(id);
  if (table === undefined) throw new Error(`no table ${id}`);
  return table;
}

/** The table that a workbook, a file or a person calls so, in either language; null where there is none. */
export function tableNamed(name: string): TableDefinition | null {
  return tableNames.get(folded(name)) ?? null;
}

/**
 * The station whose log stands in a table of that name: what follows the first underscore, "" where there is
 * none; null where it is no log.
 */
export function logStation(name: string): string | null {
  const cut = name.indexOf("_");
  const base = cut === -1 ? name : name.slice(0, cut);
  return tableNamed(base)?.role === "log" ? (cut === -1 ? "" : name.slice(cut + 1)) : null;
}

/** The column that bears the header, in either language; null for a user's own column. */
export function columnNamed(table: TableDefinition, header: string): ColumnDefinition | null {
  return (columnNames.get(table.id) ?? byName(table.columns)).get(folded(header)) ?? null;
}

const REFERENCE = /^([a-z]{1,3}\d+|r\d*c\d*|[rc]\d*)$/i;

/**
 * What a table is called in a workbook: its title without blanks, never like a cell's reference (A1, R1C1).
 */
export function tableName(table: TableDefinition, language: Language): string {
  const name = titleIn(language, table.title).replace(/\s+/g, "");
  return REFERENCE.test(name) ? `${name}_` : name;
}

/** What tables and columns are called in a language, by id; null where there is none. */
export interface Titles {
  readonly table: (id: string) => string | null;
  readonly column: (table: string, id: string) => string | null;
}

/** The titles of every table and column in a language: what a finding's sentence names its place by. */
export function titlesIn(language: Language): Titles {
  return {
    table: (id) => titleOrNull(language, tableIds.get(id)),
    column: (table, id) =>
      titleOrNull(
        language,
        tableIds.get(table)?.columns.find((column) => column.id === id),
      ),
  };
}

function titleOrNull(language: Language, named?: TableDefinition | ColumnDefinition): string | null {
  return named === undefined ? null : titleIn(language, named.title);
}
