import { NONE } from "../domain/book/lines";
import { finding, type Finding } from "../domain/kernel/finding";
import { decodeAmounts, decodeRates } from "./cells/amount";
import type { CellColumn, Lookup, Misread } from "./cells/cell-column";
import { decodeDays } from "./cells/day";
import { decodeFound } from "./cells/lookup";
import { decodeTexts } from "./cells/text";
import { decodeTimes } from "./cells/time";
import type { Source } from "./source";
import { type RowBlock, tableReader, type TableReader } from "./table-reader";

/** So many rows are read at a time: their cells are still at hand when the next column is asked for. */
const BLOCK_ROWS = 1024;

/** A column that was asked for; its value is there once the tables have been read. */
export interface Wanted<T> {
  value(): T;
}

/** What the columns asked for came to. */
export type Taken<W> = { readonly [K in keyof W]: W[K] extends Wanted<infer T> ? T : never };

/**
 * One or more tables decoded into columns, one table after the other: columns are asked for, each once, and
 * then read together. Blank cells are "", NONE, NaN or what is given. Columns that hold nothing may be one
 * and the same array: who writes into a column copies it first.
 */
export interface TableColumns {
  readonly count: number;
  /** Where each table begins, and the count at the end. */
  readonly offsets: readonly number[];
  /** 1 where a cell of the row could not be read. */
  readonly faulty: Uint8Array;
  /** 1 where nothing stands in the row but what the program computes; known once the tables are read. */
  readonly blank: Uint8Array;
  /** True where any of the tables has the column. */
  has(id: string): boolean;
  texts(id: string): Wanted<string[]>;
  /** Texts that the program wrote. Ask for the row ids before all else: findings bear them. */
  stamps(id: string): Wanted<string[]>;
  days(id: string): Wanted<Int32Array>;
  times(id: string): Wanted<Int32Array>;
  amounts(id: string, decimals: number): Wanted<Float64Array>;
  rates(id: string): Wanted<Float64Array>;
  codes(id: string, lookup: Lookup): Wanted<Int32Array>;
  /**
   * Words and types by their place; each table by its own place among the tables may have a lookup of its
   * own.
   */
  choices(id: string, blank: number, lookupOf: (table: number) => Lookup): Wanted<Uint8Array>;
  /** Reads every column asked for, a block of rows at a time. */
  read<W extends Readonly<Record<string, Wanted<unknown>>>>(wanted: W): Taken<W>;
  /** Reports a finding on a row of the whole. */
  raise(row: number, column: string, misread: Misread): void;
}

type Decode<T> = (column: CellColumn, into: T, table: number) => void;

/** A column asked for, on its way in. */
interface Job {
  readonly id: string;
  readonly decode: (column: CellColumn, table: number) => void;
}

function offsetsOf(sources: readonly (Source | null)[]): readonly number[] {
  const offsets = [0];
  for (const source of sources) offsets.push((offsets.at(-1) ?? 0) + (source?.cells.rowCount ?? 0));
  return offsets;
}

/** One thing made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function holdsAnything({ cells }: CellColumn): boolean {
  for (const cell of cells) if (cell !== null) return true;
  return false;
}

/** How a column of values is made, stands where nothing is in it, and is filled. */
interface Filling<T> {
  readonly make: () => T;
  readonly none: () => T;
  readonly decode: Decode<T>;
}

/**
 * Asks for a column of every table in turn; one that holds nothing is the same blank column wherever that is
 * so.
 */
function ask<T>(jobs: Job[], id: string, { make, none, decode }: Filling<T>): Wanted<T> {
  let into: T | null = null;
  const fill = (column: CellColumn, table: number): void => {
    if (into === null && holdsAnything(column)) into = make();
    if (into !== null) decode(column, into, table);
  };
  jobs.push({ id, decode: fill });
  return { value: () => into ?? none() };
}

/** Puts findings on rows of the tables, each with the id of its row once that is known. */
interface Raiser {
  know(rowIds: Wanted<readonly string[]>): void;
  readonly raise: TableColumns["raise"];
}

function raiser(sources: readonly (Source | null)[], { offsets, faulty }: Rows, found: Finding[]): Raiser {
  let known: Wanted<readonly string[]> = { value: () => [] };
  const know = (rowIds: Wanted<readonly string[]>): void => {
    known = rowIds;
  };
  const raise: TableColumns["raise"] = (line, column, { code, facts }) => {
    const table = offsets.findLastIndex((at) => at <= line);
    const rowId = known.value()[line] ?? "";
    const place = { table: sources[table]?.table.id ?? null, row: line - (offsets[table] ?? 0) + 1, column };
    faulty[line] = 1;
    found.push(finding(code, { ...place, rowId: rowId === "" ? null : rowId }, facts));
  };
  return { know, raise };
}

type Rows = Pick<TableColumns, "count" | "offsets" | "faulty" | "blank">;

/** Reads the columns asked for out of one table, block after block. */
function readTable(reader: TableReader, table: number, jobs: readonly Job[]): void {
  for (let from = 0; from < reader.rowCount; from += BLOCK_ROWS)
    readBlock(reader.block(from, Math.min(from + BLOCK_ROWS, reader.rowCount)), table, jobs);
}

function readBlock(block: RowBlock, table: number, jobs: readonly Job[]): void {
  for (const { id, decode } of jobs) {
    const column = block.column(id);
    if (column !== null) decode(column, table);
  }
  block.finish();
}

/** Reads tables into columns; findings go into `found`. A null is a table that is not there. */
export function tableColumns(sources: readonly (Source | null)[], found: Finding[]): TableColumns {
  const offsets = offsetsOf(sources);
  const count = offsets.at(-1) ?? 0;
  const rows: Rows = { count, offsets, faulty: new Uint8Array(count), blank: new Uint8Array(count) };
  const raising = raiser(sources, rows, found);
  const jobs: Job[] = [];
  const columns = columnsBy(jobs, count);
  return {
    ...rows,
    ...columns,
    has: (id) => sources.some((source) => source?.columns.has(id) === true),
    stamps: (id) => {
      const asked = columns.stamps(id);
      if (id === "rowId") raising.know(asked);
      return asked;
    },
    raise: raising.raise,
    read: <W extends Readonly<Record<string, Wanted<unknown>>>>(wanted: W) => {
      for (const [table, source] of sources.entries()) {
        const place = { at: offsets[table], blank: rows.blank, raise: raising.raise };
        if (source !== null && source.cells.rowCount > 0) readTable(tableReader(source, place), table, jobs);
      }
      return Object.fromEntries(Object.entries(wanted).map(([name, one]) => [name, one.value()])) as Taken<W>;
    },
  };
}

type Columns = Omit<TableColumns, "count" | "offsets" | "faulty" | "blank" | "has" | "raise" | "read">;

function textColumns(jobs: Job[], count: number): Pick<Columns, "texts" | "stamps"> {
  const make = () => new Array<string>(count).fill("");
  const none = once(make);
  const decoder =
    (stamped: boolean): Decode<string[]> =>
    (column, into) => {
      decodeTexts(column, into, stamped);
    };
  return {
    texts: (id) => ask(jobs, id, { make, none, decode: decoder(false) }),
    stamps: (id) => ask(jobs, id, { make, none, decode: decoder(true) }),
  };
}

function amountColumns(jobs: Job[], count: number): Pick<Columns, "amounts" | "rates"> {
  const make = () => new Float64Array(count).fill(NaN);
  const none = once(make);
  const decoder =
    (decimals: number): Decode<Float64Array> =>
    (column, into) => {
      decodeAmounts(column, into, decimals);
    };
  return {
    amounts: (id, decimals) => ask(jobs, id, { make, none, decode: decoder(decimals) }),
    rates: (id) => ask(jobs, id, { make, none, decode: decodeRates }),
  };
}

function columnsBy(jobs: Job[], count: number): Columns {
  const make = () => new Int32Array(count).fill(NONE);
  const none = once(make);
  const decoder =
    (lookupOf: (table: number) => Lookup): Decode<Int32Array | Uint8Array> =>
    (column, into, table) => {
      decodeFound(column, into, lookupOf(table));
    };
  return {
    ...textColumns(jobs, count),
    ...amountColumns(jobs, count),
    days: (id) => ask(jobs, id, { make, none, decode: decodeDays }),
    times: (id) => ask(jobs, id, { make, none, decode: decodeTimes }),
    codes: (id, lookup) => ask(jobs, id, { make, none, decode: decoder(() => lookup) }),
    choices: (id, value, lookupOf) => {
      const words = () => new Uint8Array(count).fill(value);
      return ask(jobs, id, { make: words, none: words, decode: decoder(lookupOf) });
    },
  };
}
