import { decimalText, figure, MOST_TYPED, powerOfTen, scaled } from "../../domain/kernel/numbers";
import type { Cell } from "../../workbook/port";
import { misread, type CellColumn, type Misread } from "./cell-column";
import { tidy } from "./text";

const TYPED = /^([+-]?)[¥￥$]? *(\d{1,3}(?:,\d{3})+|\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i;
const RATE_DECIMALS = 6;
const PLAIN_DIGITS = 15;
const SAFE_LENGTH = 16;

/**
 * What a short plain decimal like -12.50 is, scaled; NaN where the text is anything else, for the patient to
 * read.
 */
function plainUnits(text: string, decimals: number): number {
  const first = text.charCodeAt(0) === 45 ? 1 : 0;
  let units = 0;
  let point = -1;
  if (text.length === first || text.length > PLAIN_DIGITS) return NaN;
  for (let i = first; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit >= 0 && digit <= 9) units = units * 10 + digit;
    else if (digit === -2 && point < 0 && i > first) point = i;
    else return NaN;
  }
  const missing = point < 0 ? decimals : decimals - (text.length - 1 - point);
  const whole = missing < 0 ? NaN : units * powerOfTen(missing);
  return whole <= MOST_TYPED ? (first === 1 ? -whole : whole) + 0 : NaN;
}

/**
 * Digits and a place for the point as a whole number; exact, ±Infinity beyond 10¹⁵, NaN where a decimal would
 * be lost.
 */
function exactUnits(digits: string, zeros: number): number {
  const wanted = digits.replace(/^0+/, "");
  if (wanted === "") return 0;
  const kept =
    zeros < 0
      ? wanted.slice(0, Math.max(0, wanted.length + zeros))
      : wanted + "0".repeat(Math.min(zeros, 99));
  if (zeros < 0 && /[1-9]/.test(wanted.slice(kept.length))) return NaN;
  const units = kept.length > SAFE_LENGTH ? Infinity : Number(kept);
  return units > MOST_TYPED ? Infinity : units;
}

function outOfRange(cell: Cell, decimals: number): Misread {
  const most = figure(MOST_TYPED, decimals);
  return misread("OUT_OF_RANGE", cell, { least: -most, most });
}

function fit(units: number, cell: Cell, decimals: number): number | Misread {
  if (Number.isNaN(units)) return misread("TOO_MANY_DECIMALS", cell, { decimals });
  return Math.abs(units) <= MOST_TYPED ? units : outOfRange(cell, decimals);
}

function typedAmount(text: string, decimals: number): number | Misread {
  const plain = tidy(text).replace("−", "-");
  if (plain === "") return NaN;
  const typed = TYPED.exec(plain);
  if (typed === null) return misread("NOT_A_NUMBER", text);
  const [, sign, whole = "", fraction = "", exponent = "0"] = typed;
  if (whole + fraction === "") return misread("NOT_A_NUMBER", text);
  const zeros = decimals - fraction.length + Number(exponent);
  const units = exactUnits(whole.replaceAll(",", "") + fraction, zeros);
  return fit(sign === "-" ? 0 - units : units, text, decimals);
}

/** A double as a sheet shows it, to 15 digits: 0.1 + 0.2 is 0.3 there. */
function asShown(cell: number): number {
  return Number(cell.toPrecision(PLAIN_DIGITS));
}

/** A text that is how a double is written which a calculation left, with digits that no sheet shows. */
function isDouble(text: string): boolean {
  return text.length > PLAIN_DIGITS && String(Number(text)) === text;
}

/**
 * The number a cell means in 10^-decimals: exact, NaN where blank. Text may have thousands commas, a sign, ¥
 * or $, full-width digits; it is taken digit by digit, never through a double, unless it is itself how one is
 * written. NOT_A_NUMBER, TOO_MANY_DECIMALS, OUT_OF_RANGE.
 */
export function decodeAmount(cell: Cell, decimals: number): number | Misread {
  if (cell === null) return NaN;
  if (typeof cell === "number") {
    if (!Number.isFinite(cell)) return misread("NOT_A_NUMBER", String(cell));
    const units = scaled(cell, decimals);
    return fit(Number.isNaN(units) ? scaled(asShown(cell), decimals) : units, cell, decimals);
  }
  if (typeof cell !== "string") return misread("NOT_A_NUMBER", cell);
  const units = plainUnits(cell, decimals);
  if (!Number.isNaN(units)) return units;
  const typed = typedAmount(cell, decimals);
  const isLost = typeof typed === "object" && typed.code === "TOO_MANY_DECIMALS";
  return isLost && isDouble(cell) ? decodeAmount(Number(cell), decimals) : typed;
}

/** Numbers of a column in 10^-decimals; blank cells are left as they are. */
export function decodeAmounts(column: CellColumn, into: Float64Array, decimals: number): void {
  const { cells, at, report } = column;
  const scale = powerOfTen(decimals);
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] ?? null;
    if (cell === null) continue;
    const near = typeof cell === "number" ? Math.round(cell * scale) : NaN;
    const exact = near <= MOST_TYPED && near >= -MOST_TYPED && near / scale === cell;
    const units = exact ? near + 0 : decodeAmount(cell, decimals);
    if (typeof units === "number") into[at + i] = units;
    else report(i, units);
  }
}

/**
 * A per cent number in 10⁻⁶, NaN where blank: 13 and the text 13% are both 13 %. A bare number between 0 and
 * 1 is RATE_AS_FRACTION, which offers it times 100. Source: CONTRACT §1.
 */
export function decodeRate(cell: Cell): number | Misread {
  const text = typeof cell === "string" ? tidy(cell) : "";
  if (text.endsWith("%")) return marked(cell, decodeAmount(text.slice(0, -1), RATE_DECIMALS));
  const whole = decodeAmount(cell, RATE_DECIMALS);
  const fraction = typeof whole === "number" && whole > 0 && whole < powerOfTen(RATE_DECIMALS);
  return fraction ? suggested(cell, whole * 100) : whole;
}

function marked(cell: Cell, units: number | Misread): number | Misread {
  const blank = typeof units === "number" && Number.isNaN(units);
  return blank ? misread("NOT_A_NUMBER", cell) : units;
}

function suggested(cell: Cell, units: number): Misread {
  return misread("RATE_AS_FRACTION", cell, { suggested: Number(decimalText(units, RATE_DECIMALS)) });
}

/** Per cent numbers of a column in 10⁻⁶; blank cells are left as they are. */
export function decodeRates(column: CellColumn, into: Float64Array): void {
  const { cells, at, report } = column;
  let last: Cell = null;
  let known = NaN;
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] ?? null;
    if (cell === null) continue;
    const rate = cell === last ? known : decodeRate(cell);
    if (typeof rate === "number") {
      into[at + i] = rate;
      known = rate;
      last = cell;
    } else report(i, rate);
  }
}
