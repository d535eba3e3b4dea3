import { WorkbookError, type Cell, type Change } from "../port";
import { blocksOf, fullBudget } from "./blocks";
import { given } from "./cell-values";
import { plainly, whole, type Write } from "./write";
import { setFormat } from "./write-size";

type Report = Extract<Change, { readonly do: "sheet" }>;

/** Whether a sheet of that name is there and may be written over. */
export interface SheetRoom {
  readonly isThere: boolean;
  /** Rows and columns of the report that stands there now. */
  readonly old: { readonly rows: number; readonly columns: number };
}

/** Asks what stands on the sheet of a report; `told` throws `unsafe` where that is none of our reports. */
export function sheetRoom(context: Excel.RequestContext, report: Report): { told: () => SheetRoom } {
  const { sheet: name } = report;
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  sheet.load("name,tables/items/name,protection/protected");
  const used = sheet.getUsedRangeOrNullObject(true).load("formulas,rowIndex,columnIndex");
  const region = sheet.getRange("A1").getSurroundingRegion().load("rowCount,columnCount");
  return {
    told: () => {
      if (sheet.isNullObject) return nothingThere;
      if (sheet.protection.protected) throw new WorkbookError("protected", sheet.name);
      const isForeign =
        sheet.tables.items.length > 0 || (!used.isNullObject && used.formulas.some(hasFormula));
      if (isForeign) throw new WorkbookError("unsafe", name);
      const old = { rows: region.rowCount, columns: region.columnCount };
      const cell = used.isNullObject ? null : inTheWay(report, old, used);
      if (cell !== null) throw new WorkbookError("unsafe", `${name}: ${cell}`);
      return { isThere: true, old };
    },
  };
}

/** No sheet is there yet. */
export const nothingThere: SheetRoom = { isThere: false, old: { rows: 0, columns: 0 } };

/** A cell beside the old report into which the new one would grow; null = none. */
function inTheWay({ rows }: Report, old: SheetRoom["old"], used: Excel.Range): string | null {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  for (const [r, cells] of used.formulas.entries()) {
    const row = used.rowIndex + r;
    const at = cells.findIndex((cell: unknown, c: number) => {
      const column = used.columnIndex + c;
      const isBeside = row >= old.rows || column >= old.columns;
      return cell !== "" && isBeside && row < rows.length && column < columns;
    });
    if (at >= 0) return `R${String(row + 1)}C${String(used.columnIndex + at + 1)}`;
  }
  return null;
}

function hasFormula(row: readonly unknown[]): boolean {
  return row.some((cell) => typeof cell === "string" && cell.startsWith("="));
}

/** A report on a sheet of its own, from A1, in blocks of rows. */
export function sheetWrites(report: Report, { isThere, old }: SheetRoom): readonly Write[] {
  const columns = report.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const blocks = blocksOf(0, { rows: report.rows.length, columns }, fullBudget);
  return [
    framed(report, { isThere, old, columns }),
    ...blocks.map(({ from, count }) => rowsWrite(report, { from, count, columns })),
  ];
}

function framed(report: Report, { isThere, old, columns }: SheetRoom & { readonly columns: number }): Write {
  const { sheet: name, rows, formats, headerRows } = report;
  const write = whole(name, 0, (context) => {
    const { worksheets } = context.workbook;
    const sheet = isThere ? worksheets.getItem(name) : worksheets.add(name);
    if (isThere) sheet.getRangeByIndexes(0, 0, old.rows, old.columns).clear();
    const body = Math.max(rows.length - headerRows, 1);
    for (let column = 0; column < columns; column++) {
      const format = formats[column] ?? null;
      if (format !== null) setFormat(sheet.getRangeByIndexes(headerRows, column, body, 1), format);
      sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = widthOf(rows, column);
    }
    if (headerRows > 0) sheet.freezePanes.freezeRows(headerRows);
    return plainly;
  });
  return { ...write, isMaking: true };
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

/** Wide enough for the first rows, within bounds, in points. */
function widthOf(rows: readonly (readonly Cell[])[], column: number): number {
  const sample = rows.slice(0, 200).map((cells) => breadth(cells[column] ?? null));
  return Math.min(Math.max(6, ...sample) + 2, 40) * 5.25 + 3.75;
}

/** Characters outside Latin take two places. */
function breadth(cell: Cell): number {
  if (typeof cell !== "string") return cell === null ? 0 : 10;
  let places = 0;
  for (const letter of cell) places += letter > "\u2e80" ? 2 : 1;
  return places;
}
