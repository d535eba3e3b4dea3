import type { Cell } from "../../workbook/port";
import { misread, type CellColumn, type Misread } from "./cell-column";

const UNSEEN = /[\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g;
const FULL_WIDTH = /[\uFF01-\uFF5E]/g;
const MOST_DIGITS = 15;

/** True where nothing can be seen in the cell. */
export function isBlank(cell: Cell): boolean {
  if (typeof cell !== "string") return cell === null;
  const first = cell.charCodeAt(0);
  return !(first > 32 && first < 127) && tidy(cell) === "";
}

/**
 * The text as it was meant: no blanks around it, nothing invisible in it, full-width signs as half-width
 * ones.
 */
export function tidy(text: string): string {
  for (let i = 0; i < text.length; i++) {
    const sign = text.charCodeAt(i);
    if (sign <= 32 || (sign > 126 && isOdd(sign))) return tidied(text);
  }
  return text;
}

function isOdd(sign: number): boolean {
  return sign >= 0xff01 || sign === 0x3000 || (sign >= 0x2000 && sign <= 0x206f) || sign <= 0xa0;
}

function tidied(text: string): string {
  const half = text.replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  return half
    .replace(UNSEEN, "")
    .replace(/\u3000/g, " ")
    .trim();
}

/** Text that a program wrote: blanks around it are taken away, no more is looked at. */
function trimmed(text: string): string {
  const last = text.length - 1;
  return text.charCodeAt(0) > 32 && text.charCodeAt(last) > 32 && text.charCodeAt(last) < 127
    ? text
    : tidy(text);
}

/**
 * The text of a code, a name or a mark: "" where blank. A number becomes its decimal digits, so that a
 * barcode stays itself; with more than 15 digits the cell has lost some already: OUT_OF_RANGE.
 */
export function decodeText(cell: Cell): string | Misread {
  if (cell === null) return "";
  if (typeof cell === "string") return tidy(cell);
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  if (typeof cell === "object") return misread("CELL_ERROR", cell);
  const text = String(cell);
  const digits = text.replace(/^-?0?\.?0*|\./g, "").length;
  const inexact = digits > MOST_DIGITS || text.includes("e") || !Number.isFinite(cell);
  return inexact ? misread("OUT_OF_RANGE", text, { least: null, most: "999999999999999" }) : text;
}

/**
 * Texts of a column; `stamped` where a program wrote them, who leaves no full-width signs. Blank cells are
 * left.
 */
export function decodeTexts(column: CellColumn, into: string[], stamped: boolean): void {
  const { cells, at, report } = column;
  let last: Cell = null;
  let known = "";
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] ?? null;
    if (cell === null) continue;
    const text =
      cell === last ? known : typeof cell === "string" && stamped ? trimmed(cell) : decodeText(cell);
    if (typeof text === "string") {
      into[at + i] = text;
      known = text;
      last = cell;
    } else report(i, text);
  }
}
