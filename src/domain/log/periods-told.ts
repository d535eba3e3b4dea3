import { daysOf } from "../book/closed-periods";
import type { Period } from "../book/masters";
import { dayText } from "../kernel/day";
import { type Finding, finding } from "../kernel/finding";
import type { LogRow } from "./log-row";

/** The columns that say which days a period closes. */
export const PERIOD_DAYS = ["from", "to"] as const;

/**
 * PERIOD_CHANGED for each period that is not as the log has it, closed or open: only close and reopen change
 * that; and for one that does not close the days any more that it closed. A period closed before the log
 * began is nobody's affair. Source: DOMAIN §13.
 */
export function periodFindings(periods: readonly Period[], rows: readonly LogRow[]): readonly Finding[] {
  const told = lastTold(rows, "state");
  const begun = rows.reduce((first, { time }) => (time < first ? time : first), "~");
  const wrong = periods.filter(({ period, closed, closedAt }) => {
    const was = told.get(period) ?? (closed && closedAt < begun ? "closed" : "open");
    return (was === "closed") !== closed;
  });
  const gone = [...told].filter(
    ([name, state]) => state === "closed" && !periods.some(({ period }) => period === name),
  );
  return [
    ...wrong.map(({ period, row }) => changed(period, row, "state")),
    ...gone.map(([period]) => changed(period, 0, "state")),
    ...PERIOD_DAYS.flatMap((column) => otherDays(periods, rows, column)),
  ];
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
  const states = rows.filter(({ action, column }) => column === wanted && isOfPeriod(action));
  const inTime = states.toSorted((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
  return new Map(inTime.map(({ number, after }) => [number, after]));
}

function isOfPeriod(action: string): boolean {
  return action === "close" || action === "reopen";
}
