import { NONE } from "../../domain/book/lines";
import { dayOf, dayText, FIRST_DAY, LAST_DAY, type Day } from "../../domain/kernel/day";
import type { Facts } from "../../domain/kernel/finding";
import type { Cell } from "../../workbook/port";
import { misread, type CellColumn, type Misread } from "./cell-column";
import { tidy } from "./text";

const TYPED =
  /^(\d{4}) *[-/.年] *(\d{1,2}) *[-/.月] *(\d{1,2}) *[日号]?(?:[T ]+\d{1,2}:\d{2}[\d:.]*(?:Z|[+-]\d{2}:?\d{2})?)?$/;
const PACKED = /^(\d{4})(\d{2})(\d{2})$/;
const SERIAL = /^\d{5,6}(\.\d+)?$/;
const NINE = 57;
const ZERO = 48;
const HYPHEN = 45;

/** The number that two digits of a text are, or NaN. */
function two(text: string, at: number): number {
  const ten = text.charCodeAt(at);
  const one = text.charCodeAt(at + 1);
  return ten < ZERO || ten > NINE || one < ZERO || one > NINE ? NaN : ten * 10 + one - ZERO * 11;
}

/** The day of a text that is exactly 2026-01-05, or NaN. */
function isoDay(text: string): Day {
  if (text.length !== 10 || text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return NaN;
  const year = two(text, 0) * 100 + two(text, 2);
  const day = dayOf(year, two(text, 5), two(text, 8));
  return day >= FIRST_DAY && day <= LAST_DAY ? day : NaN;
}

function inRange(day: Day, cell: Cell): Day | Misread {
  if (Number.isNaN(day)) return misread("NOT_A_DATE", cell);
  if (day >= FIRST_DAY && day < LAST_DAY + 1) return Math.floor(day);
  return misread("OUT_OF_RANGE", cell, { least: dayText(FIRST_DAY), most: dayText(LAST_DAY) });
}

/** Digits without a separator: 20260105, or a serial number in a cell that was made text. */
function packedDay(text: string): Day {
  const packed = PACKED.exec(text);
  if (packed !== null) return dayOf(Number(packed[1]), Number(packed[2]), Number(packed[3]));
  return SERIAL.test(text) ? Number(text) : NaN;
}

const SHORT = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;

/** What 1/5/2026 may mean, as two days or one; nothing for a text of another kind. */
function eitherDay(text: string): Facts {
  const [, first = "", second = "", year = ""] = SHORT.exec(text) ?? [];
  const days = [dayOf(Number(year), Number(first), Number(second))];
  if (first !== second) days.push(dayOf(Number(year), Number(second), Number(first)));
  const possible = days.filter((day) => day >= FIRST_DAY && day <= LAST_DAY).map(dayText);
  return Object.fromEntries(possible.map((day, i) => [i === 0 ? "either" : "or", day]));
}

function typedDay(text: string): Day | Misread {
  const plain = tidy(text);
  if (plain === "") return NONE;
  const typed = TYPED.exec(plain);
  const day = typed === null ? packedDay(plain) : dayOf(Number(typed[1]), Number(typed[2]), Number(typed[3]));
  return Number.isNaN(day) ? misread("NOT_A_DATE", text, eitherDay(plain)) : inRange(day, text);
}

/**
 * The day a cell means, its time of day left out; NONE where blank. It takes serial numbers, 2026-01-05,
 * 2026/1/5,
 * 2026.1.5, 2026年1月5日, 20260105 and ISO date-times, full-width or not. NOT_A_DATE, or OUT_OF_RANGE before
 * 1980 and after 2199. Source: CONTRACT §1.
 */
export function decodeDay(cell: Cell): Day | Misread {
  if (cell === null) return NONE;
  if (typeof cell === "number") {
    const packed = cell > LAST_DAY ? packedDay(String(cell)) : NaN;
    return inRange(Number.isNaN(packed) ? cell : packed, cell);
  }
  if (typeof cell !== "string") return misread("NOT_A_DATE", cell);
  const day = isoDay(cell);
  return Number.isNaN(day) ? typedDay(cell) : day;
}

/** Days of a column; blank cells are left as they are. */
export function decodeDays(column: CellColumn, into: Int32Array): void {
  const { cells, at, report } = column;
  let last: Cell = null;
  let known = NONE;
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] ?? null;
    if (cell === null) continue;
    const day = cell === last ? known : decodeDay(cell);
    if (typeof day === "number") {
      into[at + i] = day;
      known = day;
      last = cell;
    } else report(i, day);
  }
}
