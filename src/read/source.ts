import { finding, type Finding } from "../domain/kernel/finding";
import { nearest } from "../domain/kernel/nearest";
import { titleIn, type Language } from "../domain/kernel/title";
import type { ColumnDefinition, TableDefinition } from "../registers/definition";
import { columnNamed, folded, namesOf, tableNamed } from "../registers/names";
import { tables as definitions } from "../registers/tables";
import { headerClaims } from "./header-claims";
import { type Lost, lostHeaders } from "./lost-headers";
import type { TableCells, TableOutline } from "../workbook/port";

/**
 * A table of the book as it stands in the workbook: which of its columns are there, and which are a user's
 * own.
 */
export interface Source {
  readonly table: TableDefinition;
  readonly cells: TableCells;
  /** Index of a column in the workbook by the column's id. */
  readonly columns: ReadonlyMap<string, number>;
  /** Headers that are none of ours, in their order. */
  readonly unknown: readonly string[];
}

/**
 * How strictly a book is read: a workbook must have its tables and key columns, CSV and JSON may leave them
 * out.
 */
export interface Reading {
  readonly strict: boolean;
  readonly language: Language;
  /** Names of tables that are none of ours and were not read. */
  readonly strangers: readonly string[];
}

/**
 * Which table of the book a workbook's table is, by its own name or, failing that, by its sheet's; null for a
 * user's own.
 */
export function definitionOf(outline: TableOutline): TableDefinition | null {
  return ownNamed(outline.name, outline) ?? ownNamed(outline.sheet, outline);
}

/** The book's table of that name; of those that yield to a user's own, only with its key columns. */
function ownNamed(name: string, { headers }: TableOutline): TableDefinition | null {
  const table = tableNamed(name);
  if (table?.yields !== true || name === table.id || headers.length === 0) return table;
  const ids = headers.map((header) => columnNamed(table, header)?.id);
  return table.columns.every(({ id, key }) => key !== true || ids.includes(id)) ? table : null;
}

/**
 * Tables that bear their own name come before those known by their sheet alone; the first of one id counts.
 */
function recognised(tables: readonly TableCells[]): ReadonlyMap<string, TableCells> {
  const known = new Map<string, TableCells>();
  const bySheet = new Map<string, TableCells>();
  for (const cells of tables) {
    const named = ownNamed(cells.name, cells);
    const definition = named ?? ownNamed(cells.sheet, cells);
    if (definition === null) continue;
    const found = named === null ? bySheet : known;
    if (!found.has(definition.id)) found.set(definition.id, cells);
  }
  return new Map([...bySheet, ...known]);
}

function sourceOf(table: TableDefinition, cells: TableCells, found: Finding[]): Source {
  const columns = new Map<string, number>();
  const unknown: string[] = [];
  cells.headers.forEach((header, i) => {
    const column = columnNamed(table, header);
    if (column === null) {
      if (header.trim() !== "") unknown.push(header);
    } else if (columns.has(column.id)) {
      const place = { table: table.id, row: 0, rowId: null, column: column.id };
      found.push(finding("HEADER_TWICE", place, { header }));
    } else columns.set(column.id, i);
  });
  return { table, cells, columns, unknown };
}

/** The one of a workbook's own names that is most like one of ours. */
function likest(wanted: TableDefinition | ColumnDefinition, names: readonly string[]): string | null {
  const close = namesOf(wanted).map((name) => nearest(folded(name), names.map(folded)));
  return names.find((name) => close.includes(folded(name))) ?? null;
}

/** Columns of a register in files without which its rows cannot mean what was typed. */
const TELLING = ["date", "item", "qty", "amount"];

/** A header of a user's own that holds our title: very likely our column, renamed. */
function renamed({ title }: ColumnDefinition, unknown: readonly string[]): string | null {
  const titles = [folded(title.zh), folded(title.en)];
  return unknown.find((header) => titles.some((each) => folded(header).includes(each))) ?? null;
}

/** What a missing column may be called now; undefined where it may as well be missing. */
function lost(column: ColumnDefinition, source: Source): Lost | undefined {
  const { table, unknown } = source;
  const near = renamed(column, unknown);
  const isTelling = table.role === "register" && TELLING.includes(column.id);
  if (column.key !== true) return isTelling && near !== null ? { header: near, isGuess: false } : undefined;
  const header = near ?? headerClaims(source).of.get(column.id) ?? likest(column, unknown);
  return header === null ? guessed(unknown) : { header, isGuess: false };
}

/** The one header that is left may be the one that is missing. */
function guessed(unknown: readonly string[]): Lost {
  const isGuess = unknown.length === 1;
  return { header: isGuess ? unknown[0] : null, isGuess };
}

/**
 * HEADER_MISSING where a key column is not there and it matters (always in a workbook, else where there are
 * rows), where a telling column of a register seems to have been renamed, and where a register of a workbook
 * has lost what its rows mean.
 */
function missingHeaders(source: Source, { strict, language }: Reading): readonly Finding[] {
  if (!strict && source.cells.rowCount === 0) return [];
  const { table, columns } = source;
  const missing = table.columns.filter((column) => !columns.has(column.id));
  const losses = strict && table.role === "register" ? lostHeaders(source) : null;
  return missing.flatMap((column) => {
    const close = losses === null ? lost(column, source) : losses.get(column.id);
    if (close === undefined) return [];
    const place = { table: table.id, row: 0, rowId: null, column: column.id };
    const facts = { header: titleIn(language, column.title), nearest: close.header };
    return [finding("HEADER_MISSING", place, close.isGuess ? { ...facts, guess: "yes" } : facts)];
  });
}

/** What a register of a workbook has lost of its headers, before rows are added to it. */
export function missingIn(table: TableDefinition, cells: TableCells, language: Language): readonly Finding[] {
  return missingHeaders(sourceOf(table, cells, []), { strict: true, language, strangers: [] });
}

function missingTables(sources: ReadonlyMap<string, Source>, { language, strangers }: Reading): Finding[] {
  const missing = definitions.filter((table) => table.required === true && !sources.has(table.id));
  return missing.map((table) => {
    const place = { table: table.id, row: 0, rowId: null, column: null };
    const facts = { name: titleIn(language, table.title), nearest: likest(table, strangers) };
    return finding("TABLE_MISSING", place, facts);
  });
}

/**
 * The book's tables among a workbook's, by id. Raises TABLE_MISSING, HEADER_MISSING, HEADER_TWICE into
 * `found`.
 */
export function sourcesOf(
  tables: readonly TableCells[],
  reading: Reading,
  found: Finding[],
): ReadonlyMap<string, Source> {
  const sources = new Map<string, Source>();
  for (const [id, cells] of recognised(tables)) {
    const table = definitions.find((definition) => definition.id === id);
    if (table !== undefined) sources.set(id, sourceOf(table, cells, found));
  }
  const own = tables.filter((cells) => definitionOf(cells) === null).map(({ name }) => name);
  const strangers = [...reading.strangers, ...own];
  if (reading.strict) found.push(...missingTables(sources, { ...reading, strangers }));
  for (const source of sources.values()) found.push(...missingHeaders(source, reading));
  return sources;
}
