import { isDateFormat } from "../cell-styles";
import type { Cell } from "../cell";
import { displayText } from "./display-text";
import type { Showing } from "./display-text";
import { parseTyped } from "./parse-typed";

/** A cell as it stands before it is edited. */
export interface EditedCell {
  readonly value: Cell;
  /** Without its `=`; null where it holds none. */
  readonly formula: string | null;
  readonly format: string | null;
}

/** What the formula bar shows: typed again as it is, it gives the same cell. */
export function editText({ value, formula, format }: EditedCell, showing: Showing): string {
  if (formula !== null) return `=${formula}`;
  if (typeof value === "string") return guarded(value, format, showing);
  return typeof value === "number" ? numberText(value, format, showing) : displayText(value, format, showing);
}

function numberText(value: number, format: string | null, showing: Showing): string {
  if (isDateFormat(format)) return dateText(value, showing);
  return format?.includes("%") === true ? `${digitsOf(value * 100)}%` : digitsOf(value);
}

/** With `'` before a text that would else be read as something else. */
function guarded(text: string, format: string | null, { culture }: Showing): string {
  const { value } = parseTyped(text, { format, culture, year: 2000 });
  return value === text ? text : `'${text}`;
}

/** All the fifteen digits that Excel keeps. */
function digitsOf(value: number): string {
  const digits = Number(value.toPrecision(15));
  const size = Math.abs(digits);
  if (size !== 0 && (size >= 1e20 || size < 1e-9)) return digits.toExponential().toUpperCase();
  return size < 1e-6 && size !== 0 ? digits.toFixed(20).replace(/0+$/, "") : String(digits);
}

function dateText(value: number, showing: Showing): string {
  const day = showing.culture === "zh-CN" ? "yyyy/m/d" : "m/d/yyyy";
  const clock = showing.culture === "zh-CN" ? "h:mm:ss" : "h:mm:ss AM/PM";
  if (Number.isInteger(value)) return displayText(value, day, showing);
  return displayText(value, value < 1 ? clock : `${day} ${clock}`, showing);
}
