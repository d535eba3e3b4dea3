import { format as formatNumber } from "numfmt";
import { isDateFormat } from "../cell-styles";
import { isCellError } from "../cell";
import type { Cell } from "../cell";
import { daysOf1904 } from "./serial";

/** Whose habits dates, months and signs follow. */
export type Culture = "zh-CN" | "en-US";

/** How a value is to be shown. */
export interface Showing {
  readonly culture: Culture;
  readonly date1904?: boolean;
}

/** What Excel shows for a date that is none. */
const noDate = "########";

const kinds = new Map<string, { readonly isDate: boolean; readonly isPlain: boolean }>();

/** What the cell shows: its value by its number format (null = General). A blank cell shows nothing. */
export function displayText(value: Cell, format: string | null, showing: Showing): string {
  if (value === null) return "";
  if (typeof value === "number") return numberText(value, format, showing);
  if (typeof value === "string")
    return kindOf(format).isPlain ? value : shown(value, format ?? "", showing.culture);
  return isCellError(value) ? value.error : booleanText(value);
}

/** TRUE or FALSE, in every language. */
function booleanText(value: boolean): string {
  return value ? "TRUE" : "FALSE";
}

function numberText(value: number, format: string | null, { culture, date1904 }: Showing): string {
  const { isDate, isPlain } = kindOf(format);
  if (isPlain) return generalText(value);
  return shown(isDate && date1904 === true ? value + daysOf1904 : inDigits(value), format ?? "", culture);
}

/** A number to the fifteen digits that Excel shows of it, however many its format asks for. */
export function inDigits(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}

function kindOf(format: string | null): { readonly isDate: boolean; readonly isPlain: boolean } {
  if (format === null) return { isDate: false, isPlain: true };
  const known = kinds.get(format);
  if (known !== undefined) return known;
  const kind = { isDate: isDateFormat(format), isPlain: format === "@" || /^general$/i.test(format) };
  kinds.set(format, kind);
  return kind;
}

/** A number as Excel shows it in a wide cell without a format: up to eleven places, else with an exponent. */
function generalText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e11) return String(value === 0 ? 0 : value);
  return shown(value, "General", "en-US");
}

function shown(value: string | number, format: string, culture: Culture): string {
  const options = { locale: culture, dateErrorNumber: false, dateSpanLarge: false, overflow: noDate };
  return formatNumber(format, value, { ...options, throws: false, invalid: "General" });
}
