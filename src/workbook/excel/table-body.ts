import type { Cell, TableCells } from "../port";
import { mayBeError, taken } from "./cell-values";
import type { Outline } from "./outlines";

/** Rows of a body as Excel gives them. */
interface RowsRead {
  /** The first of them (0-based row of the body), and the row of the sheet (0-based) in which that stands. */
  readonly from: number;
  readonly rowIndex: number;
  readonly values: readonly (readonly unknown[])[];
}

/** The body of a table while its rows are being read. */
export interface TableBody {
  readonly name: string;
  /**
   * Takes in rows, in the place of what was there before; rows may come in twice. True where a text among
   * them may be an error.
   */
  take(rows: RowsRead): boolean;
  /** Says what the values are of rows that were taken in: a text is an error where its type is `Error`. */
  type(from: number, types: readonly (readonly string[])[]): void;
  /** The table, once all of its rows are there; a body that is one blank row has no rows. */
  cells(): TableCells;
}

/**
 * The body of a table, at first blank. Its cells are kept by column alone; a column of blanks takes no room.
 */
export function tableBody({ name, sheet, headers, bodyRows }: Outline): TableBody {
  const width = headers.length;
  const columns: (Cell[] | null)[] = headers.map(() => null);
  const blankColumn = (): Cell[] => new Array<Cell>(bodyRows).fill(null);
  let top = 0;
  const cells = (): TableCells => {
    const rowCount =
      bodyRows === 1 && columns.every((column) => (column?.[0] ?? null) === null) ? 0 : bodyRows;
    const blank = columns.includes(null) ? blankColumn() : [];
    const column = (index: number, from = 0, to = rowCount): readonly Cell[] => {
      if (index < 0 || index >= width) throw new Error(`table ${name} has no column ${String(index)}`);
      const whole = columns[index] ?? blank;
      return from === 0 && to === bodyRows ? whole : whole.slice(from, to);
    };
    return { name, sheet, headers, rowCount, firstRow: top + 1, column };
  };
  return {
    ...{ name, cells },
    take: ({ from, rowIndex, values }) => {
      top = rowIndex - from;
      let mayErr = false;
      for (let index = 0; index < width; index++) {
        const into = columns[index] ?? (isBlankIn(values, index) ? null : blankColumn());
        columns[index] = into;
        if (into !== null && takeColumn(into, values, { index, from })) mayErr = true;
      }
      return mayErr;
    },
    type: (from, types) => {
      types.forEach((row, i) =>
        row.forEach((type, index) => {
          if (type === "Error") markError(columns[index], from + i);
        }),
      );
    },
  };
}

function markError(column: Cell[] | null, row: number): void {
  const text = column?.[row];
  if (typeof text === "string" && column !== null) column[row] = { error: text };
}

function isBlankIn(values: RowsRead["values"], index: number): boolean {
  for (const row of values) if (taken(row[index]) !== null) return false;
  return true;
}

/** Takes one column of rows into a whole column; true where a text may be an error. */
function takeColumn(
  into: Cell[],
  values: RowsRead["values"],
  { index, from }: { readonly index: number; readonly from: number },
): boolean {
  let mayErr = false;
  for (let row = 0; row < values.length; row++) {
    const cell = taken(values[row][index]);
    if (mayBeError(cell)) mayErr = true;
    into[from + row] = cell;
  }
  return mayErr;
}
