import { differingRows, expectedKeys, rowsOfKeys } from "../expected-rows";
import { WorkbookError, type Cell, type Change, type Expectation } from "../port";
import { type Budget, fullBudget, runsOf } from "./blocks";
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
interface Verification {
  readonly change: Rowed;
  readonly told: () => RowsThere;
}

/** How much is asked for at once, and how the tables stand. */
interface Looking {
  readonly stateOf: (table: string) => TableState;
  readonly budget: Budget;
}

/**
 * Asks for the rows that changes name: with all else that is asked for just now, or, where not all goes at
 * once, later, in round trips of their own within the budget. Answers what gives them once it is known how
 * the tables stand.
 */
export function verifications(
  context: Excel.RequestContext,
  changes: readonly Rowed[],
  budget: Budget,
): (stateOf: Looking["stateOf"]) => Promise<readonly Verification[]> {
  if (budget !== fullBudget) return (stateOf) => inParts(context, changes, { stateOf, budget });
  const { tables } = context.workbook;
  const all = changes.map((change) => {
    return { change, ...asked(tables.getItemOrNullObject(change.table), change.rows) };
  });
  return () => Promise.resolve(all);
}

async function inParts(
  context: Excel.RequestContext,
  changes: readonly Rowed[],
  { stateOf, budget }: Looking,
): Promise<readonly Verification[]> {
  const found: Verification[] = [];
  for (const change of changes) {
    const there = await rowsInParts(context, stateOf(change.table), { rows: change.rows, budget });
    found.push({ change, told: () => there });
  }
  return found;
}

/** Of every cell the value is read and the format. */
const readsOfCell = 2;

async function rowsInParts(
  context: Excel.RequestContext,
  { name, headers }: TableState,
  { rows, budget }: { readonly rows: readonly number[]; readonly budget: Budget },
): Promise<RowsThere> {
  const table = context.workbook.tables.getItem(name);
  const most = Math.max(1, Math.floor(budget.cells / (headers.length * readsOfCell)));
  const parts: RowsThere[] = [];
  for (let from = 0; from < rows.length; from += most) {
    const part = asked(table, rows.slice(from, from + most));
    await context.sync();
    parts.push(part.told());
  }
  return {
    rows,
    cells: parts.flatMap(({ cells }) => cells),
    formats: parts.flatMap(({ formats }) => formats),
  };
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
  { stateOf, budget }: Looking,
): Promise<readonly RowsThere[]> {
  const first = verifications.map(({ change, told }) =>
    compared({ change, state: stateOf(change.table), there: told() }),
  );
  if (first.every(({ wrong }) => wrong.length === 0)) return first.map(({ there }) => there);
  const found: RowsThere[] = [];
  for (const each of first) found.push(await foundAgain(context, each, budget));
  return found;
}

function changed({ table, rows }: Rowed, wrong: readonly number[]): WorkbookError {
  return new WorkbookError("changed", table, { rows: wrong.map((i) => rows[i]) });
}

/** So many keys go over the wire at once at most. */
const mostKeys = 100_000;

/** The key of every row of the table, read in parts where it is long. */
async function keyColumn(
  context: Excel.RequestContext,
  { change, state, wrong }: Compared,
  { cells: most }: Budget,
): Promise<readonly Cell[]> {
  const index = state.headers.indexOf(change.expect?.key ?? "");
  if (index < 0) throw changed(change, wrong);
  const keysAtOnce = Math.min(mostKeys, most);
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

/** The rows of a change, those that are not as expected looked for by their key and compared once more. */
async function foundAgain(
  context: Excel.RequestContext,
  before: Compared,
  budget: Budget,
): Promise<RowsThere> {
  const { change, state, there, wrong } = before;
  if (wrong.length === 0 || change.expect === undefined) return there;
  const keys = await keyColumn(context, before, budget);
  const elsewhere = rowsOfKeys(expectedKeys(change.expect, there.rows.length), keys);
  const rows = there.rows.map((row, i) => (wrong.includes(i) ? elsewhere[i] : row));
  const lost = wrong.filter((i) => rows[i] < 0);
  if (lost.length > 0) throw changed(change, lost);
  const moved = await rowsInParts(context, state, { rows, budget });
  const still = compared({ change, state, there: moved }).wrong;
  if (still.length > 0) throw changed(change, still);
  return moved;
}
