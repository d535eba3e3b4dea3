import type { CellError } from "../../cell";
import { dayOfSerial, daysInMonth, serialOfParts } from "../values/date-serial";
import type { CalendarDay } from "../values/date-serial";
import { areFine, failed, failureIn, isFailure } from "../values/scalar";
import type { Scalar } from "../values/scalar";
import type { Argument, Operand } from "../values/grid";
import type { World } from "../world";
import { partly, plain, wholeNumber } from "./function-spec";
import type { FunctionTable, Given } from "./function-spec";
import { numbersIn } from "./numbers-in";

/** A part of the day that a serial number names. */
const dayPart = (part: (day: CalendarDay) => number) =>
  plain("n", 1, (given, at) => {
    const day = dayOfSerial(given.number(0), at.date1904);
    return day === null ? failed.number : part(day);
  });

/** A part of the time of day, to the nearest second. */
const timePart = (part: (second: number) => number) =>
  plain("n", 1, (given) => {
    const serial = given.number(0);
    if (serial < 0) return failed.number;
    return part(Math.round((serial - Math.floor(serial)) * 86_400) % 86_400);
  });

function dated(day: CalendarDay, at: World): Scalar {
  return serialOfParts(day, at.date1904) ?? failed.number;
}

/** Years before 1900 count from 1900. */
function date(given: Given, at: World): Scalar {
  const [year, month, day] = [0, 1, 2].map((i) => Math.trunc(given.number(i)));
  if (year < 0 || year > 9999) return failed.number;
  return dated({ year: year < 1900 ? year + 1900 : year, month, day }, at);
}

function time(given: Given): Scalar {
  const seconds = given.number(0) * 3600 + given.number(1) * 60 + given.number(2);
  return seconds < 0 ? failed.number : (seconds % 86_400) / 86_400;
}

/** The same day so many months later, or the last of that month where it has no such day. */
function monthsLater(given: Given, at: World): Scalar {
  const start = dayOfSerial(given.number(0), at.date1904);
  if (start === null) return failed.number;
  const { year, month } = turned(start, Math.trunc(given.number(1)));
  return dated({ year, month, day: Math.min(start.day, daysInMonth(year, month)) }, at);
}

function monthEnd(given: Given, at: World): Scalar {
  const start = dayOfSerial(given.number(0), at.date1904);
  if (start === null) return failed.number;
  const { year, month } = turned(start, Math.trunc(given.number(1)));
  return dated({ year, month, day: daysInMonth(year, month) }, at);
}

function turned({ year, month }: CalendarDay, months: number): Pick<CalendarDay, "year" | "month"> {
  const all = year * 12 + month - 1 + months;
  return { year: Math.floor(all / 12), month: (((all % 12) + 12) % 12) + 1 };
}

/** For each way of counting the days of the week: the day that is first (0 Sunday), and its number. */
const weeks: Readonly<Record<number, readonly [first: number, number: number] | undefined>> = {
  1: [0, 1],
  2: [1, 1],
  3: [1, 0],
  11: [1, 1],
  12: [2, 1],
  13: [3, 1],
  14: [4, 1],
  15: [5, 1],
  16: [6, 1],
  17: [0, 1],
};

/** 0 Sunday to 6 Saturday, as Excel counts: its January and February 1900 are off by one. */
function weekdayOf(serial: number, at: World): number {
  return (((Math.floor(serial) + (at.date1904 ? 1462 : 0) - 1) % 7) + 7) % 7;
}

function weekday(given: Given, at: World): Scalar {
  const way = weeks[Math.trunc(given.number(1, 1))];
  if (way === undefined || given.number(0) < 0) return failed.number;
  return ((weekdayOf(given.number(0), at) - way[0] + 7) % 7) + way[1];
}

/** Whole years, months or days between two days. */
function between(given: Given, at: World): Scalar {
  const [from, to] = [Math.floor(given.number(0)), Math.floor(given.number(1))];
  const start = dayOfSerial(from, at.date1904);
  const end = dayOfSerial(to, at.date1904);
  if (start === null || end === null || from > to) return failed.number;
  const months = (end.year - start.year) * 12 + end.month - start.month - Number(end.day < start.day);
  return spans[given.text(2).toUpperCase()]?.({ start, end, months, days: to - from, at }) ?? failed.number;
}

interface Span {
  readonly start: CalendarDay;
  readonly end: CalendarDay;
  readonly months: number;
  readonly days: number;
  readonly at: World;
}

const spans: Readonly<Record<string, ((span: Span) => number) | undefined>> = {
  D: ({ days }) => days,
  M: ({ months }) => months,
  Y: ({ months }) => Math.floor(months / 12),
  YM: ({ months }) => months % 12,
  MD: ({ start, end }) => {
    if (end.day >= start.day) return end.day - start.day;
    const before = end.month === 1 ? 12 : end.month - 1;
    return daysInMonth(end.year, before) - start.day + end.day;
  },
  YD: ({ start, end, at }) => {
    const isEarlier = end.month < start.month || (end.month === start.month && end.day < start.day);
    const anew = serialOfParts({ ...start, year: end.year - Number(isEarlier) }, at.date1904) ?? 0;
    return (serialOfParts(end, at.date1904) ?? 0) - anew;
  },
};

/** Weekdays from one day to another, both counted, without those that are named as holidays. */
function workdays([first, last, holidays]: readonly Argument[], at: World): Operand {
  const found = [wholeNumber(first, 0, at), wholeNumber(last, 0, at), daysOff(holidays, at)] as const;
  if (!areFine(found)) return failureIn(found);
  const [from, to, off] = found;
  const [start, end] = from <= to ? [from, to] : [to, from];
  let count = weekdaysUpTo(end, at) - weekdaysUpTo(start - 1, at);
  for (const day of off) if (day >= start && day <= end && isWeekday(day, at)) count--;
  return from <= to ? count : -count;
}

function daysOff(holidays: Argument, at: World): ReadonlySet<number> | CellError {
  const days = holidays === undefined ? [] : numbersIn([holidays], at);
  return isFailure(days) ? days : new Set(days.map(Math.floor));
}

function isWeekday(serial: number, at: World): boolean {
  return weekdayOf(serial, at) % 6 !== 0;
}

/** Weekdays from serial 1 to this one. */
function weekdaysUpTo(serial: number, at: World): number {
  let count = Math.floor(serial / 7) * 5;
  for (let day = Math.floor(serial / 7) * 7 + 1; day <= serial; day++) if (isWeekday(day, at)) count++;
  return count;
}

function workdayAfter([first, days, holidays]: readonly Argument[], at: World): Operand {
  const found = [wholeNumber(first, 0, at), wholeNumber(days, 0, at), daysOff(holidays, at)] as const;
  if (!areFine(found)) return failureIn(found);
  const [from, count, off] = found;
  if (Math.abs(count) > 3_000_000) return failed.number;
  const step = Math.sign(count);
  let day = from;
  for (let rest = Math.abs(count); rest > 0;) {
    day += step;
    if (isWeekday(day, at) && !off.has(day)) rest--;
  }
  return day < 0 ? failed.number : day;
}

/** Days, months, weeks and times of day, as serial numbers. */
export const dates: FunctionTable = {
  DATE: plain("nnn", 3, date),
  DATEDIF: plain("nnt", 3, between),
  DATEVALUE: plain("n", 1, (given) => Math.floor(given.number(0))),
  DAY: dayPart(({ day }) => day),
  DAYS: plain("nn", 2, (given) => Math.floor(given.number(0)) - Math.floor(given.number(1))),
  EDATE: plain("nn", 2, monthsLater),
  EOMONTH: plain("nn", 2, monthEnd),
  HOUR: timePart((second) => Math.floor(second / 3600)),
  MINUTE: timePart((second) => Math.floor(second / 60) % 60),
  MONTH: dayPart(({ month }) => month),
  NETWORKDAYS: partly([0, 1], [2, 3], workdays),
  SECOND: timePart((second) => second % 60),
  TIME: plain("nnn", 3, time),
  WEEKDAY: plain("nn", 1, weekday),
  WORKDAY: partly([0, 1], [2, 3], workdayAfter),
  YEAR: dayPart(({ year }) => year),
};
