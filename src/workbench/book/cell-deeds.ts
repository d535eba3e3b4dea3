import { type Area, cellName, sheetLimits } from "../../engine/address";
import { EngineError } from "../../engine/engine-error";
import { placesIn } from "./places-in";
import { closedFormula } from "../../engine/formulas/compile/parse";
import { typeFormula } from "../../engine/formulas/spelling";
import type { Culture } from "../../engine/number-text/display-text";
import { parseTyped } from "../../engine/number-text/parse-typed";
import type { Sheet } from "../../engine/sheet";
import type { Workbook } from "../../engine/workbook";
import { type CellOnSheet, shown } from "./shown";

/** An area of one sheet. */
export interface AreaOnSheet {
  readonly sheet: Sheet;
  readonly area: Area;
}

/** Who types: in which language, and in which year. */
export interface Typist {
  readonly culture: Culture;
  readonly year: number;
}

/**
 * Writes what a person typed into a cell; a date or percentage gives the cell the format that goes with it.
 * Refuses (`unsafe`) a text that no cell can hold, and a formula that is none.
 */
export function typeCell(
  book: Workbook,
  cell: CellOnSheet & { readonly text: string },
  typist: Typist,
): void {
  const { sheet, row, column, text } = cell;
  if (text.length > sheetLimits.text)
    throw new EngineError("unsafe", "a text longer than a cell can hold", { cell: cellName(row, column) });
  const { styles, date1904 } = book;
  const style = sheet.style(row, column);
  const typed = parseTyped(text, { ...typist, format: styles.format(style), date1904 });
  if (typed.formula === null) sheet.write(row, column, typed.value);
  else typeFormula(closedFormula(typed.formula), { workbook: book, sheet, row, column });
  const format = typed.format ?? formatOfDay(typed.formula, styles.format(style), typist.culture);
  if (format !== null) sheet.restyle(row, column, styles.withFormat(style, format));
}

/** How a formula that comes to a day or a time is shown, by the function that it begins with. */
const formats: Readonly<Record<Culture, ReadonlyMap<string, string>>> = {
  "zh-CN": new Map([
    ["TODAY", "yyyy/m/d"],
    ["DATE", "yyyy/m/d"],
    ["NOW", "yyyy/m/d h:mm"],
    ["TIME", "h:mm"],
  ]),
  "en-US": new Map([
    ["TODAY", "m/d/yyyy"],
    ["DATE", "m/d/yyyy"],
    ["NOW", "m/d/yyyy h:mm"],
    ["TIME", "h:mm AM/PM"],
  ]),
};

/** The format that Excel gives to a cell without one when such a formula is typed; null = none. */
function formatOfDay(formula: string | null, before: string | null, culture: Culture): string | null {
  if (formula === null || (before !== null && before !== "General")) return null;
  const name = formula.slice(0, formula.indexOf("(")).trim().toUpperCase();
  return formats[culture].get(name) ?? null;
}

/** Empties cells; how they look stays. */
export function clearCells({ sheet, area }: AreaOnSheet): void {
  for (const { row, column } of placesIn(area)) {
    const isBlank = sheet.cell(row, column) === null && sheet.formula(row, column) === null;
    if (!isBlank) sheet.write(row, column, null);
  }
}

/** What the cells of an area show, row by row, for the clipboard. */
export function copiedTexts(
  book: Workbook,
  { sheet, area }: AreaOnSheet,
  culture: Culture,
): readonly (readonly string[])[] {
  const rows: string[][] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const texts: string[] = [];
    for (let column = area.left; column <= area.right; column++)
      texts.push(shown(book, { sheet, row, column }, culture).text);
    rows.push(texts);
  }
  return rows;
}

/**
 * Types rows of texts from the area's first cell on; where the area is several times as large, they fill it.
 * Answers the cells that were written; throws `unsafe` before any where they would reach beyond the sheet.
 */
export function pasteTexts(
  book: Workbook,
  { sheet, area, rows }: AreaOnSheet & { readonly rows: readonly (readonly string[])[] },
  typist: Typist,
): Area {
  const { top, left } = area;
  const size = { down: rows.length, across: Math.max(...rows.map(({ length }) => length)) };
  const down = size.down * timesIn(area.bottom - top + 1, size.down);
  const across = size.across * timesIn(area.right - left + 1, size.across);
  if (top + down > sheetLimits.rows || left + across > sheetLimits.columns)
    throw new EngineError("unsafe", "what is pasted would reach beyond the sheet", { sheet: sheet.name });
  for (let i = 0; i < down; i++) {
    for (let j = 0; j < across; j++) {
      const text = rows[i % size.down].at(j % size.across) ?? "";
      typeCell(book, { sheet, row: top + i, column: left + j, text }, typist);
    }
  }
  return { top, left, bottom: top + down - 1, right: left + across - 1 };
}

/** How often a block fits into the selected cells; at least once, and then only where it fits exactly. */
function timesIn(selected: number, block: number): number {
  return selected % block === 0 ? selected / block : 1;
}
