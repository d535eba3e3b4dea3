import type { CellColumn, Misread } from "./cells/cell-column";
import { isBlank } from "./cells/text";
import type { Source } from "./source";

/** Some rows of a table being read: hands out their cells and learns which rows are blank meanwhile. */
export interface RowBlock {
  /** The rows' cells of the column of that id; null where the table lacks it. Ask once for each. */
  column(id: string): CellColumn | null;
  /** Marks the rows in which nothing stands but what the program computes. */
  finish(): void;
}

/** One table being read, a block of rows after the other. */
export interface TableReader {
  readonly rowCount: number;
  /** Rows `from` (included) to `to` (excluded). */
  block(from: number, to: number): RowBlock;
}

/**
 * Where a table's rows go: row 0 is element `at`; `blank` takes 1 for a blank row, `raise` what is misread.
 */
export interface ReaderPlace {
  readonly at: number;
  readonly blank: Uint8Array;
  readonly raise: (row: number, column: string, misread: Misread) => void;
}

/** Those of the elements that are blank in these cells as well; null = all the column's elements. */
function stillBlank(known: readonly number[] | null, { at, cells }: CellColumn): readonly number[] {
  if (known !== null)
    return known.length === 0 ? known : known.filter((element) => isBlank(cells[element - at] ?? null));
  const blank: number[] = [];
  for (let i = 0; i < cells.length; i++) if (isBlank(cells[i] ?? null)) blank.push(at + i);
  return blank;
}

/** A reader of a table's cells. */
export function tableReader(source: Source, place: ReaderPlace): TableReader {
  const { cells, columns, table } = source;
  const typed = table.columns.filter(({ id, computed }) => computed !== true && columns.has(id));
  const block = (from: number, to: number): RowBlock => {
    const at = place.at + from;
    const seen = new Set<string>();
    let blank: readonly number[] | null = null;
    const column = (id: string): CellColumn | null => {
      const index = columns.get(id);
      if (index === undefined) return null;
      const read = {
        cells: cells.column(index, from, to),
        at,
        report: (row: number, misread: Misread) => place.raise(at + row, id, misread),
      };
      seen.add(id);
      blank = stillBlank(blank, read);
      return read;
    };
    const finish = (): void => {
      for (const { id } of typed) if (blank?.length !== 0 && !seen.has(id)) column(id);
      if (blank === null) place.blank.fill(1, at, place.at + to);
      else for (const element of blank) place.blank[element] = 1;
    };
    return { column, finish };
  };
  return { rowCount: cells.rowCount, block };
}
