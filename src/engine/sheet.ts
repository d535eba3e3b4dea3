import { type Area, areaOfCell, sheetLimits } from "./address";
import { Bits } from "./bits";
import { type Cell, sameCell } from "./cell";
import { Column } from "./column";
import { noContent } from "./cell-recorder";
import type { CellContent, CellRecorder } from "./cell-recorder";
import type { Filter } from "./filter/filter";
import { noFeed } from "./sheet-feed";
import { type Lines, type PlacedFormula, SheetColumns } from "./sheet-columns";
import type { SheetFeed } from "./sheet-feed";
import type { Protection, RowLook, SheetSetting, Validation } from "./sheet-form";
import { shiftedMap } from "./column-stretch";

/** How a column stands: width in characters (null = standard), and the style of cells yet to be written. */
export interface ColumnLook {
  readonly width: number | null;
  readonly hidden: boolean;
  readonly outline: number;
  readonly style: number;
}

/** A formula about to be written. */
export interface WrittenFormula {
  readonly text: string;
  readonly cached: Cell;
  /** It may fill more cells than its own, as formulas typed into Excel today do; else one cell. */
  readonly spills?: boolean;
}

/** Whether a sheet's tab is seen; veryHidden cannot be shown again from Excel's own menus. */
export type Visibility = "visible" | "hidden" | "veryHidden";

/** One sheet: cells in columns, and what stands around them. Rows and columns are 0-based. */
export class Sheet {
  /** Changed by `structure/sheets` alone, so that formulas follow. */
  name: string;
  visibility: Visibility = "visible";
  frozenRows = 0;
  frozenColumns = 0;
  looks = new Map<number, ColumnLook>();
  /** Rows that are hidden, grouped, or of a height or style of their own; replaced whole when one changes. */
  rowLooks: ReadonlyMap<number, RowLook> = new Map();
  readonly validations: Validation[] = [];
  readonly merges: Area[] = [];
  /** Array formulas, spills and data tables: cells that change only together. */
  readonly blocks: Area[] = [];
  /** Cells that a comment is fastened to: they cannot move with their row. */
  readonly anchors: Area[] = [];
  /** Cells that a link is fastened to. */
  readonly links: Area[] = [];
  /** What the file holds on this sheet that structural edits cannot carry along, by name. */
  readonly fixtures: string[] = [];
  protection: Protection | null = null;
  /** The filter that belongs to no table. */
  filter: Filter | null = null;
  /** The tab's colour as RRGGBB; null = none, or one that is not plain RGB. */
  tabColor: string | null = null;
  /** Which settings differ from what was opened. */
  readonly changedSettings = new Set<SheetSetting>();
  /** Cells were put in or taken out: its rows are no more those of the file. */
  hasMoved = false;
  /** Rows in which a cell was written since the sheet was opened or made. */
  readonly touchedRows = new Bits();
  /** Rows in which a formula came to another value since then. */
  readonly recalculatedRows = new Bits();
  /** Rows whose height, style or sight differs from what was opened. */
  readonly touchedLooks = new Bits();
  /** Where this sheet tells what happens to it: that of its workbook. */
  feed: SheetFeed = noFeed;
  /** Who keeps what is about to be overwritten; null = no one. */
  recorder: CellRecorder | null = null;
  private readonly columns = new SheetColumns();

  constructor(name: string) {
    this.name = name;
  }

  get columnCount(): number {
    return this.columns.count;
  }

  get changed(): boolean {
    const isWritten = this.touchedRows.size > 0 || this.recalculatedRows.size > 0;
    return isWritten || this.hasMoved || this.changedSettings.size > 0 || this.touchedLooks.size > 0;
  }

  /** The column, made where it is not there yet. */
  column(index: number): Column {
    return this.columns.made(index);
  }

  /** Puts a column that is there already (header and body) in its place. */
  adoptColumn(index: number, values: Cell[]): void {
    this.columns.adopt(index, new Column(values));
  }

  cell(row: number, column: number): Cell {
    return this.columns.at(column)?.get(row) ?? null;
  }

  formula(row: number, column: number): string | null {
    return this.columns.at(column)?.formula(row) ?? null;
  }

  /** The cell's own style, else the one its row, then its column lends. */
  style(row: number, column: number): number {
    const own = this.columns.at(column)?.style(row) ?? -1;
    return own >= 0 ? own : this.lentStyle(row, column);
  }

  private lentStyle(row: number, column: number): number {
    const ofRow = this.rowLooks.get(row)?.style ?? -1;
    return ofRow >= 0 ? ofRow : (this.looks.get(column)?.style ?? 0);
  }

  /** Writes a value; a formula that stood there is gone. */
  write(row: number, column: number, cell: Cell): void {
    this.put(row, column, { value: cell, formula: null });
    if (this.feed.isHeard) this.feed.written("cells", areaOfCell(row, column));
  }

  /**
   * Writes cells of one column, the i-th in the i-th of the rows; one that holds the
   * value already is not touched. An empty string is a blank cell: no form of a book tells them apart.
   */
  writeCells(column: number, rows: readonly number[], cells: readonly Cell[]): void {
    const there = this.column(column);
    let first = Infinity;
    let last = -1;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i];
      const cell = cells[i] === "" ? null : (cells[i] ?? null);
      if (sameCell(there.get(row), cell) && there.formula(row) === null) continue;
      this.put(row, column, { value: cell, formula: null });
      first = Math.min(first, row);
      last = Math.max(last, row);
    }
    if (last < 0 || !this.feed.isHeard) return;
    this.feed.written("cells", { top: first, bottom: last, left: column, right: column });
  }

  /** Writes a formula (without `=`) with the value it last had. */
  writeFormula(row: number, column: number, formula: WrittenFormula): void {
    this.put(row, column, { value: formula.cached, formula: formula.text });
    if (formula.spills === true) this.column(column).letSpill(row);
    if (this.feed.isHeard) this.feed.written("cells", areaOfCell(row, column));
  }

  /**
   * Stores what the formula of a cell, or of the block it stands in, came to; null where that is not known.
   */
  store(row: number, column: number, cell: Cell): void {
    const there = this.column(column);
    there.set(row, cell);
    there.recalculated.add(row);
    this.recalculatedRows.add(row);
    if (this.hasMoved) this.touch(row, column);
    if (this.feed.isHeard) this.feed.written("results", areaOfCell(row, column));
  }

  /** Spells a formula anew that means the same as before, such as after a rename; its value stays. */
  respell(row: number, column: number, formula: string): void {
    const there = this.column(column);
    const spills = there.spills(row);
    const kept = there.kept(row);
    this.put(row, column, { value: this.cell(row, column), formula });
    if (spills) there.letSpill(row);
    there.keep(row, kept);
  }

  restyle(row: number, column: number, style: number): void {
    this.recorder?.cell(row, column);
    this.column(column).setStyle(row, style);
    this.touch(row, column);
    if (this.feed.isHeard) this.feed.written("formats", areaOfCell(row, column));
  }

  /** What a cell holds, its style included. */
  content(row: number, column: number): CellContent {
    const there = this.columns.at(column);
    return there === undefined
      ? noContent
      : {
          value: there.get(row),
          formula: there.formula(row),
          style: there.style(row),
          kept: there.kept(row),
          spills: there.spills(row),
        };
  }

  /** Lets a cell hold what another held; the formula is not shifted. */
  place(row: number, column: number, content: CellContent): void {
    this.put(row, column, content);
    const there = this.column(column);
    if (there.style(row) !== content.style) there.setStyle(row, content.style);
    there.keep(row, content.kept);
    if (content.spills) there.letSpill(row);
  }

  /** Puts blank rows before row `at` of the columns `from` to `to` (both included). */
  insertRows(at: number, count: number, { from, to }: Lines): void {
    for (const [index, column] of this.columns.between({ from, to })) {
      column.insertRows(at, count);
      this.recorder?.inserted(index, { at, count });
    }
    this.hasMoved = true;
    if (isWholeRow({ from, to })) this.shiftRowLooks((row) => (row < at ? row : row + count));
  }

  /** Takes rows of the columns `from` to `to` (both included) out; what is below moves up. */
  deleteRows(at: number, count: number, { from, to }: Lines): void {
    for (const [index, column] of this.columns.between({ from, to })) {
      const taken = column.takeRows(at, count);
      this.recorder?.taken(index, { at, stretch: taken });
    }
    this.hasMoved = true;
    if (isWholeRow({ from, to }))
      this.shiftRowLooks((row) => (row < at ? row : row < at + count ? -1 : row - count));
  }

  /** Puts blank columns before column `at`. */
  insertColumns(at: number, count: number): void {
    this.recorder?.columnsInserted(at, count);
    this.putColumns(
      at,
      Array.from({ length: count }, () => new Column()),
    );
    this.looks = shiftedMap(this.looks, (index) => (index < at ? index : index + count));
  }

  /** Takes whole columns out. */
  deleteColumns(at: number, count: number): void {
    const taken = this.takeColumns(at, count);
    this.recorder?.columnsTaken(at, taken);
    for (const next of [at - 1, at]) if (next >= 0) this.markFilled(next, taken);
    const to = (index: number): number => (index < at ? index : index < at + count ? -1 : index - count);
    this.looks = shiftedMap(this.looks, to);
  }

  /** Puts columns that were taken out back. */
  putColumns(at: number, columns: readonly Column[]): void {
    this.hasMoved = true;
    this.columns.put(at, columns);
  }

  /** Takes columns out, nothing recorded. */
  takeColumns(at: number, count: number): readonly Column[] {
    this.hasMoved = true;
    return this.columns.take(at, count);
  }

  /** Every formula of the sheet, column by column. */
  formulas(): Iterable<PlacedFormula> {
    return this.columns.formulas();
  }

  /** One past the last row of any column that holds a value. */
  get rowCount(): number {
    return this.columns.length;
  }

  /** One past the last row of any column that bears a value, a formula or a style. */
  get end(): number {
    return this.columns.end;
  }

  /** What reads this column may have read those that are gone, too. */
  private markFilled(index: number, taken: readonly Column[]): void {
    const end = taken.reduce((most, { length }) => Math.max(most, length), 0);
    for (let row = 0; row < end; row++) this.column(index).touched.add(row);
    this.column(index).unseen.addRange(0, end);
  }

  private put(row: number, column: number, { value, formula }: Pick<CellContent, "value" | "formula">): void {
    this.recorder?.cell(row, column);
    const there = this.column(column);
    there.set(row, value);
    there.setFormula(row, formula);
    there.keep(row, null);
    there.unseen.add(row);
    this.touch(row, column);
  }

  private shiftRowLooks(to: (row: number) => number): void {
    this.rowLooks = shiftedMap(this.rowLooks, to);
  }

  private touch(row: number, column: number): void {
    this.column(column).touched.add(row);
    this.touchedRows.add(row);
  }
}

function isWholeRow({ from, to }: Lines): boolean {
  return from === 0 && to >= sheetLimits.columns - 1;
}
