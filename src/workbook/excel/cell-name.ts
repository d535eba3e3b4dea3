import { columnLetters } from "./choice-lists";

/** What a cell (0-based) is called: `B3`. */
export function cellName(row: number, column: number): string {
  return `${columnLetters(column)}${String(row + 1)}`;
}

/** The first cell of a range that holds anything, by its values or formulas; null where all is blank. */
export function firstFilled(
  cells: readonly (readonly unknown[])[],
  { rowIndex, columnIndex }: Pick<Excel.Range, "rowIndex" | "columnIndex">,
): string | null {
  for (const [r, row] of cells.entries()) {
    const c = row.findIndex((cell) => cell !== "" && cell !== null);
    if (c >= 0) return cellName(rowIndex + r, columnIndex + c);
  }
  return null;
}
