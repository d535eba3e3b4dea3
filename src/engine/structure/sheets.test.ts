import { Table } from "../table";
import { Workbook } from "../workbook";
import { addSheet, deleteSheet, freshSheetName, moveSheet, renameSheet } from "./sheets";

function book(...formulas: readonly string[]): {
  readonly book: Workbook;
  readonly read: () => readonly (string | null)[];
} {
  const made = new Workbook();
  const home = made.addSheet("Home");
  const data = made.addSheet("Data");
  made.addTable(new Table({ name: "T", sheet: data, top: 0, left: 0, headers: ["a"], rowCount: 1 }));
  made.names.push({ name: "All", formula: "Data!$A$1:$A$9", sheet: null, hidden: false });
  made.names.push({ name: "Own", formula: "Home!$A$1", sheet: "Data", hidden: false });
  formulas.forEach((text, row) => home.writeFormula(row, 0, { text, cached: 1 }));
  return { book: made, read: () => formulas.map((_, row) => home.formula(row, 0)) };
}

describe("sheets of a workbook", () => {
  it("are followed by formulas and names when they are renamed, with quotes where a name needs them", () => {
    const { book: made, read } = book("Data!A1", "'data'!A:A", `"Data!A1"`, "Data!Own", "SUM(Home:Data!A1)");
    const data = made.sheets[1];
    renameSheet(made, data, "库存 1");
    expect(read()).toEqual([
      "'库存 1'!A1",
      "'库存 1'!A:A",
      `"Data!A1"`,
      "'库存 1'!Own",
      "SUM('Home:库存 1'!A1)",
    ]);
    expect(made.names).toMatchObject([{ formula: "'库存 1'!$A$1:$A$9" }, { sheet: "库存 1" }]);
    renameSheet(made, data, "库存");
    expect(read()[0]).toBe("库存!A1");
  });

  it("say #REF! to what read them when they are deleted, their tables too", () => {
    const { book: made, read } = book("Data!A1+1", "SUM(T[a])", "Home!B1", "'Data'!$A$1:B2");
    deleteSheet(made, made.sheets[1]);
    expect(read()).toEqual(["#REF!+1", "SUM(#REF!)", "Home!B1", "#REF!"]);
    expect(made.names).toMatchObject([{ name: "All", formula: "#REF!" }]);
    expect(made.tables()).toEqual([]);
  });

  it("stand in the order that was asked for", () => {
    const { book: made } = book();
    const reader = made.changes.subscribe();
    const first = addSheet(made, freshSheetName(made, "Sheet"), 0);
    moveSheet(made, first, 2);
    expect(made.sheets.map(({ name }) => name)).toEqual(["Home", "Data", "Sheet3"]);
    expect(reader.take()).toMatchObject([
      { kind: "sheet", did: "added", name: "Sheet3" },
      { kind: "sheet", did: "moved", name: "Sheet3" },
    ]);
  });

  it("refuse names that no sheet can bear or another one bears, and that none is in sight", () => {
    const { book: made } = book();
    expect(() => addSheet(made, "a/b")).toThrow("not a name that a sheet can bear");
    expect(() => addSheet(made, "x".repeat(32))).toThrow("not a name that a sheet can bear");
    expect(() => renameSheet(made, made.sheets[0], "DATA")).toThrow("a sheet of this name is there already");
    made.sheets[1].visibility = "hidden";
    expect(() => deleteSheet(made, made.sheets[0])).toThrow("one sheet must stay in sight");
  });
});
