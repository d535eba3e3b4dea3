import { sha256OfList } from "../kernel/sha256";
import type { LogEntry, LogRow, LogStamp } from "./log-row";

/** The digest of all that a row of the log says, with that of the row before it. */
function digestOf(entry: LogEntry, { time, user, station }: LogStamp, previousHash: string): string {
  const { action, number, rowId, column, before, after, reason } = entry;
  const said = [previousHash, time, user, station, action, number, rowId, column, before, after, reason];
  return sha256OfList(said);
}

/** The hashes of entries, each linked to the one before, behind a row that ends in `last` ("" = none). */
export function chained(entries: readonly LogEntry[], stamp: LogStamp, last: string): string[] {
  let previousHash = last;
  return entries.map((entry) => (previousHash = digestOf(entry, stamp, previousHash)));
}

/** Whether a row of the log says what it was written with. */
export function isAsWritten(row: LogRow): boolean {
  return digestOf(row, row, row.previousHash) === row.hash;
}

/** A row of a station's log that is not as it was written, or does not follow the one above. */
export interface BrokenLink {
  /** Its place in the list. */
  readonly at: number;
  /** `edited`: its own cells were changed; `moved`: rows before it are gone, or stand elsewhere. */
  readonly why: "edited" | "moved";
}

/** A hash as the log is given one; what somebody types into the table has none. */
export function isLogHash(hash: string): boolean {
  return /^[0-9a-f]{64}$/.test(hash);
}

/**
 * Where the chain of one station's log, in the order of its table, does not hold; empty = it is whole. A row
 * that somebody typed in or copied is no part of it: those behind follow the row before, so that the chain
 * holds again once it is deleted.
 */
export function brokenLinks(rows: readonly LogRow[]): readonly BrokenLink[] {
  const seen = new Set<string>();
  let before = "";
  return rows.flatMap((row, at): BrokenLink[] => {
    const isEdited = !isAsWritten(row);
    const isMoved = row.previousHash !== before || seen.has(row.hash);
    if (isLogHash(row.hash) && !seen.has(row.hash)) before = row.hash;
    seen.add(row.hash);
    if (isEdited) return [{ at, why: "edited" }];
    return isMoved ? [{ at, why: "moved" }] : [];
  });
}
