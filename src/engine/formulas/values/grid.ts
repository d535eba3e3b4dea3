import type { Sheet } from "../../sheet";
import { failed } from "./scalar";
import type { Scalar } from "./scalar";

/** Several values in rows and columns: cells that a reference names, or an array. */
export abstract class Grid {
  readonly rows: number;
  readonly columns: number;

  constructor(rows: number, columns: number) {
    this.rows = rows;
    this.columns = columns;
  }

  /** The value at a place counted from 0; both must lie inside. */
  abstract at(row: number, column: number): Scalar;

  /** So many rows can hold something else than blanks. */
  get usedRows(): number {
    return this.rows;
  }

  /** So many columns can hold something else than blanks. */
  get usedColumns(): number {
    return this.columns;
  }

  /** Row by row, without the blanks behind and below all that is used. */
  *values(): Iterable<Scalar> {
    const { usedRows, usedColumns } = this;
    for (let row = 0; row < usedRows; row++) {
      for (let column = 0; column < usedColumns; column++) yield this.at(row, column);
    }
  }
}

/** An array: its values row by row in one list. */
export class Matrix extends Grid {
  private readonly cells: readonly Scalar[];

  constructor(rows: number, columns: number, cells: readonly Scalar[]) {
    super(rows, columns);
    this.cells = cells;
  }

  at(row: number, column: number): Scalar {
    return this.cells[row * this.columns + column];
  }
}

/** More values than that are no array any more, as Excel too would run out of memory. */
const mostCells = 2 ** 24;

/** The array whose value at each place the function says; of too many places a single `#NUM!`. */
export function filled(rows: number, columns: number, at: (row: number, column: number) => Scalar): Matrix {
  if (rows * columns > mostCells) return new Matrix(1, 1, [failed.number]);
  const cells: Scalar[] = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) cells.push(at(row, column));
  return new Matrix(rows, columns, cells);
}

/** The first cell of some, counted from 0. */
export interface Corner {
  readonly top: number;
  readonly left: number;
}

/** How many rows and columns there are. */
export interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** Cells of a sheet, read when they are asked for. */
export class Reference extends Grid {
  readonly sheet: Sheet;
  readonly top: number;
  readonly left: number;

  constructor(sheet: Sheet, place: Corner, size: Size) {
    super(size.rows, size.columns);
    this.sheet = sheet;
    this.top = place.top;
    this.left = place.left;
  }

  at(row: number, column: number): Scalar {
    return this.sheet.cell(this.top + row, this.left + column);
  }

  override get usedColumns(): number {
    return Math.max(0, Math.min(this.columns, this.sheet.columnCount - this.left));
  }

  override get usedRows(): number {
    let end = 0;
    for (let column = 0; column < this.usedColumns; column++) {
      end = Math.max(end, this.sheet.column(this.left + column).length);
    }
    return Math.max(0, Math.min(this.rows, end - this.top));
  }
}

/** What an expression comes to. */
export type Operand = Scalar | Grid;

/** What a function is given; undefined where nothing stands between the commas, or at the end. */
export type Argument = Operand | undefined;

/** True for cells or an array. */
export function isGrid(operand: Argument): operand is Grid {
  return operand instanceof Grid;
}
