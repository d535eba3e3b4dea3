import type { Cell } from "../workbook/port";
import type { CellColumn, Misread } from "./cells/cell-column";
import { isBlank } from "./cells/text";
import type { Source } from "./source";

/** One table being read: hands out its columns and learns which of its rows are blank meanwhile. */
export interface TableReader {
  has(id: string): boolean;
  /** The column of that id on its way in; null where the table lacks it. Ask once for each. */
  column(id: string): CellColumn | null;
  /**
   * Rows, counted from 0, in which nothing stands but what the program computes. Looks at columns not read so
   * far.
   */
  blankRows(): readonly number[];
}

/** Those of the rows that are blank in these cells as well; null = all rows. */
function stillBlank(rows: readonly number[] | null, cells: readonly Cell[]): readonly number[] {
  if (rows !== null) return rows.length === 0 ? rows : rows.filter((row) => isBlank(cells[row] ?? null));
  const blank: number[] = [];
  for (let row = 0; row < cells.length; row++) if (isBlank(cells[row] ?? null)) blank.push(row);
  return blank;
}

/** A reader of a table whose row 0 becomes element `at`; `raise` hears of cells that cannot be read. */
export function tableReader(
  source: Source,
  at: number,
  raise: (row: number, column: string, misread: Misread) => void,
): TableReader {
  const seen = new Set<string>();
  let blank: readonly number[] | null = null;
  const column = (id: string): CellColumn | null => {
    const index = source.columns.get(id);
    if (index === undefined) return null;
    const cells = source.cells.column(index);
    seen.add(id);
    blank = stillBlank(blank, cells);
    return {
      cells,
      at,
      report: (row, misread) => {
        raise(row, id, misread);
      },
    };
  };
  const blankRows = (): readonly number[] => {
    const typed = source.table.columns.filter(({ id, computed }) => computed !== true && !seen.has(id));
    for (const { id } of typed) if (blank?.length !== 0) column(id);
    return blank ?? Array.from({ length: source.cells.rowCount }, (_, row) => row);
  };
  return { has: (id) => source.columns.has(id), column, blankRows };
}
