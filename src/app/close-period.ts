import type { Book } from "../domain/book/book";
import { afterPostings, daysOf } from "../domain/book/closed-periods";
import { policiesOn, reasonsOn, termsOn } from "../domain/book/closed-figures";
import { NONE } from "../domain/book/lines";
import type { Period } from "../domain/book/masters";
import { anyError, type Finding, finding, type Place } from "../domain/kernel/finding";
import { nearest } from "../domain/kernel/nearest";
import { dayText } from "../domain/kernel/day";
import { figureTexts } from "../domain/log/figures-told";
import { type LogEntry, logEntry } from "../domain/log/log-row";
import { closingText, PERIOD_DAYS, PERIOD_FIGURES } from "../domain/log/periods-told";
import { type ClosingCheck, closingChecks } from "../domain/posting/closing";
import type { Change as FigureChange } from "../domain/posting/figure-change";
import { madeBeforeLater } from "../domain/posting/followed/made-before-later";
import { ledgerDiff } from "../domain/posting/ledger-diff";
import { type Ledgers, ledgersOf } from "../domain/posting/ledgers";
import { closingPrint } from "../domain/posting/line-figures";
import type { ReadBook } from "../read/read-book";
import { tableById } from "../registers/names";
import { periodStates } from "../registers/words";
import type { Cell, Change } from "../workbook/port";
import { columnById, dayCell, type Hand, headerFor, wordCell } from "../write/hand";
import { bookTables, placeIn } from "./book-tables";
import { closedDiffers } from "./closed-moved";
import type { Answer, Desk } from "./desk";
import { followingChanges } from "./following-changes";
import { ledgersAt, loadForChange } from "./load-book";
import { logChanges } from "./log-changes";
import { badStep } from "./options";
import { handOf } from "./places";
import { loggedBook } from "./verify-log";

/** What is to be looked at before a period is closed, and what came of it. */
export interface ChecklistRow {
  readonly check: ClosingCheck["check"];
  /** failed keeps the period open; review is to be looked through. */
  readonly state: "passed" | "review" | "failed" | "waived";
  readonly count: number;
  /** The first row it is about. */
  readonly first: Place;
}

/** Whether the period is closed now, its checklist, and every figure that comes out otherwise for it. */
export interface CloseAnswer {
  readonly ok: boolean;
  readonly checklist: readonly ChecklistRow[];
  readonly diff: readonly FigureChange[];
}

/** Which period, which checks are waived and why. */
export interface Closing {
  readonly period: string;
  readonly waive: readonly string[];
  readonly reason: string;
  readonly dryRun: boolean;
}

/**
 * Closes a period: from then on nothing dated in it or before is posted or changed, and none of its figures
 * moves. Refused while its checklist has a failure that is not waived, with a reason. A month that is not
 * written down yet (2026-01) is. One that is not over is told, and closed. Source: DOMAIN §13; CONTRACT §4.
 */
export async function closePeriod(desk: Desk, closing: Closing): Answer<CloseAnswer> {
  const { value: read, findings } = await loadForChange(desk);
  if (read === null) return { value: null, findings };
  const { period, wrong } = periodNamed(read, closing.period);
  if (wrong.length > 0) return { value: null, findings: wrong };
  if (period.closed) return { value: null, findings: [stateFinding("ALREADY_CLOSED", period)] };
  if (closing.waive.length > 0 && closing.reason === "")
    return { value: null, findings: [badStep("reason", null, "given")] };
  const ledgers = ledgersAt(desk, read);
  const failures = [...loggedBook(read).findings, ...closedDiffers(read, ledgers)];
  const checks = closingChecks(ledgers, period, failures);
  const unwaived = checks.flatMap(({ check, finding: found }) =>
    found === null || closing.waive.includes(check) ? [] : [found],
  );
  const standing = [...unwaived, ...stillRunning(desk, period)];
  const checklist = checks.map((check) => checklistRow(check, closing.waive));
  const ok = !anyError(standing);
  const after = turned(desk, ledgers, period);
  const { reason } = closing;
  if (ok && !closing.dryRun) await desk.workbook.apply(await turning(desk, read, { period, reason, after }));
  return { value: { ok, checklist, diff: ledgerDiff(ledgers, after) }, findings: standing };
}

/**
 * The ledgers once a period is closed, in which what is short by then keeps what it was booked at, and goods
 * that jobs made what they came in at; or once it is opened again.
 */
function turned({ moment }: Desk, before: Ledgers, period: Period): Ledgers {
  const { book } = before;
  const { to } = daysOf(period);
  const made = period.closed ? new Map<string, readonly number[]>() : madeBeforeLater(before, to);
  const asTold = { policies: policiesOn(book, to), terms: termsOn(book, to), reasons: reasonsOn(book, to) };
  const told = { ...asTold, items: new Map(), kinds: new Map(), made };
  const closed = {
    ...period,
    closed: !period.closed,
    closedAt: afterPostings(book.lines.postedAt, moment.now),
    told: made.size === 0 ? null : told,
  };
  const others = book.masters.periods.filter((each) => each.period !== period.period);
  const masters = { ...book.masters, periods: [...others, closed] };
  return ledgersOf({ ...book, masters });
}

function checklistRow(
  { check, count, first, finding: found }: ClosingCheck,
  waive: readonly string[],
): ChecklistRow {
  if (found === null) return { check, state: count === 0 ? "passed" : "review", count, first };
  return { check, state: waive.includes(check) ? "waived" : "failed", count, first };
}

/**
 * Opens the period that was closed last, on record. Source: DOMAIN §13 反结账.
 */
export async function reopenPeriod(
  desk: Desk,
  { period: name, reason }: Pick<Closing, "period" | "reason">,
): Answer<CloseAnswer> {
  const { value: read, findings } = await loadForChange(desk);
  if (read === null) return { value: null, findings };
  const { period, wrong } = periodNamed(read, name);
  if (wrong.length > 0) return { value: null, findings: wrong };
  if (!period.closed) return { value: null, findings: [stateFinding("NOT_CLOSED", period)] };
  const later = read.book.masters.periods.find((each) => each.closed && daysOf(each).to > daysOf(period).to);
  if (later !== undefined) {
    const facts = { period: period.period, other: later.period };
    return { value: null, findings: [finding("PERIOD_ORDER", placeOf(later), facts)] };
  }
  const before = ledgersAt(desk, read);
  const after = turned(desk, before, period);
  await desk.workbook.apply(await turning(desk, read, { period, reason, after }));
  return { value: { ok: true, checklist: [], diff: ledgerDiff(before, after) }, findings: [] };
}

function placeOf({ row }: Period): Place {
  return { table: "periods", row, rowId: null, column: "state" };
}

function stateFinding(code: "ALREADY_CLOSED" | "NOT_CLOSED", period: Period): Finding {
  return finding(code, placeOf(period), { period: period.period });
}

/**
 * PERIOD_RUNNING, a warning, where days of the period are still to come: nothing can be posted on them then.
 */
function stillRunning({ moment }: Desk, period: Period): readonly Finding[] {
  const { to } = daysOf(period);
  if (to <= moment.today) return [];
  const facts = { period: period.period, to: dayText(to), today: dayText(moment.today) };
  return [finding("PERIOD_RUNNING", placeOf(period), facts)];
}

/** The period of a name; a month that is not written down yet is row 0. BAD_STEP for any other name. */
function periodNamed(
  { book }: ReadBook,
  name: string,
): { readonly period: Period; readonly wrong: readonly Finding[] } {
  const { periods } = book.masters;
  const blank = {
    period: name,
    row: 0,
    from: NONE,
    to: NONE,
    closed: false,
    closedBy: "",
    closedAt: "",
    told: null,
  };
  const period = periods.find((each) => each.period === name) ?? blank;
  if (daysOf(period).to !== NONE) return { period, wrong: [] };
  const names = periods.map((each) => each.period);
  return { period, wrong: [badStep(`period ${name}`, nearest(name, names), "month")] };
}

interface StateChange {
  readonly period: Period;
  readonly reason: string;
}

interface Turning extends StateChange {
  /** The ledgers with its state turned round. */
  readonly after: Ledgers;
}

/**
 * The changes that turn a period's state round, behind those that let every row show what it comes to then:
 * so rows of a closed period never show another figure than it has.
 */
async function turning(desk: Desk, read: ReadBook, state: Turning): Promise<Change[]> {
  return [...followingChanges(desk, read, state.after), ...(await stateChanges(desk, read, state))];
}

/** The changes that turn a period's state round, in the log first. */
async function stateChanges(
  desk: Desk,
  read: ReadBook,
  { period, reason, after }: Turning,
): Promise<Change[]> {
  const table = tableById("periods");
  const { place, made } = placeIn(await bookTables(desk), table);
  const hand = handOf(desk, read);
  const entries = period.closed ? reopened(period, reason) : closed(read.book, { period, reason, after });
  const columns = Object.entries(cellsOf(desk, read, { hand, period })).map(([id, cell]) => ({
    header: place.headers.get(id) ?? headerFor(hand, columnById(table, id)),
    cells: [cell],
  }));
  const change: Change =
    period.row === 0
      ? { do: "append", table: place.name, count: 1, columns }
      : { do: "stamp", table: place.name, rows: [period.row - 1], columns };
  return [...logChanges(desk, read, { entries }), ...made, change];
}

function reopened({ period }: Period, reason: string): LogEntry[] {
  const told = { number: period, column: "state", before: "closed", after: "open", reason };
  return [logEntry({ action: "reopen", ...told })];
}

/** That a period is closed, the days that are closed with it, by which figures, and what it came to. */
function closed(book: Book, { period, reason, after }: Turning): LogEntry[] {
  const told = { action: "close", number: period.period, reason };
  const days = daysOf(period);
  const bounds = PERIOD_DAYS.map((column) => logEntry({ ...told, column, after: dayText(days[column]) }));
  const { told: telling } =
    after.book.masters.periods.find((each) => each.period === period.period) ?? period;
  const made = telling?.made ?? new Map<string, readonly number[]>();
  const used = figureTexts(book, { lines: after.order, to: days.to, made }).map((text) =>
    logEntry({ ...told, ...text }),
  );
  const figures = closingText(closingPrint(after, days.to));
  const print = logEntry({ ...told, column: PERIOD_FIGURES, after: figures });
  return [...bounds, ...used, print, logEntry({ ...told, column: "state", before: "open", after: "closed" })];
}

function cellsOf(
  { moment }: Desk,
  { book }: ReadBook,
  { hand, period }: { readonly hand: Hand; readonly period: Period },
): Readonly<Record<string, Cell>> {
  const { from, to } = daysOf(period);
  const now = afterPostings(book.lines.postedAt, moment.now);
  const isClosing = !period.closed;
  return {
    period: period.period,
    from: dayCell(hand, from),
    to: dayCell(hand, to),
    state: wordCell(hand, periodStates, isClosing ? "closed" : "open"),
    closedBy: isClosing ? moment.user : null,
    closedAt: isClosing ? now : null,
  };
}
