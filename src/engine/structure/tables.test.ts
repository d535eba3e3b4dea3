import { areaName } from "../address";
import { area } from "../../../test/support/area";
import type { Cell } from "../cell";
import type { Sheet } from "../sheet";
import type { Table } from "../table";
import { Workbook } from "../workbook";
import { followHeaderCells, renameColumn } from "./header-cells";
import { resizeTable } from "./resize-table";
import { deleteTableColumns, deleteTableRows, insertTableColumns, insertTableRows } from "./table-lines";
import { addTable, convertToRange, deleteTable, renameTable } from "./tables";
import { showTotals } from "./totals";

function grid(rows: readonly (readonly Cell[])[]): { readonly book: Workbook; readonly sheet: Sheet } {
  const book = new Workbook();
  const sheet = book.addSheet("S");
  rows.forEach((cells, row) => cells.forEach((cell, column) => sheet.write(row, column, cell)));
  return { book, sheet };
}

function rowsOf(sheet: Sheet, count: number, width: number): readonly (readonly Cell[])[] {
  return Array.from({ length: count }, (_, row) =>
    Array.from({ length: width }, (_, column) => sheet.cell(row, column)),
  );
}

/** item | qty over three rows, a note two rows below, and a formula in D1. */
function stock(formula = "SUM(T[qty])"): {
  readonly book: Workbook;
  readonly sheet: Sheet;
  readonly table: Table;
  readonly read: () => string | null;
} {
  const { book, sheet } = grid([["item", "qty"], ["a", 1], ["b", 2], ["c", 3], [], ["note"]]);
  const table = addTable(book, sheet, { area: area("A1:B4"), hasHeader: true, name: "T" });
  const other = book.addSheet("Other");
  other.writeFormula(0, 0, { text: formula, cached: 6 });
  return { book, sheet, table, read: () => other.formula(0, 0) };
}

describe("a new table", () => {
  it("makes its headers texts that differ, and bears the next free name", () => {
    const { book, sheet } = grid([
      ["qty", null, "QTY", 2026],
      [1, 2, 3, 4],
    ]);
    const table = addTable(book, sheet, { area: area("A1:D2"), hasHeader: true });
    expect([table.name, table.headers]).toEqual(["Table1", ["qty", "Column2", "QTY2", "2026"]]);
    expect(rowsOf(sheet, 1, 4)).toEqual([["qty", "Column2", "QTY2", "2026"]]);
  });

  it("puts a header row in above cells that have none, and a blank row under a header alone", () => {
    const { book, sheet } = grid([["a", 1], ["b", 2], ["below"]]);
    const table = addTable(book, sheet, { area: area("A1:B2"), hasHeader: false });
    expect(rowsOf(sheet, 4, 2)).toEqual([
      ["Column1", "Column2"],
      ["a", 1],
      ["b", 2],
      ["below", null],
    ]);
    expect(areaName(table.area)).toBe("A1:B3");
    const alone = addTable(book, sheet, { area: area("A4"), hasHeader: true });
    expect([alone.rowCount, areaName(alone.area)]).toEqual([0, "A4:A5"]);
  });

  it("is refused over another, and under a name that no table can bear", () => {
    const { book, sheet } = stock();
    expect(() => addTable(book, sheet, { area: area("B4:C9"), hasHeader: true })).toThrow(
      "tables cannot overlap",
    );
    const wish = { area: area("D1:E3"), hasHeader: true };
    expect(() => addTable(book, sheet, { ...wish, name: "T1" })).toThrow("not a name that a table can bear");
    expect(() => addTable(book, sheet, { ...wish, name: "t" })).toThrow(
      "a table of this name is there already",
    );
  });
});

describe("a table that is resized", () => {
  it("takes the headers of new columns from its sheet, and drops what is left outside", () => {
    const { book, sheet, table, read } = stock();
    sheet.write(0, 2, "price");
    resizeTable(book, table, area("A1:C6"));
    expect([table.headers, table.rowCount]).toEqual([["item", "qty", "price"], 5]);
    resizeTable(book, table, area("A1:A4"));
    expect([table.headers, table.rowCount, read()]).toEqual([["item"], 3, "SUM(#REF!)"]);
    expect(sheet.cell(0, 1)).toBe("qty");
  });

  it("keeps its header in its row", () => {
    const { book, table } = stock();
    expect(() => resizeTable(book, table, area("A2:B4"))).toThrow("a table must keep its header where it is");
    expect(() => resizeTable(book, table, area("A1:B1"))).toThrow("a table needs cells");
  });
});

describe("a table that is renamed", () => {
  it("is followed by structured references in any case, not by texts", () => {
    const { book, table, read } = stock(`SUM(t[qty])&"T[qty]"&ROWS(T)&T[[#Totals],[qty]]`);
    renameTable(book, table, "库存");
    expect(read()).toBe(`SUM(库存[qty])&"T[qty]"&ROWS(库存)&库存[[#Totals],[qty]]`);
    expect(book.table("库存")).toBe(table);
  });

  it("is followed in its columns too, when a header cell is typed over", () => {
    const { book, sheet, table, read } = stock("SUM(T[qty])+SUM(T[[item]:[qty]])");
    sheet.writeFormula(1, 5, { text: "T[@qty]", cached: 1 });
    sheet.write(0, 1, "on hand");
    followHeaderCells(book, sheet, area("A1:Z1"));
    expect([table.headers, read()]).toEqual([
      ["item", "on hand"],
      "SUM(T[on hand])+SUM(T[[item]:[on hand]])",
    ]);
    expect(sheet.formula(1, 5)).toBe("T[@[on hand]]");
    sheet.write(0, 1, "ITEM");
    followHeaderCells(book, sheet, area("B1"));
    expect([table.headers[1], sheet.cell(0, 1)]).toEqual(["ITEM2", "ITEM2"]);
    renameColumn(book, table, { column: 1, header: "a[b]" });
    expect(read()).toBe("SUM(T[a'[b']])+SUM(T[[item]:[a'[b']]])");
  });
});

describe("rows and columns of a table", () => {
  it("are put in where they are asked for, and cells below make room", () => {
    const { book, sheet, table } = stock();
    table.calculated[1] = "1+1";
    insertTableRows(book, table, { at: 1, count: 1 });
    insertTableRows(book, table, { at: 4, count: 2 });
    expect(areaName(table.area)).toBe("A1:B7");
    expect(sheet.column(0).cells(0, 9)).toEqual(["item", "a", null, "b", "c", null, null, null, "note"]);
    expect([sheet.formula(2, 1), sheet.formula(6, 1)]).toEqual(["1+1", "1+1"]);
    expect(() => insertTableRows(book, table, { at: 9, count: 1 })).toThrow(
      "table T, row 10: there is no such row",
    );
  });

  it("are taken out wherever they stand", () => {
    const { book, sheet, table } = stock();
    deleteTableRows(book, table, [2, 0]);
    expect(sheet.column(0).cells(0, 5)).toEqual(["item", "b", null, "note", null]);
    deleteTableRows(book, table, [0]);
    expect([table.rowCount, sheet.cell(1, 0), sheet.cell(3, 0)]).toEqual([0, null, "note"]);
  });

  it("come at either end and in between with fresh headers", () => {
    const { book, sheet, table, read } = stock();
    insertTableColumns(book, table, { at: 2, count: 1 });
    insertTableColumns(book, table, { at: 0, count: 1 });
    insertTableColumns(book, table, { at: 2, count: 1 });
    expect(table.headers).toEqual(["Column2", "item", "Column3", "qty", "Column1"]);
    expect(rowsOf(sheet, 2, 5)[1]).toEqual([null, "a", null, 1, null]);
    deleteTableColumns(book, table, { at: 3, count: 1 });
    expect([table.headers.length, read()]).toEqual([4, "SUM(#REF!)"]);
  });
});

describe("a totals row", () => {
  it("adds up the last column, or counts it, and goes again", () => {
    const { book, sheet, table } = stock();
    showTotals(book, table, { label: "汇总" });
    expect(areaName(table.area)).toBe("A1:B5");
    expect([sheet.cell(4, 0), sheet.formula(4, 1)]).toEqual(["汇总", "SUBTOTAL(109,T[qty])"]);
    showTotals(book, table, null);
    expect([sheet.cell(4, 0), sheet.formula(4, 1), areaName(table.area)]).toEqual([null, null, "A1:B4"]);
  });
});

describe("a table that goes", () => {
  it("leaves its cells when it becomes a plain range, and formulas read them", () => {
    const { book, sheet, table, read } = stock("SUM(T[qty])+ROWS(T[#All])+COUNTA(T[#Headers])");
    sheet.writeFormula(2, 3, { text: "T[@qty]+T[[#This Row],[item]]", cached: 0 });
    convertToRange(book, table);
    expect(book.tables()).toEqual([]);
    expect(read()).toBe("SUM(S!$B$2:$B$4)+ROWS(S!$A$1:$B$4)+COUNTA(S!$A$1:$B$1)");
    expect([sheet.formula(2, 3), sheet.cell(0, 0)]).toEqual(["$B3+$A3", "item"]);
  });

  it("takes its cells with it when it is deleted", () => {
    const { book, sheet, table, read } = stock();
    deleteTable(book, table);
    expect([sheet.cell(0, 0), sheet.cell(1, 0), read()]).toEqual([null, "note", "SUM(#REF!)"]);
  });
});
