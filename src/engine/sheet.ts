import type { Area } from "./address";
import { Bits } from "./bits";
import { type Cell, sameCell } from "./cell";
import { Column } from "./column";

/** How a column stands: width in characters (null = standard), and the style of cells yet to be written. */
export interface ColumnLook {
  readonly width: number | null;
  readonly hidden: boolean;
  readonly outline: number;
  readonly style: number;
}

/** A list to choose a cell's value from; `formula` is a quoted list of words, a range or a name. */
export interface Validation {
  readonly areas: readonly Area[];
  readonly formula: string;
}

/** A formula, and the row and column where it stands. */
export interface PlacedFormula {
  readonly index: number;
  readonly row: number;
  readonly formula: string;
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
  readonly name: string;
  visibility: Visibility = "visible";
  frozenRows = 0;
  frozenColumns = 0;
  readonly looks = new Map<number, ColumnLook>();
  readonly validations: Validation[] = [];
  readonly merges: Area[] = [];
  /** Array formulas, spills and data tables: cells that change only together. */
  readonly blocks: Area[] = [];
  /** Cells that a comment or a link is fastened to: they cannot move with their row. */
  readonly anchors: Area[] = [];
  /** Rows in which a cell was written since the sheet was opened or made. */
  readonly touchedRows = new Bits();
  private readonly columns: Column[] = [];

  constructor(name: string) {
    this.name = name;
  }

  get columnCount(): number {
    return this.columns.length;
  }

  get changed(): boolean {
    return this.touchedRows.size > 0;
  }

  /** The column, made where it is not there yet. */
  column(index: number): Column {
    const there = this.columns.at(index);
    if (there !== undefined) return there;
    for (let i = this.columns.length; i < index; i++) this.columns.push(new Column());
    const made = new Column();
    this.columns.push(made);
    return made;
  }

  /** Puts a column that is there already (header and body) in its place. */
  adoptColumn(index: number, values: Cell[]): void {
    this.column(index);
    this.columns[index] = new Column(values);
  }

  cell(row: number, column: number): Cell {
    return this.columns[column]?.get(row) ?? null;
  }

  formula(row: number, column: number): string | null {
    return this.columns[column]?.formula(row) ?? null;
  }

  /** The cell's own style, else the one its column lends. */
  style(row: number, column: number): number {
    const own = this.columns[column]?.style(row) ?? -1;
    return own >= 0 ? own : (this.looks.get(column)?.style ?? 0);
  }

  /** Writes a value; a formula that stood there is gone. */
  write(row: number, column: number, cell: Cell): void {
    const there = this.column(column);
    there.set(row, cell);
    there.setFormula(row, null);
    there.unseen.add(row);
    this.touch(row, column);
  }

  /**
   * Writes cells of one column, the i-th in the i-th of the rows; one that holds the
   * value already is not touched. An empty string is a blank cell: no form of a book tells them apart.
   */
  writeCells(column: number, rows: readonly number[], cells: readonly Cell[]): void {
    const there = this.column(column);
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i];
      const cell = cells[i] === "" ? null : (cells[i] ?? null);
      if (sameCell(there.get(row), cell) && there.formula(row) === null) continue;
      there.set(row, cell);
      there.setFormula(row, null);
      there.touched.add(row);
      there.unseen.add(row);
      this.touchedRows.add(row);
    }
  }

  /** Writes a formula (without `=`) with the value it last had. */
  writeFormula(row: number, column: number, formula: WrittenFormula): void {
    this.write(row, column, formula.cached);
    this.column(column).setFormula(row, formula.text);
    if (formula.spills === true) this.column(column).letSpill(row);
  }

  /** Stores what the formula of a cell, or of the block it stands in, came to. */
  store(row: number, column: number, cell: Cell): void {
    this.column(column).set(row, cell);
    this.touch(row, column);
  }

  restyle(row: number, column: number, style: number): void {
    this.column(column).setStyle(row, style);
    this.touch(row, column);
  }

  /** Every formula of the sheet, column by column. */
  *formulas(): Iterable<PlacedFormula> {
    for (const [index, column] of this.columns.entries()) {
      for (const [row, formula] of column.formulaRows()) yield { index, row, formula };
    }
  }

  /** Empties every cell, so that the sheet can be written anew. */
  clear(): void {
    this.columns.forEach((column, index) => {
      for (let row = column.nextFilled(0); row >= 0; row = column.nextFilled(row + 1)) {
        this.write(row, index, null);
        this.restyle(row, index, 0);
      }
    });
  }

  /** One past the last row of any column that holds a value. */
  get rowCount(): number {
    return this.columns.reduce((most, column) => Math.max(most, column.length), 0);
  }

  /** One past the last row of any column that bears a value, a formula or a style. */
  get end(): number {
    return this.columns.reduce((most, column) => Math.max(most, column.end), 0);
  }

  private touch(row: number, column: number): void {
    this.column(column).touched.add(row);
    this.touchedRows.add(row);
  }
}
