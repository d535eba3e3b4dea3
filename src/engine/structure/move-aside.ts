import { noContent } from "../cell-recorder";
import type { CellContent } from "../cell-recorder";
import type { Sheet } from "../sheet";
import type { Shift } from "./shift";

/** Moves the cells of some rows right to make room, or left to close it. */
export function moveAside(sheet: Sheet, shift: Shift): void {
  const { kind, at, count, from } = shift;
  const to = Math.min(shift.to, sheet.end - 1);
  const width = sheet.columnCount;
  sheet.hasMoved = true;
  for (let row = from; row <= to; row++) {
    if (kind === "insert") moveRight(sheet, row, { at, count, width });
    else moveLeft(sheet, row, { at, count, width });
  }
  if (to >= from) sheet.feed.written("cells", { top: from, bottom: to, left: at, right: width + count });
}

interface Run {
  readonly at: number;
  readonly count: number;
  readonly width: number;
}

function moveRight(sheet: Sheet, row: number, { at, count, width }: Run): void {
  for (let column = width - 1; column >= at; column--) copy(sheet, row, { from: column, to: column + count });
  for (let column = at; column < Math.min(at + count, width); column++) sheet.place(row, column, noContent);
}

function moveLeft(sheet: Sheet, row: number, { at, count, width }: Run): void {
  for (let column = at; column < width; column++) copy(sheet, row, { from: column + count, to: column });
}

function copy(sheet: Sheet, row: number, { from, to }: { from: number; to: number }): void {
  const content = sheet.content(row, from);
  if (isBlank(content) && isBlank(sheet.content(row, to))) return;
  sheet.place(row, to, content);
}

function isBlank({ value, formula, style }: CellContent): boolean {
  return value === null && formula === null && style < 0;
}
