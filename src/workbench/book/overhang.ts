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
 * How wide a text is drawn that runs over the blank cells to its right, in pixels; 0 where it stays within
 * its cell: a number, a text that fits, is wrapped or aligned otherwise, or has no blank cell beside it.
 */
export function overhang(drawn: DrawnText): number {
  const own = pixelsOf(drawn.sheet, drawn.column);
  const needed = mayRunOver(drawn, own) ? pixels(drawn.text) : 0;
  if (needed <= own) return 0;
  const width = reached(drawn, own, needed);
  return width > own ? width : 0;
}

function pixelsOf(sheet: Sheet, column: number): number {
  return columnPixels(sheet.looks.get(column)?.width ?? null);
}

function mayRunOver({ sheet, row, column, text, look }: DrawnText, own: number): boolean {
  if (text.length * LETTER * 2 < own || typeof sheet.cell(row, column) !== "string") return false;
  return !look.wrap && (look.horizontal === "general" || look.horizontal === "left");
}

/** With the blank cells beside it, as many as are needed. */
function reached({ sheet, row, column, columns }: DrawnText, own: number, needed: number): number {
  let width = own;
  for (let at = columns.indexOf(column) + 1; at < columns.length && width < needed; at++) {
    if (sheet.cell(row, columns[at]) !== null || sheet.formula(row, columns[at]) !== null) break;
    width += pixelsOf(sheet, columns[at]);
  }
  return width;
}

function pixels(text: string): number {
  let letters = 0;
  for (const letter of text) letters += letter > "\u2e80" ? 2 : 1;
  return letters * LETTER + PADDING;
}
