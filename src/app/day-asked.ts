import { NONE } from "../domain/book/lines";
import type { Day } from "../domain/kernel/day";
import { decodeDay } from "../read/cells/day";
import type { Cell } from "../workbook/port";

/**
 * The day that somebody asks for, in every form that a cell of the book may have; blank = that one, null = it
 * is none.
 */
export function dayAsked(cell: Cell, otherwise: Day): Day | null {
  const day = decodeDay(cell === "" ? null : cell);
  if (typeof day === "object") return null;
  return day === NONE ? otherwise : day;
}
