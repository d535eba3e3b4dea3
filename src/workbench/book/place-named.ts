import { type Area, columnIndex, parseArea, sheetLimits } from "../../engine/address";
import type { Sheet } from "../../engine/sheet";
import type { Workbook } from "../../engine/workbook";

/** Cells of a sheet. */
export interface NamedPlace {
  readonly sheet: Sheet;
  readonly area: Area;
}

/**
 * What an address (`B3`, `Sheet2!A1:C4`, `B:D`, `3:5`), a table's name or a defined name stands for; null for
 * nothing.
 */
export function placeNamed(book: Workbook, sheet: Sheet, text: string): NamedPlace | null {
  const wanted = text.trim();
  const table = book.table(wanted);
  if (table !== null) return { sheet: table.sheet, area: table.area };
  const name = book.names.find((each) => each.name.toLowerCase() === wanted.toLowerCase());
  return placeOf(book, sheet, name?.formula ?? wanted);
}

function placeOf(book: Workbook, sheet: Sheet, address: string): NamedPlace | null {
  const found = /^=?(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?([^!]+)$/.exec(address);
  if (found === null) return null;
  const [quoted, plain, cells] = found.slice(1).map((part: string | undefined) => part ?? "");
  const name = plain === "" ? quoted.replaceAll("''", "'") : plain;
  const on = name === "" ? sheet : book.sheet(name);
  const area = parseArea(cells.trim()) ?? wholeArea(cells.trim());
  return on === null || area === null ? null : { sheet: on, area };
}

/** Whole columns (`B:D`) or whole rows (`3:5`). */
function wholeArea(text: string): Area | null {
  const [, ...letters] = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/.exec(text) ?? [];
  const [, ...digits] = /^\$?([1-9]\d{0,6}):\$?([1-9]\d{0,6})$/.exec(text) ?? [];
  const [left, right] = ordered(letters.map(columnIndex));
  const [top, bottom] = ordered(digits.map((digit) => Number(digit) - 1));
  const { rows, columns } = sheetLimits;
  if (left >= 0) return { top: 0, left, bottom: rows - 1, right };
  return bottom < rows ? { top, left: 0, bottom, right: columns - 1 } : null;
}

/** Two places, the lesser first; NaN where there are none. */
function ordered([from = Number.NaN, to = Number.NaN]: readonly number[]): readonly [number, number] {
  return from <= to ? [from, to] : [to, from];
}
