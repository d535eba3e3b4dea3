import { civil } from "../kernel/day";

/** The month of a day, counted through the years; days that repeat are looked up once. */
export function monthCounter(): (day: number) => number {
  let last = NaN;
  let month = NaN;
  return (day) => {
    if (day === last) return month;
    const { year, month: ofYear } = civil(day);
    last = day;
    month = year * 12 + ofYear;
    return month;
  };
}
