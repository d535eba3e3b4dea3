/**
 * What is told of one thing that was done: a document posted (`after` holds its rows), or one cell of a
 * posted row that changed. A blank cell is "".
 */
export interface LogEntry {
  /** The verb that did it: post, void, amend, …; `adopt` for rows that were posted before the log began. */
  readonly action: string;
  /** Of the document; of a period that was closed, its name. */
  readonly number: string;
  readonly rowId: string;
  /** Id of the column that changed; "" = none in particular. */
  readonly column: string;
  readonly before: string;
  readonly after: string;
  readonly reason: string;
}

/** Who did it, when (local time, ISO) and at which computer ("" = the one without a code). */
export interface LogStamp {
  readonly time: string;
  readonly user: string;
  readonly station: string;
}

/** One row of the log, linked to the one before it of the same station. Source: CONTRACT §2. */
export interface LogRow extends LogEntry, LogStamp {
  /** `hash` of the row before; "" at the first. */
  readonly previousHash: string;
  readonly hash: string;
}

/** An entry with all that it leaves out blank. */
export function logEntry(entry: Pick<LogEntry, "action"> & Partial<LogEntry>): LogEntry {
  return { number: "", rowId: "", column: "", before: "", after: "", reason: "", ...entry };
}
