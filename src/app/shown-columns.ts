import { STATUSES } from "../domain/book/lines";
import type { Ledgers } from "../domain/posting/ledgers";
import type { ReadBook } from "../read/read-book";
import type { Change } from "../workbook/port";
import { completionStamps, type Stamp, stampLines } from "../write/line-stamps";
import { countStamps } from "./count-stamps";
import type { Desk } from "./desk";
import { executionStamps } from "./execution-stamps";
import { expecting } from "./expecting";
import { handOf, placesOf } from "./places";
import { differingLines, typedCells } from "./typed-cells";

const POSTED = STATUSES.indexOf("posted");

/** Columns of posted rows that the program computes, and the rows that show them. */
export interface Shown {
  readonly stamps: readonly Stamp[];
  /** In their order. */
  readonly lines: readonly number[];
}

/** The columns that posting fills in from the tables of masters and the log does not keep. */
export const NAMES: ReadonlySet<string> = new Set(["partnerName", "itemName", "spec"]);

/**
 * All that posted rows show and the log does not keep: names, where a row bears one, what became of goods
 * bought and sold, what was there before a count. Each line is in one of the two groups.
 */
export function shownColumns(desk: Desk, read: ReadBook, ledgers: Ledgers): readonly Shown[] {
  const { offsets } = read.book.lines;
  const posted = postedLines(read);
  const names = nameStamps(desk, read);
  return [
    { stamps: [...names, ...executionStamps(ledgers)], lines: posted.filter((line) => line < offsets[2]) },
    { stamps: [...names, ...countStamps(read, ledgers)], lines: posted.filter((line) => line >= offsets[2]) },
  ];
}

/** A blank name stays blank: a row that was posted before the program knew the book need bear none. */
function nameStamps(desk: Desk, read: ReadBook): readonly Stamp[] {
  const stamps = completionStamps(read.book, handOf(desk, read)).filter(({ column }) => NAMES.has(column));
  return stamps.map(({ column, cell }) => {
    const typed = typedCells(read, column);
    return { column, cell: (line) => (typed(line) === null ? null : cell(line)) };
  });
}

function postedLines({ book: { lines } }: ReadBook): readonly number[] {
  const found: number[] = [];
  for (let line = 0; line < lines.count; line++)
    if (lines.status[line] >= POSTED && lines.blank[line] === 0) found.push(line);
  return found;
}

/** The changes that let every posted row show what it is to show, and how many cells they change. */
export function shownChanges(
  desk: Desk,
  read: ReadBook,
  ledgers: Ledgers,
): { readonly changes: readonly Change[]; readonly cells: number } {
  const stamping = { lines: read.book.lines, places: placesOf(read), hand: handOf(desk, read) };
  let cells = 0;
  const changes = shownColumns(desk, read, ledgers).flatMap(({ stamps, lines }) => {
    const chosen = differingLines(read, lines, stamps);
    for (const stamp of stamps) cells += differingLines(read, chosen, [stamp]).length;
    return stampLines({ ...stamping, chosen }, stamps);
  });
  return { changes: expecting(read, changes), cells };
}
