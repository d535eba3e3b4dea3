import { columnIndex, columnName, sheetLimits } from "./address";
import type { Area } from "./address";

/** One end of a reference; null where it names only the other axis (`A:C`, `1:3`). */
interface Corner {
  readonly column: number | null;
  readonly row: number | null;
  readonly columnMark: string;
  readonly rowMark: string;
}

/** A reference to cells as a formula spells it. */
export interface ReadReference {
  /** Whole columns reach from the first row to the last, whole rows likewise. */
  readonly area: Area;
  /** The reference to other cells in the same spelling: its dollar signs, whole columns, one cell or two. */
  readonly spell: (area: Area) => string;
}

/** Reads `A1`, `$A$1:B2`, `A:C` or `1:3`; null for what is none. */
export function readReference(cells: string): ReadReference | null {
  const [first = "", last = first, ...more] = cells.split(":");
  const from = readCorner(first);
  const to = readCorner(last);
  if (from === null || to === null || more.length > 0 || !fits(from, to)) return null;
  const isOneCell = !cells.includes(":");
  return {
    area: areaBetween(from, to),
    spell: (now) => spell(now, from, isOneCell && isCell(now) ? null : to),
  };
}

function areaBetween(from: Corner, to: Corner): Area {
  const [top, bottom] = ordered(from.row ?? 0, to.row ?? sheetLimits.rows - 1);
  const [left, right] = ordered(from.column ?? 0, to.column ?? sheetLimits.columns - 1);
  return { top, bottom, left, right };
}

/** Both ends name the same axes. */
function fits(from: Corner, to: Corner): boolean {
  return (from.row === null) === (to.row === null) && (from.column === null) === (to.column === null);
}

function isCell(area: Area): boolean {
  return area.top === area.bottom && area.left === area.right;
}

function ordered(a: number, b: number): readonly [number, number] {
  return a <= b ? [a, b] : [b, a];
}

function spell(area: Area, from: Corner, to: Corner | null): string {
  const first = spellCorner(from, area.top, area.left);
  return to === null ? first : `${first}:${spellCorner(to, area.bottom, area.right)}`;
}

function spellCorner(corner: Corner, row: number, column: number): string {
  const letters = corner.column === null ? "" : corner.columnMark + columnName(column);
  return letters + (corner.row === null ? "" : corner.rowMark + String(row + 1));
}

const cornerParts = /^(\$?)([A-Za-z]{0,3})(\$?)(\d{0,7})$/;

function readCorner(text: string): Corner | null {
  const match = cornerParts.exec(text);
  if (match === null || text === "") return null;
  const [, before, letters, between, digits] = match;
  const column = letters === "" ? null : columnIndex(letters);
  const row = digits === "" ? null : Number(digits) - 1;
  if (!isOnSheet(column, sheetLimits.columns) || !isOnSheet(row, sheetLimits.rows)) return null;
  return letters === ""
    ? { column, row, columnMark: "", rowMark: before + between }
    : { column, row, columnMark: before, rowMark: between };
}

function isOnSheet(line: number | null, limit: number): boolean {
  return line === null || (line >= 0 && line < limit);
}
