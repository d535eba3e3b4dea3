import { areaName } from "../address";
import { area } from "../../../test/support/area";
import type { Cell } from "../cell";
import type { Sheet } from "../sheet";
import { Table } from "../table";
import { Workbook } from "../workbook";
import {
  deleteCells,
  deleteColumns,
  deleteRows,
  insertCells,
  insertColumns,
  insertRows,
} from "./shift-cells";

/** Numbers 1…6 in A1:A6 and letters in B1:B6, formulas on a second sheet. */
function book(...formulas: readonly string[]): {
  readonly book: Workbook;
  readonly sheet: Sheet;
  readonly read: () => readonly (string | null)[];
} {
  const made = new Workbook();
  const sheet = made.addSheet("Data");
  for (let row = 0; row < 6; row++) {
    sheet.write(row, 0, row + 1);
    sheet.write(row, 1, "abcdef"[row] ?? null);
  }
  const other = made.addSheet("Other");
  formulas.forEach((text, row) => other.writeFormula(row, 0, { text, cached: 1 }));
  return { book: made, sheet, read: () => formulas.map((_, row) => other.formula(row, 0)) };
}

function column(sheet: Sheet, index: number, count: number): readonly Cell[] {
  return sheet.column(index).cells(0, count);
}

describe("cells that are put in or taken out", () => {
  it("push the rows below down, and references in formulas and names follow", () => {
    const {
      book: made,
      sheet,
      read,
    } = book("Data!A2", "SUM(Data!$A$1:A6)", "SUM(Data!A:A)", "Data!B1", "A4");
    made.names.push({ name: "Third", formula: "Data!$A$3", sheet: null, hidden: false });
    insertRows(made, sheet, { at: 1, count: 2 });
    expect(column(sheet, 0, 8)).toEqual([1, null, null, 2, 3, 4, 5, 6]);
    expect(read()).toEqual(["Data!A4", "SUM(Data!$A$1:A8)", "SUM(Data!A:A)", "Data!B1", "A4"]);
    expect(made.names[0].formula).toBe("Data!$A$5");
  });

  it("pull up what is below, and what is gone reads #REF!", () => {
    const {
      book: made,
      sheet,
      read,
    } = book("Data!A2", "SUM(Data!A1:A6)", "SUM(Data!A2:A3)", "Data!A6", "SUM(Data!2:4)");
    deleteRows(made, sheet, { at: 1, count: 2 });
    expect(column(sheet, 1, 4)).toEqual(["a", "d", "e", "f"]);
    expect(read()).toEqual(["Data!#REF!", "SUM(Data!A1:A4)", "SUM(Data!#REF!)", "Data!A4", "SUM(Data!2:2)"]);
  });

  it("leave the columns beside the block alone", () => {
    const { book: made, sheet, read } = book("Data!A3", "Data!B3", "SUM(Data!A3:B4)");
    insertCells(made, sheet, { area: area("A3"), push: "down" });
    expect(column(sheet, 0, 4)).toEqual([1, 2, null, 3]);
    expect(column(sheet, 1, 4)).toEqual(["a", "b", "c", "d"]);
    expect(read()).toEqual(["Data!A4", "Data!B3", "SUM(Data!A3:B4)"]);
    deleteCells(made, sheet, { area: area("A1:A3"), pull: "up" });
    expect(column(sheet, 0, 4)).toEqual([3, 4, 5, 6]);
  });

  it("push and pull sideways within their rows", () => {
    const { book: made, sheet, read } = book("Data!B3", "Data!B4");
    insertCells(made, sheet, { area: area("A3:A3"), push: "right" });
    expect([sheet.cell(2, 0), sheet.cell(2, 1), sheet.cell(2, 2)]).toEqual([null, 3, "c"]);
    expect(read()).toEqual(["Data!C3", "Data!B4"]);
    deleteCells(made, sheet, { area: area("A3:B3"), pull: "left" });
    expect([sheet.cell(2, 0), sheet.cell(2, 1), sheet.cell(2, 2)]).toEqual(["c", null, null]);
    expect(read()).toEqual(["Data!A3", "Data!B4"]);
  });

  it("move whole columns with their widths", () => {
    const { book: made, sheet, read } = book("Data!B3", "SUM(Data!A:B)");
    sheet.looks.set(1, { width: 20, hidden: false, outline: 0, style: 0 });
    insertColumns(made, sheet, { at: 1, count: 1 });
    expect([sheet.cell(0, 1), sheet.cell(0, 2)]).toEqual([null, "a"]);
    expect(sheet.looks.get(2)?.width).toBe(20);
    expect(read()).toEqual(["Data!C3", "SUM(Data!A:C)"]);
    deleteColumns(made, sheet, { at: 0, count: 2 });
    expect(column(sheet, 0, 2)).toEqual(["a", "b"]);
    expect(read()).toEqual(["Data!A3", "SUM(Data!A:A)"]);
  });

  it("carry merged cells, rules, hidden rows and formulas along", () => {
    const { book: made, sheet } = book();
    sheet.merges.push(area("A4:B4"));
    sheet.validations.push({ areas: [area("A2:A6")], formula: '"a,b"' });
    sheet.rowLooks = new Map([[4, { height: 30, isFitted: false, hidden: true, outline: 0, style: -1 }]]);
    sheet.writeFormula(5, 1, { text: "A6*2", cached: 12 });
    insertRows(made, sheet, { at: 2, count: 1 });
    expect(sheet.merges.map(areaName)).toEqual(["A5:B5"]);
    expect(sheet.validations[0].areas.map(areaName)).toEqual(["A2:A7"]);
    expect(sheet.rowLooks.get(5)?.height).toBe(30);
    expect(sheet.formula(6, 1)).toBe("A7*2");
  });

  it("tell who follows the workbook where they were put", () => {
    const { book: made, sheet } = book();
    const reader = made.changes.subscribe();
    insertCells(made, sheet, { area: area("A3:A4"), push: "down" });
    expect(reader.take()).toMatchObject([
      { kind: "insert", axis: "rows", at: 2, count: 2, area: { left: 0, right: 0 } },
    ]);
  });

  it("are refused where they would tear something apart or push cells off the sheet", () => {
    const { book: made, sheet } = book();
    sheet.merges.push(area("A4:B4"));
    const tearing = (): void => insertCells(made, sheet, { area: area("A2"), push: "down" });
    expect(tearing).toThrow("sheet Data, cell A4:B4: merged cells would be torn apart");
    sheet.merges.length = 0;
    sheet.anchors.push(area("A6"));
    expect(tearing).toThrow("a comment cannot move with its cell");
    sheet.anchors.length = 0;
    sheet.blocks.push(area("A1:A3"));
    expect(tearing).toThrow("an array formula would be torn apart");
    sheet.blocks.length = 0;
    sheet.write(1_048_575, 0, "last");
    expect(tearing).toThrow("cells would be pushed off the sheet");
    expect(column(sheet, 0, 6)).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

describe("a table whose sheet moves", () => {
  function withTable(): ReturnType<typeof book> & { readonly table: Table } {
    const made = book("SUM(T[n])", "SUM(Data!A3:A5)", "T[[#This Row],[x]]");
    const { sheet } = made;
    sheet.write(1, 0, "n");
    sheet.write(1, 1, "x");
    const table = new Table({ name: "T", sheet, top: 1, left: 0, headers: ["n", "x"], rowCount: 3 });
    table.calculated[1] = "[@n]*2";
    made.book.addTable(table);
    return { ...made, table };
  }

  it("grows by rows that fall inside, which get its formulas", () => {
    const { book: made, sheet, table, read } = withTable();
    insertRows(made, sheet, { at: 3, count: 2 });
    expect(areaName(table.area)).toBe("A2:B7");
    expect([sheet.formula(3, 1), sheet.formula(4, 1), sheet.formula(5, 1)]).toEqual([
      "[@n]*2",
      "[@n]*2",
      null,
    ]);
    expect(read()[1]).toBe("SUM(Data!A3:A7)");
  });

  it("moves as a whole when rows come above it", () => {
    const { book: made, sheet, table } = withTable();
    insertRows(made, sheet, { at: 1, count: 1 });
    expect(areaName(table.area)).toBe("A3:B6");
    deleteRows(made, sheet, { at: 0, count: 2 });
    expect(areaName(table.area)).toBe("A1:B4");
  });

  it("keeps a blank row when all of its rows go", () => {
    const { book: made, sheet, table } = withTable();
    deleteRows(made, sheet, { at: 2, count: 3 });
    expect([table.rowCount, areaName(table.area)]).toEqual([0, "A2:B3"]);
    expect(column(sheet, 0, 4)).toEqual([1, "n", null, 6]);
  });

  it("goes with all of its cells, and never loses its header alone", () => {
    const { book: made, sheet, read } = withTable();
    expect(() => deleteRows(made, sheet, { at: 1, count: 2 })).toThrow("the header of a table");
    deleteRows(made, sheet, { at: 1, count: 4 });
    expect(made.table("T")).toBeNull();
    expect(read()).toEqual(["SUM(#REF!)", "SUM(Data!#REF!)", "#REF!"]);
  });

  it("gets columns that fall inside, and loses those that go with their references", () => {
    const { book: made, sheet, table, read } = withTable();
    insertColumns(made, sheet, { at: 1, count: 1 });
    expect(table.headers).toEqual(["n", "Column1", "x"]);
    expect(sheet.cell(1, 1)).toBe("Column1");
    expect(table.calculated).toEqual([null, null, "[@n]*2"]);
    deleteColumns(made, sheet, { at: 0, count: 1 });
    expect(table.headers).toEqual(["Column1", "x"]);
    expect(read()).toEqual(["SUM(#REF!)", "SUM(Data!#REF!)", "T[[#This Row],[x]]"]);
    expect(table.calculated).toEqual([null, "#REF!*2"]);
  });

  it("refuses to be torn by a part of its rows", () => {
    const { book: made, sheet } = withTable();
    expect(() => insertCells(made, sheet, { area: area("A4"), push: "down" })).toThrow(
      "table T: a table would be torn",
    );
    expect(() => deleteCells(made, sheet, { area: area("B4"), pull: "left" })).toThrow(
      "a table would be torn",
    );
  });
});
