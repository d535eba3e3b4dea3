import type { Sheet } from "../../engine/sheet";
import { type Area, sheetLimits } from "../../engine/address";
import { Table } from "../../engine/table";
import { appendRows, removeRows, replaceRows, stampRows } from "../../engine/table-edit";
import type { HeadedCells } from "../../engine/table-edit";
import { renameColumn } from "../../engine/structure/header-cells";
import { renameTable } from "../../engine/structure/tables";
import { followGrowth, followRemoval } from "../../engine/table-references";
import type { Workbook } from "../../engine/workbook";
import { WorkbookError } from "../port";
import type { Change, ColumnCells, ColumnLook } from "../port";
import { headerFill, reportWidth } from "../report-look";
import { choiceFormula } from "./choice-formula";
import { daysOf1904, isDateColumn } from "./date-shift";
import { markReport, reportBlock, withoutTitles } from "./report-block";

type On<Kind extends Change["do"]> = Extract<Change, { readonly do: Kind }>;

/** Makes one change that was found possible. */
export function applyChange(book: Workbook, change: Change): void {
  if (change.do === "create") createTable(book, change);
  else if (change.do === "sheet") writeSheet(book, change);
  else if (change.do === "rename") rename(book, change);
  else editTable(book, change);
}

function editTable(book: Workbook, change: On<"stamp" | "append" | "remove" | "replace">): void {
  const table = book.table(change.table);
  if (table === null) throw new WorkbookError("missing", change.table);
  if (change.do === "remove") takeOut(book, table, change.rows);
  else if (change.do === "stamp") stampRows(table, change.rows, dated(book, table, change.columns));
  else fill(book, table, change);
}

function takeOut(book: Workbook, table: Table, rows: readonly number[]): void {
  followRemoval(book, table, rows);
  removeRows(table, rows);
}

function fill(book: Workbook, table: Table, change: On<"append" | "replace">): void {
  const columns = dated(book, table, change.columns);
  const isAppend = change.do === "append";
  followGrowth(book, table, isAppend ? table.rowCount + change.count : change.count);
  if (isAppend) appendRows(table, change.count, columns);
  else replaceRows(table, change.count, columns);
}

/** In a workbook that counts from 1904 the dates we write are moved back. */
function dated(book: Workbook, table: Table, columns: readonly ColumnCells[]): readonly HeadedCells[] {
  if (!book.date1904) return columns;
  return columns.map(({ header, cells }) => {
    const isDated = isDateColumn(book, table, table.headers.indexOf(header));
    return {
      header,
      cells: isDated ? cells.map((cell) => (typeof cell === "number" ? cell - daysOf1904 : cell)) : cells,
    };
  });
}

function createTable(book: Workbook, { table: name, sheet: sheetName, columns }: On<"create">): void {
  const sheet = book.addSheet(freeSheet(book, sheetName));
  sheet.frozenRows = 1;
  columns.forEach((look, index) => {
    sheet.write(0, index, look.header);
    dressColumn(book, sheet, { look, index });
  });
  const headers = columns.map(({ header }) => header);
  book.addTable(new Table({ name, sheet, top: 0, left: 0, headers, rowCount: 0 }));
}

function freeSheet(book: Workbook, wish: string): string {
  let name = wish;
  for (let n = 2; book.sheet(name) !== null; n++) name = `${wish} ${String(n)}`;
  return name;
}

function rename(book: Workbook, { table: name, header, to }: On<"rename">): void {
  const table = book.table(name);
  if (table === null) throw new WorkbookError("missing", name);
  if (header === null) renameTable(book, table, to);
  else renameColumn(book, table, { column: table.headers.indexOf(header), header: to });
}

interface PlacedLook {
  readonly look: ColumnLook;
  readonly index: number;
}

function dressColumn(book: Workbook, sheet: Sheet, { look, index }: PlacedLook): void {
  const style = book.styles.withFormat(0, look.format);
  sheet.looks.set(index, {
    width: look.width,
    hidden: look.hidden || look.grouped,
    outline: look.grouped ? 1 : 0,
    style,
  });
  sheet.restyle(0, index, 0);
  if (look.choices === null) return;
  const area = { top: 1, left: index, bottom: sheetLimits.rows - 1, right: index };
  sheet.validations.push({ areas: [area], formula: choiceFormula(book, look.choices) });
}

/** What stands out. */
const BOLD = { bold: true };
const HEADERS = { ...BOLD, fill: headerFill };

function writeSheet(book: Workbook, report: On<"sheet">): void {
  const sheet = book.sheet(report.sheet) ?? book.addSheet(report.sheet);
  const table = book.tablesOn(sheet).at(0);
  if (table === undefined) writeReport(book, sheet, report);
  else fillReport(table, withoutTitles(report));
}

/** A form without looks gives a report back as a table, and it is made anew as one. */
function fillReport(table: Table, { rows, headerRows }: On<"sheet">): void {
  const body = rows.slice(headerRows);
  const columns = table.headers.map((header, i) => ({
    header,
    cells: body.map((cells) => cells[i] ?? null),
  }));
  replaceRows(table, body.length, columns);
}

function writeReport(book: Workbook, sheet: Sheet, report: On<"sheet">): void {
  const { rows, formats, headerRows, titleRows = 0, bold = [] } = report;
  clearCells(sheet, reportBlock(book, sheet));
  sheet.frozenRows = headerRows;
  const styles = formats.map((format) => book.styles.withFormat(0, format));
  rows.forEach((cells, row) => {
    const look = row === headerRows - 1 ? HEADERS : BOLD;
    cells.forEach((cell, column) => {
      sheet.write(row, column, cell === "" ? null : cell);
      const style = row < headerRows ? 0 : (styles[column] ?? 0);
      sheet.restyle(row, column, bold.includes(row) ? book.styles.with(style, look) : style);
    });
  });
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  for (let column = 0; column < width; column++)
    fitColumn(sheet, column, reportWidth(rows, column, titleRows));
  const [bottom, right] = [Math.max(rows.length, 1) - 1, Math.max(width, 1) - 1];
  markReport(book, sheet, { top: 0, left: 0, bottom, right });
}

/** Empties the cells of an area, and takes their looks away. */
function clearCells(sheet: Sheet, { top, left, bottom, right }: Area): void {
  const [lastRow, lastColumn] = [Math.min(bottom, sheet.end - 1), Math.min(right, sheet.columnCount - 1)];
  for (let column = left; column <= lastColumn; column++)
    for (let row = top; row <= lastRow; row++) clearCell(sheet, row, column);
}

function clearCell(sheet: Sheet, row: number, column: number): void {
  if (sheet.cell(row, column) !== null) sheet.write(row, column, null);
  if (sheet.style(row, column) !== 0) sheet.restyle(row, column, 0);
}

function fitColumn(sheet: Sheet, column: number, width: number): void {
  sheet.looks.set(column, { width, hidden: false, outline: 0, style: 0 });
}
