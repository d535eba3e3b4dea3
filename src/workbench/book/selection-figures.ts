import type { Area } from "../../engine/address";
import type { Sheet } from "../../engine/sheet";
import { placesIn } from "./places-in";

/** What the selected cells come to. */
export interface SelectionFigures {
  /** Cells that hold anything. */
  readonly count: number;
  readonly numbers: number;
  readonly sum: number;
}

/** More cells than this are not added up while the mouse moves over them. */
const MOST = 200_000;

/** Counts and sums the cells of an area; an area too large for that comes to nothing. */
export function selectionFigures(sheet: Sheet, area: Area): SelectionFigures {
  const figures = { count: 0, numbers: 0, sum: 0 };
  if ((area.bottom - area.top + 1) * (area.right - area.left + 1) > MOST) return figures;
  for (const { row, column } of placesIn(area)) {
    const cell = sheet.cell(row, column);
    figures.count += Number(cell !== null);
    figures.numbers += Number(typeof cell === "number");
    figures.sum += typeof cell === "number" ? cell : 0;
  }
  return figures;
}
