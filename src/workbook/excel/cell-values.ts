import type { Cell } from "../port";

/**
 * Excel would not keep such a text as it is: it could be a formula, a number, a date, a truth or an error.
 */
function isTypedOver(text: string): boolean {
  if (/^\s*[=+\-@'#＝＋－＠]/u.test(text) || /^\s*(true|false)\s*$/i.test(text)) return true;
  if (!/\p{Nd}/u.test(text)) return false;
  const isName = /[^\P{L}年月日号號时時分秒点點上下午A-Za-zÀ-ɏͰ-ӿ]/u.test(text);
  return !isName && (text.match(/\p{L}/gu)?.length ?? 0) <= 12;
}

/**
 * A cell as it is given to Excel, in a column of a number format: a text stays that very text. In a cell of
 * text (`@`) it does by itself, unless it begins with an apostrophe; elsewhere an apostrophe before it, which
 * Excel does not count, sees to that.
 */
export function given(cell: Cell, format: string): string | number | boolean {
  if (cell === null) return "";
  if (typeof cell === "object") return cell.error;
  if (typeof cell !== "string") return cell;
  const isDoubtful = format === "@" ? cell.startsWith("'") : isTypedOver(cell);
  return isDoubtful ? `'${cell}` : cell;
}

/** A value of Excel that is no error as our cell; a blank cell comes as an empty text. */
export function taken(value: unknown): Cell {
  if (typeof value === "number" || typeof value === "boolean") return value;
  return typeof value === "string" && value !== "" ? value : null;
}

/** A text that may be an error: only the value's type tells. */
export function mayBeError(value: unknown): boolean {
  return typeof value === "string" && value.startsWith("#");
}

/** True where a cell shows what was written; Excel keeps 15 digits of a number. */
export function isKept(written: Cell, there: Cell): boolean {
  if (typeof written === "number" && typeof there === "number") {
    return Math.abs(written - there) <= 1e-14 * Math.max(Math.abs(written), Math.abs(there));
  }
  return shownText(written) === shownText(there);
}

function shownText(cell: Cell): string | number | boolean {
  return typeof cell === "object" ? (cell?.error ?? "") : cell;
}

const errorWords: ReadonlySet<string> = new Set(
  "#NULL! #DIV/0! #VALUE! #REF! #NAME? #NUM! #N/A #SPILL! #CALC! #GETTING_DATA".split(" "),
);

/** A text as Excel spells an error. */
export function isErrorWord(text: string): boolean {
  return errorWords.has(text);
}
