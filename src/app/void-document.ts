import { STATUSES } from "../domain/book/lines";
import { placeOf } from "../domain/documents/place";
import { type Finding, finding } from "../domain/kernel/finding";
import { costingOf, type Ledgers, ledgersOf } from "../domain/posting/ledgers";
import { referringNumbers } from "../domain/posting/referring";
import type { ReadBook } from "../read/read-book";
import { statuses } from "../registers/words";
import type { Change } from "../workbook/port";
import { wordCell } from "../write/hand";
import { stampLines } from "../write/line-stamps";
import { type AlterAnswer, alterDocument, type Alteration } from "./alter-document";
import type { Answer, Desk } from "./desk";
import { expecting } from "./expecting";
import { handOf, placesOf } from "./places";

const VOID = STATUSES.indexOf("void");

/** Which document is void from now on, and why; a dry run writes nothing. */
export interface Voiding extends Alteration {
  readonly reason: string;
}

/**
 * Voids a posted document: its rows stay where they are under their number and count no more. Refused in a
 * closed period, where other documents refer to it, and where a later moment would run short. Source: DOMAIN
 * §0.5, §3.2; CONTRACT §4.
 */
export async function voidDocument(desk: Desk, { reason, ...alteration }: Voiding): Answer<AlterAnswer> {
  return alterDocument(desk, alteration, ({ read, own, before }) => {
    const found = referred(before, own);
    if (found.length > 0) return found;
    const changes = statusStamps(desk, read, { own, status: "void" });
    const told = { changes, action: "void", reason };
    return { after: ledgersOf(voided(read, own), costingOf(before)), told, cells: [], findings: [] };
  });
}

/** REFERRED_TO where others refer to it or settle it: they must go first. */
function referred({ book, order }: Ledgers, own: readonly number[]): readonly Finding[] {
  const { lines } = book;
  const by = referringNumbers(lines, own, order);
  const facts = { number: lines.number[own[0]], by: by.join(", ") };
  return by.length === 0 ? [] : [finding("REFERRED_TO", placeOf(lines, own[0], "number"), facts)];
}

function voided({ book }: ReadBook, own: readonly number[]): ReadBook["book"] {
  const status = book.lines.status.slice();
  for (const line of own) status[line] = VOID;
  return { ...book, lines: { ...book.lines, status } };
}

/** The changes that give lines another status. */
function statusStamps(
  desk: Desk,
  read: ReadBook,
  { own, status }: { readonly own: readonly number[]; readonly status: (typeof STATUSES)[number] },
): Change[] {
  const hand = handOf(desk, read);
  const cell = wordCell(hand, statuses, status);
  const chosen = [...own].sort((a, b) => a - b);
  const stamping = { lines: read.book.lines, chosen, places: placesOf(read), hand };
  return expecting(read, stampLines(stamping, [{ column: "status", cell: () => cell }]));
}
