import { isDateFormat } from "../cell-styles";
import type { Cell } from "../cell";
import type { Culture } from "./display-text";
import { daysOf1904 } from "./serial";
import { typedDate } from "./typed-date";
import { typedNumber } from "./typed-number";
import type { TypedNumber } from "./typed-number";
import { typedTime } from "./typed-time";

/** The cell that is typed into, and who types. */
export interface Typing {
  /** The cell's number format; null = General. */
  readonly format: string | null;
  readonly culture: Culture;
  /** The year of a date that is typed without one. */
  readonly year: number;
  readonly date1904?: boolean;
}

/** What a cell gets. */
export interface Typed {
  readonly value: Cell;
  /** Without its `=`; null where it is no formula. */
  readonly formula: string | null;
  /** The number format that the cell gets; null = it keeps its own. */
  readonly format: string | null;
}

const errorWords = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!"];
const signedFormula = /^[+-](?=.*[A-Za-z(])[\w$.:!()[\]*/^&,\s"+-]+$/;

/**
 * What Excel makes of a text that a person types into a cell: a formula, a number, a date, a time, TRUE, an
 * error, or the text itself. `'` keeps what follows as text, and so does a cell whose format is `@`.
 */
export function parseTyped(text: string, typing: Typing): Typed {
  if (text === "") return plain(null);
  if (text.startsWith("'")) return plain(text.slice(1));
  if (typing.format === "@") return plain(text);
  const formula = formulaOf(text);
  if (formula !== null) return { value: null, formula, format: null };
  const trimmed = text.trim();
  return wordOf(trimmed) ?? numberOf(narrow(trimmed), typing) ?? plain(text);
}

function plain(value: Cell): Typed {
  return { value, formula: null, format: null };
}

function formulaOf(text: string): string | null {
  if (text.startsWith("=") && text.length > 1) return text.slice(1);
  return signedFormula.test(text) && typedNumber(text) === null ? text.replace(/^\+/, "") : null;
}

function wordOf(text: string): Typed | null {
  const upper = text.toUpperCase();
  if (upper === "TRUE" || upper === "FALSE") return plain(upper === "TRUE");
  return errorWords.includes(upper) ? plain({ error: upper }) : null;
}

/** Full-width letters and signs, as Chinese keyboards give them, as plain ones. */
function narrow(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

function numberOf(text: string, typing: Typing): Typed | null {
  const number = typedNumber(text);
  if (number !== null) return withFormat(inPercent(number, text, typing.format), typing.format);
  const time = typedTime(text);
  if (time !== null) return withFormat(time, typing.format);
  const date = typedDate(text, typing);
  if (date === null) return null;
  const shift = typing.date1904 === true ? daysOf1904 : 0;
  return date.value < shift ? null : withFormat({ ...date, value: date.value - shift }, typing.format);
}

/** A number typed into a cell that shows percent is one of them: 5 is 5%, and so is 0.05. */
function inPercent(number: TypedNumber, text: string, format: string | null): TypedNumber {
  const isPercent = format?.includes("%") === true && !text.includes("%");
  if (!isPercent || Math.abs(number.value) < 1) return number;
  return { ...number, value: Number((number.value / 100).toPrecision(15)) };
}

/** A cell that has a format keeps it, but for a date in a cell that shows plain numbers. */
function withFormat({ value, format }: TypedNumber, own: string | null): Typed {
  const isPlain = own === null || /^general$/i.test(own);
  const turnsToDate = !isPlain && isDateFormat(format) && !isDateFormat(own);
  return { value, formula: null, format: isPlain || turnsToDate ? format : null };
}
