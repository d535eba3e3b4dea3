import { civil, dayFromText, dayOf, dayText, daysInMonth, FIRST_DAY, LAST_DAY, monthText } from "./day";

const DAY_MS = 86_400_000;

/** The calendar as JavaScript knows it, as a second opinion. */
function isoOf(day: number): string {
  return new Date((day - 25_569) * DAY_MS).toISOString().slice(0, 10);
}

describe("a day", () => {
  it("is the same as its civil date, both ways, on every day from 1980 to 2199", () => {
    expect([isoOf(FIRST_DAY), isoOf(LAST_DAY)]).toEqual(["1980-01-01", "2199-12-31"]);
    const wrong: number[] = [];
    for (let day = FIRST_DAY; day <= LAST_DAY; day++) {
      const { year, month, date } = civil(day);
      const text = isoOf(day);
      const isRight = dayOf(year, month, date) === day && dayText(day) === text && dayFromText(text) === day;
      if (!isRight || monthText(day) !== text.slice(0, 7) || date > daysInMonth(year, month)) wrong.push(day);
    }
    expect(wrong).toEqual([]);
  });

  it("is none where the calendar has none", () => {
    for (const text of ["2026-02-29", "2100-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "26-1-1", ""])
      expect(dayFromText(text)).toBeNaN();
    expect(dayText(dayFromText("2000-02-29"))).toBe("2000-02-29");
  });
});
