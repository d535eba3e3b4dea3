/** A row that stands still; another object, and so drawn anew, in each state of the screen. */
export interface FrozenRow {
  readonly row: number;
  readonly revision: number;
}

/** What a row's cells are drawn from: a column for each of them. */
interface Keyed {
  readonly key: string;
}

/**
 * The columns of one row of the grid, which draws a cell anew only where its column is another object. So a
 * column is given anew for a cell that now shows something else, and the same objects for all the others.
 */
export class DrawnRow<C extends Keyed> {
  private sources: readonly C[] = [];
  private marks: readonly string[] = [];
  private drawn: readonly C[] = [];

  /** The same list while no cell's mark is another one; `mark` says in one word all that a cell shows. */
  columns(sources: readonly C[], mark: (column: C) => string): readonly C[] {
    const marks = sources.map(mark);
    const isSame = (i: number): boolean => this.sources[i] === sources[i] && this.marks[i] === marks[i];
    if (sources.length === this.sources.length && marks.every((_, i) => isSame(i))) return this.drawn;
    this.drawn = sources.map((column, i) => this.columnOf(column, marks[i]));
    this.sources = sources;
    this.marks = marks;
    return this.drawn;
  }

  /** Columns scroll in and out at the sides: a cell is looked for wherever its column was. */
  private columnOf(column: C, mark: string): C {
    const was = this.sources.indexOf(column);
    return was >= 0 && this.marks[was] === mark ? this.drawn[was] : { ...column };
  }
}
