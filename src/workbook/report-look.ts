import type { Cell } from "./port";

/** What is behind the headers of a report: a light grey, RRGGBB. */
export const headerFill = "EDEDED";

/** Rows by which a column's width is judged. */
const SAMPLE = 200;
const bounds = { least: 6, most: 40, spare: 3 } as const;

/** How many characters wide a column of a report is, by its headers and its first rows; titles run over. */
export function reportWidth(rows: readonly (readonly Cell[])[], column: number, titleRows: number): number {
  const sample = rows.slice(titleRows, titleRows + SAMPLE).map((cells) => breadth(cells[column] ?? null));
  return Math.min(Math.max(bounds.least, ...sample) + bounds.spare, bounds.most);
}

/** Characters outside Latin take two places. */
function breadth(cell: Cell): number {
  if (typeof cell !== "string") return cell === null ? 0 : 10;
  let places = 0;
  for (const letter of cell) places += letter > "\u2e80" ? 2 : 1;
  return places;
}
