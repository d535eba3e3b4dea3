import { type Lines, REGISTERS, registerOf, writableLines } from "../domain/book/lines";
import { afterClosings } from "../domain/book/closed-periods";
import { reversalRef } from "../domain/book/reversals";
import { groupDocuments } from "../domain/documents/group";
import type { Day } from "../domain/kernel/day";
import { allotNumbers } from "../domain/posting/numbering";
import type { ReadBook } from "../read/read-book";
import { tableById } from "../registers/names";
import { statuses } from "../registers/words";
import type { Cell, Change } from "../workbook/port";
import { dayCell, headerFor, numberCell, wordCell } from "../write/hand";
import type { Stamp } from "../write/line-stamps";
import type { Desk } from "./desk";
import { newMark } from "./draft-marks";
import { handOf, placesOf } from "./places";
import { readAfter } from "./read-after";
import { typedCells } from "./typed-cells";

/** Columns that say the contrary of what the original says. */
const QUANTITIES = ["qty", "accepted", "rejected"] as const;
const MONEY = [
  ...(["discountAmount", "documentDiscount", "net", "tax", "total", "paid"] as const),
  ...(["value", "amount", "fee", "discountTaken"] as const),
] as const;

/** What is the original's own affair, or is worked out. */
const LEFT_BLANK: ReadonlySet<string> = new Set(
  (
    "approvedBy approvedAt revision importKey externalNo terms due promised " +
    "counted recount book difference executed open cost"
  ).split(" "),
);

/** Rows put behind the last. */
export type Appending = Extract<Change, { readonly do: "append" }>;

/** A document that takes another back: of which lines, on which day, and why. */
export interface Reversal {
  readonly own: readonly number[];
  readonly day: Day;
  readonly reason: string;
}

/** The rows of a reversal, to be put behind the others of its register. */
export interface ReversalRows {
  readonly number: string;
  /** As posted. */
  readonly append: Appending;
  /** The book with them as drafts, which count for nothing: its lines are those of the book once posted. */
  readonly asDrafts: ReadBook;
  /** Their lines in it. */
  readonly lines: readonly number[];
}

/**
 * The rows that take a document back: the same cells, quantities and amounts the other way round, `ref` to
 * each row of the original, and a number of their own. Source: CONTRACT §4 reverse.
 */
export function reversalRows(desk: Desk, read: ReadBook, reversal: Reversal): ReversalRows {
  const stamps = stampsOf(desk, read, reversal);
  const draft = wordCell(handOf(desk, read), statuses, "draft");
  const put = (more: readonly Stamp[]): Appending =>
    appended(desk, read, { own: reversal.own, stamps: [...stamps, ...more] });
  const asDrafts = readAfter(read, [put([{ column: "status", cell: () => draft }])]).value;
  const all = asDrafts.book.lines;
  const end = all.offsets[registerOf(read.book.lines, reversal.own[0]) + 1];
  const lines = reversal.own.map((_, i) => end - reversal.own.length + i);
  const { number, line } = numbered(asDrafts, lines);
  const placeOf = (of: number): number => lines[reversal.own.indexOf(of)];
  const posted = wordCell(handOf(desk, read), statuses, "posted");
  const append = put([
    { column: "number", cell: (of) => number[placeOf(of)] },
    { column: "line", cell: (of) => line[placeOf(of)] },
    { column: "status", cell: () => posted },
  ]);
  return { number: number[lines[0]], append, asDrafts, lines };
}

/** The next free number of their type and day, and their line numbers. */
function numbered({ book }: ReadBook, own: readonly number[]): Lines {
  const lines = writableLines(book.lines);
  const documents = groupDocuments(lines).value;
  allotNumbers(lines, documents, [documents.ofLine[own[0]]], book.settings);
  return lines;
}

function stampsOf(desk: Desk, read: ReadBook, { own, day, reason }: Reversal): readonly Stamp[] {
  const { lines, masters } = read.book;
  const hand = handOf(desk, read);
  const { moment } = desk;
  const mark = newMark(moment);
  const rowIds = new Map(own.map((line) => [line, moment.newId()]));
  const time = typedCells(read, "time");
  const at = afterClosings(masters.periods, moment.now);
  return [
    ...negatedStamps(read),
    { column: "date", cell: () => dayCell(hand, day) },
    { column: "time", cell: (line) => (lines.day[line] === day ? time(line) : null) },
    { column: "draft", cell: () => mark },
    { column: "rowId", cell: (line) => rowIds.get(line) ?? null },
    { column: "ref", cell: (line) => reversalRef(lines, line) },
    { column: "note", cell: () => reason || null },
    { column: "handler", cell: () => moment.user || null },
    { column: "postedBy", cell: () => moment.user },
    { column: "postedAt", cell: () => at },
  ];
}

function negatedStamps({ book: { lines, settings } }: ReadBook): readonly Stamp[] {
  const negated = (column: (typeof QUANTITIES | typeof MONEY)[number], decimals: number): Stamp => ({
    column,
    cell: (line) => numberCell(lines[column][line] === 0 ? 0 : -lines[column][line], decimals),
  });
  return [
    ...QUANTITIES.map((column) => negated(column, 6)),
    ...MONEY.map((column) => negated(column, settings.moneyDecimals)),
  ];
}

/** The change that puts the rows behind the others: what is stamped, and the original's cells else. */
function appended(
  desk: Desk,
  read: ReadBook,
  { own, stamps }: { readonly own: readonly number[]; readonly stamps: readonly Stamp[] },
): Appending {
  const id = REGISTERS[registerOf(read.book.lines, own[0])];
  const place = placesOf(read).get(id);
  if (place === undefined) throw new Error(`no register ${id}`);
  const said = new Map(stamps.map(({ column, cell }) => [column, cell]));
  const columns = tableById(id).columns.flatMap((column) => {
    const cell = said.get(column.id) ?? copied(read, column.id);
    const cells = own.map(cell);
    const header = place.headers.get(column.id) ?? headerFor(handOf(desk, read), column);
    return cells.some((each) => each !== null) ? [{ header, cells }] : [];
  });
  return { do: "append", table: place.name, count: own.length, columns };
}

function copied(read: ReadBook, column: string): (line: number) => Cell {
  return LEFT_BLANK.has(column) ? () => null : typedCells(read, column);
}
