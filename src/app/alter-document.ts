import type { Finding } from "../domain/kernel/finding";
import { anyError, finding } from "../domain/kernel/finding";
import { NONE, STATUSES } from "../domain/book/lines";
import { placeOf } from "../domain/documents/place";
import { alterationFindings, closedDay, finishedJob } from "../domain/posting/alteration";
import type { Change as FigureChange } from "../domain/posting/figure-change";
import { ledgerDiff } from "../domain/posting/ledger-diff";
import type { Ledgers } from "../domain/posting/ledgers";
import type { ReadBook } from "../read/read-book";
import type { Change } from "../workbook/port";
import type { CellChange } from "./cell-changes";
import { closedFindings } from "./closed-moved";
import type { Answer, Desk } from "./desk";
import { followingChanges } from "./following-changes";
import { ledgersAt, loadForChange } from "./load-book";
import { loggedChanges, type ToldChanges } from "./logged-changes";
import { postedDocument } from "./posted-document";

const VOID = STATUSES.indexOf("void");
const REVERSED = STATUSES.indexOf("reversed");

/** The document changed, how many of its rows, and every figure that changes with it. */
export interface AlterAnswer {
  readonly number: string;
  readonly changed: number;
  readonly diff: readonly (FigureChange | CellChange)[];
}

/** A posted document about to be changed. */
export interface Altering {
  readonly desk: Desk;
  readonly read: ReadBook;
  /** Its lines, in the order of the document. */
  readonly own: readonly number[];
  readonly before: Ledgers;
}

/** What becomes of it: the ledgers after, of the same lines, and what is written into registers and log. */
export interface Altered {
  readonly after: Ledgers;
  readonly told: ToldChanges;
  /** Cells of its own rows that change. */
  readonly cells: readonly CellChange[];
  readonly findings: readonly Finding[];
}

/** Which document, and whether only to tell what would change. */
export interface Alteration {
  readonly number: string;
  readonly dryRun: boolean;
}

/** How a document is changed, or what forbids it. */
export type Alter = (altering: Altering) => Altered | readonly Finding[];

/**
 * Changes a posted document of an open period as `alter` says, all or nothing: what forbids it is told and
 * nothing is written; what it changes is told, figure by figure. Source: DOMAIN §0.5, §3.2, §6.
 */
export async function alterDocument(desk: Desk, alteration: Alteration, alter: Alter): Answer<AlterAnswer> {
  const { value: read, findings } = await loadForChange(desk);
  return read === null ? { value: null, findings } : alterIn({ desk, read }, alteration, alter);
}

/** The same in a book as it was read, or as it would be. */
export async function alterIn(
  { desk, read }: Pick<Altering, "desk" | "read">,
  { number, dryRun }: Alteration,
  alter: Alter,
): Answer<AlterAnswer> {
  const { value: own, findings: unknown } = postedDocument(read, number);
  if (own === null) return { value: null, findings: unknown };
  const before = ledgersAt(desk, read);
  const forbidden = [
    ...standingFindings(read, own),
    ...closedDay(before, own[0]),
    ...finishedJob(before, own),
  ];
  if (forbidden.length > 0) return { value: null, findings: forbidden };
  const altered = alter({ desk, read, own, before });
  if (!("after" in altered)) return { value: null, findings: altered };
  const { after, cells } = altered;
  const found = [...altered.findings, ...alterationFindings({ before, after, own })];
  if (anyError(found)) return { value: null, findings: found };
  const changes = changesOf(desk, read, altered);
  const moved = closedFindings(read, changes, after);
  if (moved.length > 0) return { value: null, findings: moved };
  const changed = altered.told.changes.length === 0 ? 0 : own.length;
  const value = { number, changed, diff: [...cells, ...ledgerDiff(before, after)] };
  if (!dryRun) await desk.workbook.apply(changes);
  return { value, findings: found };
}

/** What writes the log, the rows themselves, and what follows from them elsewhere. */
function changesOf(desk: Desk, read: ReadBook, { told, after }: Altered): readonly Change[] {
  desk.readings?.keep(after);
  return [...loggedChanges(desk, read, told), ...followingChanges(desk, read, after)];
}

/**
 * ALREADY_VOID, ALREADY_REVERSED where the document counts no more as it is; IS_REVERSAL where it takes one
 * back.
 */
export function standingFindings({ book }: ReadBook, own: readonly number[]): Finding[] {
  const { lines } = book;
  const status = lines.status[own[0]];
  const place = placeOf(lines, own[0], "status");
  const facts = { number: lines.number[own[0]] };
  if (status === VOID) return [finding("ALREADY_VOID", place, facts)];
  if (status === REVERSED) return [finding("ALREADY_REVERSED", place, facts)];
  const of = lines.reverses[own[0]];
  return of === NONE ? [] : [finding("IS_REVERSAL", place, { ...facts, of: lines.number[of] })];
}
