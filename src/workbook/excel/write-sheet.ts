import { WorkbookError, type Cell, type Change } from "../port";
import { headerFill, reportWidth } from "../report-look";
import { markedCells, reportMark } from "../report-mark";
import { blocksOf, fullBudget } from "./blocks";
import { given } from "./cell-values";
import { cellName, firstFilled } from "./cell-name";
import { plainly, whole, type Write } from "./write";
import { setFormat } from "./write-size";

type Report = Extract<Change, { readonly do: "sheet" }>;

/** Cells of a sheet, both ends included. */
interface Block {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Whether a sheet of that name is there and may be written over. */
export interface SheetRoom {
  readonly isThere: boolean;
  /** Where the report stands that was written before; null where none is known. */
  readonly old: Block | null;
  readonly hasMark: boolean;
}

/**
 * Asks what stands on the sheet of a report; `told` throws `in-the-way` where that is none of our reports.
 */
export function sheetRoom(context: Excel.RequestContext, report: Report): { told: () => SheetRoom } {
  const { sheet: name } = report;
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  sheet.load("name,tables/items/name,protection/protected");
  const used = sheet.getUsedRangeOrNullObject(true).load("formulas,rowIndex,columnIndex");
  const mark = sheet.names.getItemOrNullObject(reportMark).load("name");
  const marked = mark.getRangeOrNullObject().load("rowIndex,columnIndex,rowCount,columnCount");
  return {
    told: () => {
      if (sheet.isNullObject) return nothingThere;
      if (sheet.protection.protected) throw new WorkbookError("protected", sheet.name);
      const foreign = foreignIn(sheet, used);
      if (foreign !== null) throw new WorkbookError("in-the-way", name, { at: foreign });
      const old = marked.isNullObject ? null : blockOf(marked);
      const cell = used.isNullObject ? null : inTheWay(report, old, used);
      if (cell !== null) throw new WorkbookError("in-the-way", name, { at: cell });
      return { isThere: true, old, hasMark: !mark.isNullObject };
    },
  };
}

/**
 * The first that a report of ours never holds: a table, by its name, or the cell of a formula; null = none.
 */
function foreignIn({ tables }: Excel.Worksheet, used: Excel.Range): string | null {
  if (tables.items.length > 0) return tables.items[0].name;
  return used.isNullObject ? null : firstFilled(used.formulas.map(formulasOf), used);
}

function blockOf({ rowIndex: top, columnIndex: left, rowCount, columnCount }: Excel.Range): Block {
  return { top, left, bottom: top + rowCount - 1, right: left + columnCount - 1 };
}

/** No sheet is there yet. */
export const nothingThere: SheetRoom = { isThere: false, old: null, hasMark: false };

/** A cell that is not of the old report and into which the new one would go; null = none. */
function inTheWay({ rows }: Report, old: Block | null, used: Excel.Range): string | null {
  const columns = widthOfAll(rows);
  for (const [r, cells] of used.formulas.entries()) {
    const row = used.rowIndex + r;
    const at = cells.findIndex((cell: unknown, c: number) => {
      const column = used.columnIndex + c;
      return cell !== "" && !isWithin(old, row, column) && row < rows.length && column < columns;
    });
    if (at >= 0) return cellName(row, used.columnIndex + at);
  }
  return null;
}

function isWithin(block: Block | null, row: number, column: number): boolean {
  if (block === null) return false;
  return row >= block.top && row <= block.bottom && column >= block.left && column <= block.right;
}

function widthOfAll(rows: readonly (readonly Cell[])[]): number {
  return rows.reduce((most, row) => Math.max(most, row.length), 0);
}

function formulasOf(row: readonly unknown[]): readonly unknown[] {
  return row.map((cell) => (typeof cell === "string" && cell.startsWith("=") ? cell : null));
}

/** A report on a sheet of its own, from A1, in blocks of rows. */
export function sheetWrites(report: Report, room: SheetRoom): readonly Write[] {
  const columns = widthOfAll(report.rows);
  const blocks = blocksOf(0, { rows: report.rows.length, columns }, fullBudget);
  return [
    framed(report, { ...room, columns }),
    ...blocks.map(({ from, count }) => rowsWrite(report, { from, count, columns })),
  ];
}

function framed(report: Report, room: SheetRoom & { readonly columns: number }): Write {
  const { sheet: name, rows, formats, headerRows, titleRows = 0 } = report;
  const { columns } = room;
  const write = whole(name, 0, (context) => {
    const { worksheets } = context.workbook;
    const sheet = room.isThere ? worksheets.getItem(name) : worksheets.add(name);
    mark(sheet, report, room);
    const body = Math.max(rows.length - headerRows, 1);
    for (let column = 0; column < columns; column++) {
      const format = formats[column] ?? null;
      if (format !== null) setFormat(sheet.getRangeByIndexes(headerRows, column, body, 1), format);
      sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = points(
        reportWidth(rows, column, titleRows),
      );
    }
    standOut(sheet, report, columns);
    if (headerRows > 0) sheet.freezePanes.freezeRows(headerRows);
    return plainly;
  });
  return { ...write, isMaking: true };
}

function standOut(sheet: Excel.Worksheet, { bold = [], headerRows }: Report, columns: number): void {
  for (const row of bold) {
    const { format } = sheet.getRangeByIndexes(row, 0, 1, columns);
    format.font.bold = true;
    if (row === headerRows - 1) format.fill.color = `#${headerFill}`;
  }
}

/** A width in characters as Excel takes it. */
function points(characters: number): number {
  return characters * 5.25 + 3.75;
}

/** Empties the old report, and remembers where the new one stands before it is written. */
function mark(sheet: Excel.Worksheet, { sheet: name, rows }: Report, room: SheetRoom): void {
  const { old, hasMark } = room;
  if (old !== null) {
    const { top, left, bottom, right } = old;
    sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1).clear();
  }
  const last = cellName(Math.max(rows.length, 1) - 1, Math.max(widthOfAll(rows), 1) - 1);
  const cells = `=${markedCells(name, last)}`;
  if (hasMark) sheet.names.getItem(reportMark).formula = cells;
  else sheet.names.add(reportMark, cells).visible = false;
}

interface SheetRows {
  readonly from: number;
  readonly count: number;
  readonly columns: number;
}

function rowsWrite(report: Report, { from, count, columns }: SheetRows): Write {
  const write = whole(report.sheet, count * columns, (context) => {
    const sheet = context.workbook.worksheets.getItem(report.sheet);
    sheet.getRangeByIndexes(from, 0, count, columns).values = Array.from({ length: count }, (_, r) =>
      Array.from({ length: columns }, (__, c) => cellOf(report, from + r, c)),
    );
    return plainly;
  });
  if (count < 2) return write;
  const half = count >> 1;
  const halves = (): readonly Write[] => [
    rowsWrite(report, { from, count: half, columns }),
    rowsWrite(report, { from: from + half, count: count - half, columns }),
  ];
  return { ...write, halves };
}

function cellOf(
  { rows, formats, headerRows }: Report,
  row: number,
  column: number,
): string | number | boolean {
  const format = row < headerRows ? "General" : (formats[column] ?? "General");
  return given(rows[row]?.[column] ?? null, format);
}
