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
  if (from === null || to === null || more.length > 0) return null;
  if ((from.row === null) !== (to.row === null) || (from.column === null) !== (to.column === null))
    return null;
  const rows = ordered(from.row ?? 0, to.row ?? sheetLimits.rows - 1);
  const columns = ordered(from.column ?? 0, to.column ?? sheetLimits.columns - 1);
  const area = { top: rows[0], bottom: rows[1], left: columns[0], right: columns[1] };
  const isOneCell = !cells.includes(":");
  return { area, spell: (now) => spell(now, from, isOneCell && isCell(now) ? null : to) };
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
  if (column === -1 || row === -1 || (row ?? 0) >= sheetLimits.rows) return null;
  const rowMark = letters === "" ? before + between : between;
  return { column, row, columnMark: letters === "" ? "" : before, rowMark };
}
