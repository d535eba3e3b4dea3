import { area } from "../../../test/support/area";
import type { Cell } from "../cell";
import { changeRows } from "../sheet-settings";
import type { Sheet } from "../sheet";
import { Workbook } from "../workbook";
import { sortRows } from "./sort-rows";

function sheetOf(rows: readonly (readonly Cell[])[]): Sheet {
  const sheet = new Workbook().addSheet("S");
  rows.forEach((cells, row) => cells.forEach((cell, column) => sheet.write(row, column, cell)));
  return sheet;
}

describe("rows that are sorted", () => {
  const mixed: readonly (readonly Cell[])[] = [
    [true],
    ["b"],
    [{ error: "#N/A" }],
    [null],
    [2],
    ["A"],
    [false],
    [-1],
  ];

  it("stand as Excel orders them: numbers, texts, truth, errors, blanks last", () => {
    const sheet = sheetOf(mixed);
    sortRows(sheet, { area: area("A1:A8"), keys: [{ column: 0, descending: false }] });
    expect(sheet.column(0).cells(0, 8)).toEqual([-1, 2, "A", "b", false, true, { error: "#N/A" }, null]);
  });

  it("stand the other way round when it is asked for, blanks still last", () => {
    const sheet = sheetOf(mixed);
    sortRows(sheet, { area: area("A1:A8"), keys: [{ column: 0, descending: true }] });
    expect(sheet.column(0).cells(0, 8)).toEqual([{ error: "#N/A" }, true, false, "b", "A", 2, -1, null]);
  });

  it("keep their order where all keys are alike, in any case of letters", () => {
    const sheet = sheetOf([
      ["x", 2, 1],
      ["a", 1, 2],
      ["X", 2, 3],
      ["A", 1, 4],
      ["a", 0, 5],
    ]);
    sortRows(sheet, {
      area: area("A1:C5"),
      keys: [
        { column: 0, descending: false },
        { column: 1, descending: true },
      ],
    });
    expect(sheet.column(2).cells(0, 5)).toEqual([2, 4, 5, 1, 3]);
  });

  it("take their formulas and looks along, relative references shifted with the row", () => {
    const sheet = sheetOf([[3], [1], [2]]);
    for (let row = 0; row < 3; row++)
      sheet.writeFormula(row, 1, { text: `A${String(row + 1)}*$A$1`, cached: row });
    sheet.restyle(0, 0, 4);
    sortRows(sheet, { area: area("A1:B3"), keys: [{ column: 0, descending: false }] });
    expect([0, 1, 2].map((row) => sheet.formula(row, 1))).toEqual(["A1*$A$1", "A2*$A$1", "A3*$A$1"]);
    expect([sheet.cell(2, 1), sheet.style(2, 0), sheet.style(0, 0)]).toEqual([0, 4, 0]);
  });

  it("leave hidden rows where they are", () => {
    const sheet = sheetOf([[3], [9], [1]]);
    changeRows(sheet, [1], { hidden: true });
    sortRows(sheet, { area: area("A1:A3"), keys: [{ column: 0, descending: false }] });
    expect(sheet.column(0).cells(0, 3)).toEqual([1, 9, 3]);
  });

  it("are refused where something among them cannot move", () => {
    const sheet = sheetOf([[3], [1]]);
    sheet.merges.push(area("A1:B1"));
    const sorting = { area: area("A1:A2"), keys: [{ column: 0, descending: false }] };
    expect(() => sortRows(sheet, sorting)).toThrow("cell A1:B1: merged cells would be torn apart");
  });
});
