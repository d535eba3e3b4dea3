import { isCellError } from "../../cell";
import type { CellError } from "../../cell";
import type { Scalar } from "./scalar";

/**
 * Two numbers that differ by less than this share of their size are the same, as they show the same 15
 * digits.
 */
const sameShare = 2 ** -48;

/** True when two numbers are equal to 15 digits; whole numbers must be the very same. */
function sameNumber(a: number, b: number): boolean {
  if (a === b) return true;
  if (Number.isInteger(a) && Number.isInteger(b)) return false;
  const gap = Math.abs(a - b);
  return gap < Math.abs(a) * sameShare && gap < Math.abs(b) * sameShare;
}

/** Negative when a comes first, 0 when they are equal. */
export function orderOfNumbers(a: number, b: number): number {
  return sameNumber(a, b) ? 0 : a - b;
}

/**
 * Without regard to case: signs, then digits, then letters, then the letters of other scripts by code unit;
 * the same on every machine. Excel's own order depends on its language.
 */
export function orderOfTexts(a: string, b: string): number {
  if (a === b) return 0;
  const small = a.toLowerCase();
  const other = b.toLowerCase();
  const length = Math.min(small.length, other.length);
  for (let i = 0; i < length; i++) {
    const order = letterRank(small.charCodeAt(i)) - letterRank(other.charCodeAt(i));
    if (order !== 0) return order;
  }
  return small.length - other.length;
}

function letterRank(code: number): number {
  const isDigit = code >= 48 && code <= 57;
  const isLetter = code >= 97 && code <= 122;
  return code + (isDigit ? 0x1000 : isLetter || code > 127 ? 0x2000 : 0);
}

/**
 * Excel's order of values: numbers, then texts, then FALSE and TRUE; a blank is the 0, the empty text or the
 * FALSE of its partner. An error has no order: it is the answer.
 */
export function orderOf(a: Scalar, b: Scalar): number | CellError {
  if (typeof a === "number" && typeof b === "number") return orderOfNumbers(a, b);
  if (isCellError(a)) return a;
  if (isCellError(b)) return b;
  return orderOfPlain(a ?? blankBeside(b), b ?? blankBeside(a));
}

type Plain = string | number | boolean;

function orderOfPlain(a: Plain, b: Plain): number {
  if (typeof a === "string" && typeof b === "string") return orderOfTexts(a, b);
  if (typeof a === "number" && typeof b === "number") return orderOfNumbers(a, b);
  return rank(a) - rank(b) || Number(a) - Number(b);
}

function blankBeside(other: Plain | null): Plain {
  if (typeof other === "string") return "";
  return typeof other === "boolean" ? false : 0;
}

function rank(value: Plain): number {
  if (typeof value === "number") return 0;
  return typeof value === "string" ? 1 : 2;
}
