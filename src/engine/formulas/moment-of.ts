import { serialOfDate } from "./values/date-serial";
import type { CalculationMoment } from "./world";

/** The time of formulas of a local time such as `2026-01-05T09:30:00`. */
export function momentOf(localTime: string): CalculationMoment {
  const [year, month, day, hour = 0, minute = 0, second = 0] = localTime.split(/[-T:]/).map(Number);
  const todaySerial = serialOfDate({ year, month, day }, false) ?? 0;
  return { todaySerial, nowSerial: todaySerial + (hour * 3600 + minute * 60 + second) / 86_400 };
}
