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
