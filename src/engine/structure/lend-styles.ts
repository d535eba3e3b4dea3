import type { Sheet } from "../sheet";
import type { Workbook } from "../workbook";
import { isWhole } from "./shift";
import type { Shift } from "./shift";

/** Cells that were put in look like those before them; right under a header like those below them. */
export function lendStyles(workbook: Workbook, sheet: Sheet, shift: Shift): void {
  const { axis, at, from } = shift;
  if (axis === "columns") lendAcross(sheet, shift);
  else {
    const isUnderHeader = workbook.tablesOn(sheet).some(({ hasHeader, first }) => hasHeader && first === at);
    const source = isUnderHeader || at === 0 ? at + shift.count : at - 1;
    const to = Math.min(shift.to, sheet.columnCount - 1);
    for (let column = from; column <= to; column++) lendDown(sheet, column, { source, shift });
  }
}

function lendDown(sheet: Sheet, column: number, { source, shift }: { source: number; shift: Shift }): void {
  const { at, count } = shift;
  const there = sheet.column(column);
  const style = there.style(source);
  if (style < 0) return;
  for (let row = at; row < at + count; row++) sheet.restyle(row, column, style);
}

function lendAcross(sheet: Sheet, shift: Shift): void {
  const { at, count } = shift;
  const source = at === 0 ? at + count : at - 1;
  const look = isWhole(shift) ? sheet.looks.get(source) : undefined;
  for (let column = at; column < at + count; column++) {
    if (look !== undefined) sheet.looks.set(column, { ...look, hidden: false });
    if (source < sheet.columnCount) lendColumn(sheet, { source, column }, shift);
  }
}

function lendColumn(
  sheet: Sheet,
  { source, column }: { source: number; column: number },
  { from, to }: Shift,
): void {
  const there = sheet.column(source);
  for (let row = from; row <= Math.min(to, there.end - 1); row++) {
    const style = there.style(row);
    if (style >= 0) sheet.restyle(row, column, style);
  }
}
