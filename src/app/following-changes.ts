import type { Ledgers } from "../domain/posting/ledgers";
import type { ReadBook } from "../read/read-book";
import type { Change } from "../workbook/port";
import { stampLines } from "../write/line-stamps";
import { balanceChanges } from "./balances";
import { countStamps, recountedLines } from "./count-stamps";
import type { Desk } from "./desk";
import { executionStamps, overtakenLines } from "./execution-stamps";
import { expecting } from "./expecting";
import { handOf, placesOf } from "./places";

/**
 * What is written elsewhere once documents have changed: counts that come out otherwise, what rows show of
 * what became of them, and the small balance tables.
 */
export function followingChanges(desk: Desk, read: ReadBook, after: Ledgers): Change[] {
  const counts = countStamps(read, after);
  const chosen = recountedLines(read, after, counts);
  const stamping = { lines: read.book.lines, chosen, places: placesOf(read), hand: handOf(desk, read) };
  const executed = executionStamps(after);
  const overtaken = overtakenLines(read, after, { stamps: executed, posting: [] });
  return [
    ...expecting(read, stampLines(stamping, counts)),
    ...expecting(read, stampLines({ ...stamping, chosen: overtaken }, executed)),
    ...balanceChanges(desk, read, after),
  ];
}
