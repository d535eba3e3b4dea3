import { type Lines, NONE, STATUSES } from "../domain/book/lines";
import { withCostings } from "../domain/log/costing-told";
import type { LogEntry } from "../domain/log/log-row";
import { lastLogRow, logNumbers } from "../read/read-log";
import type { ReadBook } from "../read/read-book";
import { logStation } from "../registers/names";
import type { Change } from "../workbook/port";
import type { Desk } from "./desk";
import { logChanges, postEntries, rowsByTable, rowsStanding, stationOf } from "./log-changes";

const POSTED = STATUSES.indexOf("posted");

/**
 * What the log of this computer still has to tell of documents that a post stamped before the workbook failed
 * it: posted no earlier than the last row of that log, and unknown to every log. What was put in by hand with
 * an earlier moment stays a finding. `finishing` = what finishes the post itself. Source: ADR 0014.
 */
export function untoldPosts(desk: Desk, read: ReadBook, finishing: readonly Change[]): readonly LogEntry[] {
  const station = stationOf(desk, read);
  const own = read.logs.find(({ name }) => logStation(name) === station);
  const last = own === undefined ? null : lastLogRow(own);
  if (last === null) return [];
  const since = postedSince(read.book.lines, last.time);
  if (since.length === 0) return [];
  const told = logNumbers(read.logs);
  const { lines } = read.book;
  const untold = since.filter((line) => !told.has(lines.number[line]));
  if (untold.length === 0) return [];
  const standing = rowsStanding(read, { changes: finishing, rows: rowsByTable(lines, untold) });
  return postEntries(standing, "post").map((entry) => ({
    ...entry,
    after: withCostings(entry.after, read.book),
  }));
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

/** The changes that tell of them; nothing where nothing is untold. */
export function tellUntold(desk: Desk, read: ReadBook, finishing: readonly Change[]): readonly Change[] {
  return logChanges(desk, read, { entries: untoldPosts(desk, read, finishing), before: finishing });
}
