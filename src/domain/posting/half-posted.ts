import type { Book } from "../book/book";
import { type Lines, registerOf, STATUSES } from "../book/lines";
import { documentAmounts } from "../documents/document-amounts";
import { documentTypes } from "../documents/index";
import { placeOf } from "../documents/place";
import { type Finding, finding } from "../kernel/finding";

const POSTED = STATUSES.indexOf("posted");

/**
 * A document of which some rows are posted and others still bear its number as drafts: posting was
 * interrupted, since the status is what it writes last.
 */
export interface HalfPosted {
  readonly number: string;
  /** Lines that are posted. */
  readonly posted: readonly number[];
  /** Lines that are drafts still. */
  readonly left: readonly number[];
  /** What is left holds all that posting wrote and was not changed since: only its status is missing. */
  readonly isWhole: boolean;
}

/** The documents of a book that were posted by half, in the order of the sheets. */
export function halfPosted(book: Book): readonly HalfPosted[] {
  const { lines } = book;
  const left = linesByNumber(lines, (line) => lines.status[line] < POSTED);
  if (left.size === 0) return [];
  const posted = linesByNumber(lines, (line) => lines.status[line] === POSTED);
  return [...left].flatMap(([key, own]) => {
    const others = posted.get(key);
    if (others === undefined) return [];
    const number = lines.number[own[0]];
    return [{ number, posted: others, left: own, isWhole: isWhole(book, others, own) }];
  });
}

/** Lines that bear a number, by register and number. */
function linesByNumber(lines: Lines, isMeant: (line: number) => boolean): ReadonlyMap<string, number[]> {
  const found = new Map<string, number[]>();
  for (let line = 0; line < lines.count; line++) {
    if (lines.number[line] === "" || lines.blank[line] === 1 || !isMeant(line)) continue;
    const key = `${String(registerOf(lines, line))} ${lines.number[line]}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, [line]);
    else known.push(line);
  }
  return found;
}

function isWhole(book: Book, posted: readonly number[], left: readonly number[]): boolean {
  const { lines } = book;
  const all = [...posted, ...left].sort((a, b) => lines.line[a] - lines.line[b]);
  const numbers = new Set(all.map((line) => lines.line[line]));
  const isCounted = numbers.size === all.length && all.every((line) => lines.line[line] >= 1);
  return isCounted && left.every((line) => isComplete(lines, line, posted[0])) && agrees(book, all, left);
}

function isComplete(lines: Lines, line: number, head: number): boolean {
  const { type, day, partner, draft, rowId, faulty } = lines;
  const isOfOne = type[line] === type[head] && day[line] === day[head] && partner[line] === partner[head];
  return isOfOne && draft[line] === draft[head] && rowId[line] !== "" && faulty[line] === 0;
}

/** The amounts stamped are those of the quantities and prices that stand there now, up to a rounding. */
function agrees({ lines, settings }: Book, all: readonly number[], left: readonly number[]): boolean {
  const { amounts } = documentAmounts(lines, Int32Array.from(all), settings);
  return left.every((line) => {
    const { net, tax, total, price, type } = lines;
    const isBlank = Number.isNaN(total[line]) && Number.isNaN(net[line]);
    if (!isBlank && net[line] + tax[line] !== total[line]) return false;
    if (isBlank || Number.isNaN(price[line]) || documentTypes[type[line]].stock === "none") return true;
    return Math.abs(amounts[all.indexOf(line)].total - total[line]) <= 1;
  });
}

/** HALF_POSTED for each document, at its first row that is a draft still. */
export function halfPostedFindings(lines: Lines, halves: readonly HalfPosted[]): Finding[] {
  return halves.map(({ number, posted, left }) =>
    finding("HALF_POSTED", placeOf(lines, left[0], "status"), {
      number,
      posted: posted.length,
      left: left.length,
    }),
  );
}

/**
 * The book with what was posted by half: rows that only lack their status count as posted; rows that were
 * changed since cannot be posted as they are. The book itself where there are none.
 */
export function withPostingFinished(book: Book, halves: readonly HalfPosted[]): Book {
  if (halves.length === 0) return book;
  const { lines } = book;
  const status = lines.status.slice();
  const faulty = lines.faulty.slice();
  for (const { left, isWhole: isDone } of halves) {
    for (const line of left)
      if (isDone) status[line] = POSTED;
      else faulty[line] = 1;
  }
  return { ...book, lines: { ...lines, status, faulty } };
}
