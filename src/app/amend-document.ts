import { placeOf } from "../domain/documents/place";
import { type Finding, finding } from "../domain/kernel/finding";
import { costingOf, ledgersOf } from "../domain/posting/ledgers";
import { newLinkFindings } from "../domain/posting/judging/link-findings";
import { prepareDrafts, type Prepared } from "../domain/posting/prepare";
import type { ReadBook } from "../read/read-book";
import { statuses } from "../registers/words";
import type { Cell, Change } from "../workbook/port";
import { numberCell, wordCell } from "../write/hand";
import { completionStamps, headerStamps, type Stamp, stampLines } from "../write/line-stamps";
import {
  type Alter,
  type AlterAnswer,
  alterDocument,
  alterIn,
  type Alteration,
  type Altered,
  type Altering,
} from "./alter-document";
import { type AmendedCell, amendedCells } from "./amended-cells";
import { cellChanges } from "./cell-changes";
import type { Answer, Desk } from "./desk";
import { expecting } from "./expecting";
import type { GivenCell } from "./options";
import { handOf, placesOf } from "./places";
import { readAfter } from "./read-after";
import { typedCells } from "./typed-cells";

/** Which cells of a posted document get another value, and why; a dry run writes nothing. */
export interface Amending extends Alteration {
  readonly set: readonly GivenCell[];
  readonly reason: string;
}

/**
 * Corrects a posted document of an open period in place: it keeps its number, rowIds and place in the order,
 * is completed and checked anew, and its revision counts one more; the log keeps what stood there. Refused
 * where a draft with these values would be, and where something else would no longer hold. Source: DOMAIN
 * §0.5, §6; CONTRACT §4.
 */
export async function amendDocument(desk: Desk, amending: Amending): Answer<AlterAnswer> {
  return alterDocument(desk, amending, amendingAs(amending));
}

/** What amending the document would do in a book that stands so nowhere: nothing is written. */
export async function amendmentIn(
  at: Pick<Altering, "desk" | "read">,
  amending: Omit<Amending, "dryRun">,
): Answer<AlterAnswer> {
  return alterIn(at, { ...amending, dryRun: true }, amendingAs(amending));
}

/** Sets the cells and completes the document anew, unless they cannot be read. */
function amendingAs({ set, reason }: Pick<Amending, "set" | "reason">): Alter {
  return (altering) => {
    const { value: cells, findings } = amendedCells(altering, set);
    if (findings.length > 0) return findings;
    return cells.length === 0 ? untouched(altering, reason) : amended(altering, cells, reason);
  };
}

/** All is as it is to be: nothing is written, and there is no new revision. */
function untouched({ before }: Altering, reason: string): Altered {
  return { after: before, told: { changes: [], action: "amend", reason }, cells: [], findings: [] };
}

/** The columns that an amendment never writes, whatever completing a draft says. */
const KEPT: ReadonlySet<string> = new Set(["type", "date", "time", "draft", "number", "line", "rowId"]);

function amended(
  { desk, read, own, before }: Altering,
  cells: readonly AmendedCell[],
  reason: string,
): Altered | readonly Finding[] {
  const rowIds = new Set(own.map((line) => read.book.lines.rowId[line]));
  const drafts = readAfter(read, asDraft(desk, read, { own, cells }), rowIds);
  const moment = { ...desk.moment, today: read.book.lines.day[own[0]] };
  const isOwn = (documents: Prepared["documents"], document: number): boolean =>
    documents.ofLine[own[0]] === document;
  const kept = costingOf(before);
  const prepared = prepareDrafts({
    book: drafts.value.book,
    found: drafts.findings,
    moment,
    chosen: isOwn,
    kept,
  });
  const document = prepared.documents.ofLine[own[0]];
  const findings = prepared.findingsOf.get(document) ?? [];
  if (!prepared.accepted.includes(document))
    return findings.length > 0 ? findings : [refusedWhole(read, own)];
  const changes = amendStamps(desk, read, { own, cells, prepared });
  const after = ledgersOf(readAfter(read, changes).value.book, kept);
  return {
    after,
    told: { changes, action: "amend", reason },
    cells: cellChanges(read, changes),
    findings: [...findings.filter(({ severity }) => severity !== "error"), ...newLinkFindings(before, after)],
  };
}

/** A draft is refused with its reasons; one that is not and stays out was put apart from its rows. */
function refusedWhole({ book }: ReadBook, own: readonly number[]): Finding {
  return finding("ROW_OUT_OF_PLACE", placeOf(book.lines, own[0], "type"));
}

interface DraftCells {
  readonly own: readonly number[];
  readonly cells: readonly AmendedCell[];
}

/** The changes that make a draft of the document, of its own mark, with the cells as they are to be. */
function asDraft(desk: Desk, read: ReadBook, { own, cells }: DraftCells): Change[] {
  const hand = handOf(desk, read);
  const mark = `amended ${read.book.lines.number[own[0]]}`;
  const draft = wordCell(hand, statuses, "draft");
  const stamps = [
    ...stampsOf(read, cells),
    { column: "draft", cell: () => mark },
    { column: "status", cell: () => draft },
  ];
  return stamped(desk, read, { own, stamps });
}

function stampsOf(read: ReadBook, cells: readonly AmendedCell[]): Stamp[] {
  const columns = new Set(cells.map(({ column }) => column));
  return [...columns].map((column) => {
    const set = new Map(cells.filter((cell) => cell.column === column).map(({ line, cell }) => [line, cell]));
    const typed = typedCells(read, column);
    return { column, cell: (line) => (set.has(line) ? (set.get(line) ?? null) : typed(line)) };
  });
}

function stamped(
  desk: Desk,
  read: ReadBook,
  { own, stamps }: { readonly own: readonly number[]; readonly stamps: readonly Stamp[] },
): Change[] {
  const chosen = [...own].sort((a, b) => a - b);
  const stamping = { lines: read.book.lines, chosen, places: placesOf(read), hand: handOf(desk, read) };
  return stampLines(stamping, stamps);
}

interface Completed extends DraftCells {
  readonly prepared: Prepared;
}

/** The rows as they are to stand: what was set, what completing it filled in, and one revision more. */
function amendStamps(desk: Desk, read: ReadBook, { own, cells, prepared }: Completed): Change[] {
  const { book } = prepared.ledgers;
  const hand = handOf(desk, read);
  const filled = [...headerStamps(book, hand), ...completionStamps(book, hand)];
  const completed = filled.filter(({ column }) => !KEPT.has(column));
  const taken = new Set(completed.map(({ column }) => column));
  const set = stampsOf(read, cells).filter(({ column }) => !taken.has(column));
  const stamps = [...set, ...completed, revisionStamp(read)];
  return expecting(read, stamped(desk, read, { own, stamps }));
}

function revisionStamp(read: ReadBook): Stamp {
  const typed = typedCells(read, "revision");
  const next = (cell: Cell): Cell => numberCell(Number(cell ?? 0) + 1, 0);
  return { column: "revision", cell: (line) => next(typed(line)) };
}
