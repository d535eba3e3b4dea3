import type { TypedNumber } from "./typed-number";

const clock =
  /^(?<hour>\d{1,4}):(?<minute>\d{1,2})(?::(?<second>\d{1,2}(?:\.\d{1,3})?))?(?:\s*(?<half>[ap])m?)?$/i;
const chinese =
  /^(?:(?<half>上午|下午)\s*)?(?<hour>\d{1,2})(?:时|点)(?:(?<minute>\d{1,2})分)?(?:(?<second>\d{1,2})秒)?$/;
const halfFirst = /^(?<half>上午|下午)\s*(?<hour>\d{1,2}):(?<minute>\d{1,2})(?::(?<second>\d{1,2}))?$/;

/** Reads a time of day or a duration: `8:30`, `8:30:15 PM`, `下午3:20`, `8时30分`, `36:00`. A day is 1. */
export function typedTime(text: string): TypedNumber | null {
  const groups = clock.exec(text)?.groups ?? halfFirst.exec(text)?.groups;
  if (groups !== undefined) return fromParts(groups, false);
  const spelled = chinese.exec(text)?.groups;
  return spelled === undefined ? null : fromParts(spelled, true);
}

type Parts = Readonly<Record<string, string | undefined>>;

function fromParts({ half, hour = "", minute = "0", second }: Parts, isChinese: boolean): TypedNumber | null {
  const seconds = Number(second ?? 0);
  const hours = half === undefined ? Number(hour) : halfDayHour(Number(hour), half);
  if (hours === null || Number(minute) > 59 || seconds >= 60) return null;
  const value = (hours * 3600 + Number(minute) * 60 + seconds) / 86_400;
  return { value, format: formatOf({ hours, second, half, isChinese }) };
}

/** The hour of the day of one between 1 and 12; null for another. */
function halfDayHour(hour: number, half: string): number | null {
  if (hour > 12 || hour < 1) return null;
  return (hour % 12) + (/^(p|下午)/i.test(half) ? 12 : 0);
}

interface Look {
  readonly hours: number;
  readonly second: string | undefined;
  readonly half: string | undefined;
  readonly isChinese: boolean;
}

function formatOf({ hours, second, half, isChinese }: Look): string {
  if (hours >= 24) return "[h]:mm:ss";
  if (second?.includes(".") === true) return "mm:ss.0";
  const seconds = second === undefined ? "" : isChinese ? 'ss"秒"' : ":ss";
  if (isChinese) return `h"时"mm"分"${seconds}`;
  return `h:mm${seconds}${half === undefined ? "" : " AM/PM"}`;
}
