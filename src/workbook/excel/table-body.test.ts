import { tableBody } from "./table-body";

const outline = { name: "T", sheet: "S", headers: ["a", "b", "c"], bodyRows: 3 };

describe("the body of a table while it is read", () => {
  it("is what was read last where rows come in twice", () => {
    const body = tableBody(outline);
    body.take({
      from: 0,
      rowIndex: 4,
      values: [
        ["x", 1, ""],
        ["y", "", ""],
      ],
    });
    body.take({ from: 0, rowIndex: 6, values: [["", 2, ""]] });
    body.take({
      from: 1,
      rowIndex: 7,
      values: [
        ["y", "", ""],
        ["z", true, ""],
      ],
    });
    const cells = body.cells();
    expect({ rowCount: cells.rowCount, firstRow: cells.firstRow }).toEqual({ rowCount: 3, firstRow: 7 });
    expect([0, 1, 2].map((index) => cells.column(index))).toEqual([
      [null, "y", "z"],
      [2, null, true],
      [null, null, null],
    ]);
    expect([cells.column(0, 1, 2), cells.column(2, 0, 1)]).toEqual([["y"], [null]]);
  });

  it("tells a text that looks like an error from an error by its type", () => {
    const body = tableBody(outline);
    expect(body.take({ from: 0, rowIndex: 1, values: [["x", 1, ""]] })).toBe(false);
    expect(
      body.take({
        from: 1,
        rowIndex: 2,
        values: [
          ["#N/A", "", ""],
          ["#1", "", "#REF!"],
        ],
      }),
    ).toBe(true);
    body.type(1, [
      ["Error", "Empty", "Empty"],
      ["String", "Empty", "Error"],
    ]);
    const cells = body.cells();
    expect(cells.column(0)).toEqual(["x", { error: "#N/A" }, "#1"]);
    expect(cells.column(2)).toEqual([null, null, { error: "#REF!" }]);
  });

  it("has no rows where it is one blank row", () => {
    const body = tableBody({ ...outline, bodyRows: 1 });
    body.take({ from: 0, rowIndex: 1, values: [["", "", ""]] });
    const cells = body.cells();
    expect([cells.rowCount, cells.column(0)]).toEqual([0, []]);
  });
});
