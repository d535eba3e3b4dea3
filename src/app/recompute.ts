import { ledgersOf } from "../domain/posting/ledgers";
import { outOfRange } from "../domain/posting/out-of-range";
import { tables } from "../registers/tables";
import type { Cell, Change, ColumnCells } from "../workbook/port";
import { derivedColumns } from "../write/derived";
import { type BookTables, bookTables, placeIn } from "./book-tables";
import { derivedRows } from "./derived-rows";
import type { Answer, Desk } from "./desk";
import { loadBook } from "./load-book";

/** How many cells of derived tables recomputing changed. */
export interface RecomputeAnswer {
  readonly changed: number;
}

/**
 * Rebuilds every derived table from the posted rows; one that is missing is made. OUT_OF_RANGE tells why
 * figures are left blank. Source: CONTRACT §2, §4.
 */
export async function recompute(desk: Desk): Answer<RecomputeAnswer> {
  const { value: read, findings } = await loadBook(desk);
  if (read === null) return { value: null, findings };
  const ledgers = ledgersOf(read.book);
  const book = await bookTables(desk);
  const changes: Change[] = [];
  let changed = 0;
  for (const table of tables.filter(({ role }) => role === "derived")) {
    const rows = derivedRows[table.id](ledgers);
    const { place, made } = placeIn(book, table);
    const columns = derivedColumns(book.hand, place, rows);
    const differing = differences(book, table.id, columns);
    changed += differing;
    if (differing === 0 && made.length === 0) continue;
    changes.push(...made, { do: "replace", table: place.name, count: rows.length, columns });
  }
  if (changes.length > 0) await desk.workbook.apply(changes);
  return { value: { changed }, findings: outOfRange(ledgers) };
}

/** How many cells of a table are not as they should be, rows too many among them. */
export function differences({ known }: BookTables, id: string, columns: readonly ColumnCells[]): number {
  const table = known.get(id);
  const counts = columns.map(({ header, cells }) => {
    const index = table?.headers.indexOf(header) ?? -1;
    return differing(table === undefined || index === -1 ? [] : table.column(index), cells);
  });
  return counts.reduce((sum, count) => sum + count, 0);
}

function differing(shown: readonly Cell[], wanted: readonly Cell[]): number {
  const longer = shown.length > wanted.length ? shown : wanted;
  return longer.filter(
    (_, row) => !same(row < shown.length ? shown[row] : null, row < wanted.length ? wanted[row] : null),
  ).length;
}

/** A CSV book holds its numbers as text; a text of no letters is a blank cell once it is written. */
function same(shown: Cell, wanted: Cell): boolean {
  return (shown ?? "") === (wanted ?? "") || (typeof wanted === "number" && shown === String(wanted));
}
