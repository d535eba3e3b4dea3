import { differingRows, expectedKeys, rowsOfKeys } from "../expected-rows";
import { WorkbookError, type Cell, type Change, type Expectation } from "../port";
import { runsOf } from "./blocks";
import { taken } from "./cell-values";
import { rowsIn } from "./read-tables";
import type { TableState } from "./survey";

type Rowed = Extract<Change, { readonly do: "stamp" | "remove" }>;

/** Rows of a table as they stand, in the order of a change, in full width. */
export interface RowsThere {
  /** The body rows (0-based) that are meant, wherever they were moved. */
  readonly rows: readonly number[];
  readonly cells: readonly (readonly Cell[])[];
  readonly formats: readonly (readonly string[])[];
}

/** Asks for rows of a table; `told` answers them after the next round trip. */
function asked(table: Excel.Table, rows: readonly number[]): { readonly told: () => RowsThere } {
  const ranges = runsOf(rows).map((run) => rowsIn(table, run).load("values,numberFormat"));
  return {
    told: () => ({
      rows,
      cells: ranges.flatMap(({ values }) => values.map((row: readonly unknown[]) => row.map(taken))),
      formats: ranges.flatMap(({ numberFormat }) =>
        numberFormat.map((row: readonly unknown[]) => row.map(String)),
      ),
    }),
  };
}

/** Rows of one change: asked for in the first round trip of a patch, and compared once that is over. */
export interface Verification {
  readonly change: Rowed;
  readonly told: () => RowsThere;
}

/** Asks for the rows that a change names. */
export function verification(context: Excel.RequestContext, change: Rowed): Verification {
  return { change, ...asked(context.workbook.tables.getItemOrNullObject(change.table), change.rows) };
}

/** What a change's rows were expected to be, and how they stand. */
interface Compared {
  readonly change: Rowed;
  readonly state: TableState;
  readonly there: RowsThere;
  /** Which rows, by their place in the change, are not as expected. */
  readonly wrong: readonly number[];
}

function compared({ change, state, there }: Omit<Compared, "wrong">): Compared {
  const { expect } = change;
  return { change, state, there, wrong: expect === undefined ? [] : wrongRows(expect, state, there) };
}

/** Which rows, by their place in the change, hold other cells than was expected. */
function wrongRows(expect: Expectation, { headers }: TableState, { cells }: RowsThere): readonly number[] {
  return differingRows(expect, cells.length, (header) => {
    const column = headers.indexOf(header);
    return column < 0 ? null : cells.map((row) => row[column]);
  });
}

/**
 * The rows that each change means, in the order of the verifications. A row that is not as expected is looked
 * for by its key, in one more round trip, and compared again in another. Throws `changed` where it is not
 * found, found twice, or not as expected there either.
 */
export async function verified(
  context: Excel.RequestContext,
  verifications: readonly Verification[],
  stateOf: (table: string) => TableState,
): Promise<readonly RowsThere[]> {
  const first = verifications.map(({ change, told }) =>
    compared({ change, state: stateOf(change.table), there: told() }),
  );
  if (first.every(({ wrong }) => wrong.length === 0)) return first.map(({ there }) => there);
  const again: Searched[] = [];
  for (const each of first) again.push(searched(context, each, await keyColumn(context, each)));
  await context.sync();
  return again.map(({ change, state, told }) => {
    const { there, wrong } = compared({ change, state, there: told() });
    if (wrong.length > 0) throw changed(change, wrong);
    return there;
  });
}

function changed({ table, rows }: Rowed, wrong: readonly number[]): WorkbookError {
  return new WorkbookError("changed", table, { rows: wrong.map((i) => rows[i]) });
}

/** So many keys go over the wire at once. */
const keysAtOnce = 100_000;

/**
 * The key of every row of the table, read in parts where it is long; null where nothing need be looked for.
 */
async function keyColumn(
  context: Excel.RequestContext,
  { change, state, wrong }: Compared,
): Promise<readonly Cell[] | null> {
  if (wrong.length === 0) return null;
  const index = state.headers.indexOf(change.expect?.key ?? "");
  if (index < 0) throw changed(change, wrong);
  const keys: Cell[] = [];
  const table = context.workbook.tables.getItem(state.name);
  for (let from = 0; from < state.bodyRows; from += keysAtOnce) {
    const count = Math.min(keysAtOnce, state.bodyRows - from);
    const part = rowsIn(table, { from, count }).getColumn(index).load("values");
    await context.sync();
    for (const row of part.values) keys.push(taken(row[0]));
  }
  return keys;
}

type Searched = Omit<Compared, "there" | "wrong"> & { readonly told: () => RowsThere };

function searched(
  context: Excel.RequestContext,
  { change, state, there, wrong }: Compared,
  keys: readonly Cell[] | null,
): Searched {
  if (keys === null || change.expect === undefined) return { change, state, told: () => there };
  const elsewhere = rowsOfKeys(expectedKeys(change.expect, there.rows.length), keys);
  const rows = there.rows.map((row, i) => (wrong.includes(i) ? elsewhere[i] : row));
  const lost = wrong.filter((i) => rows[i] < 0);
  if (lost.length > 0) throw changed(change, lost);
  return { change, state, ...asked(context.workbook.tables.getItem(state.name), rows) };
}
