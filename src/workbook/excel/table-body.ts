import type { Cell, TableCells } from "../port";
import { taken } from "./cell-values";
import type { Outline } from "./outlines";

/** Rows of a body as Excel gave them. */
export interface BodyRows {
  readonly from: number;
  /** Row of the sheet, counted from 0, in which the body begins. */
  readonly top: number;
  readonly values: readonly (readonly unknown[])[];
  /** Cells in error, as row × columns + column of the body. */
  readonly errors: ReadonlySet<number>;
}

/** The body of a table from the rows that were read, in their order, none missing. */
export function tableCells({ name, sheet, headers }: Outline, pieces: readonly BodyRows[]): TableCells {
  const read = pieces.reduce((sum, { values }) => sum + values.length, 0);
  const rowCount = read === 1 && isBlankRow(pieces[0].values[0]) ? 0 : read;
  const width = headers.length;
  return {
    ...{ name, sheet, headers, rowCount, firstRow: pieces[0].top + 1 },
    column: (index, from = 0, to = rowCount) => {
      if (index < 0 || index >= width) throw new Error(`table ${name} has no column ${String(index)}`);
      const cells: Cell[] = [];
      for (const piece of pieces) addCells(cells, piece, { index, from, to, width });
      return cells;
    },
  };
}

interface Part {
  readonly index: number;
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

function addCells(cells: Cell[], { from: first, values, errors }: BodyRows, part: Part): void {
  const end = Math.min(part.to - first, values.length);
  for (let row = Math.max(part.from - first, 0); row < end; row++) {
    const value = values[row][part.index];
    const isError = errors.size > 0 && errors.has((first + row) * part.width + part.index);
    cells.push(isError ? { error: String(value) } : taken(value));
  }
}

function isBlankRow(values: readonly unknown[]): boolean {
  return values.every((value) => taken(value) === null);
}
