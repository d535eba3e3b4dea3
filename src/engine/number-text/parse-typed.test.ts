import type { Cell } from "../cell";
import type { Culture } from "./display-text";
import { editText } from "./edit-text";
import { parseTyped } from "./parse-typed";

function typed(text: string, culture: Culture, format: string | null = null) {
  const { value, formula, format: given } = parseTyped(text, { format, culture, year: 2026 });
  return [formula === null ? value : `=${formula}`, given];
}

describe("what a person gets who types into a cell without a format", () => {
  it.each<[string, Cell, string | null]>([
    ["12", 12, null],
    [" -1,234.5 ", -1234.5, "#,##0.00"],
    ["1,234", 1234, "#,##0"],
    ["¥1,234.50", 1234.5, "¥#,##0.00"],
    ["￥12", 12, "¥#,##0"],
    ["-$5", -5, "$#,##0"],
    ["12.5%", 0.125, "0.00%"],
    ["7%", 0.07, "0%"],
    ["(12)", -12, null],
    ["1e5", 100000, "0.00E+00"],
    ["0 1/2", 0.5, "# ?/?"],
    [".5", 0.5, null],
    ["１２．５", 12.5, null],
    ["00123", 123, null],
    ["true", true, null],
    ["#n/a", { error: "#N/A" }, null],
    ["'007", "007", null],
    ["'", "", null],
    ["=A1*2", "=A1*2", null],
    ["+A1+2", "=A1+2", null],
    ["-A1", "=-A1", null],
    ["=", "=", null],
    ["-待定", "-待定", null],
    ["+", "+", null],
    ["1.2.3", "1.2.3", null],
    ["1,,2", "1,,2", null],
    ["--5", "--5", null],
    ["2 pcs", "2 pcs", null],
    ["8:30", 8.5 / 24, "h:mm"],
    ["36:00", 1.5, "[h]:mm:ss"],
    ["8:30:15 PM", (20 * 3600 + 30 * 60 + 15) / 86400, "h:mm:ss AM/PM"],
    ["8:75", "8:75", null],
  ])("%j is %j in either language", (text, value, format) => {
    expect(typed(text, "zh-CN")).toEqual([value, format]);
    expect(typed(text, "en-US")).toEqual([value, format]);
  });

  it.each<[string, Cell, string | null]>([
    ["2026-1-5", 46027, "yyyy/m/d"],
    ["2026/1/5", 46027, "yyyy/m/d"],
    ["26-1-5", 46027, "yyyy/m/d"],
    ["2026年1月5日", 46027, 'yyyy"年"m"月"d"日"'],
    ["2026年1月", 46023, 'yyyy"年"m"月"'],
    ["1月5日", 46027, 'm"月"d"日"'],
    ["1-5", 46027, 'm"月"d"日"'],
    ["2026-1-5 8:30", 46027 + 8.5 / 24, "yyyy/m/d h:mm"],
    ["下午3:20", (15 * 60 + 20) / 1440, "h:mm AM/PM"],
    ["8时30分", 8.5 / 24, 'h"时"mm"分"'],
    ["2026-2-30", "2026-2-30", null],
    ["1/5/2026", "1/5/2026", null],
    ["2026.1.5", "2026.1.5", null],
  ])("%j is %j in Chinese", (text, value, format) => {
    expect(typed(text, "zh-CN")).toEqual([value, format]);
  });

  it.each<[string, Cell, string | null]>([
    ["1/5/2026", 46027, "m/d/yyyy"],
    ["1-5-26", 46027, "m/d/yyyy"],
    ["2026-01-05", 46027, "m/d/yyyy"],
    ["1/5", 46027, "d-mmm"],
    ["5-Jan", 46027, "d-mmm"],
    ["Jan 5, 2026", 46027, "d-mmm-yy"],
    ["5-Jan-2026", 46027, "d-mmm-yy"],
    ["January 2026", 46023, "mmm-yy"],
    ["1/5/2026 3:20 PM", 46027 + (15 * 60 + 20) / 1440, "m/d/yyyy h:mm"],
    ["13/5/2026", "13/5/2026", null],
    ["May", "May", null],
    ["5 kg", "5 kg", null],
  ])("%j is %j in English", (text, value, format) => {
    expect(typed(text, "en-US")).toEqual([value, format]);
  });
});

describe("what a person gets who types into a cell with a format", () => {
  it("is text where the format says so, whatever it looks like", () => {
    for (const text of ["007", "=1+1", "2026-1-5", "TRUE"])
      expect(typed(text, "zh-CN", "@")).toEqual([text, null]);
  });

  it("keeps the cell's format, but for a date among plain numbers", () => {
    expect(typed("1,234", "zh-CN", "0.00")).toEqual([1234, null]);
    expect(typed("2026-1-5", "zh-CN", "yyyy-mm-dd")).toEqual([46027, null]);
    expect(typed("2026-1-5", "zh-CN", "0.00")).toEqual([46027, "yyyy/m/d"]);
  });

  it("is a percentage where the cell shows percent", () => {
    expect(typed("5", "zh-CN", "0%")).toEqual([0.05, null]);
    expect(typed("0.05", "zh-CN", "0%")).toEqual([0.05, null]);
    expect(typed("5%", "zh-CN", "0%")).toEqual([0.05, null]);
  });

  it("counts from 1904 where the workbook does", () => {
    const typing = { format: null, culture: "zh-CN", year: 2026, date1904: true } as const;
    expect(parseTyped("2026-1-5", typing).value).toBe(46027 - 1462);
  });
});

describe("what the formula bar shows", () => {
  it.each<[Cell, string | null, string]>([
    [null, null, ""],
    ["007", "@", "007"],
    ["007", null, "'007"],
    ["=x", null, "'=x"],
    ["plain", null, "plain"],
    [0.1 + 0.2, null, "0.3"],
    [1234.5, "#,##0.00", "1234.5"],
    [0.07, "0%", "7%"],
    [46027, "yyyy-mm-dd", "2026/1/5"],
    [46027.25, "yyyy-mm-dd", "2026/1/5 6:00:00"],
    [true, null, "TRUE"],
    [{ error: "#N/A" }, null, "#N/A"],
    [1e-7, null, "0.0000001"],
  ])("of %j by %j is %j, and typed again gives the same", (value, format, text) => {
    expect(editText({ value, formula: null, format }, { culture: "zh-CN" })).toBe(text);
    const again = parseTyped(text, { format, culture: "zh-CN", year: 2026 }).value;
    if (typeof value === "number") expect(again).toBeCloseTo(value, 12);
    else expect(again).toEqual(value);
  });

  it("of a formula is the formula", () => {
    expect(editText({ value: 3, formula: "A1+1", format: null }, { culture: "zh-CN" })).toBe("=A1+1");
  });
});
