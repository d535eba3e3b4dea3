import { parseA1Ref, parseStructRef } from "@borgar/fx/xlsx";
import { sheetLimits } from "../../address";
import type { RangeA1 } from "@borgar/fx/xlsx";
import type { CellError } from "../../cell";
import type { Sheet } from "../../sheet";
import type { Table } from "../../table";
import { Reference } from "../values/grid";
import { failed } from "../values/scalar";
import type { World } from "../world";
import type { Draft } from "./draft";
import type { Evaluate, Read, Reason, RowEnd } from "./program";

/** Cells that a reference names: which, and whether they are always a single one. */
export interface Cells {
  readonly read: Read;
  readonly isOne: boolean;
  /** Rows outside of which the reference says nothing: `[@qty]` outside of its table. */
  readonly within: { readonly from: number; readonly to: number } | null;
}

/** What a reference in a formula names: cells, an error, or what cannot be followed here. */
export type Found = Cells | { readonly error: CellError } | { readonly trouble: Reason["code"] };

const last = { row: sheetLimits.rows - 1, column: sheetLimits.columns - 1 };

/** The cells of `A1`, `$A$1:B2`, `A:C`, `1:3`, with or without a sheet. */
export function cellsOf(text: string, draft: Draft): Found {
  const parsed = parseA1Ref(text);
  if (parsed === undefined || !("range" in parsed) || isTrimmed(parsed.range)) return { trouble: "form" };
  if (isElsewhere(parsed.workbookName)) return { trouble: "workbook" };
  return cellsOn(parsed.sheetName ?? "", parsed.range, draft);
}

function cellsOn(name: string, range: RangeA1, draft: Draft): Found {
  const sheet = name === "" ? draft.home.sheet : draft.home.workbook.sheet(name);
  if (sheet !== null) return areaOf(sheet, range, draft);
  return name.includes(":") ? { trouble: "form" } : { error: failed.reference };
}

/** `A1.:.B9`: without the blank cells at its ends. */
function isTrimmed({ trim }: RangeA1): boolean {
  return typeof trim === "string";
}

function isElsewhere(workbookName: string | undefined): boolean {
  return workbookName !== undefined && workbookName !== "";
}

function areaOf(sheet: Sheet, range: RangeA1, draft: Draft): Found {
  const [left, right] = columnsOf(range, draft);
  if (left < 0 || right > last.column) return { error: failed.reference };
  const [top, bottom] = rowsOf(range, draft);
  const isOne = left === right && top.row === bottom.row && top.moves === bottom.moves;
  const read = { sheet, left: Math.min(left, right), right: Math.max(left, right), top, bottom };
  return { read, isOne, within: null };
}

/** The first and the last column; all of them where the reference names rows alone. */
function columnsOf(
  { left, right, $left, $right }: RangeA1,
  { home, base }: Draft,
): readonly [number, number] {
  if (left === null) return [0, last.column];
  const shift = home.column - base.column;
  const end = right ?? left;
  return [left + ($left === true ? 0 : shift), end + ($right === true ? 0 : shift)];
}

/** The first and the last row; all of them where the reference names columns alone. */
function rowsOf({ top, bottom, $top, $bottom }: RangeA1, { base }: Draft): readonly [RowEnd, RowEnd] {
  if (top === null)
    return [
      { row: 0, moves: false },
      { row: last.row, moves: false },
    ];
  const end = bottom ?? top;
  const from = $top === true ? { row: top, moves: false } : { row: top - base.row, moves: true };
  const to = $bottom === true ? { row: end, moves: false } : { row: end - base.row, moves: true };
  return [from, to];
}

/** The cells of a structured reference. */
export function tableCellsOf(text: string, draft: Draft): Found {
  const parsed = parseStructRef(text);
  if (parsed === undefined) return { trouble: "syntax" };
  if (isElsewhere(parsed.workbookName)) return { trouble: "workbook" };
  const { table: name = "", columns = [], sections = [] } = parsed;
  const table = name === "" ? draft.home.table : draft.home.workbook.table(name);
  return table === null ? { error: failed.reference } : sectionCells(table, columns, sections);
}

/** All data of a table, as its bare name means. */
export function tableBody(table: Table): Found {
  return sectionCells(table, [], []);
}

function sectionCells(table: Table, columns: readonly string[], sections: readonly string[]): Found {
  const sides = sidesOf(table, columns);
  if (sides === null) return { error: failed.reference };
  if (sections.includes("this row") || sections.includes("@")) return thisRow(table, sides);
  const rows = sectionRows(table, sections);
  if (rows === null) return { error: failed.reference };
  const [top, bottom] = rows.map((row): RowEnd => ({ row, moves: false }));
  const isOne = rows[0] === rows[1] && sides.left === sides.right;
  return { read: { sheet: table.sheet, ...sides, top, bottom }, isOne, within: null };
}

type Sides = Pick<Read, "left" | "right">;

/** The first and the last column that are named, or all; null where one is not there. */
function sidesOf(table: Table, columns: readonly string[]): Sides | null {
  if (columns.length === 0) return { left: table.left, right: table.left + table.headers.length - 1 };
  const places = columns.map((column) => placeOf(table, column));
  if (places.includes(-1)) return null;
  return { left: table.left + Math.min(...places), right: table.left + Math.max(...places) };
}

function thisRow(table: Table, sides: Sides): Found {
  const row: RowEnd = { row: 0, moves: true };
  const read = { sheet: table.sheet, ...sides, top: row, bottom: row };
  return { read, isOne: sides.left === sides.right, within: { from: table.first, to: table.end - 1 } };
}

function placeOf(table: Table, column: string): number {
  const wanted = column.toLowerCase();
  return table.headers.findIndex((header) => header.toLowerCase() === wanted);
}

/** First and last row; null where the table has no such part. */
function sectionRows(table: Table, sections: readonly string[]): readonly [number, number] | null {
  const { area, first, end, hasHeader, hasTotals } = table;
  const has = (section: string): boolean => sections.includes(section);
  if (has("all")) return [area.top, area.bottom];
  if (has("headers")) return hasHeader ? [area.top, has("data") ? end - 1 : area.top] : null;
  if (!has("totals")) return [first, end - 1];
  return hasTotals ? [has("data") ? first : area.bottom, area.bottom] : null;
}

/** The cells as they stand when the formula is in that row. */
function referenceAt({ read, within }: Cells, at: World): Reference | null {
  const { sheet, left, right } = read;
  if (within !== null && (at.row < within.from || at.row > within.to)) return null;
  const one = read.top.moves ? at.row + read.top.row : read.top.row;
  const other = read.bottom.moves ? at.row + read.bottom.row : read.bottom.row;
  const top = Math.min(one, other);
  return new Reference(
    sheet,
    { top, left },
    { rows: Math.max(one, other) - top + 1, columns: right - left + 1 },
  );
}

/** The cells as a part of a formula. */
export function readsCells(cells: Cells): Evaluate {
  return (at) => referenceAt(cells, at) ?? failed.value;
}

/** The value of the only cell, without an object for it. */
export function readsOneCell({ read, within }: Cells): Evaluate {
  const { sheet, left: column, top } = read;
  const { row, moves } = top;
  if (!moves) return () => sheet.cell(row, column);
  if (within === null) return (at) => sheet.cell(at.row + row, column);
  return (at) =>
    at.row >= within.from && at.row <= within.to ? sheet.cell(at.row + row, column) : failed.value;
}

/** One area round all that is read on the sheet of the first, for what lies between them. */
export function readAround(reads: readonly Read[]): Read | null {
  const [first, ...others] = reads;
  if (reads.length === 0 || others.some(({ sheet }) => sheet !== first.sheet)) return null;
  const isFixed = reads.every(({ top, bottom }) => !top.moves && !bottom.moves);
  const top = isFixed ? Math.min(...reads.map((read) => read.top.row)) : 0;
  const bottom = isFixed ? Math.max(...reads.map((read) => read.bottom.row)) : last.row;
  return {
    sheet: first.sheet,
    left: Math.min(...reads.map(({ left }) => left)),
    right: Math.max(...reads.map(({ right }) => right)),
    top: { row: top, moves: false },
    bottom: { row: bottom, moves: false },
  };
}
