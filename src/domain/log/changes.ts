import { type LogEntry, logEntry } from "./log-row";
import type { StandingRow } from "./differences";

/** What a change of posted rows is told with. */
export interface ChangeReason {
  readonly action: string;
  readonly reason: string;
}

/** An entry for each cell of posted rows that differs, status and number too; rows go by their rowId. */
export function changeEntries(
  before: readonly StandingRow[],
  after: readonly StandingRow[],
  { action, reason }: ChangeReason,
): LogEntry[] {
  const now = new Map(after.map((row) => [row.rowId, row]));
  return before.flatMap((was) => {
    const is = now.get(was.rowId);
    if (is === undefined) return [];
    const { number, rowId } = was;
    const cells = textsOf(is);
    const old = textsOf(was);
    const columns = new Set([...Object.keys(old), ...Object.keys(cells)]);
    return [...columns].flatMap((column) => {
      const [from, to] = [old[column] ?? "", cells[column] ?? ""];
      if (from === to) return [];
      return [logEntry({ action, number, rowId, column, before: from, after: to, reason })];
    });
  });
}

/** All that stands in a row, as texts by column. */
function textsOf({ cells, status, number }: StandingRow): Readonly<Partial<Record<string, string>>> {
  const texts: Record<string, string> = { status, number };
  for (const column in cells) texts[column] = String(cells[column] ?? "");
  return texts;
}
