import { anyError, type Finding } from "../domain/kernel/finding";
import type { Day } from "../domain/kernel/day";
import { besideRows } from "../domain/log/costing-told";
import { postEntries } from "../domain/log/told-documents";
import { alterationFindings } from "../domain/posting/alteration";
import type { Change as FigureChange } from "../domain/posting/figure-change";
import { ledgerDiff } from "../domain/posting/ledger-diff";
import { type Ledgers, ledgersOf } from "../domain/posting/ledgers";
import { newLinkFindings } from "../domain/posting/judging/link-findings";
import { reversalFindings, reversedStockFindings } from "../domain/posting/reversal";
import type { ReadBook } from "../read/read-book";
import { statuses } from "../registers/words";
import type { Change } from "../workbook/port";
import { wordCell } from "../write/hand";
import { stampLines } from "../write/line-stamps";
import { standingFindings } from "./alter-document";
import { closedFindings } from "./closed-moved";
import { dayAsked } from "./day-asked";
import type { Answer, Desk } from "./desk";
import { expecting } from "./expecting";
import { followingChanges } from "./following-changes";
import { ledgersAt, loadForChange } from "./load-book";
import { columnsStanding, rowsByTable } from "./log-changes";
import { loggedChanges } from "./logged-changes";
import { type NewRows, withFigures } from "./new-rows";
import { badStep } from "./options";
import { handOf, placesOf } from "./places";
import { postedDocument } from "./posted-document";
import { readAfter } from "./read-after";
import { reversalRows } from "./reversal-rows";

/** Which document is taken back, on which day ("" = today) and why; a dry run writes nothing. */
export interface Reversing {
  readonly number: string;
  readonly date: string;
  readonly reason: string;
  readonly dryRun: boolean;
}

/** The number of the reversal, how many rows it takes back, and every figure that changes. */
export interface ReverseAnswer {
  readonly number: string;
  readonly changed: number;
  readonly diff: readonly FigureChange[];
}

/**
 * Takes a posted document back by another of its type, posted at once: the same rows with quantities and
 * amounts the other way round, each with `ref` to its original, dated in an open period. What the original
 * moved comes back at what it moved it at, what it owed is owed no more, what settled it is free again, all
 * from that day on. Source: DOMAIN §0.5, §6; CONTRACT §4 reverse.
 */
export async function reverseDocument(desk: Desk, reversing: Reversing): Answer<ReverseAnswer> {
  const { value: read, findings } = await loadForChange(desk);
  if (read === null) return { value: null, findings };
  const { value: own, findings: unknown } = postedDocument(read, reversing.number);
  if (own === null) return { value: null, findings: unknown };
  const day = dayAsked(reversing.date, desk.moment.today);
  if (day === null) return { value: null, findings: [badStep(`date=${reversing.date}`, null, "day")] };
  const forbidden = [...standingFindings(read, own), ...reversalFindings(ledgersAt(desk, read), own, day)];
  if (forbidden.length > 0) return { value: null, findings: forbidden };
  const { value, changes, findings: found } = reversed(desk, read, { ...reversing, own, day });
  if (anyError(found)) return { value: null, findings: found };
  const written = changes();
  const moved = closedFindings(read, written, ledgersAt(desk, read));
  if (moved.length > 0) return { value: null, findings: moved };
  if (!reversing.dryRun) await desk.workbook.apply(written);
  return { value, findings: found };
}

interface Asked extends Reversing {
  readonly own: readonly number[];
  readonly day: Day;
}

interface Reversed {
  readonly value: ReverseAnswer;
  readonly changes: () => readonly Change[];
  readonly findings: readonly Finding[];
}

function reversed(desk: Desk, read: ReadBook, asked: Asked): Reversed {
  const rows = reversalRows(desk, read, asked);
  const before = ledgersOf(rows.asDrafts.book);
  const stamping = statusStamps(desk, read, asked.own);
  const after = ledgersOf(readAfter(read, [...stamping, rows.append]).value.book);
  const { lines } = rows;
  const findings = [
    ...alterationFindings({ before, after, own: lines }),
    ...newLinkFindings(before, after),
    ...reversedStockFindings(after, lines),
  ];
  return {
    value: { number: rows.number, changed: asked.own.length, diff: ledgerDiff(before, after) },
    changes: () => written(desk, read, { asked, rows, stamping, after }),
    findings,
  };
}

interface Writing {
  readonly asked: Asked;
  readonly rows: NewRows;
  readonly stamping: readonly Change[];
  readonly after: Ledgers;
}

/** The log, the status of what is taken back, the new rows, and what follows from them elsewhere. */
function written(desk: Desk, read: ReadBook, { asked, rows, stamping, after }: Writing): readonly Change[] {
  const append = withFigures(desk, rows, after);
  const own = { changes: [rows.append], rows: rowsByTable(rows.asDrafts.book.lines, rows.lines) };
  const entries = postEntries(columnsStanding(read, own), "post", {
    reason: asked.reason,
    beside: besideRows(read.book),
  });
  const told = { changes: stamping, entries, action: "reverse", reason: asked.reason };
  return [...loggedChanges(desk, read, told), append, ...followingChanges(desk, rows.asDrafts, after)];
}

function statusStamps(desk: Desk, read: ReadBook, own: readonly number[]): readonly Change[] {
  const hand = handOf(desk, read);
  const cell = wordCell(hand, statuses, "reversed");
  const chosen = [...own].sort((a, b) => a - b);
  const stamping = { lines: read.book.lines, chosen, places: placesOf(read), hand };
  return expecting(read, stampLines(stamping, [{ column: "status", cell: () => cell }]));
}
