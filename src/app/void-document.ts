import { STATUSES } from "../domain/book/lines";
import { documentTypes } from "../domain/documents/index";
import { placeOf } from "../domain/documents/place";
import { type Finding, finding } from "../domain/kernel/finding";
import { costingOf, type Ledgers, ledgersOf } from "../domain/posting/ledgers";
import { namesAny, referringLines } from "../domain/posting/referring";
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
 * Voids a posted document: its rows stay where they are under their number and count no more; allocations
 * that settled something with it, or it with something, are released and told. Refused in a closed period,
 * where other documents refer to it, and where a later moment would run short. Source: DOMAIN §0.5, §3.2,
 * §8.1; CONTRACT §4.
 */
export async function voidDocument(desk: Desk, { reason, ...alteration }: Voiding): Answer<AlterAnswer> {
  return alterDocument(desk, alteration, ({ read, own, before }) => {
    const { forbidden, released } = referring(before, own);
    if (forbidden.length > 0) return forbidden;
    const changes = statusStamps(desk, read, { own, status: "void" });
    const told = { changes, action: "void", reason };
    return { after: ledgersOf(voided(read, own), costingOf(before)), told, cells: [], findings: released };
  });
}

interface Referring {
  /** REFERRED_TO where others refer to it or settle it: they must go first. */
  readonly forbidden: readonly Finding[];
  /** MATCH_RELEASED for each line of an allocation that names it. */
  readonly released: readonly Finding[];
}

function referring({ book, order }: Ledgers, own: readonly number[]): Referring {
  const { lines } = book;
  const all = referringLines(lines, own, order);
  const isMatch = (line: number): boolean => documentTypes[lines.type[line]].debt === "allocation";
  const by = new Set(all.filter((line) => !isMatch(line)).map((line) => lines.number[line]));
  const number = lines.number[own[0]];
  const facts = { number, by: [...by].join(", ") };
  return {
    forbidden: by.size === 0 ? [] : [finding("REFERRED_TO", placeOf(lines, own[0], "number"), facts)],
    released: all.filter(isMatch).map((line) => {
      const column = namesAny(lines, own, lines.ref[line]) ? "ref" : "against";
      return finding("MATCH_RELEASED", placeOf(lines, line, column), {
        number: lines.number[line],
        of: number,
      });
    }),
  };
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
