import { madeTold } from "../domain/book/closed-figures";
import { lastClosed } from "../domain/book/closed-periods";
import { NONE, STATUSES, UNREAD_TYPE } from "../domain/book/lines";
import { documentTypes } from "../domain/documents/index";
import { closedFacts } from "../domain/documents/open-days";
import { placeOf } from "../domain/documents/place";
import { dayFromText } from "../domain/kernel/day";
import { type Finding, finding } from "../domain/kernel/finding";
import { besideRows } from "../domain/log/costing-told";
import { finishEntry } from "../domain/log/finishings-told";
import type { LogEntry } from "../domain/log/log-row";
import { postEntries } from "../domain/log/told-documents";
import { closedFigures } from "../domain/posting/alteration";
import { costingOf, ledgersOf, stands } from "../domain/posting/ledgers";
import type { ReadBook } from "../read/read-book";
import { statuses } from "../registers/words";
import type { Change } from "../workbook/port";
import { wordCell } from "../write/hand";
import { stampLines } from "../write/line-stamps";
import { standingFindings } from "./alter-document";
import { closedFindings } from "./closed-moved";
import type { Answer, Desk } from "./desk";
import { expecting } from "./expecting";
import { followingChanges } from "./following-changes";
import { differenceRows } from "./job-difference-rows";
import { ledgersAt, loadForChange } from "./load-book";
import { columnsStanding, rowsByTable } from "./log-changes";
import { loggedChanges } from "./logged-changes";
import { type NewRows, withFigures } from "./new-rows";
import { badStep } from "./options";
import { handOf, placesOf } from "./places";
import { postedDocument } from "./posted-document";
import { readAfter } from "./read-after";

const POSTED = STATUSES.indexOf("posted");

/** Which order is finished, `NUMBER` or `NUMBER/LINE`, or which production job, and why. */
export interface Finishing {
  readonly of: string;
  readonly reason: string;
}

/**
 * How many lines are finished; and the number of what books the difference of goods whose period is closed.
 */
export interface FinishAnswer {
  readonly changed: number;
  readonly number?: string;
}

/**
 * Closes an order by hand, whole or one line of it: what is open of it is no longer waited for, reserved or
 * expected, and nothing more can be executed against it. A production job: what it made gets its final cost;
 * goods whose period is closed keep theirs, and a cost adjustment of today books what they cost more. What is
 * finished already stays as it is. It is so from today on: PERIOD_CLOSED where that is closed.
 * Source: DOMAIN §3.2, §5.12, §6; CONTRACT §4 finish.
 */
export async function finishOrder(desk: Desk, { of, reason }: Finishing): Answer<FinishAnswer> {
  const { value: read, findings } = await loadForChange(desk);
  if (read === null) return { value: null, findings };
  const { own, findings: unfit, isJob } = namedLines(read, of);
  if (unfit.length > 0) return { value: null, findings: unfit };
  const open = own.filter((line) => read.book.lines.status[line] === POSTED).sort((a, b) => a - b);
  const late = isJob ? own.filter((line) => isClosed(read, line) && keepsCost(read, line)) : [];
  const { value, changes, forbidden } = finished(desk, read, { of, reason, open, late });
  if (forbidden.length > 0) return { value: null, findings: forbidden };
  if (value.changed === 0) return { value, findings: [] };
  return writtenUnlessClosed(desk, read, { value, changes: changes() });
}

/** What is finished, or opened again, is written, unless a cost in a closed period would change with it. */
export async function writtenUnlessClosed(
  desk: Desk,
  read: ReadBook,
  { value, changes }: { readonly value: FinishAnswer; readonly changes: readonly Change[] },
): Answer<FinishAnswer> {
  const moved = closedFindings(read, changes, ledgersAt(desk, read));
  if (moved.length > 0) return { value: null, findings: moved };
  await desk.workbook.apply(changes);
  return { value, findings: [] };
}

/** Whether goods made keep what they came in at when their period was closed, whatever the job takes in. */
function keepsCost({ book }: ReadBook, line: number): boolean {
  return book.lines.status[line] === POSTED || madeTold(book, book.lines.rowId[line]) !== null;
}

function isClosed({ book: { lines, masters } }: ReadBook, line: number): boolean {
  return lines.day[line] <= (lastClosed(masters.periods)?.to ?? NONE);
}

interface Chosen extends Finishing {
  /** What stands open of it, and the goods made in a period that is closed which keep their cost. */
  readonly open: readonly number[];
  readonly late: readonly number[];
}

interface Finished {
  readonly value: FinishAnswer;
  readonly forbidden: readonly Finding[];
  readonly changes: () => readonly Change[];
}

function finished(desk: Desk, read: ReadBook, { of, reason, open, late }: Chosen): Finished {
  const chosen = open.filter((line) => !late.includes(line));
  const before = ledgersAt(desk, read);
  const after =
    chosen.length === 0 ? before : ledgersOf(withStatus(read, chosen, "closed"), costingOf(before));
  const rows = late.length === 0 ? null : differenceRows(desk, read, { of, reason, late, after });
  const stamping = statusStamps(desk, read, chosen, "closed");
  return {
    value: {
      changed: chosen.length + (rows?.lines.length ?? 0),
      ...(rows === null ? {} : { number: rows.number }),
    },
    forbidden: [
      ...closedFigures({ before, after, own: [] }, chosen[0]),
      ...(open.length === 0 ? [] : closedToday(desk, read, open[0])),
    ],
    changes: () => {
      const entries = dayEntries(desk, read, chosen);
      if (rows !== null) return withDifference(desk, read, { rows, stamping, reason, entries });
      const told = { changes: stamping, entries, action: "finish", reason } as const;
      return [...loggedChanges(desk, read, told), ...followingChanges(desk, read, after)];
    },
  };
}

interface Writing {
  readonly rows: NewRows;
  readonly stamping: readonly Change[];
  readonly reason: string;
  /** What tells of the day. */
  readonly entries: readonly LogEntry[];
}

/** The log, the status of what is finished, the cost adjustment, and what follows from them elsewhere. */
function withDifference(
  desk: Desk,
  read: ReadBook,
  { rows, stamping, reason, entries: days }: Writing,
): readonly Change[] {
  const after = ledgersOf(readAfter(read, [...stamping, rows.append]).value.book);
  const own = { changes: [rows.append], rows: rowsByTable(rows.asDrafts.book.lines, rows.lines) };
  const posts = postEntries(columnsStanding(read, own), "post", { reason, beside: besideRows(read.book) });
  const entries = [...days, ...posts];
  return [
    ...loggedChanges(desk, read, { changes: stamping, entries, action: "finish", reason }),
    withFigures(desk, rows, after),
    ...followingChanges(desk, rows.asDrafts, after),
  ];
}

/** PERIOD_CLOSED where today is: what is finished or opened again is so from today on. */
export function closedToday({ moment }: Desk, { book }: ReadBook, line: number): readonly Finding[] {
  const facts = closedFacts(book, moment.today);
  return facts === null ? [] : [finding("PERIOD_CLOSED", placeOf(book.lines, line, "date"), facts)];
}

/** What a production job made; null where no job is called so, or it is the number of a document. */
function jobLines(read: ReadBook, of: string): Named | null {
  const { job, number, type, status } = read.book.lines;
  if (!job.includes(of) || number.includes(of)) return null;
  const isMade = (line: number): boolean =>
    stands(status[line]) && type[line] < UNREAD_TYPE && documentTypes[type[line]].job === "makes";
  const own = job.flatMap((name, line) => (name === of && isMade(line) ? [line] : []));
  if (own.length === 0) return { own, findings: [badStep(`job ${of}`, null, "made")] };
  return { own, findings: standingFindings(read, own) };
}

/** The lines that a production job made, or that a number, or a number and a line, names of an order. */
export function namedLines(read: ReadBook, of: string): Named & { readonly isJob: boolean } {
  const job = jobLines(read, of);
  return { ...(job ?? orderLines(read, of)), isJob: job !== null };
}

/** Lines that are named, or why not. */
interface Named {
  readonly own: readonly number[];
  readonly findings: readonly Finding[];
}

/** The lines that a number, or a number and a line, names; BAD_STEP where it names none of an order. */
function orderLines(read: ReadBook, of: string): Named {
  const { lines } = read.book;
  const slash = of.lastIndexOf("/");
  const isWhole = slash === -1 || lines.number.includes(of);
  const { value, findings } = postedDocument(read, isWhole ? of : of.slice(0, slash));
  if (value === null) return { own: [], findings };
  const own = isWhole ? value : value.filter((line) => lines.line[line] === Number(of.slice(slash + 1)));
  const isOrder = own.length > 0 && documentTypes[lines.type[own[0]]].order === true;
  if (!isOrder) return { own: [], findings: [badStep(`number ${of}`, null, "order")] };
  return { own, findings: standingFindings(read, own) };
}

/** The book in which lines have another status. */
export function withStatus(
  { book }: ReadBook,
  chosen: readonly number[],
  word: (typeof STATUSES)[number],
): ReadBook["book"] {
  const status = book.lines.status.slice();
  for (const line of chosen) status[line] = STATUSES.indexOf(word);
  return { ...book, lines: { ...book.lines, status } };
}

/** What tells the log on which day lines got another status, where that is not the day of its moment. */
export function dayEntries({ moment }: Desk, { book }: ReadBook, chosen: readonly number[]): LogEntry[] {
  const { number, rowId, status } = book.lines;
  if (dayFromText(moment.now.slice(0, 10)) === moment.today) return [];
  return chosen.map((line) => {
    const row = { number: number[line], rowId: rowId[line], before: STATUSES[status[line]] };
    return finishEntry(row, moment.today);
  });
}

/** The changes that give lines, in their order, another status. */
export function statusStamps(
  desk: Desk,
  read: ReadBook,
  ...[chosen, word]: readonly [readonly number[], (typeof STATUSES)[number]]
): Change[] {
  const hand = handOf(desk, read);
  const status = wordCell(hand, statuses, word);
  const stamping = { lines: read.book.lines, chosen, places: placesOf(read), hand };
  return expecting(read, stampLines(stamping, [{ column: "status", cell: () => status }]));
}
