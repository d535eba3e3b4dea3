import { Column } from "./column";

/** A formula, and the row and column where it stands. */
export interface PlacedFormula {
  readonly index: number;
  readonly row: number;
  readonly formula: string;
}

/** The first and the last of some rows or columns. */
export interface Lines {
  readonly from: number;
  readonly to: number;
}

/** The columns of a sheet from the first to the last that bears anything; 0-based. */
export class SheetColumns {
  private readonly list: Column[] = [];

  get count(): number {
    return this.list.length;
  }

  /** One past the last row of any column that holds a value. */
  get length(): number {
    return this.list.reduce((most, column) => Math.max(most, column.length), 0);
  }

  /** One past the last row of any column that bears a value, a formula or a style. */
  get end(): number {
    return this.list.reduce((most, column) => Math.max(most, column.end), 0);
  }

  /** The column where there is one; a negative index is none. */
  at(index: number): Column | undefined {
    return index < 0 ? undefined : this.list.at(index);
  }

  /** The column, made where it is not there yet. */
  made(index: number): Column {
    const there = this.at(index);
    if (there !== undefined) return there;
    for (let i = this.list.length; i < index; i++) this.list.push(new Column());
    const made = new Column();
    this.list.push(made);
    return made;
  }

  /** Puts a column in the place of another. */
  adopt(index: number, column: Column): void {
    this.made(index);
    this.list[index] = column;
  }

  /** Those from one to another (both included) that are there, with their index. */
  *between({ from, to }: Lines): Iterable<readonly [index: number, column: Column]> {
    for (let index = from; index <= Math.min(to, this.list.length - 1); index++)
      yield [index, this.list[index]];
  }

  /** Puts columns before another; behind the last only such as bear anything. */
  put(at: number, columns: readonly Column[]): void {
    if (at < this.list.length) this.list.splice(at, 0, ...columns);
    else columns.forEach((column, i) => column.end > 0 && this.adopt(at + i, column));
  }

  take(at: number, count: number): readonly Column[] {
    return this.list.splice(at, count);
  }

  /** Every formula, column by column. */
  *formulas(): Iterable<PlacedFormula> {
    for (const [index, column] of this.list.entries()) {
      for (const [row, formula] of column.formulaRows()) yield { index, row, formula };
    }
  }
}
