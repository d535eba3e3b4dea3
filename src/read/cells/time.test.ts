import { NONE } from "../../domain/book/lines";
import { decodeTime, decodeTimes } from "./time";

describe("a time in a cell", () => {
  it.each([
    ["8:05", 29100],
    ["08:05:30", 29130],
    ["０８：０５", 29100],
    ["8时5分30秒", 29130],
    ["下午3:20", 55200],
    ["3:20 PM", 55200],
    ["12:00 am", 0],
    ["2026-01-05T23:59:59", 86399],
    [0.5, 43200],
    [46027.25, 21600],
    [0.9999999, 86399],
    [0, 0],
  ])("%p is %p seconds after midnight", (cell, seconds) => {
    expect(decodeTime(cell)).toBe(seconds);
  });

  it.each(["24:00", "8:60", "early", 8, -0.5, true, "下午13:00"])("%p is no time", (cell) => {
    expect(decodeTime(cell)).toMatchObject({ code: "NOT_A_TIME" });
  });

  it("is NONE where the cell is blank, and its column keeps its rows", () => {
    const into = new Int32Array(3).fill(NONE);
    decodeTimes({ cells: ["", 0.25, "6:00"], at: 0, report: () => undefined }, into);
    expect([...into]).toEqual([NONE, 21600, 21600]);
  });
});
