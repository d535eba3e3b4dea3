import { headOf } from "../domain/documents/group";
import { registerOf, REGISTERS } from "../domain/book/lines";
import { figure } from "../domain/kernel/numbers";
import type { Prepared } from "../domain/posting/prepare";
import type { ReadBook } from "../read/read-book";
import { statuses } from "../registers/words";
import type { Cell, Change } from "../workbook/port";
import { type Hand, wordCell } from "../write/hand";
import { completionStamps, headerStamps, markStamp, type Stamp, stampLines } from "../write/line-stamps";
import { balanceChanges } from "./balances";
import type { Desk } from "./desk";
import { fillTextHeaders } from "./fill-text-headers";
import { numberTexts } from "./number-texts";
import { handOf, placesOf } from "./places";

/** Drafts as prepared, and which of them were asked for. */
export interface Posting {
  readonly prepared: Prepared;
  readonly considered: readonly number[];
}

/**
 * What posting writes: the rows of accepted documents, the draft marks of refused ones, the small balance
 * tables.
 */
export function postChanges(desk: Desk, read: ReadBook, { prepared, considered }: Posting): Change[] {
  const { book } = prepared.ledgers;
  const hand = handOf(desk, read);
  const places = placesOf(read);
  const taken = new Set(prepared.accepted);
  const refused = considered.filter((draft) => !taken.has(draft));
  const stamps = [
    ...headerStamps(book, hand),
    ...completionStamps(book),
    ...postedStamps(desk, hand),
    { column: "handler", cell: handlers(desk, read, prepared) },
  ];
  const counts = [...prepared.ledgers.stock.bookQty.keys()].sort((a, b) => a - b);
  const accepted = linesIn(prepared, prepared.accepted);
  return [
    ...numberTexts(read, accepted),
    ...fillTextHeaders(read, prepared.documents, prepared.accepted),
    ...stampLines({ lines: book.lines, chosen: accepted, places, hand }, stamps),
    ...stampLines({ lines: book.lines, chosen: linesIn(prepared, refused), places, hand }, [
      markStamp(book.lines),
    ]),
    ...stampLines({ lines: book.lines, chosen: counts, places, hand }, countStamps(prepared)),
    ...(prepared.accepted.length === 0 ? [] : balanceChanges(desk, read, prepared.ledgers)),
  ];
}

function linesIn({ documents }: Prepared, drafts: readonly number[]): number[] {
  const { starts, members } = documents;
  const lines: number[] = [];
  for (const draft of drafts) for (let i = starts[draft]; i < starts[draft + 1]; i++) lines.push(members[i]);
  return Array.from(Int32Array.from(lines).sort());
}

/** Who handled a row: as typed, as on the document's first row, else who posts it. */
function handlers(desk: Desk, read: ReadBook, { documents }: Prepared): (line: number) => Cell {
  const { lines } = read.book;
  const columns = REGISTERS.map((id) => {
    const source = read.sources.get(id);
    const index = source?.columns.get("handler");
    return source === undefined || index === undefined ? null : source.cells.column(index);
  });
  const typed = (line: number): Cell => {
    const register = registerOf(lines, line);
    return columns[register]?.[line - lines.offsets[register]] ?? null;
  };
  const { user } = desk.moment;
  return (line) => typed(line) ?? typed(headOf(documents, documents.ofLine[line])) ?? user;
}

/** What was there before each count and what it differs by; a document dated before a count changes both. */
function countStamps({ ledgers }: Prepared): Stamp[] {
  const { bookQty } = ledgers.stock;
  const { counted } = ledgers.quantities;
  const quantity = (units: number): Cell => (Number.isNaN(units) ? null : figure(units, 6));
  const there = (line: number): number => bookQty.get(line) ?? NaN;
  return [
    { column: "book", cell: (line) => quantity(there(line)) },
    { column: "difference", cell: (line) => quantity(counted[line] - there(line)) },
  ];
}

function postedStamps({ moment }: Desk, hand: Hand): Stamp[] {
  const status = wordCell(hand, statuses, "posted");
  const { user, now } = moment;
  return [
    { column: "status", cell: () => status },
    { column: "postedBy", cell: () => user },
    { column: "postedAt", cell: () => now },
  ];
}
