import { type Lines, rowOf } from "../book/lines";
import type { Place } from "../kernel/finding";

/** Where a line stands in the book, and one of its columns. */
export function placeOf(lines: Lines, line: number, column: string | null): Place {
  return { ...rowOf(lines, line), rowId: lines.rowId[line] || null, column };
}
