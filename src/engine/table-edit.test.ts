import type { Cell } from "./cell";
import { appendRows, removeRows, replaceRows, stampRows } from "./table-edit";
import { columnsBeside, rowsBelow } from "./table-room";
import { Sheet } from "./sheet";
import { Table } from "./table";
import { Workbook } from "./workbook";

/** A table at B2 with rows a…d, a calculated column and a totals row. */
function withTotals(): { readonly book: Workbook; readonly table: Table } {
  const book = new Workbook();
  const sheet = book.addSheet("S");
  ["code", "twice"].forEach((header, i) => sheet.write(1, 1 + i, header));
  ["a", "b", "c", "d"].forEach((code, i) => {
    sheet.write(2 + i, 1, code);
    sheet.writeFormula(2 + i, 2, { text: "Plan[[#This Row],[code]]", cached: code });
    sheet.restyle(2 + i, 1, 5);
  });
  sheet.write(6, 1, "Total");
  sheet.writeFormula(6, 2, { text: "SUBTOTAL(103,Plan[twice])", cached: 4 });
  const place = { name: "Plan", sheet, top: 1, left: 1, headers: ["code", "twice"], rowCount: 4 };
  const table = new Table(place, { hasTotals: true });
  table.calculated[1] = "Plan[[#This Row],[code]]";
  book.addTable(table);
  return { book, table };
}

function codes(table: Table): readonly Cell[] {
  return table.sheet.column(1).cells(2, 2 + table.rowCount + 1);
}

describe("table", () => {
  it("grows at its end, lends new rows the style above, and moves its totals", () => {
    const { table } = withTotals();
    appendRows(table, 2, [{ header: "code", cells: ["e", "f"] }]);
    expect(codes(table)).toEqual(["a", "b", "c", "d", "e", "f", "Total"]);
    expect(table.sheet.formula(7, 2)).toBe("Plan[[#This Row],[code]]");
    expect(table.sheet.formula(8, 2)).toBe("SUBTOTAL(103,Plan[twice])");
    expect(table.sheet.style(7, 1)).toBe(5);
    expect(table.area).toEqual({ top: 1, left: 1, bottom: 8, right: 2 });
  });

  it("closes the gap when rows go, and leaves nothing behind", () => {
    const { table } = withTotals();
    removeRows(table, [0, 2, 3]);
    expect(codes(table)).toEqual(["b", "Total"]);
    expect(table.sheet.column(1).cells(4, 8)).toEqual([null, null, null, null]);
    expect(table.sheet.formula(3, 2)).toBe("SUBTOTAL(103,Plan[twice])");
    expect(table.sheet.formula(6, 2)).toBeNull();
  });

  it("keeps a blank row where its body is empty, and fills that first", () => {
    const { table } = withTotals();
    removeRows(table, [0, 1, 2, 3]);
    expect(table.area.bottom).toBe(3);
    expect(codes(table)).toEqual([null]);
    appendRows(table, 1, [{ header: "code", cells: ["x"] }]);
    expect(codes(table)).toEqual(["x", "Total"]);
  });

  it("touches only the cells that differ when its body is made anew", () => {
    const { book, table } = withTotals();
    const fresh = new Table({
      name: "Other",
      sheet: table.sheet,
      top: 20,
      left: 1,
      headers: ["code"],
      rowCount: 0,
    });
    book.addTable(fresh);
    replaceRows(fresh, 2, [{ header: "code", cells: ["a", "b"] }]);
    const { size } = fresh.sheet.touchedRows;
    replaceRows(fresh, 2, [{ header: "code", cells: ["a", "b"] }]);
    expect(fresh.sheet.touchedRows.size).toBe(size);
    replaceRows(fresh, 1, [{ header: "code", cells: ["b"] }]);
    expect(fresh.sheet.column(1).cells(21, 23)).toEqual(["b", null]);
  });

  it("takes a header that it lacks at its right end", () => {
    const { table } = withTotals();
    stampRows(table, [1], [{ header: "note", cells: ["hello"] }]);
    expect(table.headers).toEqual(["code", "twice", "note"]);
    expect(table.sheet.cell(1, 3)).toBe("note");
    expect(table.sheet.cell(3, 3)).toBe("hello");
  });

  it("knows what is in its way", () => {
    const { book, table } = withTotals();
    table.sheet.write(9, 2, "note");
    table.sheet.write(3, 5, "beside");
    expect(rowsBelow(book, table)).toEqual({ free: 2, obstacle: "C10" });
    expect(columnsBeside(book, table)).toEqual({ free: 2, obstacle: "F4" });
    table.sheet.merges.push({ top: 8, left: 0, bottom: 8, right: 1 });
    expect(rowsBelow(book, table)).toEqual({ free: 1, obstacle: "A9:B9" });
  });

  it("gets calculated columns that name cells by their place, moved along with each row", () => {
    const sheet = new Sheet("S");
    sheet.adoptColumn(0, ["a", 1, 2]);
    sheet.adoptColumn(1, ["b", 2, 4]);
    sheet.column(1).setFormula(1, "A2*2+$A$1");
    sheet.column(1).setFormula(2, "A3*2+$A$1");
    const table = new Table({ name: "T", sheet, top: 0, left: 0, headers: ["a", "b"], rowCount: 2 });
    table.calculated[1] = "A2*2+$A$1";
    appendRows(table, 2, [{ header: "a", cells: [3, 4] }]);
    expect([sheet.formula(3, 1), sheet.formula(4, 1)]).toEqual(["A4*2+$A$1", "A5*2+$A$1"]);
  });
});
