import { type LogEntry, logEntry } from "./log-row";
import { type PostedColumn, postedTexts, type ToldBeside } from "./posted-cells";
import type { StandingColumns } from "./standing";

/** What entries of documents say besides their rows. */
interface Said {
  readonly reason?: string;
  readonly beside?: ToldBeside;
}

/** The entries that tell of documents posted, a document after the other; a long one takes several. */
export function postEntries(
  standing: readonly StandingColumns[],
  action: "post" | "adopt",
  { reason = "", beside }: Said = {},
): LogEntry[] {
  return standing.flatMap((rows) => {
    const { table, number, rowId } = rows;
    const columns = action === "post" ? rows.kept : wholeColumns(rows);
    const textsOf = postedTexts({ table, columns, beside });
    const isBefore = earlierLine(columns);
    return documentsIn(number).flatMap((own) => {
      const at = own.length === 1 ? own : own.sort(isBefore);
      const document = { action, number: number[at[0]], rowId: rowId[at[0]], reason };
      return textsOf(at).map((after) => logEntry({ ...document, after }));
    });
  });
}

/** The places of the rows of each document, by its number. */
function documentsIn(number: readonly string[]): readonly number[][] {
  const documents = new Map<string, number[]>();
  number.forEach((own, at) => {
    const known = documents.get(own);
    if (known === undefined) documents.set(own, [at]);
    else known.push(at);
  });
  return [...documents.values()];
}

/** Rows as they are told when the log takes them over: with their status unless that is posted. */
function wholeColumns({ kept, status }: StandingColumns): readonly PostedColumn[] {
  const values = status.map((word) => (word === "posted" ? null : word));
  return values.every((value) => value === null) ? kept : [...kept, { id: "status", values }];
}

/** Rows in the order of their line numbers; those without one as 0. */
function earlierLine(columns: readonly PostedColumn[]): (a: number, b: number) => number {
  const values = columns.find(({ id }) => id === "line")?.values;
  const lineAt = (at: number): number => Number(values?.[at] ?? 0);
  return (a, b) => lineAt(a) - lineAt(b);
}
