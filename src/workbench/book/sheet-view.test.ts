import { openJson } from "../../engine/json-book";
import { changeColumns, changeRows, freezePanes } from "../../engine/sheet-settings";
import { dataEdge } from "./data-edge";
import { columnCharacters, columnPixels, sheetView, tablePart } from "./sheet-view";

function opened() {
  const book = openJson('{"Items":[{"a":"x","b":1},{"a":"y","b":2},{"a":"z","b":3}]}');
  return { book, sheet: book.sheets[0] };
}

describe("what the grid shows of a sheet", () => {
  it("leaves hidden rows and columns out and keeps frozen rows apart", () => {
    const { sheet } = opened();
    freezePanes(sheet, 1, 0);
    changeRows(sheet, [2], { hidden: true });
    changeColumns(sheet, { from: 0, to: 0 }, { hidden: true });
    const { frozen, rows, columns } = sheetView(sheet, { rows: 0, columns: 0 });
    expect(frozen).toEqual([0]);
    expect(rows.slice(0, 3)).toEqual([1, 3, 4]);
    expect(columns[0]).toBe(1);
  });

  it("goes on beyond the last cell, and never beyond the sheet", () => {
    const { sheet } = opened();
    expect(sheetView(sheet, { rows: 500, columns: 30 }).rows.length).toBeGreaterThan(500);
    expect(sheetView(sheet, { rows: 1_048_576, columns: 16_384 }).rows.length).toBe(1_048_576);
  });

  it("tells a table's header from its banded rows", () => {
    const { book, sheet } = opened();
    const parts = [0, 1, 2, 9].map((row) => tablePart(book.tablesOn(sheet), row, 0));
    expect(parts).toEqual(["header", "odd", "even", null]);
    expect(tablePart(book.tablesOn(sheet), 1, 5)).toBeNull();
  });

  it("keeps a column's width from characters to pixels and back, to a pixel", () => {
    for (const width of [4, 9, 12.5]) expect(columnCharacters(columnPixels(width))).toBeCloseTo(width, 0);
  });
});

describe("Ctrl and an arrow", () => {
  it("leads to the end of the filled cells, or over blank ones to the next that is filled", () => {
    const { sheet } = opened();
    const down = { down: 1, right: 0 };
    expect(dataEdge(sheet, { row: 0, column: 0 }, down)).toEqual({ row: 3, column: 0 });
    expect(dataEdge(sheet, { row: 3, column: 0 }, down)).toEqual({ row: 1_048_575, column: 0 });
    sheet.write(9, 0, "far");
    expect(dataEdge(sheet, { row: 3, column: 0 }, down)).toEqual({ row: 9, column: 0 });
    expect(dataEdge(sheet, { row: 2, column: 1 }, { down: -1, right: 0 })).toEqual({ row: 0, column: 1 });
  });
});
