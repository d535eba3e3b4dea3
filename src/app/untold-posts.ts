import { lastClosed } from "../domain/book/closed-periods";
import { type Lines, NONE, STATUSES } from "../domain/book/lines";
import { placeOf } from "../domain/documents/place";
import { type Finding, finding } from "../domain/kernel/finding";
import { besideRows } from "../domain/log/costing-told";
import type { LogEntry } from "../domain/log/log-row";
import { recordedRows } from "../domain/log/recorded";
import { postEntries } from "../domain/log/told-documents";
import { lastLogRow, logRows, toldNumbers } from "../read/read-log";
import type { ReadBook } from "../read/read-book";
import { logStation } from "../registers/names";
import type { Change } from "../workbook/port";
import type { Desk } from "./desk";
import { columnsStanding, logChanges, rowsByTable, stationOf } from "./log-changes";
import { typedCells } from "./typed-cells";

const POSTED = STATUSES.indexOf("posted");
const NO_LINES: ReadonlySet<number> = new Set();

/** What is written with the log at once. */
export interface WrittenBeside {
  /** What finishes the post itself, or gives it its number. */
  readonly finishing: readonly Change[];
  /** Lines whose number another document bears too: the log knows them by their rowId alone. */
  readonly clashing?: ReadonlySet<number>;
}

/** What the log is told late. */
export interface Untold {
  readonly entries: readonly LogEntry[];
  /** LOG_CAUGHT_UP where it is told anything: nobody but who posted can say that it is what was posted. */
  readonly findings: readonly Finding[];
}

const NOTHING: Untold = { entries: [], findings: [] };

/**
 * What the log of this computer still has to tell of documents that a post stamped before the workbook failed
 * it: posted by one user at one moment, no earlier than the last row of that log, in no closed period, and
 * unknown to every log, by number and by rowId; of a book's first post also where no log has begun. What else
 * was put in or typed over by hand stays a finding. Source: ADR 0014.
 */
export function untoldPosts(
  desk: Desk,
  read: ReadBook,
  { finishing, clashing = NO_LINES }: WrittenBeside,
): Untold {
  const station = stationOf(desk, read);
  const own = read.logs.find(({ name }) => logStation(name) === station);
  const last = own === undefined ? null : lastLogRow(own);
  const since = last === null ? firstPosted(read) : postedSince(read.book.lines, last.time);
  if (since.length === 0) return NOTHING;
  const { lines } = read.book;
  const untold = ofOnePost(read, untoldLines(read, since, clashing));
  if (untold.length === 0) return NOTHING;
  const standing = columnsStanding(read, { changes: finishing, rows: rowsByTable(lines, untold) });
  const entries = postEntries(standing, "post", { beside: besideRows(read.book) });
  return { entries, findings: [caughtUp(lines, untold)] };
}

/**
 * Those lines that one post can have written, which stamps all its rows with one moment and one user and
 * dates none in a closed period; none where several did, as each tells what the one before it left untold.
 */
function ofOnePost(read: ReadBook, untold: readonly number[]): readonly number[] {
  const { lines, masters } = read.book;
  const closed = lastClosed(masters.periods);
  const open = closed === null ? untold : untold.filter((line) => lines.day[line] > closed.to);
  const postedBy = typedCells(read, "postedBy");
  const posts = new Set(open.map((line) => `${lines.postedAt[line]} ${JSON.stringify(postedBy(line))}`));
  return posts.size === 1 ? open : [];
}

/** LOG_CAUGHT_UP at the first of the lines. */
function caughtUp(lines: Lines, untold: readonly number[]): Finding {
  const numbers = [...new Set(untold.map((line) => lines.number[line]))];
  return finding("LOG_CAUGHT_UP", placeOf(lines, untold[0], "number"), {
    numbers: numbers.join(", "),
    count: untold.length,
    since: lines.postedAt[untold[0]],
  });
}

/**
 * Those of some lines of which the log of no computer tells, neither by number nor by rowId: a number may
 * have been typed over since, and whatever bears it then no post wrote. Of numbers that clash rowIds alone
 * say. Every rowId of the logs is read only where a number is untold.
 */
function untoldLines(
  { book, logs }: ReadBook,
  since: readonly number[],
  clashing: ReadonlySet<number>,
): readonly number[] {
  const { number, rowId } = book.lines;
  const numbers = toldNumbers(logs, new Set(since.map((line) => number[line])));
  const doubtful = since.filter((line) => clashing.has(line) || !numbers.has(number[line]));
  if (doubtful.length === 0) return [];
  const rows = recordedRows(logs.map((cells) => logRows(cells)));
  const known = doubtful.filter((line) => rows.has(rowId[line]));
  const typedOver = new Set(known.filter((line) => !clashing.has(line)).map((line) => number[line]));
  return doubtful.filter((line) => !rows.has(rowId[line]) && !typedOver.has(number[line]));
}

/** The rows that were posted, whole, no earlier than a moment (ISO). */
function postedSince({ count, status, postedAt, number, day }: Lines, moment: string): readonly number[] {
  const since: number[] = [];
  for (let line = 0; line < count; line++) {
    const isLate = status[line] === POSTED && postedAt[line] >= moment;
    if (isLate && number[line] !== "" && day[line] !== NONE) since.push(line);
  }
  return since;
}

/**
 * Where no log has begun: the rows of the very first post, all of one moment. Rows posted at several moments
 * had a log, which somebody emptied: they stay a finding.
 */
function firstPosted({ book: { lines }, logs }: ReadBook): readonly number[] {
  if (logs.some((cells) => lastLogRow(cells) !== null)) return [];
  const stamped = postedSince(lines, "0");
  return new Set(stamped.map((line) => lines.postedAt[line])).size === 1 ? stamped : [];
}

/** The changes that tell of them, and the finding that says so; nothing where nothing is untold. */
export function tellUntold(
  desk: Desk,
  read: ReadBook,
  finishing: readonly Change[],
): { readonly changes: readonly Change[]; readonly findings: readonly Finding[] } {
  const { entries, findings } = untoldPosts(desk, read, { finishing });
  return { changes: logChanges(desk, read, { entries, before: finishing }), findings };
}
