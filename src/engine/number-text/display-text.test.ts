import type { Cell } from "../cell";
import { displayText } from "./display-text";
import type { Culture } from "./display-text";

function shown(value: Cell, format: string | null, culture: Culture = "zh-CN"): string {
  return displayText(value, format, { culture });
}

describe("what a cell shows", () => {
  it.each<[Cell, string | null, string]>([
    [null, "0.00", ""],
    ["text", null, "text"],
    [true, "0.00", "TRUE"],
    [{ error: "#N/A" }, "0.00", "#N/A"],
    [0.1 + 0.2, null, "0.3"],
    [1 / 3, null, "0.333333333"],
    [12345678901, null, "12345678901"],
    [123456789012, null, "1.23457E+11"],
    [-0, null, "0"],
    [1234567.891, "#,##0.00", "1,234,567.89"],
    [-3, "0.00;[Red]-0.00", "-3.00"],
    [-1.5, "0.00_);(0.00)", "(1.50)"],
    [0.256, "0%", "26%"],
    [46027, "yyyy-mm-dd", "2026-01-05"],
    [46027.5, 'yyyy"年"m"月"d"日" h:mm', "2026年1月5日 12:00"],
    [1.5, "[h]:mm", "36:00"],
    ["x", '0;-0;0;"<"@">"', "<x>"],
    [0.1 + 0.2, "0.00000000000000000", "0.30000000000000000"],
    ["1", "@", "1"],
    [5, "@", "5"],
    [-1, "yyyy-mm-dd", "########"],
  ])("is %j by %j: %s", (value, format, text) => {
    expect(shown(value, format)).toBe(text);
  });

  it("follows the language in names of days and halves of the day", () => {
    expect(shown(46027.6, "ddd h:mm AM/PM", "zh-CN")).toBe("周一 2:24 下午");
    expect(shown(46027.6, "ddd h:mm AM/PM", "en-US")).toBe("Mon 2:24 PM");
  });

  it("counts dates from 1904 where the workbook does, and nothing else", () => {
    const showing = { culture: "en-US", date1904: true } as const;
    expect(displayText(46027 - 1462, "yyyy-mm-dd", showing)).toBe("2026-01-05");
    expect(displayText(5, "0.0", showing)).toBe("5.0");
  });
});
