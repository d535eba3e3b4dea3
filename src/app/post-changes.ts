import { afterClosings } from "../domain/book/closed-periods";
import type { Lines } from "../domain/book/lines";
import { besideRows } from "../domain/log/costing-told";
import type { LogEntry } from "../domain/log/log-row";
import { postEntries } from "../domain/log/told-documents";
import type { Prepared } from "../domain/posting/prepare";
import type { ReadBook } from "../read/read-book";
import { statuses } from "../registers/words";
import type { Change } from "../workbook/port";
import { type Hand, wordCell } from "../write/hand";
import { completionStamps, headerStamps, markStamp, type Stamp, stampLines } from "../write/line-stamps";
import { balanceChanges } from "./balances";
import { countStamps, recountedLines } from "./count-stamps";
import type { Desk } from "./desk";
import { executionStamps, overtakenLines } from "./execution-stamps";
import { expecting } from "./expecting";
import { columnsStanding, logChanges, rowsByTable } from "./log-changes";
import { numberStamps } from "./number-stamps";
import { handOf, placesOf } from "./places";
import { handlerStamp, textHeaderStamps } from "./text-header-stamps";
import { differingLines, typedCells } from "./typed-cells";

/** Drafts as prepared, and which of them were asked for. */
export interface Posting {
  readonly prepared: Prepared;
  readonly considered: readonly number[];
  /** What finishes an earlier post that was interrupted. */
  readonly finishing: readonly Change[];
  /** What the log has to tell of it still. */
  readonly untold: readonly LogEntry[];
  /** Lines that were marked as approved and were not: who approved them is no more said of them. */
  readonly stale: ReadonlySet<number>;
}

/**
 * What posting writes: the rows of accepted documents, the draft marks of refused ones, counts that come out
 * otherwise, the small balance tables. A row is stamped once, its status after all the rest.
 */
export function postChanges(
  desk: Desk,
  read: ReadBook,
  { prepared, considered, finishing, untold, stale }: Posting,
): Change[] {
  const { documents, ledgers } = prepared;
  const { lines } = ledgers.book;
  const places = placesOf(read);
  const hand = handOf(desk, read);
  const taken = new Set(prepared.accepted);
  const accepted = linesIn(prepared, prepared.accepted);
  const isLeft = (line: number): boolean => !taken.has(documents.ofLine[line]);
  const refused = linesIn(prepared, considered).filter(isLeft);
  const counts = countStamps(read, ledgers);
  const executed = executionStamps(ledgers);
  const stamps = [
    ...headerStamps(ledgers.book, hand),
    ...textHeaderStamps(read, documents),
    ...completionStamps(ledgers.book, hand),
    ...counts,
    ...executed,
    handlerStamp(read, documents, desk.moment.user),
    ...approvalStamps(read, stale),
    ...postedStamps(desk, read, hand),
  ];
  const stamped = (chosen: readonly number[], all: readonly Stamp[]): Change[] =>
    stampLines({ lines, chosen, places, hand }, all);
  const recounted = recountedLines(read, ledgers, counts).filter(isLeft);
  const overtaken = overtakenLines(read, ledgers, { stamps: executed, posting: accepted });
  const rows = [
    ...stamped(accepted, [...numberStamps(read, accepted, stamps), ...stamps]),
    ...stamped(differingLines(read, refused, [markStamp(lines)]), [markStamp(lines)]),
    ...stamped(recounted, counts),
    ...stamped(overtaken, executed),
  ];
  const stamping = expecting(read, rows);
  const logged = logPosted(desk, read, { lines, accepted, finishing, untold, stamping });
  const balances = logged.length + finishing.length === 0 ? [] : balanceChanges(desk, read, ledgers);
  return [...finishing, ...stamping, ...logged, ...balances];
}

/** What is being posted, and the changes that stamp it. */
interface Stamped {
  readonly lines: Lines;
  readonly accepted: readonly number[];
  readonly finishing: readonly Change[];
  readonly untold: readonly LogEntry[];
  readonly stamping: readonly Change[];
}

/**
 * The rows of the documents posted as they are stamped, told once they are: where the workbook fails in
 * between, the next post or recompute tells of them (`untoldPosts`), and nothing is told that did not happen.
 */
function logPosted(
  desk: Desk,
  read: ReadBook,
  { lines, accepted, finishing, untold, stamping }: Stamped,
): Change[] {
  const posted = { changes: [...finishing, ...stamping], rows: rowsByTable(lines, accepted) };
  const entries = postEntries(columnsStanding(read, posted), "post", { beside: besideRows(read.book) });
  return logChanges(desk, read, { entries: [...untold, ...entries], before: finishing });
}

function linesIn({ documents }: Prepared, drafts: readonly number[]): number[] {
  const { starts, members } = documents;
  const lines: number[] = [];
  for (const draft of drafts) for (let i = starts[draft]; i < starts[draft + 1]; i++) lines.push(members[i]);
  return Array.from(Int32Array.from(lines).sort());
}

/** What takes away who approved a row that nobody approved as it stands; nothing where there is none. */
function approvalStamps(read: ReadBook, stale: ReadonlySet<number>): Stamp[] {
  if (stale.size === 0) return [];
  return ["approvedBy", "approvedAt"].map((column) => {
    const typed = typedCells(read, column);
    return { column, cell: (line: number) => (stale.has(line) ? null : typed(line)) };
  });
}

/** The status last: what bears it is posted, whatever becomes of the rest of the patch. */
function postedStamps({ moment }: Desk, { book }: ReadBook, hand: Hand): Stamp[] {
  const status = wordCell(hand, statuses, "posted");
  const { user } = moment;
  const now = afterClosings(book.masters.periods, moment.now);
  return [
    { column: "postedBy", cell: () => user },
    { column: "postedAt", cell: () => now },
    { column: "status", cell: () => status },
  ];
}
