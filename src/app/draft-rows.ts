import { REGISTERS } from "../domain/book/lines";
import { groupDocuments } from "../domain/documents/group";
import { documentTypes } from "../domain/documents/index";
import type { Finding } from "../domain/kernel/finding";
import { readBook } from "../read/read-book";
import type { TableDefinition } from "../registers/definition";
import type { BookTables } from "./book-tables";
import { asCells, type GivenTable } from "./given-table";

/** Rows about to be added, read as the book would read them. */
export interface ReadRows {
  /**
   * Of every row of a register the number of its document among these rows, -1 = none; empty for other
   * tables.
   */
  readonly documents: readonly number[];
  /** What is wrong with the rows by themselves; rows count from 1, the first of these. */
  readonly findings: readonly Finding[];
}

/**
 * Reads rows beside the masters of the book: what they mean, which belong together, and what is wrong with
 * them.
 */
export function readRows(book: BookTables, given: GivenTable): ReadRows {
  const { table, count } = given;
  const others = [...book.known]
    .filter(([id]) => !isRegister(id) && id !== table.id)
    .map(([, cells]) => cells);
  const { language } = book.hand;
  const reading = { types: documentTypes, strict: false, strangers: [], language };
  const read = readBook([...others, asCells(given)], reading);
  const isOwn = (found: Finding): boolean => found.table === table.id;
  const grouped = isRegister(table.id) ? groupDocuments(read.value.book.lines) : null;
  const documents = grouped === null ? [] : Array.from(grouped.value.ofLine.subarray(0, count));
  const found = [...given.findings, ...read.findings.filter(isOwn), ...(grouped?.findings ?? [])];
  return { documents, findings: once(found.map((each) => ({ ...each, rowId: null }))) };
}

function isRegister(id: TableDefinition["id"]): boolean {
  return REGISTERS.some((register) => register === id);
}

/**
 * The first finding of each kind at each place: a cell is looked at twice, as a value and as a part of its
 * row.
 */
function once(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ row, column, code }) => {
    const key = `${String(row)} ${column ?? ""} ${code}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
