import type { Checked } from "../domain/kernel/checked";
import { nearest } from "../domain/kernel/nearest";
import type { Title } from "../domain/kernel/title";
import type { ColumnKind, TableDefinition } from "../registers/definition";
import { columnNamed, folded, tableNamed } from "../registers/names";
import { tables as definitions } from "../registers/tables";
import type { Cell, TableCells } from "../workbook/port";
import { type BookTables, bookTables } from "./book-tables";
import type { Answer, Desk } from "./desk";
import { givenTable } from "./given-table";
import { badStep } from "./options";
import { plainSettings } from "./setting-rows";

/** A column of an answer: its key in the rows, what people call it, and what its values are. */
export interface AnswerColumn {
  readonly id: string;
  readonly title: Title;
  readonly kind: ColumnKind;
}

/** The rows of a table as they stand. */
export interface TableAnswer {
  readonly columns: readonly AnswerColumn[];
  readonly rows: readonly Readonly<Record<string, Cell>>[];
}

/**
 * The rows of a table as they stand, computed columns included: our columns by their ids, in JSON's form; a
 * user's own under their headers. A cell that cannot be read is shown as it is, an error as its text.
 */
export async function tableRows(desk: Desk, name: string): Answer<TableAnswer> {
  return rowsOfTable(await bookTables(desk), name);
}

/** The same of tables that are at hand. */
export function rowsOfTable(book: BookTables, name: string): Checked<TableAnswer | null> {
  const table = tableNamed(name);
  if (table !== null) return { value: known(book, table), findings: [] };
  const own = book.strange.find((cells) => folded(cells.name) === folded(name));
  if (own !== undefined) return { value: asIs(own), findings: [] };
  const names = [...definitions.map(({ id }) => id), ...book.strange.map((cells) => cells.name)];
  return { value: null, findings: [badStep(`table ${name}`, nearest(name, names))] };
}

function known(book: BookTables, table: TableDefinition): TableAnswer {
  const cells = book.known.get(table.id);
  if (cells === undefined)
    return { columns: table.columns.map(({ id, title, kind }) => ({ id, title, kind })), rows: [] };
  const given = givenTable(table, cells, book.hand.language);
  const isCoded = table.role === "settings";
  const { columns, own, count } = isCoded ? plainSettings(given, { ...book.hand, workbook: false }) : given;
  const all = new Map([...columns, ...own]);
  const described = [...all.keys()].map((id) => {
    const column = columns.has(id) ? columnNamed(table, id) : null;
    return column === null ? ownColumn(id) : { id, title: column.title, kind: column.kind };
  });
  return { columns: described, rows: rowsOf(all, count) };
}

function ownColumn(header: string): AnswerColumn {
  return { id: header, title: { zh: header, en: header }, kind: "text" };
}

function asIs(cells: TableCells): TableAnswer {
  const columns = new Map(cells.headers.map((header, i) => [header, cells.column(i)]));
  return { columns: [...columns.keys()].map(ownColumn), rows: rowsOf(columns, cells.rowCount) };
}

function rowsOf(columns: ReadonlyMap<string, readonly Cell[]>, count: number): TableAnswer["rows"] {
  const list = [...columns];
  return Array.from({ length: count }, (_, row) =>
    Object.fromEntries(list.map(([id, cells]) => [id, shown(cells[row] ?? null)])),
  );
}

function shown(cell: Cell): Cell {
  return typeof cell === "object" && cell !== null ? cell.error : cell;
}
