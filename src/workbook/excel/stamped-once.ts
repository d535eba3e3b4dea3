import type { Change, ColumnCells, Expectation } from "../port";

type Stamp = Extract<Change, { readonly do: "stamp" }>;

/**
 * The same patch with every row stamped once: what several changes write into one row goes into one change,
 * where the first stood; the cells of the later ones first, so that what the first would have written last
 * still comes last. Excel is asked for a row in the round trip that writes it, and would find there what an
 * earlier change of the patch has just written. Stamps are left as they are from a change on that moves rows.
 */
export function stampedOnce(changes: readonly Change[]): readonly Change[] {
  const moving = changes.findIndex((change) => change.do === "remove" || change.do === "replace");
  const free = moving < 0 ? changes : changes.slice(0, moving);
  const together = overlapping(free.filter((change) => change.do === "stamp"));
  if (together.size === 0) return changes;
  const told = new Set<string>();
  const once = free.flatMap((change): readonly Change[] => {
    if (change.do !== "stamp") return [change];
    const table = change.table.toLowerCase();
    const stamps = together.get(table);
    if (stamps === undefined) return [change];
    if (told.has(table)) return [];
    told.add(table);
    return onceEach(stamps);
  });
  return [...once, ...changes.slice(free.length)];
}

/** The stamps of each table in which a row is stamped more than once, by the table's name in lower case. */
function overlapping(stamps: readonly Stamp[]): ReadonlyMap<string, readonly Stamp[]> {
  const byTable = new Map<string, Stamp[]>();
  for (const stamp of stamps) {
    const table = stamp.table.toLowerCase();
    byTable.set(table, [...(byTable.get(table) ?? []), stamp]);
  }
  for (const [table, each] of byTable) if (!areRowsTwice(each)) byTable.delete(table);
  return byTable;
}

function areRowsTwice(stamps: readonly Stamp[]): boolean {
  if (stamps.length < 2) return false;
  const rows = new Set(stamps.flatMap((stamp) => stamp.rows));
  return rows.size < stamps.reduce((sum, stamp) => sum + stamp.rows.length, 0);
}

/** Where a row stands in a stamp. */
interface Standing {
  readonly stamp: Stamp;
  readonly at: number;
}

/** One stamp for all rows that the same stamps write, in the order in which such rows are first named. */
function onceEach(stamps: readonly Stamp[]): readonly Stamp[] {
  const standings = new Map<number, Standing[]>();
  for (const stamp of stamps)
    stamp.rows.forEach((row, at) => standings.set(row, [...(standings.get(row) ?? []), { stamp, at }]));
  const alike = new Map<string, (readonly Standing[])[]>();
  for (const standing of standings.values()) {
    const key = standing.map(({ stamp }) => stamps.indexOf(stamp)).join();
    alike.set(key, [...(alike.get(key) ?? []), standing]);
  }
  return [...alike.values()].map(merged);
}

/** The stamp of rows that stand in the same stamps each. */
function merged(rows: readonly (readonly Standing[])[]): Stamp {
  const [first] = rows;
  const places = first.map((_, i) => rows.map((standing) => standing[i].at));
  const latestFirst = first
    .map(({ stamp }, i) => at(stamp.columns, places[i]))
    .reverse()
    .flat();
  const columns = new Map<string, ColumnCells>();
  for (const column of latestFirst) if (!columns.has(column.header)) columns.set(column.header, column);
  const [{ stamp }] = first;
  const { expect } = stamp;
  const expected: { readonly expect?: Expectation } =
    expect === undefined ? {} : { expect: { ...expect, columns: at(expect.columns, places[0]) } };
  const { table } = stamp;
  const all = places[0].map((place) => stamp.rows[place]);
  return { do: "stamp", table, rows: all, columns: [...columns.values()], ...expected };
}

/** The cells of some rows of a change. */
function at(columns: readonly ColumnCells[], places: readonly number[]): readonly ColumnCells[] {
  return columns.map(({ header, cells }) => ({ header, cells: places.map((place) => cells[place]) }));
}
