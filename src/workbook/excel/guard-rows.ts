import type { Done } from "./take-back";
import { officeCode, refusedAction } from "./trouble-of";
import type { Outcome, Write } from "./write";

/** A table that is watched while a batch writes it. */
interface Guard {
  /** Asks, behind the writes, what has become of the table. */
  readonly ends: () => Done;
}

/**
 * Asks, before the first write, for the last row that each table must have: where it has become shorter Excel
 * refuses the batch there, so that nothing of it is written. A table that has become longer all by itself,
 * because of what was written, is told of by its guard, which takes that back.
 */
export function guarded(context: Excel.RequestContext, writes: readonly Write[]): readonly Guard[] {
  const grown = growers(writes);
  const lengths = [...lastRows(writes)].map(([what, row]): Guard => {
    const { rows } = context.workbook.tables.getItem(what);
    if (row > 0) rows.getItemAt(row).load("index");
    const before = rows.getCount();
    return { ends: () => ended({ what, rows, before, growsOfUs: grown.has(what) }) };
  });
  return [
    ...lengths,
    ...[...headersOf(writes)].map(([what, headers]) => headerGuard(context, what, headers)),
  ];
}

/** By table: the headers that must be there before the batch, as cells go where a column is said to be. */
function headersOf(writes: readonly Write[]): ReadonlyMap<string, readonly string[]> {
  const all = new Map<string, readonly string[]>();
  const made = new Set(writes.filter(({ isMaking }) => isMaking).map(({ what }) => what));
  for (const { what, headers } of writes)
    if (headers !== null && !made.has(what) && !all.has(what)) all.set(what, headers);
  return all;
}

/**
 * Asks for the headers of a table before the first write: where a column is lacking Excel refuses the batch
 * there; where they are others all is taken back.
 */
function headerGuard(context: Excel.RequestContext, what: string, headers: readonly string[]): Guard {
  const there = context.workbook.tables.getItem(what).columns.load("items/name");
  if (headers.length > 1) there.getItemAt(headers.length - 1).load("index");
  const outcome = (): Outcome => ({
    changed: [],
    lost: [],
    hasOtherColumns: !hasHeaders(there.items, headers),
  });
  return { ends: () => ({ what, written: { outcome, undo: null } }) };
}

/** True where the columns that were asked for bear these headers, in their order. */
export function hasHeaders(columns: readonly Excel.TableColumn[], headers: readonly string[]): boolean {
  return columns.length === headers.length && columns.every(({ name }, i) => name === headers[i]);
}

/** What Excel says where there is no such row. */
const noRow: readonly (string | null)[] = ["ItemNotFound", "InvalidArgument", "InvalidReference"];

/**
 * A table has turned out to be too short or too narrow, so that nothing was written: only guards ask for rows
 * and columns in this way.
 */
export function isTooShort(thrown: unknown): boolean {
  return noRow.includes(officeCode(thrown)) && refusedAction(thrown).includes(".getItemAt(");
}

/**
 * A table was not there, so that nothing was written: each that a round writes is asked for by its guard
 * before the first write. Not so where the round makes one, which is asked for once it is made.
 */
export function isGone(thrown: unknown, writes: readonly Write[]): boolean {
  if (writes.some(({ isMaking }) => isMaking)) return false;
  return officeCode(thrown) === "ItemNotFound" && refusedAction(thrown).includes("tables.getItem(");
}

/** By table: the last body row that must be there before the batch. */
function lastRows(writes: readonly Write[]): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  const grown = new Set<string>();
  for (const { what, lastRow, makesRows } of writes) {
    if (lastRow !== null && !grown.has(what)) rows.set(what, Math.max(rows.get(what) ?? 0, lastRow));
    if (makesRows) grown.add(what);
  }
  return rows;
}

function growers(writes: readonly Write[]): ReadonlySet<string> {
  return new Set(writes.filter(({ makesRows }) => makesRows).map(({ what }) => what));
}

interface Watched {
  readonly what: string;
  readonly rows: Excel.TableRowCollection;
  readonly before: OfficeExtension.ClientResult<number>;
  readonly growsOfUs: boolean;
}

function ended({ what, rows, before, growsOfUs }: Watched): Done {
  const after = rows.getCount();
  const more = (): number => (growsOfUs ? 0 : Math.max(after.value - before.value, 0));
  const outcome = (): Outcome => ({
    changed: Array.from({ length: more() }, (_, i) => before.value + i),
    lost: [],
  });
  return {
    what,
    written: {
      outcome,
      undo: (again) => () => {
        const table = again.workbook.tables.getItem(what);
        if (more() > 0) table.resize(table.getRange().getResizedRange(-more(), 0));
        return null;
      },
    },
  };
}
