import { documentTypes } from "../domain/documents/index";
import { finding, type Finding } from "../domain/kernel/finding";
import type { Language } from "../domain/kernel/title";
import { plainCells } from "../read/plain-cells";
import type { TableDefinition } from "../registers/definition";
import { columnNamed, tableNamed } from "../registers/names";
import type { Cell, ColumnCells, TableCells } from "../workbook/port";
import { columnById, type Hand, headerFor } from "../write/hand";
import type { RegisterPlace } from "../write/line-stamps";
import { cellsFromPlain } from "../write/plain-cells";

/**
 * Rows for a table, wherever they come from: its columns in JSON's form, and a user's own columns as they
 * are.
 */
export interface GivenTable {
  readonly table: TableDefinition;
  readonly count: number;
  /** By the column's id. A cell that cannot be read stands there as it is. */
  readonly columns: ReadonlyMap<string, readonly Cell[]>;
  /** By header. */
  readonly own: ReadonlyMap<string, readonly Cell[]>;
  /** What cannot be read. */
  readonly findings: readonly Finding[];
}

/**
 * Reads the rows of a table into JSON's form, whatever its headers' language. Of two columns of one meaning
 * the first counts.
 */
export function givenTable(table: TableDefinition, cells: TableCells, language: Language): GivenTable {
  const columns = new Map<string, readonly Cell[]>();
  const own = new Map<string, readonly Cell[]>();
  const findings: Finding[] = [];
  cells.headers.forEach((header, index) => {
    const column = columnNamed(table, header);
    if (column === null || columns.has(column.id)) {
      if (header.trim() !== "") own.set(header, cells.column(index));
      return;
    }
    const decode = plainCells(table, column, { language, types: documentTypes });
    const values = cells.column(index).map((cell, row) => {
      const value = decode(cell);
      if (typeof value !== "object" || value === null) return value;
      const place = { table: table.id, row: row + 1, rowId: null, column: column.id };
      findings.push(finding(value.code, place, value.facts));
      return cell;
    });
    columns.set(column.id, values);
  });
  return { table, count: cells.rowCount, columns, own, findings };
}

/** The columns as they are written into the table at that place, a user's own behind the others. */
export function writtenColumns(hand: Hand, place: RegisterPlace, given: GivenTable): ColumnCells[] {
  const known = [...given.columns].map(([id, values]) => {
    const column = columnById(given.table, id);
    const encode = cellsFromPlain(hand, column, documentTypes);
    return { header: place.headers.get(id) ?? headerFor(hand, column), cells: values.map(encode) };
  });
  return [...known, ...[...given.own].map(([header, cells]) => ({ header, cells }))];
}

/** The rows again as a table that can be read, headed by the columns' ids. */
export function asCells({ table, count, columns }: GivenTable): TableCells {
  const headers = [...columns.keys()];
  const column = (index: number): readonly Cell[] => columns.get(headers[index]) ?? [];
  return { name: table.id, sheet: table.id, headers, rowCount: count, firstRow: 2, column };
}

/** What a cell says as text; "" where blank or in error. */
export function textOf(cell: Cell | undefined): string {
  return cell === null || cell === undefined || typeof cell === "object" ? "" : String(cell);
}

/** The key of every row, its parts joined by a slash; "" where a part is blank. */
export function keysOf({ table, count, columns }: GivenTable): readonly string[] {
  const parts = table.columns.filter((column) => column.key === true).map(({ id }) => columns.get(id) ?? []);
  return Array.from({ length: count }, (_, row) => {
    const texts = parts.map((cells) => textOf(cells[row]));
    return texts.includes("") ? "" : texts.join("/");
  });
}

/**
 * What no two rows of a master have in common: the key, and what tells rows of one key apart; "" = no key.
 */
export function identitiesOf(given: GivenTable): readonly string[] {
  const { apart = [] } = given.table;
  const others = apart.map((id) => given.columns.get(id) ?? []);
  return keysOf(given).map((key, row) =>
    key === "" ? "" : [key, ...others.map((cells) => textOf(cells[row]))].join("/"),
  );
}

/** Whether two names mean the same table of the book, in whichever language. */
export function isTable(name: string, wanted: string): boolean {
  const table = tableNamed(name);
  return table !== null && table === tableNamed(wanted);
}
