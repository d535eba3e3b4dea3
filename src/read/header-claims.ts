import { nearest } from "../domain/kernel/nearest";
import type { ColumnDefinition, TableDefinition } from "../registers/definition";
import { folded } from "../registers/names";
import type { TableCells } from "../workbook/port";

/** A table with its columns as far as their headers are known. */
export interface HeadedTable {
  readonly table: TableDefinition;
  readonly cells: TableCells;
  /** Index of a column in the workbook by the column's id. */
  readonly columns: ReadonlyMap<string, number>;
  /** Headers that are none of ours, in their order. */
  readonly unknown: readonly string[];
}

/** What missing columns are called by now, and the headers that seem to be a user's own. */
export interface Claims {
  /** By the column's id. */
  readonly of: ReadonlyMap<string, string>;
  readonly strays: readonly string[];
}

/** Missing columns and a user's own headers of which nothing is known yet. */
interface Open {
  readonly missing: readonly ColumnDefinition[];
  readonly unknown: readonly string[];
}

type Found = Map<string, string>;

function stillOpen({ missing, unknown }: Open, claims: Found): Open {
  const taken = new Set(claims.values());
  return {
    missing: missing.filter(({ id }) => !claims.has(id)),
    unknown: unknown.filter((header) => !taken.has(header)),
  };
}

/** A header that holds a missing column's title is that column, the longest title first. */
function claimByTitle({ missing, unknown }: Open, claims: Found): void {
  const titled = missing.flatMap(({ id, title }) =>
    [title.zh, title.en].map((text) => ({ id, title: folded(text) })),
  );
  titled.sort((a, b) => b.title.length - a.title.length);
  for (const header of unknown) {
    const own = titled.find(({ id, title }) => !claims.has(id) && folded(header).includes(title));
    if (own !== undefined) claims.set(own.id, header);
  }
}

/** Headers of a user's own that stand side by side, and the places of our columns on either side. */
interface Run {
  readonly headers: readonly string[];
  readonly before: number;
  readonly after: number;
}

function runsOf({ table, cells, columns }: HeadedTable, unknown: readonly string[]): readonly Run[] {
  const ids = new Map([...columns].map(([id, index]) => [index, id]));
  const places = cells.headers.map((_, i) => table.columns.findIndex(({ id }) => id === ids.get(i)));
  const ours = [...places.keys()].filter((index) => places[index] !== -1);
  const bounds = [-1, ...ours, cells.headers.length];
  return bounds.slice(1).map((index, i) => ({
    headers: cells.headers.slice(bounds[i] + 1, index).filter((header) => unknown.includes(header)),
    before: i === 0 ? -1 : places[bounds[i]],
    after: i === ours.length ? table.columns.length : places[index],
  }));
}

/**
 * Headers between two of ours are what is missing there of a new register's columns, if they are as many;
 * behind all of ours the first are, since a user's own are put after them.
 */
function claimByPlace(headed: HeadedTable, { missing, unknown }: Open, claims: Found): void {
  const { columns } = headed.table;
  for (const { headers, before, after } of runsOf(headed, unknown)) {
    const between = new Set(columns.slice(before + 1, Math.max(before + 1, after)).map(({ id }) => id));
    const gap = missing.filter(({ id }) => between.has(id));
    const isLast = after === columns.length;
    if (gap.length === headers.length || (isLast && gap.length < headers.length))
      gap.forEach(({ id }, i) => claims.set(id, headers[i]));
  }
}

/** A header spelt almost like a missing column. */
function claimByLikeness({ missing, unknown }: Open, claims: Found): void {
  for (const { id, title } of missing) {
    const close = [title.zh, title.en].map((text) => nearest(folded(text), unknown.map(folded)));
    const header = unknown.find((each) => close.includes(folded(each)));
    if (header !== undefined) claims.set(id, header);
  }
}

/**
 * Which missing columns a user's own headers seem to be: by the title they hold, else by the place where they
 * stand, else by their spelling.
 */
export function headerClaims(headed: HeadedTable): Claims {
  const { table, columns, unknown } = headed;
  const all = { missing: table.columns.filter(({ id }) => !columns.has(id)), unknown };
  const claims: Found = new Map();
  claimByTitle(all, claims);
  claimByPlace(headed, stillOpen(all, claims), claims);
  claimByLikeness(stillOpen(all, claims), claims);
  return { of: claims, strays: stillOpen(all, claims).unknown };
}
