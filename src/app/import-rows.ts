import type { Finding } from "../domain/kernel/finding";
import { hashText } from "../domain/kernel/hash";
import { nearest } from "../domain/kernel/nearest";
import type { TableDefinition } from "../registers/definition";
import { columnNamed } from "../registers/names";
import type { Cell, TableCells } from "../workbook/port";
import { type BookTables, bookTables, lostIn, placeIn } from "./book-tables";
import type { Answer, Desk } from "./desk";
import { readRows, type ReadRows } from "./draft-rows";
import { enteredTable } from "./entered-table";
import { type GivenTable, givenTable, identitiesOf, textOf, writtenColumns } from "./given-table";
import { keysThere } from "./keys-there";
import { badStep, type GivenRow } from "./options";
import { settingChanges } from "./setting-rows";
import { stampedDrafts } from "./stamped-drafts";

/**
 * Rows of a file for one table; `map` says which column a header of the file means, where the header does
 * not.
 */
export interface Import {
  readonly table: string;
  readonly rows: TableCells;
  readonly map: GivenRow;
  readonly dryRun: boolean;
}

/**
 * How many rows came in, were there already, or were left out for an error; and the file's headers that mean
 * nothing.
 */
export interface ImportAnswer {
  readonly added: number;
  readonly skipped: number;
  readonly refused: number;
  readonly ignored: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * Adds the rows of a file that are not in the table yet: masters by their key, drafts by the hash of the row
 * and its n-th occurrence in the file. A row in error is left out, with all of its document. Source: CONTRACT
 * §4 import.
 */
export async function importRows(desk: Desk, request: Import): Answer<ImportAnswer> {
  const table = enteredTable(request.table);
  if ("code" in table) return { value: null, findings: [table] };
  const wrong = strangeMap(table, request);
  if (wrong.length > 0) return { value: null, findings: wrong };
  const book = await bookTables(desk);
  const lost = lostIn(book, table);
  if (lost.length > 0) return { value: null, findings: lost };
  const file = ownRows(table, givenTable(table, renamed(request), book.hand.language));
  const { given, ignored } = withoutStrangers(book, file);
  const read = readRows(book, given);
  const hopeless = read.findings.filter(({ code }) => code === "HEADER_MISSING");
  if (hopeless.length > 0) return { value: null, findings: hopeless };
  const { chosen, skipped, findings } = chosenRows(book, given, read);
  if (!request.dryRun && chosen.length > 0) await add(desk, book, { given, read, chosen });
  const counts = { added: chosen.length, skipped, refused: given.count - chosen.length - skipped };
  return { value: { ...counts, ignored: [...ignored, ...unnamed(request.rows)], findings }, findings };
}

/** BAD_STEP where the map names a header that the file lacks, or a column that the table lacks. */
function strangeMap(table: TableDefinition, { rows, map }: Import): readonly Finding[] {
  return Object.entries(map).flatMap(([header, column]) => {
    const to = String(column);
    const ids = table.columns.map(({ id }) => id);
    if (!rows.headers.includes(header)) return [badStep(`map ${header}`, nearest(header, rows.headers))];
    return columnNamed(table, to) === null ? [badStep(`map ${header}=${to}`, nearest(to, ids))] : [];
  });
}

function renamed({ rows, map }: Import): TableCells {
  const headers = rows.headers.map((header) => {
    const to = map[header];
    return typeof to === "string" ? to : header;
  });
  return { ...rows, headers, column: (index) => rows.column(index) };
}

/**
 * Drafts as they come in: the file's draft marks are its own, and what only the program stamps is not taken
 * over.
 */
function ownRows(table: TableDefinition, given: GivenTable): GivenTable {
  if (table.role !== "register") return given;
  const stamped = new Set([...STAMPED, "rowId", "status"]);
  const columns = new Map([...given.columns].filter(([id]) => !stamped.has(id)));
  return { ...given, columns: columns.set("importKey", importKeys(given)) };
}

const STAMPED = "number approvedBy approvedAt postedBy postedAt revision importKey executed open cost".split(
  " ",
);

/** The hash of each row and of how many rows like it stand above it in the file. */
function importKeys({ columns, own, count }: GivenTable): readonly string[] {
  const parts = [...columns, ...own].sort(([a], [b]) => (a < b ? -1 : 1));
  const times = new Map<string, number>();
  return Array.from({ length: count }, (_, row) => {
    const filled = parts.filter(([, cells]) => textOf(cells[row]) !== "");
    const content = filled.map(([id, cells]) => `${id}\u001f${textOf(cells[row])}`).join("\u001e");
    const nth = (times.get(content) ?? 0) + 1;
    times.set(content, nth);
    return hashText(`${content}\u001d${String(nth)}`);
  });
}

/** Columns that the table does not have stay out, and their headers are told. */
function withoutStrangers(
  book: BookTables,
  given: GivenTable,
): { readonly given: GivenTable; readonly ignored: readonly string[] } {
  const there = new Set(book.known.get(given.table.id)?.headers ?? []);
  const own = new Map([...given.own].filter(([header]) => there.has(header)));
  return { given: { ...given, own }, ignored: [...given.own.keys()].filter((header) => !there.has(header)) };
}

/** Columns in which something stands under no header, by their place in the file: `#3`. */
function unnamed(rows: TableCells): readonly string[] {
  return rows.headers.flatMap((header, i) => {
    const isLost = header.trim() === "" && rows.column(i).some((cell) => textOf(cell).trim() !== "");
    return isLost ? [`#${String(i + 1)}`] : [];
  });
}

interface Chosen {
  readonly chosen: readonly number[];
  readonly skipped: number;
  readonly findings: readonly Finding[];
}

/** Rows that are not there yet and have no error, nor has another row of their document. */
function chosenRows(book: BookTables, given: GivenTable, { documents, findings }: ReadRows): Chosen {
  const isDraft = given.table.role === "register";
  const keys = isDraft ? (given.columns.get("importKey") ?? []).map(textOf) : identitiesOf(given);
  const known = new Set(
    given.table.role === "settings" ? [] : keysThere(book, given.table, isDraft ? "importKey" : "key"),
  );
  const isThere = keys.map((key) => {
    const met = key !== "" && known.has(key);
    if (!isDraft) known.add(key);
    return met;
  });
  const news = findings.filter(({ row }) => row === 0 || !isThere[row - 1]);
  const faulty = new Set(news.filter(({ severity }) => severity === "error").map(({ row }) => row - 1));
  const refused = new Set([...faulty].map((row) => documents[row] ?? -1).filter((document) => document >= 0));
  const isRefused = (row: number): boolean => faulty.has(row) || refused.has(documents[row] ?? -1);
  const chosen = keys.flatMap((_, row) => (isThere[row] || isRefused(row) ? [] : [row]));
  return { chosen, skipped: isThere.filter(Boolean).length, findings: news };
}

interface Adding {
  readonly given: GivenTable;
  readonly read: ReadRows;
  readonly chosen: readonly number[];
}

async function add(desk: Desk, book: BookTables, { given, read, chosen }: Adding): Promise<void> {
  const { table } = given;
  const picked = pickedRows(given, chosen);
  if (table.role === "settings") return desk.workbook.apply(settingChanges(book, picked));
  const documents = chosen.map((row) => read.documents[row]);
  const full = table.role === "register" ? stampedDrafts(desk.moment, unmarked(picked), documents) : picked;
  const { place, made } = placeIn(book, table);
  const columns = writtenColumns(book.hand, place, full);
  return desk.workbook.apply([...made, { do: "append", table: place.name, count: chosen.length, columns }]);
}

/** A mark of the file could be one that stands in the book for another document. */
function unmarked(given: GivenTable): GivenTable {
  return { ...given, columns: new Map([...given.columns].filter(([id]) => id !== "draft")) };
}

function pickedRows(given: GivenTable, rows: readonly number[]): GivenTable {
  const pick = (cells: readonly Cell[]): readonly Cell[] => rows.map((row) => cells[row] ?? null);
  const columns = new Map([...given.columns].map(([id, cells]) => [id, pick(cells)]));
  const own = new Map([...given.own].map(([header, cells]) => [header, pick(cells)]));
  return { ...given, count: rows.length, columns, own };
}
