import type { Cell, Expectation } from "./port";

/** The cells of one column, in the order of the rows of a change; null = there is no such column. */
export type ColumnThere = (header: string) => readonly Cell[] | null;

/** True where two cells show the same; a blank cell and an empty text do, an error and its text too. */
function sameCell(a: Cell, b: Cell): boolean {
  return a === b || shown(a) === shown(b);
}

function shown(cell: Cell): string | number | boolean {
  return typeof cell === "object" ? (cell?.error ?? "") : cell;
}

/** Which of the rows of a change, by their place in it, hold other cells than was believed. */
export function differingRows({ columns }: Expectation, count: number, there: ColumnThere): number[] {
  const shown = columns.map(({ header, cells }) => ({ cells, there: there(header) }));
  return Array.from({ length: count }, (_, i) => i).filter((i) =>
    shown.some((column) => !sameCell(column.cells[i] ?? null, column.there?.[i] ?? null)),
  );
}

/**
 * The rows (0-based) in which keys stand now, in the order of the keys; -1 where a key is blank, stands in no
 * row or in several.
 */
export function rowsOfKeys(wanted: readonly Cell[], column: readonly Cell[]): number[] {
  const rows = new Map(wanted.filter((key) => key !== null && key !== "").map((key) => [key, -1]));
  const doubled = new Set<Cell>();
  column.forEach((key, row) => {
    const known = rows.get(key);
    if (known === undefined) return;
    if (known >= 0) doubled.add(key);
    rows.set(key, row);
  });
  return wanted.map((key) => (doubled.has(key) ? -1 : (rows.get(key) ?? -1)));
}

/** What is believed of the key of each row of a change. */
export function expectedKeys({ key, columns }: Expectation, count: number): readonly Cell[] {
  const cells = columns.find(({ header }) => header === key)?.cells ?? [];
  return Array.from({ length: count }, (_, i) => cells[i] ?? null);
}
