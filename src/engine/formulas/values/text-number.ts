import { serialOfDate } from "./date-serial";

const plainNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const grouped = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;
const yearFirst = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;
const monthFirst = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const clock = /^(\d{1,4}):(\d{2})(?::(\d{2}(?:\.\d+)?))?\s*(am|pm)?$/i;

/**
 * The number that a text stands for where a number is wanted: `12`, `-1,234.5`, `12%`, `¥5`, `1E3`, dates
 * such as `2026-1-5`, `2026年1月5日` and `1/5/2026`, times; null for any other text.
 */
export function numberOfText(typed: string, date1904: boolean): number | null {
  const text = typed.trim();
  const first = text.charCodeAt(0);
  if (text === "" || (first > 57 && first !== 0xa5 && first !== 0xffe5 && first !== 0x20ac)) return null;
  if (plainNumber.test(text)) return limited(Number(text));
  return decorated(text) ?? moment(text, date1904);
}

function limited(number: number): number | null {
  return Number.isFinite(number) ? number : null;
}

/** With a currency sign, a percent sign, brackets for a negative one, or commas between thousands. */
function decorated(text: string): number | null {
  if (text.endsWith("%")) return scaled(text.slice(0, -1), 0.01);
  if (/^\([^+-].*\)$/.test(text)) return scaled(text.slice(1, -1), -1);
  const bare = text.replace(/^([+-]?)[¥￥$€£]\s*/, "$1");
  if (bare !== text) return scaled(bare, 1);
  return grouped.test(text) ? Number(text.replaceAll(",", "")) : null;
}

function scaled(text: string, by: number): number | null {
  const bare = text.trim();
  if (!plainNumber.test(bare) && !grouped.test(bare)) return null;
  const number = Number(bare.replaceAll(",", ""));
  return by === 0.01 ? number / 100 : number * by;
}

function moment(text: string, date1904: boolean): number | null {
  const parts = text.split(/\s+(?!am|pm)/i);
  if (parts.length > 2) return null;
  const date = dateOf(parts[0], date1904);
  if (parts.length === 1) return date ?? timeOf(text);
  const hours = timeOf(parts[1]);
  return date === null || hours === null ? null : date + hours;
}

function dateOf(text: string, date1904: boolean): number | null {
  const [first = "", second = "", third = ""] = partsOf(text);
  if (first === "") return null;
  return serialOfDate({ year: Number(first), month: Number(second), day: Number(third) }, date1904);
}

/** Year, month and day. */
function partsOf(text: string): readonly string[] {
  const chinese = yearFirst.exec(text);
  if (chinese !== null) return chinese.slice(1);
  const [, month = "", day = "", year = ""] = monthFirst.exec(text) ?? [];
  return [year, month, day];
}

function timeOf(text: string): number | null {
  const found = clock.exec(text);
  if (found === null) return null;
  const [hours, minutes, seconds] = found.slice(1, 4).map((part: string | undefined) => Number(part ?? 0));
  if (minutes > 59 || seconds >= 60) return null;
  return (inHalf(hours, text) * 3600 + minutes * 60 + seconds) / 86_400;
}

function inHalf(hours: number, text: string): number {
  if (!/[ap]m$/i.test(text)) return hours;
  return (hours % 12) + (/pm$/i.test(text) ? 12 : 0);
}
