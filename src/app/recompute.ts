import { outOfRange } from "../domain/posting/out-of-range";
import { tables } from "../registers/tables";
import type { ReportRow } from "../domain/reports/report";
import type { TableDefinition } from "../registers/definition";
import type { Cell, Change, ColumnCells, TableCells } from "../workbook/port";
import { derivedColumns } from "../write/derived";
import { balancePatch, type BalancePatch, isSame } from "./balance-patch";
import { closedFindings } from "./closed-moved";
import { type BookTables, bookTables, placeIn } from "./book-tables";
import { derivedRows, SMALL_TABLES } from "./derived-rows";
import type { Answer, Desk } from "./desk";
import { finishRenumbering } from "./finish-renumbering";
import { finishPosting } from "./finish-posting";
import { ledgersAt, loadBook } from "./load-book";
import { renumberClashes } from "./renumber-clashes";
import { shownChanges } from "./shown-columns";
import { tellUntold } from "./untold-posts";

/** How many cells recomputing changed, of derived tables, of numbers that stood twice and what names them. */
export interface RecomputeAnswer {
  readonly changed: number;
}

/**
 * Finishes what a post or a renumbering left half done, tells the log of it, gives documents that bear
 * another's number one of their own, and rebuilds every derived table from the posted rows; one that is
 * missing is made. LOG_CAUGHT_UP says what the log did not know; OUT_OF_RANGE why figures are left blank;
 * CLOSED_MOVED that a cost in a closed period would come out otherwise: then no figure is written.
 * Source: CONTRACT §2, §4; DOMAIN §2.1.
 */
export async function recompute(desk: Desk): Answer<RecomputeAnswer> {
  const { value: loaded, findings } = await loadBook(desk);
  if (loaded === null) return { value: null, findings };
  const { value: whole, findings: lost } = await finishRenumbering(desk, loaded);
  if (whole === null) return { value: null, findings: lost };
  const { value: renumbered, findings: unread } = await renumberClashes(desk, whole.read);
  if (renumbered === null) return { value: null, findings: unread };
  const { read, changes: finishing, findings: stuck } = finishPosting(desk, renumbered.read);
  const ledgers = ledgersAt(desk, read);
  const book = await bookTables(desk);
  const derived = tables.filter(({ role }) => role === "derived");
  const patches = derived.map((table) => derivedPatch(book, table, derivedRows[table.id](ledgers)));
  desk.readings?.keep(ledgers);
  const shown = shownChanges(desk, read, ledgers);
  const told = tellUntold(desk, read, finishing);
  const changes = [
    ...finishing,
    ...told.changes,
    ...shown.changes,
    ...patches.flatMap((patch) => patch.changes),
  ];
  const moved = closedFindings(read, shown.changes, ledgers);
  if (moved.length > 0) return { value: null, findings: moved };
  if (changes.length > 0) await desk.workbook.apply(changes);
  const before = whole.changed + renumbered.changed;
  const changed = patches.reduce((sum, { cells }) => sum + cells, shown.cells + before);
  const found = [...renumbered.found, ...stuck, ...told.findings, ...outOfRange(ledgers)];
  return { value: { changed }, findings: found };
}

/** The changes that bring a derived table up to date, and how many of its cells are not. */
export function derivedPatch(
  book: BookTables,
  table: TableDefinition,
  rows: readonly ReportRow[],
): BalancePatch {
  const { place, made } = placeIn(book, table);
  const cells = book.known.get(table.id);
  const isSmall = SMALL_TABLES.some((id) => id === table.id);
  if (cells !== undefined && isSmall) return balancePatch(book.hand, place, { cells, rows });
  const columns = derivedColumns(book.hand, place, rows);
  const differing = differences(cells, columns);
  if (differing === 0 && made.length === 0) return { changes: [], cells: 0 };
  const replacing: Change = { do: "replace", table: place.name, count: rows.length, columns };
  return { changes: [...made, replacing], cells: differing };
}

/** How many cells of a table are not as they should be, rows too many among them. */
function differences(table: TableCells | undefined, columns: readonly ColumnCells[]): number {
  const counts = columns.map(({ header, cells }) => {
    const index = table?.headers.indexOf(header) ?? -1;
    return differing(table === undefined || index === -1 ? [] : table.column(index), cells);
  });
  return counts.reduce((sum, count) => sum + count, 0);
}

function differing(shown: readonly Cell[], wanted: readonly Cell[]): number {
  const longer = shown.length > wanted.length ? shown : wanted;
  return longer.filter((_, row) => !isSame(shown[row] ?? null, wanted[row] ?? null)).length;
}
