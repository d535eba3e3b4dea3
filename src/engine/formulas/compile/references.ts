import { parseA1Ref, parseStructRef } from "@borgar/fx/xlsx";
import { sheetLimits } from "../../address";
import type { CellError } from "../../cell";
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
  if (parsed === undefined || !("range" in parsed) || typeof parsed.range.trim === "string")
    return { trouble: "form" };
  if ((parsed.workbookName ?? "") !== "") return { trouble: "workbook" };
  const { sheetName = "", range } = parsed;
  const sheet = sheetName === "" ? draft.home.sheet : draft.home.workbook.sheet(sheetName);
  if (sheet === null) return sheetName.includes(":") ? { trouble: "form" } : { error: failed.reference };
  const shift = draft.home.column - draft.base.column;
  const left = columnOf(range.left ?? 0, range.$left === true || range.left === null, shift);
  const right = columnOf(range.right ?? last.column, range.$right === true || range.left === null, shift);
  if (left < 0 || right > last.column) return { error: failed.reference };
  const top = rowEnd(range.top ?? 0, range.$top === true || range.top === null, draft);
  const bottom = rowEnd(range.bottom ?? last.row, range.$bottom === true || range.top === null, draft);
  const isOne = left === right && top.row === bottom.row && top.moves === bottom.moves;
  return {
    read: { sheet, left: Math.min(left, right), right: Math.max(left, right), top, bottom },
    isOne,
    within: null,
  };
}

function columnOf(column: number, isFixed: boolean, shift: number): number {
  return isFixed ? column : column + shift;
}

function rowEnd(row: number, isFixed: boolean, { base }: Draft): RowEnd {
  return isFixed ? { row, moves: false } : { row: row - base.row, moves: true };
}

/** The cells of a structured reference. */
export function tableCellsOf(text: string, draft: Draft): Found {
  const parsed = parseStructRef(text);
  if (parsed === undefined) return { trouble: "syntax" };
  if ((parsed.workbookName ?? "") !== "") return { trouble: "workbook" };
  const { table: name = "", columns = [], sections = [] } = parsed;
  const table = name === "" ? draft.home.table : draft.home.workbook.table(name);
  if (table === null) return { error: failed.reference };
  return sectionCells(table, columns, sections);
}

/** All data of a table, as its bare name means. */
export function tableBody(table: Table): Found {
  return sectionCells(table, [], []);
}

function sectionCells(table: Table, columns: readonly string[], sections: readonly string[]): Found {
  const places = columns.map((column) => placeOf(table, column));
  const [from = 0, to = columns.length === 1 ? from : table.headers.length - 1] = places;
  if (places.includes(-1)) return { error: failed.reference };
  const sides = { left: table.left + Math.min(from, to), right: table.left + Math.max(from, to) };
  if (sections.includes("this row") || sections.includes("@")) {
    const row: RowEnd = { row: 0, moves: true };
    const read = { sheet: table.sheet, ...sides, top: row, bottom: row };
    return { read, isOne: sides.left === sides.right, within: { from: table.first, to: table.end - 1 } };
  }
  const rows = sectionRows(table, sections);
  if (rows === null) return { error: failed.reference };
  const [top, bottom] = rows.map((row): RowEnd => ({ row, moves: false }));
  const isOne = rows[0] === rows[1] && sides.left === sides.right;
  return { read: { sheet: table.sheet, ...sides, top, bottom }, isOne, within: null };
}

function placeOf(table: Table, column: string): number {
  const wanted = column.toLowerCase();
  return table.headers.findIndex((header) => header.toLowerCase() === wanted);
}

/** First and last row; null where the table has no such part. */
function sectionRows(table: Table, sections: readonly string[]): readonly [number, number] | null {
  const { area, first, end, hasHeader, hasTotals } = table;
  if (sections.includes("all")) return [area.top, area.bottom];
  const [headers, totals] = [sections.includes("headers"), sections.includes("totals")];
  if ((headers && !hasHeader) || (totals && !hasTotals)) return null;
  const hasData = sections.includes("data") || sections.length === 0;
  if (headers) return [area.top, hasData ? end - 1 : area.top];
  if (totals) return [hasData ? first : area.bottom, area.bottom];
  return [first, end - 1];
}

/** The cells as they stand when the formula is in that row. */
export function referenceAt({ read, within }: Cells, at: World): Reference | null {
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
