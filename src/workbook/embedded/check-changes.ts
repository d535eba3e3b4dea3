import { type Area, areaName, cellName, sheetLimits } from "../../engine/address";
import { isTableName } from "../../engine/table-name";
import { blockIn, columnsBeside, fixedIn, rowsBelow } from "../../engine/table-room";
import type { Room } from "../../engine/table-room";
import type { Sheet } from "../../engine/sheet";
import type { Table } from "../../engine/table";
import type { Workbook } from "../../engine/workbook";
import { WorkbookError } from "../port";
import type { Cell, Change, ColumnCells } from "../port";
import { reportBlock, withoutTitles } from "./report-block";

/** How a table will stand after the changes so far. */
interface Outlook {
  readonly table: Table | null;
  readonly headers: Set<string>;
  rowCount: number;
  /** Measured when first needed, from the workbook as it is. */
  below: Room | null;
}

type On<Kind extends Change["do"]> = Extract<Change, { readonly do: Kind }>;

/** Throws where one of the changes could not be made after those before it; changes nothing. */
export function checkChanges(book: Workbook, changes: readonly Change[]): void {
  const plan = new Plan(book);
  for (const change of changes) plan.take(change);
}

class Plan {
  private readonly outlooks = new Map<string, Outlook>();
  private readonly book: Workbook;

  constructor(book: Workbook) {
    this.book = book;
  }

  take(change: Change): void {
    if (change.do === "create") this.create(change);
    else if (change.do === "sheet") this.sheet(change);
    else if (change.do === "stamp") this.stamp(change);
    else if (change.do === "remove") this.remove(change);
    else if (change.do === "rename") this.rename(change);
    else this.fill(change);
  }

  private create({ table, columns }: On<"create">): void {
    if (!isTableName(table)) throw new Error(`not a table name: ${table}`);
    if (this.find(table) !== null) throw new WorkbookError("write-failed", `table ${table} is there already`);
    const headers = new Set(columns.map(({ header }) => header));
    if (headers.size !== columns.length) throw new Error(`table ${table}: a header twice`);
    this.outlooks.set(table.toLowerCase(), { table: null, headers, rowCount: 0, below: null });
  }

  private stamp({ table, rows, columns }: On<"stamp">): void {
    const outlook = this.known(table);
    checkRows(table, rows, outlook.rowCount);
    for (const row of rows) checkBlocks(outlook.table, row, row);
    this.takeColumns(table, columns, rows.length);
  }

  private remove({ table, rows }: On<"remove">): void {
    const outlook = this.known(table);
    checkRows(table, rows, outlook.rowCount);
    const fixed = outlook.table === null ? null : fixedIn(outlook.table, Math.min(...rows));
    if (fixed !== null && rows.length > 0) throw new WorkbookError("in-the-way", table, { at: fixed });
    outlook.rowCount -= new Set(rows).size;
  }

  private rename({ table, header, to }: On<"rename">): void {
    const { headers } = this.known(table);
    if (header === null) {
      if (this.find(to) !== null) throw new WorkbookError("write-failed", `table ${to} is there already`);
      if (!isTableName(to)) throw new Error(`not a table name: ${to}`);
      return;
    }
    if (!headers.delete(header)) throw new WorkbookError("missing-column", header);
    if (headers.has(to)) throw new WorkbookError("write-failed", `column ${to} is there already`);
    headers.add(to);
  }

  private fill(change: On<"append"> | On<"replace">): void {
    const { table, count, columns } = change;
    const outlook = this.known(table);
    if (!Number.isInteger(count) || count < 0) throw new Error(`table ${table}: ${String(count)} rows`);
    outlook.rowCount = change.do === "append" ? outlook.rowCount + count : count;
    this.takeColumns(table, columns, count);
    if (change.do === "replace") checkBlocks(outlook.table, 0, sheetLimits.rows);
    if (outlook.table !== null) this.checkGrowth(outlook, outlook.table);
  }

  private checkGrowth(outlook: Outlook, table: Table): void {
    const more = Math.max(outlook.rowCount, 1) - Math.max(table.rowCount, 1);
    if (more <= 0) return;
    const below = (outlook.below ??= rowsBelow(this.book, table));
    if (more > below.free) throw new WorkbookError("in-the-way", table.name, { at: below.obstacle });
  }

  private takeColumns(name: string, columns: readonly ColumnCells[], count: number): void {
    const outlook = this.known(name);
    for (const { header, cells } of columns) {
      if (cells.length !== count) throw new Error(`table ${name}, ${header}: ${String(cells.length)} cells`);
      checkCells(`table ${name}, ${header}`, cells);
      outlook.headers.add(header);
    }
    if (outlook.table === null) return;
    const more = outlook.headers.size - new Set(outlook.table.headers).size;
    const beside = more > 0 ? columnsBeside(this.book, outlook.table) : null;
    if (beside !== null && more > beside.free) {
      throw new WorkbookError("in-the-way", name, { at: beside.obstacle });
    }
  }

  private sheet(change: On<"sheet">): void {
    const { sheet } = change;
    const there = this.book.sheet(sheet);
    if (there === null) return;
    const table = this.book.tablesOn(there).at(0);
    const { rows } = table === undefined ? change : withoutTitles(change);
    if (table !== undefined && (table.name !== sheet || !isHeaded(table, rows)))
      throw new WorkbookError("in-the-way", sheet, { at: table.name });
    const foreign = foreignContent(this.book, there, rows);
    if (foreign !== null) throw new WorkbookError("in-the-way", sheet, { at: foreign });
  }

  private known(name: string): Outlook {
    const outlook = this.find(name);
    if (outlook === null) throw new WorkbookError("missing", name);
    return outlook;
  }

  private find(name: string): Outlook | null {
    const key = name.toLowerCase();
    const planned = this.outlooks.get(key);
    if (planned !== undefined) return planned;
    const table = this.book.table(name);
    if (table === null) return null;
    const outlook = { table, headers: new Set(table.headers), rowCount: table.rowCount, below: null };
    this.outlooks.set(key, outlook);
    return outlook;
  }
}

function isHeaded({ headers }: Table, [first = []]: readonly (readonly Cell[])[]): boolean {
  return first.every((cell, i) => cell === headers[i]);
}

/** Where stands what a report sheet of ours never holds, so that a user's own sheet is not written over. */
function foreignContent(book: Workbook, sheet: Sheet, rows: readonly (readonly Cell[])[]): string | null {
  if (sheet.merges.length > 0) return areaName(sheet.merges[0]);
  for (let column = 0; column < sheet.columnCount; column++) {
    for (const [row] of sheet.column(column).formulaRows()) return cellName(row, column);
  }
  return inTheWay(sheet, reportBlock(book, sheet), rows);
}

/** The first cell beside the report that stands there now into which the new one would grow; null = none. */
function inTheWay(sheet: Sheet, old: Area, rows: readonly (readonly Cell[])[]): string | null {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  for (let column = 0; column < Math.min(columns, sheet.columnCount); column++) {
    const cells = sheet.column(column);
    const isOurs = column >= old.left && column <= old.right;
    let row = cells.nextFilled(0);
    while (isOurs && row >= old.top && row <= old.bottom) row = cells.nextFilled(old.bottom + 1);
    if (row >= 0 && row < rows.length) return cellName(row, column);
  }
  return null;
}

function checkRows(table: string, rows: readonly number[], rowCount: number): void {
  const wrong = rows.find((row) => !Number.isInteger(row) || row < 0 || row >= rowCount);
  if (wrong !== undefined) throw new Error(`table ${table} has no row ${String(wrong)}`);
}

function checkBlocks(table: Table | null, top: number, bottom: number): void {
  if (table === null || table.sheet.blocks.length === 0) return;
  const block = blockIn(table, top, bottom);
  if (block !== null) throw new WorkbookError("in-the-way", table.name, { at: block });
}

function checkCells(place: string, cells: readonly Cell[]): void {
  const wrong = cells.find((cell) => typeof cell === "number" && !Number.isFinite(cell));
  if (wrong !== undefined) throw new Error(`${place}: not a number`);
}
