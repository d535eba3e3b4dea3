/** A rectangle of cells, 0-based, both ends included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Rows and columns a sheet can have, and characters a cell's text. */
export const sheetLimits = { rows: 1_048_576, columns: 16_384, text: 32_767 } as const;

const names: string[] = [];

/** The letters of a 0-based column: 0 → `A`, 26 → `AA`. */
export function columnName(column: number): string {
  return (names[column] ??= spellColumn(column));
}

function spellColumn(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** The 0-based column of its letters in either case; -1 when they name no column. */
export function columnIndex(letters: string): number {
  let column = 0;
  for (let i = 0; i < letters.length; i++) {
    const digit = (letters.charCodeAt(i) | 32) - 96;
    if (digit < 1 || digit > 26) return -1;
    column = column * 26 + digit;
  }
  return column > sheetLimits.columns ? -1 : column - 1;
}

/** `B3` of a 0-based row and column. */
export function cellName(row: number, column: number): string {
  return columnName(column) + String(row + 1);
}

/** `A1:B3`, or `A1` where it is one cell. */
export function areaName(area: Area): string {
  const first = cellName(area.top, area.left);
  return area.top === area.bottom && area.left === area.right
    ? first
    : `${first}:${cellName(area.bottom, area.right)}`;
}

/** The rectangle of `A1:B3` or `A1`, dollar signs allowed; null for anything else, whole columns too. */
export function parseArea(text: string): Area | null {
  const [first = "", last = first, ...more] = text.split(":");
  const from = parseCell(first);
  const to = parseCell(last);
  if (from === null || to === null || more.length > 0) return null;
  const area = { top: from.row, left: from.column, bottom: to.row, right: to.column };
  return area.top <= area.bottom && area.left <= area.right ? area : null;
}

function parseCell(text: string): { readonly row: number; readonly column: number } | null {
  const [, letters = "", digits = ""] = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(text) ?? [];
  const column = columnIndex(letters);
  const row = Number(digits) - 1;
  return column < 0 || row < 0 || row >= sheetLimits.rows ? null : { row, column };
}

/** True when the two rectangles share a cell. */
export function overlaps(a: Area, b: Area): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

/** The rectangle of one cell. */
export function areaOfCell(row: number, column: number): Area {
  return { top: row, left: column, bottom: row, right: column };
}

/** True when the first rectangle holds every cell of the second. */
export function covers(outer: Area, inner: Area): boolean {
  const holdsRows = outer.top <= inner.top && outer.bottom >= inner.bottom;
  return holdsRows && outer.left <= inner.left && outer.right >= inner.right;
}

/** The cells that both rectangles hold; null when there are none. */
export function intersection(a: Area, b: Area): Area | null {
  if (!overlaps(a, b)) return null;
  return {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
}
