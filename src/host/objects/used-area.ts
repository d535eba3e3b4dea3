import type { Area } from "../../engine/address";
import type { Sheet } from "../../engine/sheet";

/**
 * The smallest area that holds every cell in use, of values alone or of styles too; null = an empty sheet.
 */
export function usedArea(sheet: Sheet, valuesOnly: boolean): Area | null {
  const found: Area[] = [];
  for (let index = 0; index < sheet.columnCount; index++) {
    const top = firstUsed(sheet, index, valuesOnly);
    if (top < 0) continue;
    const bottom = valuesOnly ? lastFilled(sheet, index) : sheet.column(index).end - 1;
    found.push({ top, left: index, bottom, right: index });
  }
  if (found.length === 0) return null;
  return {
    top: Math.min(...found.map(({ top }) => top)),
    left: Math.min(...found.map(({ left }) => left)),
    bottom: Math.max(...found.map(({ bottom }) => bottom)),
    right: Math.max(...found.map(({ right }) => right)),
  };
}

function firstUsed(sheet: Sheet, index: number, valuesOnly: boolean): number {
  const column = sheet.column(index);
  const filled = column.nextFilled(0);
  if (valuesOnly) return filled;
  const end = filled < 0 ? column.end : filled;
  for (let row = 0; row < end; row++) if (column.style(row) >= 0) return row;
  return filled;
}

function lastFilled(sheet: Sheet, index: number): number {
  const column = sheet.column(index);
  for (let row = column.end - 1; row >= 0; row--) {
    if (column.get(row) !== null || column.formula(row) !== null) return row;
  }
  return -1;
}
