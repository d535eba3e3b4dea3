import type { Area } from "../address";
import { EngineError } from "../engine-error";
import type { Table } from "../table";
import { appendRows } from "../table-edit";
import { followGrowth } from "../table-references";
import { columnsBeside, rowsBelow } from "../table-room";
import type { Workbook } from "../workbook";
import { deleteCells, insertCells } from "./shift-cells";
import type { LineRun } from "./shift-cells";
import { freshHeaders } from "./table-headers";
import { told } from "./table-place";

/**
 * Puts blank rows before body row `at` (0-based; the number of rows = after the last); formulas are filled
 * in.
 */
export function insertTableRows(workbook: Workbook, table: Table, { at, count }: LineRun): void {
  if (at < 0 || at > table.rowCount) throw noLine(table, "row", at);
  const { left, right } = table.area;
  if (at < table.rowCount) {
    const top = table.first + at;
    insertCells(workbook, table.sheet, { area: { top, left, bottom: top + count - 1, right }, push: "down" });
    return;
  }
  const more = Math.max(table.rowCount + count, 1) - Math.max(table.rowCount, 1);
  makeRoomBelow(workbook, table, more);
  followGrowth(workbook, table, table.rowCount + count);
  appendRows(table, count, []);
  told(workbook, table);
}

function makeRoomBelow(workbook: Workbook, table: Table, more: number): void {
  if (more <= 0 || rowsBelow(workbook, table).free >= more) return;
  const { left, right, bottom } = table.area;
  const area = { top: bottom + 1, bottom: bottom + more, left, right };
  insertCells(workbook, table.sheet, { area, push: "down" });
}

/** Takes body rows (0-based) out; the cells below the table move up. A blank row stays where all go. */
export function deleteTableRows(workbook: Workbook, table: Table, rows: readonly number[]): void {
  const wrong = rows.find((row) => row < 0 || row >= table.rowCount);
  if (wrong !== undefined) throw noLine(table, "row", wrong);
  const { left, right } = table.area;
  for (const { at, count } of runsFromLast(rows)) {
    const top = table.first + at;
    deleteCells(workbook, table.sheet, { area: { top, left, bottom: top + count - 1, right }, pull: "up" });
  }
}

/** Rows as runs of neighbours, the last first, so that those before keep their numbers. */
function runsFromLast(rows: readonly number[]): readonly LineRun[] {
  const runs: LineRun[] = [];
  for (const row of [...new Set(rows)].sort((a, b) => b - a)) {
    const last = runs.at(-1);
    if (last !== undefined && last.at === row + 1) runs[runs.length - 1] = { at: row, count: last.count + 1 };
    else runs.push({ at: row, count: 1 });
  }
  return runs;
}

/** Puts columns before column `at` (0-based; the number of columns = after the last), with fresh headers. */
export function insertTableColumns(workbook: Workbook, table: Table, { at, count }: LineRun): void {
  const width = table.headers.length;
  if (at < 0 || at > width) throw noLine(table, "column", at);
  const { left, right } = table.area;
  if (at > 0 && at < width) {
    insertCells(workbook, table.sheet, { area: columns(table, left + at, count), push: "right" });
    return;
  }
  if (at === 0) {
    insertCells(workbook, table.sheet, { area: columns(table, left, count), push: "right" });
    table.left -= count;
  } else if (columnsBeside(workbook, table).free < count) {
    insertCells(workbook, table.sheet, { area: columns(table, right + 1, count), push: "right" });
  }
  claimColumns(workbook, table, { at, count });
}

function claimColumns(workbook: Workbook, table: Table, { at, count }: LineRun): void {
  const { sheet, hasHeader, first } = table;
  const headers = freshHeaders(table, workbook.columnWord, count);
  table.addColumns(at, headers);
  headers.forEach((header, i) => {
    const column = table.left + at + i;
    const beside = sheet.style(first - 1, at === 0 ? column + count : table.left + at - 1);
    if (!hasHeader) return;
    sheet.write(first - 1, column, header);
    if (sheet.style(first - 1, column) !== beside) sheet.restyle(first - 1, column, beside);
  });
  told(workbook, table);
}

function columns({ area }: Table, left: number, count: number): Area {
  return { ...area, left, right: left + count - 1 };
}

/** Takes columns (0-based) out of the table; cells right of it in its rows move left. */
export function deleteTableColumns(workbook: Workbook, table: Table, { at, count }: LineRun): void {
  if (at < 0 || at + count > table.headers.length) throw noLine(table, "column", at);
  const area = columns(table, table.left + at, count);
  deleteCells(workbook, table.sheet, { area, pull: "left" });
}

function noLine(table: Table, line: "row" | "column", at: number): EngineError {
  const matter = line === "row" ? "there is no such row" : "there is no such column";
  return new EngineError("unsafe", matter, { table: table.name, [line]: at + 1 });
}
