import { STATUSES } from "../domain/book/lines";
import type { Finding } from "../domain/kernel/finding";
import { adoptedIn } from "../domain/log/adopted";
import { changeEntries } from "../domain/log/changes";
import { type LogEntry, logEntry } from "../domain/log/log-row";
import { recordedRows } from "../domain/log/recorded";
import { rowsOf, sifted, type StandingColumns } from "../domain/log/standing";
import { postEntries } from "../domain/log/told-documents";
import { type NumberClash, numberClashes } from "../domain/posting/numbers/number-clashes";
import type { RenumberedDunning } from "../domain/posting/numbers/renumbered-dunning";
import { type RenumberedCell, renumbering } from "../domain/posting/numbers/renumbering";
import { logRows } from "../read/read-log";
import type { ReadBook } from "../read/read-book";
import type { Change } from "../workbook/port";
import type { Answer, Desk } from "./desk";
import { expecting } from "./expecting";
import { finishPosting } from "./finish-posting";
import { ledgersAt, loadBook } from "./load-book";
import { columnsStanding, logChanges, rowsStanding } from "./log-changes";
import { stampedRows } from "./logged-changes";
import { renumberStamps } from "./renumber-stamps";
import { tellUntold, type Untold, untoldPosts } from "./untold-posts";

const POSTED = STATUSES.indexOf("posted");

/** A book in which every number is one document's. */
export interface Renumbered {
  readonly read: ReadBook;
  /** How many cells were changed for it. */
  readonly changed: number;
  /** NUMBER_CHANGED and REF_AMBIGUOUS; LOG_CAUGHT_UP where the log was told of a document late. */
  readonly found: readonly Finding[];
}

/**
 * Gives documents that bear the number of another one of their own, with every reference that means them and
 * the log of both in one patch. Where no number stands twice nothing is written, and the book is the same.
 * Source: DOMAIN §2.1.
 */
export async function renumberClashes(desk: Desk, asRead: ReadBook): Answer<Renumbered> {
  if (clashesIn(desk, asRead).length === 0)
    return { value: { read: asRead, changed: 0, found: [] }, findings: [] };
  const { value: whole, findings } = await finished(desk, asRead);
  if (whole === null) return { value: null, findings };
  const { read, found: late } = whole;
  const clashes = clashesIn(desk, read);
  const { cells, dunning, findings: named } = renumbering(ledgersAt(desk, read), clashes);
  const { changes, found: untold } = renumberChanges(desk, read, { clashes, cells, dunning });
  await desk.workbook.apply(changes);
  const { value: after, findings: unread } = await loadBook(desk);
  if (after === null) return { value: null, findings: unread };
  const found = [...late, ...untold, ...named];
  return { value: { read: after, changed: cells.length + dunning.length, found }, findings: [] };
}

function clashesIn(desk: Desk, read: ReadBook): readonly NumberClash[] {
  const { documents, book } = ledgersAt(desk, read);
  return numberClashes(book.lines, documents);
}

/** The book with what an earlier post left half done finished, and written so. */
async function finished(desk: Desk, asRead: ReadBook): Answer<Pick<Renumbered, "read" | "found">> {
  const { changes } = finishPosting(desk, asRead);
  if (changes.length === 0) return { value: { read: asRead, found: [] }, findings: [] };
  const told = tellUntold(desk, asRead, changes);
  await desk.workbook.apply([...changes, ...told.changes]);
  const { value: read, findings } = await loadBook(desk);
  return { value: read === null ? null : { read, found: told.findings }, findings };
}

interface Renumbering {
  readonly clashes: readonly NumberClash[];
  readonly cells: readonly RenumberedCell[];
  readonly dunning: readonly RenumberedDunning[];
}

/**
 * What the log does not tell of cell by cell before all else, the record of dunning and drafts: while the
 * numbers clash it is found out again. Then the log, as the old numbers are gone once the rows are written;
 * where the workbook fails in between, `finishRenumbering` writes what it says.
 */
function renumberChanges(
  desk: Desk,
  read: ReadBook,
  { clashes, cells, dunning }: Renumbering,
): { readonly changes: readonly Change[]; readonly found: readonly Finding[] } {
  const { status } = read.book.lines;
  const isOfDraft = ({ line }: RenumberedCell): boolean => status[line] < POSTED;
  const changes = renumberStamps(
    desk,
    read,
    cells.filter((cell) => !isOfDraft(cell)),
  );
  const clashing = new Set(clashes.flatMap(({ parts }) => parts.flat()));
  const { entries, findings } = entriesOf(desk, read, { changes, clashing });
  const told = [...dunning.map(dunningEntry), ...entries];
  const all = [
    ...dunningChanges(read, dunning),
    ...renumberStamps(desk, read, cells.filter(isOfDraft)),
    ...logChanges(desk, read, { entries: told }),
    ...changes,
  ];
  return { changes: all, found: findings };
}

/** What gives rows of the record of dunning the numbers of the documents that they mean. */
function dunningChanges(read: ReadBook, dunning: readonly RenumberedDunning[]): readonly Change[] {
  const source = read.sources.get("dunning");
  const index = source?.columns.get("number");
  if (dunning.length === 0 || source === undefined || index === undefined) return [];
  const { name, headers } = source.cells;
  const columns = [{ header: headers[index], cells: dunning.map(({ number }) => number) }];
  return expecting(read, [{ do: "stamp", table: name, rows: dunning.map(({ row }) => row - 1), columns }]);
}

function dunningEntry({ was, number }: RenumberedDunning): LogEntry {
  return logEntry({ action: "renumber", number: was, column: "number", before: was, after: number });
}

interface Telling {
  readonly changes: readonly Change[];
  /** The lines of all documents whose number stood twice: the log knows them by their rowIds alone. */
  readonly clashing: ReadonlySet<number>;
}

/**
 * What the log is told: every cell that changed; whole, as they are now, documents of which another that
 * posted at the same moment kept it from hearing; and before all else rows that were posted before it began.
 */
function entriesOf(desk: Desk, read: ReadBook, { changes, clashing }: Telling): Untold {
  const rows = stampedRows(read, changes);
  const standing = columnsStanding(read, { rows }).map(postedOnly);
  const after = rowsStanding(read, { changes, rows });
  const untold = untoldPosts(desk, read, { finishing: changes, clashing });
  const told = read.logs.flatMap((cells) => logRows(cells));
  const known = recordedRows([told]);
  const adopted = adoptedIn(told);
  const isTaken = (table: string): boolean => told.length === 0 || adopted.has(table);
  const strange = standing
    .filter(({ table }) => isTaken(table))
    .map((own) => sifted(own, (at) => !known.has(own.rowId[at])));
  const entries = [
    ...postEntries(strange, "adopt"),
    ...changeEntries(standing.flatMap(rowsOf), after, { action: "renumber", reason: "" }),
    ...untold.entries,
  ];
  return { entries, findings: untold.findings };
}

function postedOnly(standing: StandingColumns): StandingColumns {
  const { status } = standing;
  return sifted(standing, (at) => status[at] !== "draft" && status[at] !== "approved");
}
