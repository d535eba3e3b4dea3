import { NONE } from "../domain/book/lines";
import { price, type Price } from "../domain/kernel/numbers";
import type { Word } from "../registers/definition";
import { misread } from "./cells/cell-column";
import type { TableColumns } from "./table-columns";

/** What a blank word or flag is read as: no word's place. */
export const BLANK = 255;

/**
 * The key of each row: `keys` tell rows apart, "" where the key is blank; `names` are what a person typed
 * there.
 */
export interface Keys {
  readonly id: string;
  readonly keys: readonly string[];
  readonly names: readonly string[];
}

/**
 * Rows that name a member, in order, each key once. Raises REQUIRED and DUPLICATE_KEY. Ask once the
 * columns are read.
 */
export function memberRows(columns: TableColumns, { id, keys, names }: Keys): readonly number[] {
  const { blank } = columns;
  const firsts = new Map<string, number>();
  const rows: number[] = [];
  keys.forEach((key, row) => {
    if (blank[row] === 1) return;
    const first = firsts.get(key);
    if (key === "") {
      if (columns.has(id)) columns.raise(row, id, { code: "REQUIRED", facts: {} });
    } else if (first !== undefined) {
      columns.raise(row, id, misread("DUPLICATE_KEY", names[row] ?? "", { firstRow: first + 1 }));
    } else {
      firsts.set(key, row);
      rows.push(row);
    }
  });
  return rows;
}

/** A column that every row of a table without a single key must fill. */
export interface Filled {
  readonly id: string;
  readonly isBlank: (row: number) => boolean;
}

/**
 * Rows that are not blank and can be read whole, in order. Raises REQUIRED for what they must fill and do
 * not. Ask once the columns are read.
 */
export function filledRows(columns: TableColumns, filled: readonly Filled[]): readonly number[] {
  const rows: number[] = [];
  for (let row = 0; row < columns.count; row++) {
    if (columns.blank[row] === 1 || columns.faulty[row] === 1) continue;
    const missing = filled.filter(({ isBlank }) => isBlank(row));
    for (const { id } of missing) columns.raise(row, id, { code: "REQUIRED", facts: {} });
    if (missing.length === 0) rows.push(row);
  }
  return rows;
}

/** The text at a row. */
export function textAt(column: readonly string[], row: number): string {
  return column[row] ?? "";
}

/** True where a row says yes. */
export function flagAt(column: Uint8Array, row: number): boolean {
  return column[row] === 1;
}

/** The price or per cent rate at a row; null where blank. */
export function priceAt(column: Float64Array, row: number): Price | null {
  const units = column[row] ?? NaN;
  return Number.isNaN(units) ? null : price(units);
}

/** The number of a member or of a day at a row; −1 where blank. */
export function placeAt(column: Int32Array, row: number): number {
  return column[row] ?? NONE;
}

/** The scaled number at a row; `fallback` where blank. */
export function numberAt(column: Float64Array, row: number, fallback = NaN): number {
  const units = column[row] ?? NaN;
  return Number.isNaN(units) ? fallback : units;
}

/** The scaled amount at a row; null where blank. */
export function amountAt(column: Float64Array, row: number): number | null {
  const units = column[row] ?? NaN;
  return Number.isNaN(units) ? null : units;
}

/** The code of the word at a row; null where blank. */
export function wordAt(column: Uint8Array, row: number, words: readonly Word[]): string | null {
  return words[column[row] ?? BLANK]?.code ?? null;
}

/** One whole number on its way in: of which column, what it may be from and to. */
export interface Whole {
  readonly id: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
}

/** A whole number within its bounds, or null where blank. Raises OUT_OF_RANGE. */
export function wholeAt(
  columns: TableColumns,
  row: number,
  { id, value, least, most }: Whole,
): number | null {
  if (Number.isNaN(value)) return null;
  if (value >= least && value <= most) return value;
  columns.raise(row, id, misread("OUT_OF_RANGE", value, { least, most }));
  return null;
}
