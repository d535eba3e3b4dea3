import fc from "fast-check";
import { NONE } from "../../domain/book/lines";
import { dayFromText, dayText, FIRST_DAY, LAST_DAY } from "../../domain/kernel/day";
import { decodeDay, decodeDays } from "./day";

describe("a day in a cell", () => {
  const day = dayFromText("2026-01-05");

  it.each([
    ["2026-01-05"],
    ["2026-1-5"],
    ["2026/01/05"],
    ["2026.1.5"],
    ["2026年1月5日"],
    ["2026 年 1 月 5 号"],
    ["20260105"],
    ["２０２６－０１－０５"],
    ["  2026-01-05  "],
    ["2026-01-05T08:30:00"],
    ["2026/1/5 8:30"],
    ["2026-01-05T08:30:00.000Z"],
    [46027],
    [46027.75],
    ["46027"],
    [20260105],
  ])("%p is the fifth of January 2026", (cell) => {
    expect(decodeDay(cell)).toBe(day);
  });

  it("is NONE where the cell is blank", () => {
    expect([null, "", "　 "].map(decodeDay)).toEqual([NONE, NONE, NONE]);
  });

  it.each(["2026-02-30", "5/1", "明天", "2026-13-01", true, "20261301"])("%p is no day", (cell) => {
    expect(decodeDay(cell)).toMatchObject({ code: "NOT_A_DATE" });
  });

  it.each([
    ["1/5/2026", { either: "2026-01-05", or: "2026-05-01" }],
    ["5-5-2026", { either: "2026-05-05" }],
    ["31.1.2026", { either: "2026-01-31" }],
    ["31/31/2026", {}],
  ])("%p does not say which is the month, and is told as what it may be", (value, facts) => {
    expect(decodeDay(value)).toEqual({ code: "NOT_A_DATE", facts: { value, ...facts } });
  });

  it("is refused before 1980 and after 2199, with both ends named", () => {
    const facts = { least: "1980-01-01", most: "2199-12-31" };
    for (const cell of ["1979-12-31", "2200-01-01", 3, -5]) {
      expect(decodeDay(cell)).toEqual({ code: "OUT_OF_RANGE", facts: { value: cell, ...facts } });
    }
    expect([decodeDay("1980-01-01"), decodeDay("2199-12-31")]).toEqual([FIRST_DAY, LAST_DAY]);
  });

  it("that shows an error says which", () => {
    expect(decodeDay({ error: "#N/A" })).toEqual({ code: "CELL_ERROR", facts: { error: "#N/A" } });
  });

  it("comes back from its own text, whichever it is", () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST_DAY, max: LAST_DAY }), (any) => {
        expect([decodeDay(dayText(any)), decodeDay(any + 0.5)]).toEqual([any, any]);
      }),
    );
  });

  it("lands in its own row of a column, blanks left alone", () => {
    const into = new Int32Array(6).fill(NONE);
    const raised: number[] = [];
    const cells = ["2026-01-05", null, "x", 46028.2, "2026-01-05"];
    decodeDays({ cells, at: 1, report: (row) => raised.push(row) }, into);
    expect([[...into], raised]).toEqual([[NONE, day, NONE, NONE, day + 1, day], [2]]);
  });
});
