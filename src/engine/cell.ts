/** What a cell in error shows, as Excel spells it: `#N/A`, `#REF!`, … */
export interface CellError {
  readonly error: string;
}

/** What one cell holds; a blank cell is null, a date is a serial number. */
export type Cell = string | number | boolean | null | CellError;

/** True for a cell that shows an error such as `#N/A`. */
export function isCellError(cell: Cell): cell is CellError {
  return typeof cell === "object" && cell !== null;
}

/** True when two cells hold the same, errors compared by what they show. */
export function sameCell(a: Cell, b: Cell): boolean {
  if (a === b) return true;
  return isCellError(a) && isCellError(b) && a.error === b.error;
}
