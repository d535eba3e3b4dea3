import { decodeText, decodeTexts, isBlank } from "./text";

describe("a code or text in a cell", () => {
  it.each([
    [" A-1002 ", "A-1002"],
    ["Ａ－１００２", "A-1002"],
    ["\u200BA1\uFEFF", "A1"],
    ["00123", "00123"],
    [6901234567890, "6901234567890"],
    [123, "123"],
    [1.5, "1.5"],
    [-7, "-7"],
    [0.000001, "0.000001"],
    ["螺丝　M6", "螺丝 M6"],
    [null, ""],
    [" ", ""],
    [true, "TRUE"],
  ])("%p reads as %p", (cell, text) => {
    expect(decodeText(cell)).toBe(text);
  });

  it.each([1e21, 1234567890123456, 0.1234567890123456])(
    "%p has lost digits already and is refused",
    (cell) => {
      expect(decodeText(cell)).toMatchObject({ code: "OUT_OF_RANGE", facts: { value: String(cell) } });
    },
  );

  it("keeps its row in a column, whoever wrote it", () => {
    const into = ["", "", ""];
    decodeTexts({ cells: ["01H\u00a0", null, " B"], at: 0, report: () => undefined }, into, true);
    expect(into).toEqual(["01H", "", "B"]);
  });

  it("is blank where nothing can be seen", () => {
    expect([null, "", " \u3000", "\u200B", 0, "0", false].map((cell) => isBlank(cell))).toEqual([
      ...[true, true, true, true],
      ...[false, false, false],
    ]);
  });
});
