import { type Area, sheetLimits } from "../../engine/address";
import type { Sheet } from "../../engine/sheet";
import type { Table } from "../../engine/table";

/** Which rows and columns of a sheet are on the screen's grid; hidden ones are left out. */
export interface SheetView {
  /** Sheet rows that stand still above the others. */
  readonly frozen: readonly number[];
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** How far beyond its last cell a sheet can be scrolled, at least. */
const spare = { rows: 60, columns: 6 } as const;
const least = { rows: 100, columns: 20 } as const;

/** What of a sheet the grid shows, of at least so many rows and columns, and some blank ones beyond. */
export function sheetView(
  sheet: Sheet,
  size: { readonly rows: number; readonly columns: number },
): SheetView {
  const end = Math.min(Math.max(size.rows + spare.rows, least.rows), sheetLimits.rows);
  const right = Math.min(Math.max(size.columns + spare.columns, least.columns), sheetLimits.columns);
  const rows = numbers(end).filter((row) => sheet.rowLooks.get(row)?.hidden !== true);
  return {
    frozen: rows.filter((row) => row < sheet.frozenRows),
    rows: rows.filter((row) => row >= sheet.frozenRows),
    columns: numbers(right).filter((column) => sheet.looks.get(column)?.hidden !== true),
  };
}

/** One past the last row and column of a sheet that hold or look like anything. */
export function cellEnd(sheet: Sheet): { readonly row: number; readonly column: number } {
  return { row: sheet.end, column: sheet.columnCount };
}

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => i);
}

/** What a row is to the table that stands in it. */
export type TablePart = "header" | "odd" | "even" | "totals";

/** What a cell is to the tables of its sheet; null outside of any. */
export function tablePart(tables: readonly Table[], row: number, column: number): TablePart | null {
  const table = tables.find(({ area }) => contains(area, row, column));
  if (table === undefined) return null;
  if (row < table.first) return "header";
  if (row >= table.end) return "totals";
  return (row - table.first) % 2 === 0 ? "odd" : "even";
}

/** True when the cell lies in the area. */
export function contains(area: Area, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

/** Pixels of a column so many characters wide; null = as wide as a sheet's columns are at first. */
export function columnPixels(width: number | null): number {
  return Math.round((width ?? 9) * 7 + 5);
}

/** The width in characters that so many pixels are. */
export function columnCharacters(pixels: number): number {
  return Math.max(0, Math.round(((pixels - 5) / 7) * 100) / 100);
}
