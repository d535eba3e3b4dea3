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
  const { at, count, from } = shift;
  const source = at === 0 ? at + count : at - 1;
  const look = isWhole(shift) ? sheet.looks.get(source) : undefined;
  if (source >= sheet.columnCount && look === undefined) return;
  const to = Math.min(shift.to, sheet.end - 1);
  for (let column = at; column < at + count; column++) {
    if (look !== undefined) sheet.looks.set(column, { ...look, hidden: false });
    for (let row = from; row <= to; row++) {
      const style = sheet.column(source).style(row);
      if (style >= 0) sheet.restyle(row, column, style);
    }
  }
}
