import type { CellContent, CellRecorder } from "../cell-recorder";
import { Bits } from "../bits";
import type { Column } from "../column";
import type { ColumnStretch } from "../column-stretch";
import type { Sheet } from "../sheet";

/** One thing done to cells; doing it backwards answers how to do it again. */
interface Deed {
  readonly back: () => Deed;
  /** How many cells it holds on to. */
  readonly size: () => number;
}

/** What cells held before they were written, moved or taken out, in the order in which that happened. */
export class CellLog {
  private readonly deeds: Deed[];
  /** The cells written since the last move, each with what it held first. */
  private open: WrittenCells | null = null;

  constructor(deeds: readonly Deed[] = []) {
    this.deeds = [...deeds];
  }

  get isEmpty(): boolean {
    return this.deeds.length === 0;
  }

  get size(): number {
    return this.deeds.reduce((all, deed) => all + deed.size(), 0);
  }

  /** Who keeps what happens on that sheet. */
  recorder(sheet: Sheet): CellRecorder {
    return {
      cell: (row, column) => this.written().keep(sheet, row, column),
      inserted: (column, { at, count }) => this.move(insertedRows(sheet, column, { at, count })),
      taken: (column, { at, stretch }) => this.move(takenRows(sheet, column, { at, stretch })),
      columnsInserted: (at, count) => this.move(insertedColumns(sheet, at, count)),
      columnsTaken: (at, columns) => this.move(takenColumns(sheet, at, columns)),
    };
  }

  /** Puts everything back, the last first; answers the log that does it all again. */
  back(): CellLog {
    return new CellLog([...this.deeds].reverse().map((deed) => deed.back()));
  }

  private written(): WrittenCells {
    if (this.open === null) {
      this.open = new WrittenCells();
      this.deeds.push(this.open);
    }
    return this.open;
  }

  private move(deed: Deed): void {
    this.deeds.push(deed);
    this.open = null;
  }
}

/** Cells of one column, and what each held. */
interface KeptColumn {
  readonly seen: Bits;
  readonly rows: number[];
  readonly contents: CellContent[];
}

class WrittenCells implements Deed {
  private readonly kept = new Map<Sheet, Map<number, KeptColumn>>();
  private count = 0;

  keep(sheet: Sheet, row: number, column: number): void {
    const there = this.column(sheet, column);
    if (there.seen.has(row)) return;
    there.seen.add(row);
    there.rows.push(row);
    there.contents.push(sheet.content(row, column));
    this.count++;
  }

  size(): number {
    return this.count;
  }

  back(): Deed {
    const again = new WrittenCells();
    for (const [sheet, columns] of this.kept) {
      for (const [column, { rows, contents }] of columns) {
        rows.forEach((row, i) => {
          again.keep(sheet, row, column);
          sheet.place(row, column, contents[i]);
        });
        tellOf(sheet, column, rows);
      }
    }
    return again;
  }

  private column(sheet: Sheet, column: number): KeptColumn {
    let columns = this.kept.get(sheet);
    if (columns === undefined) {
      columns = new Map<number, KeptColumn>();
      this.kept.set(sheet, columns);
    }
    let there = columns.get(column);
    if (there === undefined) columns.set(column, (there = { seen: new Bits(), rows: [], contents: [] }));
    return there;
  }
}

function tellOf(sheet: Sheet, column: number, rows: readonly number[]): void {
  if (!sheet.feed.isHeard || rows.length === 0) return;
  let [top, bottom] = [Infinity, -1];
  for (const row of rows) {
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
  }
  for (const kind of ["cells", "formats"] as const)
    sheet.feed.written(kind, { top, bottom, left: column, right: column });
}

interface Rows {
  readonly at: number;
  readonly count: number;
}

function insertedRows(sheet: Sheet, column: number, { at, count }: Rows): Deed {
  return {
    size: () => 0,
    back: () => takenRows(sheet, column, { at, stretch: sheet.column(column).takeRows(at, count) }),
  };
}

function takenRows(
  sheet: Sheet,
  column: number,
  { at, stretch }: { readonly at: number; readonly stretch: ColumnStretch },
): Deed {
  return {
    size: () => stretch.count,
    back: () => {
      sheet.column(column).putRows(at, stretch);
      return insertedRows(sheet, column, { at, count: stretch.count });
    },
  };
}

function insertedColumns(sheet: Sheet, at: number, count: number): Deed {
  return { size: () => 0, back: () => takenColumns(sheet, at, sheet.takeColumns(at, count)) };
}

function takenColumns(sheet: Sheet, at: number, columns: readonly Column[]): Deed {
  return {
    size: () => columns.reduce((all, { length }) => all + length, 0),
    back: () => {
      sheet.putColumns(at, columns);
      return insertedColumns(sheet, at, columns.length);
    },
  };
}
