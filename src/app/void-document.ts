import { STATUSES } from "../domain/book/lines";
import { anyError, type Finding, finding } from "../domain/kernel/finding";
import { placeOf } from "../domain/documents/place";
import { alterationFindings, closedDay } from "../domain/posting/alteration";
import { type Change as FigureChange, ledgerDiff } from "../domain/posting/ledger-diff";
import { type Ledgers, ledgersOf } from "../domain/posting/ledgers";
import { referringNumbers } from "../domain/posting/referring";
import type { ReadBook } from "../read/read-book";
import { statuses } from "../registers/words";
import type { Change } from "../workbook/port";
import { wordCell } from "../write/hand";
import { stampLines } from "../write/line-stamps";
import { followingChanges } from "./following-changes";
import type { Answer, Desk } from "./desk";
import { expecting } from "./expecting";
import { ledgersAt, loadBook } from "./load-book";
import { loggedChanges } from "./logged-changes";
import { handOf, placesOf } from "./places";
import { postedDocument } from "./posted-document";

const VOID = STATUSES.indexOf("void");
const REVERSED = STATUSES.indexOf("reversed");

/** Which document is void from now on, and why; a dry run writes nothing. */
export interface Voiding {
  readonly number: string;
  readonly reason: string;
  readonly dryRun: boolean;
}

/** The document changed, how many of its rows, and every figure that changes with it. */
export interface AlterAnswer {
  readonly number: string;
  readonly changed: number;
  readonly diff: readonly FigureChange[];
}

/**
 * Voids a posted document: its rows stay where they are under their number and count no more. Refused in a
 * closed period, where other documents refer to it, and where a later moment would run short. Source: DOMAIN
 * §0.5, §3.2; CONTRACT §4.
 */
export async function voidDocument(desk: Desk, { number, reason, dryRun }: Voiding): Answer<AlterAnswer> {
  const { value: read, findings } = await loadBook(desk);
  if (read === null) return { value: null, findings };
  const { value: own, findings: unknown } = postedDocument(read, number);
  if (own === null) return { value: null, findings: unknown };
  const before = ledgersAt(desk, read);
  const forbidden = [...standingFindings(read, own), ...closedDay(before, own[0]), ...referred(before, own)];
  if (anyError(forbidden)) return { value: null, findings: forbidden };
  const after = ledgersOf(voided(read, own));
  const found = alterationFindings({ before, after, own });
  if (anyError(found)) return { value: null, findings: found };
  const value = { number, changed: own.length, diff: ledgerDiff(before, after) };
  if (dryRun) return { value, findings: found };
  await desk.workbook.apply([
    ...loggedChanges(desk, read, { changes: voidStamps(desk, read, own), action: "void", reason }),
    ...followingChanges(desk, read, after),
  ]);
  return { value, findings: found };
}

/** ALREADY_VOID, ALREADY_REVERSED where the document counts no more as it is. */
export function standingFindings({ book }: ReadBook, own: readonly number[]): Finding[] {
  const { lines } = book;
  const status = lines.status[own[0]];
  const place = placeOf(lines, own[0], "status");
  const facts = { number: lines.number[own[0]] };
  if (status === VOID) return [finding("ALREADY_VOID", place, facts)];
  return status === REVERSED ? [finding("ALREADY_REVERSED", place, facts)] : [];
}

/** REFERRED_TO where others refer to it or settle it: they must go first. */
function referred({ book, order }: Ledgers, own: readonly number[]): Finding[] {
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

function voidStamps(desk: Desk, read: ReadBook, own: readonly number[]): Change[] {
  const hand = handOf(desk, read);
  const status = wordCell(hand, statuses, "void");
  const chosen = [...own].sort((a, b) => a - b);
  const stamping = { lines: read.book.lines, chosen, places: placesOf(read), hand };
  return expecting(read, stampLines(stamping, [{ column: "status", cell: () => status }]));
}
