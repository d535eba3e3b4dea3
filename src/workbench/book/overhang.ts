import type { CellLook } from "../../engine/cell-look";
import type { Sheet } from "../../engine/sheet";
import { columnPixels } from "./sheet-view";

/** Pixels that a letter takes, about; one outside Latin takes two. */
const LETTER = 7.5;
const PADDING = 10;

/** A cell whose text is drawn, and the columns of the sheet that are to be seen. */
export interface DrawnText {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly look: CellLook;
  readonly columns: readonly number[];
}

/**
 * How wide a text is drawn that runs over the blank cells to its right, in pixels; 0 where it stays within its
 * cell: a number, a text that fits, is wrapped or aligned otherwise, or has no blank cell beside it.
 */
export function overhang({ sheet, row, column, text, look, columns }: DrawnText): number {
  const width = (at: number): number => columnPixels(sheet.looks.get(at)?.width ?? null);
  const own = width(column);
  if (text.length * LETTER * 2 < own || typeof sheet.cell(row, column) !== "string") return 0;
  const needed = pixels(text);
  if (needed <= own || look.wrap || !["general", "left"].includes(look.horizontal)) return 0;
  let taken = own;
  for (let at = columns.indexOf(column) + 1; at < columns.length && taken < needed; at++) {
    const next = columns[at];
    if (sheet.cell(row, next) !== null || sheet.formula(row, next) !== null) break;
    taken += width(next);
  }
  return taken > own ? taken : 0;
}

function pixels(text: string): number {
  let letters = 0;
  for (const letter of text) letters += letter > "\u2e80" ? 2 : 1;
  return letters * LETTER + PADDING;
}
