import type { Finishing } from "../book/masters";
import { dayFromText, dayText, type Day } from "../kernel/day";
import { type LogEntry, logEntry, type LogRow } from "./log-row";

/** What finishes orders and jobs, and opens them again. */
const FINISHES = "finish";

/** The actions whose rows tell of it. */
export const FINISH_ACTIONS: ReadonlySet<string> = new Set([FINISHES]);

/** Of a row whose status changes by hand: on which day, where that is not the day of the log's moment. */
export function finishEntry(row: Pick<LogEntry, "number" | "rowId" | "before">, day: Day): LogEntry {
  return logEntry({ action: FINISHES, ...row, after: dayText(day) });
}

/**
 * What the rows of one log tell of rows finished by hand and opened again, by rowId, in the order of the log:
 * on the day of their moment, unless the log says behind it on which.
 */
function finishingsIn(rows: readonly LogRow[]): ReadonlyMap<string, readonly Finishing[]> {
  const told = new Map<string, Finishing[]>();
  for (const { action, column, rowId, before, after, time } of rows) {
    if (!FINISH_ACTIONS.has(action)) continue;
    const known = told.get(rowId) ?? [];
    const last = known.at(-1);
    if (column === "status") known.push({ day: dayFromText(time.slice(0, 10)), before });
    else if (column === "" && last !== undefined)
      known[known.length - 1] = { ...last, day: dayFromText(after) };
    told.set(rowId, known);
  }
  return told;
}

/** What several logs tell, each row's in the order of their days; what tells no day is left out. */
export function finishingsOf(
  logs: readonly (readonly LogRow[])[],
): ReadonlyMap<string, readonly Finishing[]> {
  const all = new Map<string, readonly Finishing[]>();
  for (const [rowId, told] of logs.flatMap((rows) => [...finishingsIn(rows)])) {
    const dated = [...(all.get(rowId) ?? []), ...told].filter(({ day }) => !Number.isNaN(day));
    all.set(
      rowId,
      dated.sort((a, b) => a.day - b.day),
    );
  }
  return all;
}
