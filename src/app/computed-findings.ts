import { rowOf } from "../domain/book/lines";
import { placeOf } from "../domain/documents/place";
import { type Finding, finding } from "../domain/kernel/finding";
import type { Ledgers } from "../domain/posting/ledgers";
import type { ReadBook } from "../read/read-book";
import { tableById } from "../registers/names";
import { tables } from "../registers/tables";
import type { Stamp } from "../write/line-stamps";
import { bookTables, type BookTables } from "./book-tables";
import { derivedRows, SMALL_TABLES } from "./derived-rows";
import type { Desk } from "./desk";
import { derivedPatch } from "./recompute";
import { NAMES, type Shown, shownColumns } from "./shown-columns";
import { differingLines, plain, typedCells } from "./typed-cells";

/**
 * What is said of cells that the program computes: what cannot be, and what recomputing brings up to date.
 */
export interface ComputedFindings {
  readonly failures: readonly Finding[];
  readonly remarks: readonly Finding[];
}

/**
 * COMPUTED_CHANGED for each register and column of figures in which posted rows show other than they are to:
 * somebody typed into them. BALANCE_STALE for a small balance table that was not kept up, or was typed into.
 * Beside these as remarks, DERIVED_STALE: names other than the masters have now, and large tables that are
 * only brought up to date by recomputing. Blank cells are no finding. Source: CONTRACT §2, §4 verify.
 */
export async function computedFindings(
  desk: Desk,
  read: ReadBook,
  ledgers: Ledgers,
): Promise<ComputedFindings> {
  const shown = shownColumns(desk, read, ledgers);
  const book = await bookTables(desk);
  const told = shown.flatMap((group) => group.stamps.flatMap((stamp) => changedCells(read, group, stamp)));
  return {
    failures: [
      ...told.filter(({ code }) => code === "COMPUTED_CHANGED"),
      ...SMALL_TABLES.flatMap((id) => staleTable(book, ledgers, { id, code: "BALANCE_STALE" })),
    ],
    remarks: [...told.filter(({ code }) => code === "DERIVED_STALE"), ...staleLedgers(book, ledgers)],
  };
}

/** A finding for each register in which a column shows other than it is to, at the first such row. */
function changedCells(read: ReadBook, { lines }: Shown, stamp: Stamp): readonly Finding[] {
  const { column, cell } = stamp;
  const typed = typedCells(read, column);
  const filled = lines.filter((line) => typed(line) !== null);
  const byTable = new Map<string, number[]>();
  for (const line of differingLines(read, filled, [stamp])) {
    const { table } = rowOf(read.book.lines, line);
    byTable.set(table, [...(byTable.get(table) ?? []), line]);
  }
  return [...byTable.values()].map((own) => {
    const place = placeOf(read.book.lines, own[0], column);
    if (NAMES.has(column)) return finding("DERIVED_STALE", place, { cells: own.length });
    const facts = { is: plain(typed(own[0])), should: plain(cell(own[0])), cells: own.length };
    return finding("COMPUTED_CHANGED", place, facts);
  });
}

/** Of the tables that are written by recomputing alone those that hold something. */
function staleLedgers(book: BookTables, ledgers: Ledgers): readonly Finding[] {
  const isSmall = (id: string): boolean => SMALL_TABLES.some((each) => each === id);
  const large = tables.filter(({ id, role }) => role === "derived" && !isSmall(id));
  const written = large.filter(({ id }) => (book.known.get(id)?.rowCount ?? 0) > 0);
  return written.flatMap(({ id }) => staleTable(book, ledgers, { id, code: "DERIVED_STALE" }));
}

interface Stale {
  readonly id: string;
  readonly code: "BALANCE_STALE" | "DERIVED_STALE";
}

function staleTable(book: BookTables, ledgers: Ledgers, { id, code }: Stale): readonly Finding[] {
  if (!book.known.has(id)) return [];
  const { cells } = derivedPatch(book, tableById(id), derivedRows[id](ledgers));
  return cells === 0 ? [] : [finding(code, { table: id, row: 0, rowId: null, column: null }, { cells })];
}
