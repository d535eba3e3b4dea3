import type { Finding } from "../domain/kernel/finding";
import { halfPosted, halfPostedFindings, withPostingFinished } from "../domain/posting/half-posted";
import type { ReadBook } from "../read/read-book";
import { statuses } from "../registers/words";
import type { Change } from "../workbook/port";
import { wordCell } from "../write/hand";
import { stampLines } from "../write/line-stamps";
import type { Desk } from "./desk";
import { expecting } from "./expecting";
import { handOf, placesOf } from "./places";

/** A book in which no posting is left half done, so far as it can be finished. */
export interface Finished {
  readonly read: ReadBook;
  /** What writes into the workbook that it is finished. */
  readonly changes: readonly Change[];
  /** HALF_POSTED for what was changed since and cannot be. */
  readonly findings: readonly Finding[];
}

/**
 * Finishes what an earlier post left half done when the workbook failed it in the middle: rows that hold all
 * but their status get it. Where there is nothing to finish the book is the same.
 */
export function finishPosting(desk: Desk, read: ReadBook): Finished {
  const halves = halfPosted(read.book);
  if (halves.length === 0) return { read, changes: [], findings: [] };
  const { lines } = read.book;
  const hand = handOf(desk, read);
  const chosen = halves.filter((half) => half.isWhole).flatMap((half) => half.left);
  const status = wordCell(hand, statuses, "posted");
  const stamps = [{ column: "status", cell: () => status }];
  const inOrder = chosen.sort((a, b) => a - b);
  const changes = stampLines({ lines, chosen: inOrder, places: placesOf(read), hand }, stamps);
  const stuck = halves.filter((half) => !half.isWhole);
  return {
    read: { ...read, book: withPostingFinished(read.book, halves) },
    changes: expecting(read, changes),
    findings: halfPostedFindings(lines, stuck),
  };
}
