import { REGISTERS, STATUSES } from "../domain/book/lines";
import type { Finding } from "../domain/kernel/finding";
import type { ReadBook } from "../read/read-book";
import { definitionOf } from "../read/source";
import { columnNamed } from "../registers/names";
import type { TableCells } from "../workbook/port";
import type { Desk } from "./desk";
import { loadBook } from "./load-book";
import { renumberClashes } from "./renumber-clashes";
import { bookTrouble } from "./trouble";

/** A document that was posted. */
export interface PostedDocument {
  readonly draft: string;
  readonly type: string;
  readonly number: string;
  /** Row ids of its lines. */
  readonly rows: readonly string[];
}

/** Documents posted as they are numbered in the end, and what was found about their numbers. */
export interface SettledNumbers {
  readonly posted: readonly PostedDocument[];
  /** NUMBER_CHANGED and REF_AMBIGUOUS, LOG_CAUGHT_UP. */
  readonly found: readonly Finding[];
}

/**
 * Looks, once documents are written, whether somebody else has meanwhile given one of their numbers; then
 * each document gets its own, as recomputing would give it. Where that cannot be written now, recompute does.
 * Source: DOMAIN §2.1.
 */
export async function settledNumbers(
  desk: Desk,
  before: ReadBook,
  posted: readonly PostedDocument[],
): Promise<SettledNumbers> {
  const asPosted = { posted, found: [] };
  if (posted.length === 0) return asPosted;
  try {
    if (!(await isTaken(desk, before, posted))) return asPosted;
    const { value: read } = await loadBook(desk);
    const renumbered = read === null ? null : (await renumberClashes(desk, read)).value;
    if (renumbered === null) return asPosted;
    const { rowId, number, status } = renumbered.read.book.lines;
    const numbers = new Map<string, string>();
    rowId.forEach((id, line) => {
      if (status[line] >= STATUSES.indexOf("posted")) numbers.set(id, number[line]);
    });
    const own = posted.map((each) => ({ ...each, number: numbers.get(each.rows[0] ?? "") ?? each.number }));
    return { posted: own, found: renumbered.found };
  } catch (thrown) {
    if (bookTrouble(thrown, "zh-CN") === null) throw thrown;
    return asPosted;
  }
}

/** Whether a row of none of these documents bears one of their numbers. */
async function isTaken(
  desk: Desk,
  { sources }: ReadBook,
  posted: readonly PostedDocument[],
): Promise<boolean> {
  const names = REGISTERS.flatMap((id) => sources.get(id)?.cells.name ?? []);
  const numbers = new Set(posted.map(({ number }) => number));
  const own = new Set(posted.flatMap(({ rows }) => rows));
  const tables = await desk.workbook.read(names);
  const columnOf = (cells: TableCells, id: string): readonly unknown[] => {
    const table = definitionOf(cells);
    const at = cells.headers.findIndex((header) => table !== null && columnNamed(table, header)?.id === id);
    return at === -1 ? [] : cells.column(at);
  };
  const isOwn = (rowId: unknown): boolean => typeof rowId === "string" && own.has(rowId);
  return tables.some((cells) => {
    const rowIds = columnOf(cells, "rowId");
    return columnOf(cells, "number").some(
      (number, row) => typeof number === "string" && numbers.has(number) && !isOwn(rowIds[row]),
    );
  });
}
