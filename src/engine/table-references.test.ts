import { Table } from "./table";
import { followGrowth, followRemoval } from "./table-references";
import { Workbook } from "./workbook";

/** A table at A1 with rows 2…5 and totals in row 6; the formulas stand in column A of another sheet. */
function book(formulas: readonly string[]): {
  readonly workbook: Workbook;
  readonly table: Table;
  readonly now: () => unknown;
} {
  const workbook = new Workbook();
  const sheet = workbook.addSheet("Plan");
  const place = { name: "T", sheet, top: 0, left: 0, headers: ["a", "b"], rowCount: 4 };
  const table = workbook.addTable(new Table(place, { hasTotals: true }));
  const other = workbook.addSheet("Other");
  formulas.forEach((text, row) => other.writeFormula(row, 0, { text, cached: 1 }));
  return { workbook, table, now: () => formulas.map((_, row) => other.formula(row, 0)) };
}

describe("formula that reads a table by its cells", () => {
  it("covers a column that has grown, and follows the totals", () => {
    const formulas = [
      "SUM(Plan!$A$2:$A$5)",
      "Plan!B1:B5",
      "Plan!B6",
      "Plan!A2:A4",
      "Plan!A:A",
      "A2:A5",
      "Plan!D2:D5",
    ];
    const { workbook, table, now } = book(formulas);
    followGrowth(workbook, table, 7);
    expect(now()).toEqual([
      "SUM(Plan!$A$2:$A$8)",
      "Plan!B1:B8",
      "Plan!B9",
      "Plan!A2:A4",
      "Plan!A:A",
      "A2:A5",
      "Plan!D2:D5",
    ]);
  });

  it("follows its cell when rows above go, and says so when the cell itself goes", () => {
    const { workbook, table, now } = book([
      "Plan!A$4*2",
      "Plan!A3",
      "Plan!A2:A5",
      "Plan!A3:B4",
      "Plan!A1",
      "Plan!A6",
    ]);
    followRemoval(workbook, table, [1]);
    expect(now()).toEqual(["Plan!A$3*2", "Plan!#REF!", "Plan!A2:A4", "Plan!A3:B3", "Plan!A1", "Plan!A5"]);
  });
});
