import { given, isKept, taken } from "./cell-values";

describe("a text given to Excel", () => {
  it.each([
    "=1+1",
    " =1",
    "+86 138",
    "-",
    "@a",
    "'x",
    "#N/A",
    "＝1",
    "00123",
    "１２",
    "1/2",
    "5 Mar",
    "2026年1月5日",
    "上午8时",
    "true",
    "12%",
    "¥5",
  ])("has an apostrophe before it where Excel would make something else of it: %s", (text) => {
    expect(given(text, "General")).toBe(`'${text}`);
  });

  it.each(["bolt", "螺栓 M6", "第2仓库", "screw M6 stainless steel", "trueness", "a=b", ""])(
    "is as it is where Excel leaves it alone: %s",
    (text) => {
      expect(given(text, "General")).toBe(text);
    },
  );

  it("is as it is in a cell of text, unless it begins with an apostrophe", () => {
    expect(given("=00123", "@")).toBe("=00123");
    expect(given("'quoted", "@")).toBe("''quoted");
  });
});

describe("a value of Excel", () => {
  it("is our cell, a blank one null", () => {
    expect(["", 0, false, "x", undefined].map(taken)).toEqual([null, 0, false, "x", null]);
  });

  it("is what was written, up to the fifteen digits that Excel keeps", () => {
    expect(isKept(0.1 + 0.2, 0.3)).toBe(true);
    expect(isKept(1, 1.0000001)).toBe(false);
    expect(isKept(null, "")).toBe(true);
    expect(isKept({ error: "#N/A" }, "#N/A")).toBe(true);
    expect(isKept("1", 1)).toBe(false);
  });
});
