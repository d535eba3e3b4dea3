import type { Period } from "../book/masters";
import { type Finding, finding } from "../kernel/finding";
import type { LogRow } from "./log-row";

/**
 * PERIOD_CHANGED for each period that is not as the log has it, closed or open: only close and reopen change
 * that. A period closed before the log began is nobody's affair. Source: DOMAIN §13.
 */
export function periodFindings(periods: readonly Period[], rows: readonly LogRow[]): readonly Finding[] {
  const told = lastTold(rows);
  const begun = rows.reduce((first, { time }) => (time < first ? time : first), "~");
  const wrong = periods.filter(({ period, closed, closedAt }) => {
    const was = told.get(period) ?? (closed && closedAt < begun ? "closed" : "open");
    return (was === "closed") !== closed;
  });
  const gone = [...told].filter(
    ([name, state]) => state === "closed" && !periods.some(({ period }) => period === name),
  );
  return [
    ...wrong.map(({ period, row }) => changed(period, row)),
    ...gone.map(([period]) => changed(period, 0)),
  ];
}

function changed(period: string, row: number): Finding {
  return finding("PERIOD_CHANGED", { table: "periods", row, rowId: null, column: "state" }, { period });
}

/** By period: what the log says last of it, of whichever computer. */
function lastTold(rows: readonly LogRow[]): ReadonlyMap<string, string> {
  const states = rows.filter(({ action, column }) => column === "state" && isOfPeriod(action));
  const inTime = states.toSorted((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
  return new Map(inTime.map(({ number, after }) => [number, after]));
}

function isOfPeriod(action: string): boolean {
  return action === "close" || action === "reopen";
}
