import { anyError, finding, type Finding, NOWHERE } from "../domain/kernel/finding";
import { nearest } from "../domain/kernel/nearest";
import type { TableDefinition } from "../registers/definition";
import { columnNamed } from "../registers/names";
import type { Cell, TableCells } from "../workbook/port";
import { type BookTables, bookTables, lostIn, placeIn } from "./book-tables";
import type { Answer, Desk } from "./desk";
import { type ReadRows, readRows } from "./draft-rows";
import { enteredTable } from "./entered-table";
import { type GivenTable, givenTable, identitiesOf, keysOf, textOf, writtenColumns } from "./given-table";
import { keysThere } from "./keys-there";
import { badStep, type GivenRow } from "./options";
import { settingChanges } from "./setting-rows";
import { stampedDrafts } from "./stamped-drafts";

/** Rows for one table, each an object of values by column: its id or its header in either language. */
export interface Entry {
  readonly table: string;
  readonly rows: readonly GivenRow[];
}

/** The rowIds of the drafts entered, in their order; of a master or a setting its keys. */
export interface EntryAnswer {
  readonly rowIds: readonly string[];
}

/** What the program alone writes into a register. */
const STAMPED: ReadonlySet<string> = new Set(
  "number approvedBy approvedAt postedBy postedAt revision importKey".split(" "),
);

/**
 * Adds rows, all or none: drafts of a register get rowIds, and a draft mark a document; a master's key may
 * not be there yet; a setting that is there gets the new value. Source: CONTRACT §4 steps.
 */
export async function enterRows(desk: Desk, { table: name, rows }: Entry): Answer<EntryAnswer> {
  const table = enteredTable(name);
  if ("code" in table) return { value: null, findings: [table] };
  const book = await bookTables(desk);
  const wrong = [...lostIn(book, table), ...strangeCells(book, table, rows)];
  if (wrong.length > 0) return { value: null, findings: wrong };
  const given = givenTable(table, rowCells(table, rows), book.hand.language);
  const read = readRows(book, given);
  const findings = [...read.findings, ...stamps(given), ...doubled(book, given)];
  if (anyError(findings)) return { value: null, findings };
  return { value: { rowIds: await entered(desk, { book, given, read }) }, findings };
}

interface Entering {
  readonly book: BookTables;
  readonly given: GivenTable;
  readonly read: ReadRows;
}

async function entered(desk: Desk, { book, given, read }: Entering): Promise<readonly string[]> {
  const { table, count } = given;
  if (table.role === "settings") {
    await desk.workbook.apply(settingChanges(book, given));
    return keysOf(given);
  }
  const full = table.role === "register" ? stampedDrafts(desk.moment, given, read.documents) : given;
  const { place, made } = placeIn(book, table);
  const columns = writtenColumns(book.hand, place, full);
  await desk.workbook.apply([...made, { do: "append", table: place.name, count, columns }]);
  return table.role === "register" ? (full.columns.get("rowId") ?? []).map(textOf) : keysOf(given);
}

/** BAD_STEP for columns that the table lacks, naming the nearest, and for values that no cell can hold. */
function strangeCells(
  book: BookTables,
  table: TableDefinition,
  rows: readonly GivenRow[],
): readonly Finding[] {
  const there = new Set(book.known.get(table.id)?.headers ?? []);
  const ids = table.columns.map(({ id }) => id);
  const headers = new Set(rows.flatMap((row) => Object.keys(row)));
  return [...headers].flatMap((header) => {
    const isKnown = columnNamed(table, header) !== null || there.has(header);
    if (!isKnown) return [badStep(`column ${header}`, nearest(header, ids))];
    return rows.some((row) => isObject(row[header])) ? [badStep(header, null, "single")] : [];
  });
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

/** Rows as columns, in the order in which the rows first name them. */
function rowCells(table: TableDefinition, rows: readonly GivenRow[]): TableCells {
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const column = (index: number): readonly Cell[] => rows.map((row) => cellOf(row[headers[index]]));
  return { name: table.id, sheet: table.id, headers, rowCount: rows.length, firstRow: 2, column };
}

function cellOf(value: unknown): Cell {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

/** Whether a stamped cell says what is so without it: a period is open until it is closed. */
function saysNothing({ id: table }: TableDefinition, column: string, cell: Cell): boolean {
  return table === "periods" && column === "state" && textOf(cell) === "open";
}

/** BAD_STEP where a row says what only approving, posting, closing or the log may say. */
function stamps({ table, columns }: GivenTable): readonly Finding[] {
  const isFilled = (cells: readonly Cell[]): boolean => cells.some((cell) => textOf(cell) !== "");
  if (table.role !== "register") {
    const computed = table.columns.filter((column) => column.computed === true).map(({ id }) => id);
    return computed
      .filter((id) => isFilled((columns.get(id) ?? []).filter((cell) => !saysNothing(table, id, cell))))
      .map((id) => badStep(id));
  }
  const stamped = [...columns].filter(([id, cells]) => STAMPED.has(id) && isFilled(cells)).map(([id]) => id);
  const statuses = (columns.get("status") ?? [])
    .map(textOf)
    .filter((status) => !["", "draft"].includes(status));
  return [...stamped, ...statuses.slice(0, 1).map((status) => `status ${status}`)].map((what) =>
    badStep(what),
  );
}

/** DUPLICATE_ROW_ID and DUPLICATE_KEY where a row given is one that is there, or that was given before. */
function doubled(book: BookTables, given: GivenTable): readonly Finding[] {
  const { table } = given;
  if (table.role === "settings") return [];
  const isDraft = table.role === "register";
  const keys = isDraft ? (given.columns.get("rowId") ?? []).map(textOf) : identitiesOf(given);
  if (keys.every((key) => key === "")) return [];
  const rows = new Map<string, number>();
  keysThere(book, table, isDraft ? "rowId" : "key").forEach((key, row) =>
    rows.set(key, rows.get(key) ?? row + 1),
  );
  return keys.flatMap((key, row) => {
    const firstRow = rows.get(key);
    rows.set(key, firstRow ?? row + 1);
    if (key === "" || firstRow === undefined) return [];
    const place = { ...NOWHERE, table: table.id, row: row + 1, column: isDraft ? "rowId" : keyColumn(table) };
    return [finding(isDraft ? "DUPLICATE_ROW_ID" : "DUPLICATE_KEY", place, { value: key, firstRow })];
  });
}

function keyColumn(table: TableDefinition): string | null {
  return table.columns.find((column) => column.key === true)?.id ?? null;
}
