import type { Culture } from "./display-text";
import { serialOf } from "./serial";
import type { TypedNumber } from "./typed-number";
import { typedTime } from "./typed-time";

/** Whose habits decide what a date means, and the year of one that is typed without. */
export interface DateHabits {
  readonly culture: Culture;
  readonly year: number;
}

interface Parts {
  readonly year?: string | undefined;
  readonly month?: string | undefined;
  readonly day?: string | undefined;
}

/** One way to spell a date; `format` is what Excel gives to a cell that shows it. */
interface Spelling {
  readonly shape: RegExp;
  readonly format: string;
}

const monthWords = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const word = "(?<month>[a-z]{3,9})";

const yearFirst = /^(?<year>\d{4}|\d{2})([-/])(?<month>\d{1,2})\2(?<day>\d{1,2})$/;
const fullYearFirst = /^(?<year>\d{4})([-/])(?<month>\d{1,2})\2(?<day>\d{1,2})$/;
const monthAndDay = /^(?<month>\d{1,2})[-/](?<day>\d{1,2})$/;

const spellings: Readonly<Record<Culture, readonly Spelling[]>> = {
  "zh-CN": [
    { shape: yearFirst, format: "yyyy/m/d" },
    {
      shape: /^(?<year>\d{4}|\d{2})年(?<month>\d{1,2})月(?<day>\d{1,2})[日号]?$/,
      format: 'yyyy"年"m"月"d"日"',
    },
    { shape: /^(?<year>\d{4}|\d{2})年(?<month>\d{1,2})月$/, format: 'yyyy"年"m"月"' },
    { shape: /^(?<month>\d{1,2})月(?<day>\d{1,2})[日号]?$/, format: 'm"月"d"日"' },
    { shape: /^(?<year>\d{4})[-/](?<month>\d{1,2})$/, format: 'yyyy"年"m"月"' },
    { shape: monthAndDay, format: 'm"月"d"日"' },
  ],
  "en-US": [
    { shape: /^(?<month>\d{1,2})([-/])(?<day>\d{1,2})\2(?<year>\d{4}|\d{2})$/, format: "m/d/yyyy" },
    { shape: fullYearFirst, format: "m/d/yyyy" },
    { shape: monthAndDay, format: "d-mmm" },
    {
      shape: new RegExp(`^(?<day>\\d{1,2})[- ]${word}[- ,]*(?<year>\\d{4}|\\d{2})$`, "i"),
      format: "d-mmm-yy",
    },
    { shape: new RegExp(`^(?<day>\\d{1,2})[- ]?${word}$`, "i"), format: "d-mmm" },
    { shape: new RegExp(`^${word}[- ](?<day>\\d{1,2}),? +(?<year>\\d{4})$`, "i"), format: "d-mmm-yy" },
    { shape: new RegExp(`^${word}[- ](?<year>\\d{4})$`, "i"), format: "mmm-yy" },
    { shape: new RegExp(`^${word}[- ](?<day>\\d{1,2})$`, "i"), format: "d-mmm" },
  ],
};

/**
 * Reads a date, with a time of day behind it or without; null for what is none, or a day that there is not.
 */
export function typedDate(text: string, habits: DateHabits): TypedNumber | null {
  return dateAlone(text, habits) ?? dateAndTime(text, habits);
}

const twoWords = /^(\S.*?)\s+(\S*\d\S*(?:\s*[AaPp][Mm]?)?)$/;

function dateAndTime(text: string, habits: DateHabits): TypedNumber | null {
  const found = twoWords.exec(text);
  const date = found === null ? null : dateAlone(found[1], habits);
  const time = found === null ? null : typedTime(found[2]);
  if (date === null || time === null || time.value >= 1) return null;
  return { value: date.value + time.value, format: `${plainDate(habits.culture)} h:mm` };
}

function plainDate(culture: Culture): string {
  return culture === "zh-CN" ? "yyyy/m/d" : "m/d/yyyy";
}

function dateAlone(text: string, { culture, year }: DateHabits): TypedNumber | null {
  for (const { shape, format } of spellings[culture]) {
    const parts = shape.exec(text)?.groups;
    const value = parts === undefined ? null : serialOfParts(parts, year);
    if (value !== null) return { value, format };
  }
  return null;
}

function serialOfParts({ year, month = "", day = "1" }: Parts, thisYear: number): number | null {
  const number = /^\d/.test(month) ? Number(month) : monthOf(month);
  return serialOf(year === undefined ? thisYear : fullYear(year), number, Number(day));
}

/** The months by their first three letters or in full; 0 for another word. */
function monthOf(spelled: string): number {
  const full = ["january", "february", "march", "april", "may", "june", "july", "august", "september"];
  const all = [...full, "october", "november", "december"];
  const wanted = spelled.toLowerCase();
  return Math.max(monthWords.indexOf(wanted), all.indexOf(wanted)) + 1;
}

/** Two digits are of this century below 30, else of the last. */
function fullYear(year: string): number {
  const number = Number(year);
  return year.length > 2 ? number : number + (number < 30 ? 2000 : 1900);
}
