import { type ClosingPrint, daysOf, lastClosed } from "../book/closed-periods";
import type { Period } from "../book/masters";
import { type Day, dayText } from "../kernel/day";
import { type Finding, finding } from "../kernel/finding";
import type { LogRow } from "./log-row";

/** The columns that say which days a period closes. */
export const PERIOD_DAYS = ["from", "to"] as const;
/** What is told of a period under `figures` when it is closed: what it came to, as `closingText` says it. */
export const PERIOD_FIGURES = "figures";
/** The actions that tell of periods. */
export const PERIOD_ACTIONS: ReadonlySet<string> = new Set(["close", "reopen"]);

/** What the log tells of the figures of a period, and what it told: the value in smallest units, a print. */
export function closingText({ value, print }: ClosingPrint): string {
  return `${String(value)} ${print}`;
}

/** What a book comes to by the end of a day, and how smallest units are shown. */
interface ClosingNow {
  readonly now: (last: Day) => ClosingPrint;
  readonly shown: (units: number) => number;
}

/**
 * CLOSED_DIFFERS where what is closed does not come to what it came to when it was closed. A period closed
 * before figures were told is nobody's affair, nor is here one that ends on another day now. Source: DOMAIN
 * §0.6, §13.
 */
export function closedFigureFindings(
  periods: readonly Period[],
  rows: readonly LogRow[],
  { now, shown }: ClosingNow,
): readonly Finding[] {
  const last = lastClosed(periods);
  if (last === null) return [];
  const was = figuresTold(rows, last);
  const print = now(last.to);
  if (was === null || was === closingText(print)) return [];
  const row = periods.find(({ period }) => period === last.period)?.row ?? 0;
  const facts = { period: last.period, was: shown(Number(was.split(" ")[0])), is: shown(print.value) };
  return [finding("CLOSED_DIFFERS", { table: "periods", row, rowId: null, column: "state" }, facts)];
}

/**
 * PERIOD_CHANGED for each period that is not as the log has it, closed or open: only close and reopen change
 * that; and for one that does not close the days any more that it closed. A period closed before the log
 * began is nobody's affair. Source: DOMAIN §13.
 */
export function periodFindings(periods: readonly Period[], rows: readonly LogRow[]): readonly Finding[] {
  const told = lastTold(rows, "state");
  const begun = rows.reduce((first, { time }) => (time < first ? time : first), "~");
  const closedByHand = periods.filter(({ period, closed, closedAt }) => {
    const was = told.get(period) ?? (closedAt < begun ? "closed" : "open");
    return closed && was === "open";
  });
  return [
    ...closedByHand.map(({ period, row }) => changed(period, row, "state")),
    ...openedByHand(periods, rows),
  ];
}

/**
 * PERIOD_CHANGED for each period that the log says is closed and that is not, is gone, or does not close the
 * days any more that it closed; of the log the rows that tell of periods are enough.
 */
export function openedByHand(periods: readonly Period[], rows: readonly LogRow[]): readonly Finding[] {
  const closed = [...lastTold(rows, "state")].filter(([, state]) => state === "closed").map(([name]) => name);
  const opened = closed.flatMap((name) => {
    const period = periods.find((each) => each.period === name);
    return period?.closed === true ? [] : [changed(name, period?.row ?? 0, "state")];
  });
  return [...opened, ...PERIOD_DAYS.flatMap((column) => otherDays(periods, rows, column))];
}

type LastClosed = NonNullable<ReturnType<typeof lastClosed>>;

/** What a period came to when it was closed; null = not told, or it ends on another day now. */
function figuresTold(rows: readonly LogRow[], { period, to }: LastClosed): string | null {
  const end = lastTold(rows, "to").get(period) ?? dayText(to);
  return end === dayText(to) ? (lastTold(rows, PERIOD_FIGURES).get(period) ?? null) : null;
}

/** Closed periods that end, or begin, on another day than when they were closed. */
function otherDays(
  periods: readonly Period[],
  rows: readonly LogRow[],
  column: (typeof PERIOD_DAYS)[number],
): readonly Finding[] {
  const told = lastTold(rows, column);
  return periods
    .filter((each) => {
      const now = dayText(daysOf(each)[column]);
      return each.closed && (told.get(each.period) ?? now) !== now;
    })
    .map(({ period, row }) => changed(period, row, column));
}

function changed(period: string, row: number, column: string): Finding {
  return finding("PERIOD_CHANGED", { table: "periods", row, rowId: null, column }, { period });
}

/** By period: what the log says last of it in a column, of whichever computer. */
function lastTold(rows: readonly LogRow[], wanted: string): ReadonlyMap<string, string> {
  const states = rows.filter(({ action, column }) => column === wanted && PERIOD_ACTIONS.has(action));
  const inTime = states.toSorted((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
  return new Map(inTime.map(({ number, after }) => [number, after]));
}
