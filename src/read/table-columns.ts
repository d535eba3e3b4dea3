import { NONE } from "../domain/book/lines";
import { finding, type Finding } from "../domain/kernel/finding";
import { decodeAmounts, decodeRates } from "./cells/amount";
import type { CellColumn, Lookup, Misread } from "./cells/cell-column";
import { decodeDays } from "./cells/day";
import { decodeFound } from "./cells/lookup";
import { decodeTexts } from "./cells/text";
import { decodeTimes } from "./cells/time";
import type { Source } from "./source";
import { tableReader, type TableReader } from "./table-reader";

/**
 * One or more tables decoded into columns, one table after the other: each method reads the column of that id
 * in every table that has it, and is asked once. Blank cells are "", NONE, NaN or what is given. Columns
 * that hold nothing may be one and the same array: who writes into a column copies it first.
 */
export interface TableColumns {
  readonly count: number;
  /** Where each table begins, and the count at the end. */
  readonly offsets: readonly number[];
  /** 1 where a cell of the row could not be read. */
  readonly faulty: Uint8Array;
  /** True where any of the tables has the column. */
  has(id: string): boolean;
  texts(id: string): string[];
  /** Texts that the program wrote. Ask for the row ids first: findings bear them. */
  stamps(id: string): string[];
  days(id: string): Int32Array;
  times(id: string): Int32Array;
  amounts(id: string, decimals: number): Float64Array;
  rates(id: string): Float64Array;
  codes(id: string, lookup: Lookup): Int32Array;
  /**
   * Words and types by their place; each table by its own place among the tables may have a lookup of its
   * own.
   */
  choices(id: string, blank: number, lookupOf: (table: number) => Lookup): Uint8Array;
  /** 1 where nothing stands in the row but what the program computes. Ask last. */
  blankRows(): Uint8Array;
  /** Reports a finding on a row of the whole. */
  raise(row: number, column: string, misread: Misread): void;
}

/** A table that is missing reads as one without rows. */
const noTable: TableReader = { has: () => false, column: () => null, blankRows: () => [] };

type Decode<T> = (column: CellColumn, into: T, table: number) => void;

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

function holdsAnything(column: CellColumn | null): boolean {
  return column !== null && column.cells.some((cell) => cell !== null);
}

/** A column of every table in turn; one that holds nothing is the same blank column wherever that is so. */
function filled<T>(
  readers: readonly TableReader[],
  id: string,
  how: { readonly make: () => T; readonly none: () => T; readonly decode: Decode<T> },
): T {
  const columns = readers.map((reader) => reader.column(id));
  if (!columns.some(holdsAnything)) return how.none();
  const into = how.make();
  columns.forEach((column, table) => {
    if (column !== null) how.decode(column, into, table);
  });
  return into;
}

/** Puts findings on rows of the tables, each with the id of its row once that is known. */
interface Raiser {
  know(rowIds: readonly string[]): void;
  readonly raise: TableColumns["raise"];
}

function raiser(sources: readonly (Source | null)[], { offsets, faulty }: Rows, found: Finding[]): Raiser {
  let known: readonly string[] = [];
  const know = (rowIds: readonly string[]): void => {
    known = rowIds;
  };
  const raise: TableColumns["raise"] = (line, column, { code, facts }) => {
    const table = offsets.findLastIndex((at) => at <= line);
    const rowId = known[line] ?? "";
    const place = { table: sources[table]?.table.id ?? null, row: line - (offsets[table] ?? 0) + 1, column };
    faulty[line] = 1;
    found.push(finding(code, { ...place, rowId: rowId === "" ? null : rowId }, facts));
  };
  return { know, raise };
}

type Rows = Pick<TableColumns, "count" | "offsets" | "faulty">;

/** Reads tables into columns; findings go into `found`. A null is a table that is not there. */
export function tableColumns(sources: readonly (Source | null)[], found: Finding[]): TableColumns {
  const offsets = offsetsOf(sources);
  const count = offsets.at(-1) ?? 0;
  const rows: Rows = { count, offsets, faulty: new Uint8Array(count) };
  const raising = raiser(sources, rows, found);
  const readers = sources.map((source, table) => {
    const at = offsets[table] ?? 0;
    if (source === null) return noTable;
    return tableReader(source, at, (row, column, misread) => raising.raise(at + row, column, misread));
  });
  const columns = columnsBy(readers, count);
  const stamps = (id: string): string[] => {
    const read = columns.stamps(id);
    if (id === "rowId") raising.know(read);
    return read;
  };
  return { ...rows, ...columns, stamps, raise: raising.raise, blankRows: () => blankRows(readers, offsets) };
}

function blankRows(readers: readonly TableReader[], offsets: readonly number[]): Uint8Array {
  const blank = new Uint8Array(offsets.at(-1) ?? 0);
  readers.forEach((reader, table) => {
    for (const row of reader.blankRows()) blank[(offsets[table] ?? 0) + row] = 1;
  });
  return blank;
}

type Columns = Omit<TableColumns, "count" | "offsets" | "faulty" | "blankRows" | "raise">;

function textColumns(readers: readonly TableReader[], count: number): Pick<Columns, "texts" | "stamps"> {
  const make = () => new Array<string>(count).fill("");
  const none = once(make);
  const decoder =
    (stamped: boolean): Decode<string[]> =>
    (column, into) => {
      decodeTexts(column, into, stamped);
    };
  return {
    texts: (id) => filled(readers, id, { make, none, decode: decoder(false) }),
    stamps: (id) => filled(readers, id, { make, none, decode: decoder(true) }),
  };
}

function amountColumns(readers: readonly TableReader[], count: number): Pick<Columns, "amounts" | "rates"> {
  const make = () => new Float64Array(count).fill(NaN);
  const none = once(make);
  const decoder =
    (decimals: number): Decode<Float64Array> =>
    (column, into) => {
      decodeAmounts(column, into, decimals);
    };
  return {
    amounts: (id, decimals) => filled(readers, id, { make, none, decode: decoder(decimals) }),
    rates: (id) => filled(readers, id, { make, none, decode: decodeRates }),
  };
}

function columnsBy(readers: readonly TableReader[], count: number): Columns {
  const make = () => new Int32Array(count).fill(NONE);
  const none = once(make);
  const decoder =
    (lookupOf: (table: number) => Lookup): Decode<Int32Array | Uint8Array> =>
    (column, into, table) => {
      decodeFound(column, into, lookupOf(table));
    };
  return {
    ...textColumns(readers, count),
    ...amountColumns(readers, count),
    has: (id) => readers.some((reader) => reader.has(id)),
    days: (id) => filled(readers, id, { make, none, decode: decodeDays }),
    times: (id) => filled(readers, id, { make, none, decode: decodeTimes }),
    codes: (id, lookup) => filled(readers, id, { make, none, decode: decoder(() => lookup) }),
    choices: (id, value, lookupOf) => {
      const words = () => new Uint8Array(count).fill(value);
      return filled(readers, id, { make: words, none: words, decode: decoder(lookupOf) });
    },
  };
}
