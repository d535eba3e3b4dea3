import { cellsInTsv, tsvOf } from "./tsv";

describe("text for the clipboard", () => {
  it("puts tabs between cells and line ends between rows", () => {
    expect(
      tsvOf([
        ["螺栓", "2"],
        ["", "x"],
      ]),
    ).toBe("螺栓\t2\r\n\tx");
  });

  it("comes back the same, with tabs, line ends and quotation marks in its cells", () => {
    const rows = [
      ["a\tb", 'say "hi"', ""],
      ["two\nlines", "", "=A1"],
      ["", "", ""],
    ];
    expect(cellsInTsv(tsvOf(rows))).toEqual(rows);
  });

  it("makes no row of the line end after the last row", () => {
    expect(cellsInTsv("a\tb\r\nc\td\r\n")).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
    expect(cellsInTsv("a\n\nb")).toEqual([["a"], [""], ["b"]]);
  });

  it("takes a quotation mark that is never closed for what it is", () => {
    expect(cellsInTsv('"12 inch\tx')).toEqual([['"12 inch', "x"]]);
    expect(cellsInTsv('"a" b\tc')).toEqual([['"a" b', "c"]]);
  });
});
