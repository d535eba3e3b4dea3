import { appendRows } from "../../table-edit";
import { followGrowth } from "../../table-references";
import { Table } from "../../table";
import { Workbook } from "../../workbook";
import { Sheet } from "../../sheet";
import { bookOf } from "../../../../test/support/formula-book";
import { recalculate } from "./calculator";

function tableBook(): { book: Workbook; sheet: Sheet; table: Table } {
  const { book, sheet } = bookOf([
    ["qty", "unit price", "value", "share #"],
    [2, 10, "=[@qty]*[@[unit price]]", "=T[[#This Row],[value]]/SUM(T[value])"],
    [3, 5, "=[@qty]*[@[unit price]]", "=T[[#This Row],[value]]/SUM(T[value])"],
    ["=SUBTOTAL(109,[qty])", null, "=T[[#Totals],[qty]]", null],
  ]);
  const headers = ["qty", "unit price", "value", "share #"];
  const table = new Table({ name: "T", sheet, top: 0, left: 0, headers, rowCount: 2 }, { hasTotals: true });
  table.calculated[2] = "[@qty]*[@[unit price]]";
  table.calculated[3] = "T[[#This Row],[value]]/SUM(T[value])";
  book.addTable(table);
  recalculate(book);
  return { book, sheet, table };
}

describe("formulas", () => {
  it("are calculated after all that they read, whatever the order in which they stand", () => {
    const { sheet } = bookOf([["=B1+1", "=C1*2", "=D1", 4]]);
    expect(sheet.column(0).get(0)).toBe(9);
  });

  it("are calculated again when a cell that they read changes, and only then", () => {
    const { book, sheet } = bookOf([
      [1, "=A1*2", "=B1+1"],
      [5, "=A2*2"],
    ]);
    sheet.write(0, 0, 7);
    expect(recalculate(book).recalculated).toBe(2);
    expect(sheet.column(2).get(0)).toBe(15);
    expect(recalculate(book).recalculated).toBe(0);
  });

  it("do not go on where the value stays the same", () => {
    const { book, sheet } = bookOf([[1, "=A1>0", "=IF(B1,1,2)"]]);
    sheet.write(0, 0, 2);
    expect(recalculate(book).recalculated).toBe(1);
  });

  it("run down a column, each reading the row above", () => {
    const rows = Array.from({ length: 1000 }, (_, i) => [1, i === 0 ? "=A1" : `=B${i}+A${i + 1}`]);
    const { book, sheet } = bookOf(rows);
    expect(sheet.cell(999, 1)).toBe(1000);
    sheet.write(500, 0, 11);
    expect(recalculate(book).recalculated).toBe(500);
    expect([sheet.cell(499, 1), sheet.cell(999, 1)]).toEqual([500, 1010]);
  });

  it("run up a column, and from one column to another and back", () => {
    const up = bookOf([["=A2+1"], ["=A3+1"], [5]]);
    expect(up.sheet.cell(0, 0)).toBe(7);
    const rows = Array.from({ length: 300 }, (_, i) =>
      i === 0 ? [1, "=A1+1"] : [`=B${i}+1`, `=A${i + 1}+1`],
    );
    const { book, sheet } = bookOf(rows);
    expect(sheet.cell(299, 1)).toBe(600);
    sheet.write(0, 0, 101);
    recalculate(book);
    expect(sheet.cell(299, 1)).toBe(700);
  });

  it("that read themselves are 0 and told, and what reads them goes on from there", () => {
    const { book, sheet } = bookOf([["=B1+1", "=A1+1", "=A1+5", "=D1"]]);
    expect([0, 1, 2, 3].map((column) => sheet.cell(0, column))).toEqual([0, 0, 5, 0]);
    const { notEvaluated } = recalculate(book);
    expect(notEvaluated.map(({ column, why }) => [column, why.code])).toEqual([
      [0, "circular"],
      [1, "circular"],
      [3, "circular"],
    ]);
  });

  it("that were opened with a value keep it until something that they read changes", () => {
    const book = new Workbook();
    const sheet = new Sheet("Sheet1");
    sheet.column(0).set(0, 1);
    sheet.column(1).set(0, 99);
    sheet.column(1).setFormula(0, "A1+1");
    sheet.column(2).setFormula(0, "B1+1");
    book.adopt(sheet);
    expect(recalculate(book).recalculated).toBe(1);
    expect([sheet.cell(0, 1), sheet.cell(0, 2)]).toEqual([99, 100]);
    sheet.write(0, 0, 2);
    recalculate(book);
    expect([sheet.cell(0, 1), sheet.cell(0, 2)]).toEqual([3, 4]);
  });

  it("follow names, other sheets, whole columns and the spaces in what is typed", () => {
    const { book, sheet } = bookOf([["=SUM(Data!A:A)", "=Rate*2", "=SUM( 'my sheet'!$A$1 , 1 )"]]);
    book.addSheet("Data").write(4, 0, 5);
    book.addSheet("my sheet").write(0, 0, 6);
    book.names.push({ name: "Rate", formula: "Data!$A$5", sheet: null, hidden: false });
    sheet.writeFormula(0, 1, { text: "Rate*2", cached: null });
    sheet.writeFormula(0, 2, { text: "SUM( 'my sheet'!$A$1 , 1 )", cached: null });
    sheet.writeFormula(0, 0, { text: "SUM(Data!A:A)", cached: null });
    recalculate(book);
    expect([0, 1, 2].map((column) => sheet.cell(0, column))).toEqual([5, 10, 7]);
    book.names[0] = { name: "Rate", formula: "0.5", sheet: null, hidden: false };
    recalculate(book);
    expect(sheet.cell(0, 1)).toBe(1);
  });
});

describe("formulas of a table", () => {
  it("read their row, their columns, their totals", () => {
    const { sheet } = tableBook();
    expect(sheet.column(2).cells(1, 4)).toEqual([20, 15, 5]);
    expect(sheet.cell(1, 3)).toBeCloseTo(20 / 35, 12);
    expect(sheet.cell(3, 0)).toBe(5);
  });

  it("that read only a bare [@a] never keep a value from before", () => {
    const { book, sheet } = tableBook();
    sheet.writeFormula(1, 2, { text: "[@qty]", cached: 2 });
    recalculate(book);
    sheet.write(1, 0, 50);
    recalculate(book);
    expect(sheet.cell(1, 2)).toBe(50);
  });

  it("are given to new rows, and what reads the column reads them too", () => {
    const { book, sheet, table } = tableBook();
    followGrowth(book, table, 3);
    appendRows(table, 1, [
      { header: "qty", cells: [1] },
      { header: "unit price", cells: [65] },
    ]);
    recalculate(book);
    expect(sheet.cell(3, 2)).toBe(65);
    expect(sheet.column(3).cells(1, 4)).toEqual([0.2, 0.15, 0.65]);
    expect(sheet.cell(4, 0)).toBe(6);
  });

  it("calculates one row when one row changes", () => {
    const { book, sheet } = tableBook();
    sheet.writeFormula(1, 3, { text: "1", cached: null });
    sheet.writeFormula(2, 3, { text: "1", cached: null });
    recalculate(book);
    sheet.write(1, 1, 11);
    expect(recalculate(book).recalculated).toBe(1);
    expect(sheet.cell(1, 2)).toBe(22);
  });
});

describe("what cannot be calculated", () => {
  it("loses its value where it depends on a change, with all that reads it, and is told", () => {
    const { book, sheet } = bookOf([[1, 2, 3]]);
    sheet.column(3).set(0, 9);
    sheet.column(3).setFormula(0, "UNHEARD(A1)");
    sheet.column(4).set(0, 10);
    sheet.column(4).setFormula(0, "D1+1");
    sheet.column(5).set(0, 8);
    sheet.column(5).setFormula(0, "UNHEARD(B1)");
    expect(recalculate(book).notEvaluated).toEqual([]);
    sheet.write(0, 0, 5);
    expect(recalculate(book).notEvaluated).toEqual([
      { sheet: "Sheet1", row: 0, column: 3, why: { code: "function", what: "UNHEARD" } },
      { sheet: "Sheet1", row: 0, column: 4, why: { code: "reads", what: "Sheet1!D1" } },
    ]);
    expect([3, 4, 5].map((column) => sheet.cell(0, column))).toEqual([null, null, 8]);
  });

  it("is calculated once it can be", () => {
    const { book, sheet } = bookOf([["=UNHEARD(1)", "=A1+1"]]);
    expect(sheet.cell(0, 1)).toBeNull();
    sheet.writeFormula(0, 0, { text: "1+1", cached: null });
    expect(recalculate(book).notEvaluated).toEqual([]);
    expect(sheet.cell(0, 1)).toBe(3);
  });

  it("is what asks for the time nobody told", () => {
    const { book, sheet } = bookOf([["=TODAY()+1", "=NOW()"]]);
    expect(sheet.cell(0, 0)).toBeNull();
    recalculate(book, { moment: { todaySerial: 46_000, nowSerial: 46_000.5 } });
    expect([sheet.cell(0, 0), sheet.cell(0, 1)]).toEqual([46_001, 46_000.5]);
    recalculate(book, { moment: { todaySerial: 46_001, nowSerial: 46_001.25 } });
    expect([sheet.cell(0, 0), sheet.cell(0, 1)]).toEqual([46_002, 46_001.25]);
  });

  it("is what may read anything, after any change", () => {
    const { book, sheet } = bookOf([[1]]);
    for (const [column, text] of ['INDIRECT("Z9")', "[1]Other!A1", "SUM(Jan:Dec!A1)", "1+"].entries()) {
      sheet.column(column + 1).set(0, 5);
      sheet.column(column + 1).setFormula(0, text);
    }
    recalculate(book);
    sheet.write(8, 8, 1);
    recalculate(book);
    expect([1, 2, 3, 4].map((column) => sheet.cell(0, column))).toEqual([null, 5, null, null]);
  });
});
