import { StaleFormulas } from "./stale-formulas";
import { Table } from "./table";
import { Workbook } from "./workbook";

/** The formulas stand in column A of one sheet, opened long ago; the change is made on another. */
function staleAfterWriting(
  cell: { readonly row: number; readonly column: number },
  formulas: readonly string[],
): unknown {
  const book = new Workbook();
  const home = book.addSheet("Home");
  formulas.forEach((text, row) => {
    home.column(0).setFormula(row, text);
    home.column(0).set(row, 1);
  });
  const data = book.addSheet("Data");
  book.addTable(new Table({ name: "T", sheet: data, top: 0, left: 0, headers: ["a", "b]"], rowCount: 4 }));
  book.names.push({ name: "Region", formula: "Data!$B$1:$B$9", sheet: null, hidden: false });
  data.write(cell.row, cell.column, 5);
  const stale = new StaleFormulas(book);
  return formulas.filter((_, row) => stale.has(home, row, 0));
}

/** The formulas stand in the last column of a table, one a row; a cell of it changes. */
function staleInTable(
  cell: { readonly row: number; readonly column: number },
  formulas: readonly string[],
): unknown {
  const book = new Workbook();
  const sheet = book.addSheet("Plan");
  const headers = ["a", "b c", "sum"];
  book.addTable(new Table({ name: "Plan", sheet, top: 0, left: 0, headers, rowCount: formulas.length }));
  formulas.forEach((text, i) => {
    sheet.column(2).set(i + 1, 1);
    sheet.column(2).setFormula(i + 1, text);
  });
  sheet.write(cell.row, cell.column, 5);
  const stale = new StaleFormulas(book);
  return formulas.filter((_, i) => stale.has(sheet, i + 1, 2));
}

describe("formula that names columns of its own table alone", () => {
  it("is found where a cell of its row changed", () => {
    for (const formula of ["[@a]*2", "[@A]", "[[#This Row],[a]]", "SUM([@[a]:[b c]])", "SUM([@])"]) {
      expect(staleInTable({ row: 1, column: 0 }, [formula, "1+2"])).toEqual([formula]);
    }
    expect(staleInTable({ row: 2, column: 1 }, ["[@[b c]]", "[@[b c]]+1"])).toEqual(["[@[b c]]+1"]);
  });

  it("is left alone where another column changed, and reads every row where it names no row", () => {
    expect(staleInTable({ row: 1, column: 0 }, ["[@[b c]]", "SUM([a])"])).toEqual(["SUM([a])"]);
  });
});

describe("formula that read a changed cell", () => {
  const formulas = [
    "Data!B3",
    "Data!A3",
    "SUM(T[b']])",
    "SUM(Region)",
    "SUM(Data!B:B)",
    "A1+1",
    "1+2",
    "NOW()",
    "Gone!A1",
  ];

  it("is found by cells, columns, names and through other formulas", () => {
    expect(staleAfterWriting({ row: 2, column: 1 }, formulas)).toEqual(
      formulas.filter((formula) => !["Data!A3", "1+2"].includes(formula)),
    );
  });

  it("is not every formula of the workbook", () => {
    expect(staleAfterWriting({ row: 2, column: 0 }, formulas)).toEqual(["Data!A3", "NOW()", "Gone!A1"]);
  });
});
