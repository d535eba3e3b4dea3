import { type Lines, REGISTERS, registerOf, writableLines } from "../domain/book/lines";
import { groupDocuments } from "../domain/documents/group";
import type { Ledgers } from "../domain/posting/ledgers";
import { allotNumbers } from "../domain/posting/numbers/numbering";
import type { ReadBook } from "../read/read-book";
import { eachNumberTold } from "../read/read-log";
import { tableById } from "../registers/names";
import { statuses } from "../registers/words";
import type { Cell, Change } from "../workbook/port";
import { headerFor, wordCell } from "../write/hand";
import { type Stamp, stampLines } from "../write/line-stamps";
import { countStamps } from "./count-stamps";
import type { Desk } from "./desk";
import { executionStamps } from "./execution-stamps";
import { handOf, placesOf } from "./places";
import { readAfter } from "./read-after";
import { typedCells } from "./typed-cells";

/** Rows put behind the last. */
type Appending = Extract<Change, { readonly do: "append" }>;

/** A document made from posted lines of one register, a row a line. */
export interface Making {
  readonly own: readonly number[];
  /** What the new rows say, by the line that each is made from. */
  readonly stamps: readonly Stamp[];
  /** Whether they say what that line says in a column that no stamp is of. */
  readonly isCopied: (column: string) => boolean;
}

/** The rows of a document that is posted at once, to be put behind the others of its register. */
export interface NewRows {
  readonly number: string;
  /** As posted. */
  readonly append: Appending;
  /** The book with them as drafts, which count for nothing: its lines are those of the book once posted. */
  readonly asDrafts: ReadBook;
  /** Their lines in it. */
  readonly lines: readonly number[];
}

/** The rows of a new document, with a number of its own: the next of its type and day. */
export function newRows(desk: Desk, read: ReadBook, { own, stamps, isCopied }: Making): NewRows {
  const draft = wordCell(handOf(desk, read), statuses, "draft");
  const put = (more: readonly Stamp[]): Appending =>
    appended(desk, read, { own, stamps: [...stamps, ...more], isCopied });
  const asDrafts = readAfter(read, [put([{ column: "status", cell: () => draft }])]).value;
  const all = asDrafts.book.lines;
  const end = all.offsets[registerOf(read.book.lines, own[0]) + 1];
  const lines = own.map((_, i) => end - own.length + i);
  const { number, line } = numbered(asDrafts, lines);
  const placeOf = (of: number): number => lines[own.indexOf(of)];
  const posted = wordCell(handOf(desk, read), statuses, "posted");
  const append = put([
    { column: "number", cell: (of) => number[placeOf(of)] },
    { column: "line", cell: (of) => line[placeOf(of)] },
    { column: "status", cell: () => posted },
  ]);
  return { number: number[lines[0]], append, asDrafts, lines };
}

/** The next free number of their type and day, and their line numbers. */
function numbered({ book, logs }: ReadBook, own: readonly number[]): Lines {
  const lines = writableLines(book.lines);
  const documents = groupDocuments(lines).value;
  const told = (tell: (number: string) => void): void => eachNumberTold(logs, tell);
  allotNumbers(lines, documents, [documents.ofLine[own[0]]], { ...book.settings, told });
  return lines;
}

/** The change that puts the rows behind the others: what is stamped, and else what is copied. */
function appended(desk: Desk, read: ReadBook, { own, stamps, isCopied }: Making): Appending {
  const id = REGISTERS[registerOf(read.book.lines, own[0])];
  const place = placesOf(read).get(id);
  if (place === undefined) throw new Error(`no register ${id}`);
  const said = new Map(stamps.map(({ column, cell }) => [column, cell]));
  const copied = (column: string): ((line: number) => Cell) =>
    isCopied(column) ? typedCells(read, column) : () => null;
  const columns = tableById(id).columns.flatMap((column) => {
    const cells = own.map(said.get(column.id) ?? copied(column.id));
    const header = place.headers.get(column.id) ?? headerFor(handOf(desk, read), column);
    return cells.some((each) => each !== null) ? [{ header, cells }] : [];
  });
  return { do: "append", table: place.name, count: own.length, columns };
}

/** The new rows with what they show of what they moved. */
export function withFigures(desk: Desk, { append, asDrafts, lines }: NewRows, after: Ledgers): Change {
  const stamps = [...executionStamps(after), ...countStamps(asDrafts, after)];
  const stamping = {
    lines: asDrafts.book.lines,
    chosen: [...lines].sort((a, b) => a - b),
    places: placesOf(asDrafts),
    hand: handOf(desk, asDrafts),
  };
  const columns = stampLines(stamping, stamps).flatMap((change) =>
    change.do === "stamp" ? change.columns : [],
  );
  return { ...append, columns: [...append.columns, ...columns] };
}
