import { NONE } from "../../domain/book/lines";
import { FIRST_DAY } from "../../domain/kernel/day";
import type { Cell } from "../../workbook/port";
import { misread, type CellColumn, type Misread } from "./cell-column";
import { tidy } from "./text";

const TYPED =
  /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[T ]+)?(上午|下午)?(\d{1,2})[:时点](\d{1,2})(?:[:分](\d{1,2})(?:\.\d+)?秒?|分)? ?(am|pm)?$/i;
const DAY_SECONDS = 86400;

/** Seconds since midnight of a typed time, or NaN. */
function typedTime(text: string): number {
  const typed = TYPED.exec(text);
  if (typed === null) return NaN;
  const [, before = "", hour = "", minute = "", second = "0", after = ""] = typed;
  const half = (before + after).toLowerCase();
  if (half !== "" && Number(hour) > 12) return NaN;
  const late = half === "pm" || half === "下午";
  const hours = half === "" ? Number(hour) : (Number(hour) % 12) + (late ? 12 : 0);
  const inDay = hours < 24 && Number(minute) < 60 && Number(second) < 60;
  return inDay ? hours * 3600 + Number(minute) * 60 + Number(second) : NaN;
}

/** A fraction of a day, or a serial date with one: its seconds, to the nearest; NaN where it is neither. */
function serialTime(serial: number): number {
  if (serial < 0 || (serial >= 1 && serial < FIRST_DAY)) return NaN;
  return Math.min(Math.round((serial - Math.floor(serial)) * DAY_SECONDS), DAY_SECONDS - 1);
}

/**
 * Seconds since midnight that a cell means: 8:05, 08:05:30, 下午3:20, 8时5分, a part of a day; NONE where blank.
 * NOT_A_TIME.
 */
export function decodeTime(cell: Cell): number | Misread {
  if (cell === null) return NONE;
  if (typeof cell !== "string" && typeof cell !== "number") return misread("NOT_A_TIME", cell);
  const text = typeof cell === "string" ? tidy(cell) : "";
  if (typeof cell === "string" && text === "") return NONE;
  const seconds = typeof cell === "number" ? serialTime(cell) : typedTime(text);
  return Number.isNaN(seconds) ? misread("NOT_A_TIME", cell) : seconds;
}

/** Times of a column; blank cells are left as they are. */
export function decodeTimes(column: CellColumn, into: Int32Array): void {
  const { cells, at, report } = column;
  const met = new Map<Cell, number>();
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] ?? null;
    if (cell === null) continue;
    const time = (typeof cell === "string" ? met.get(cell) : undefined) ?? decodeTime(cell);
    if (typeof time === "number") {
      into[at + i] = time;
      if (typeof cell === "string") met.set(cell, time);
    } else report(i, time);
  }
}
