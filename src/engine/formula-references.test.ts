import { mapReferences, shiftFormula } from "./formula-references";

describe("formula", () => {
  it("moves along when it is copied, but for what is held by a dollar sign", () => {
    expect(shiftFormula("A1+$B$2*C$3+$D4", { rows: 2, columns: 1 })).toBe("B3+$B$2*D$3+$D6");
    expect(shiftFormula("SUM(A:A,2:3,Plan!A1:B2,'It''s'!C1)", { rows: 1, columns: 1 })).toBe(
      "SUM(B:B,3:4,Plan!B2:C3,'It''s'!D2)",
    );
  });

  it("leaves strings, functions, names, table columns and other workbooks alone", () => {
    for (const formula of [
      '"A1"&""""',
      "LOG10(2)",
      "A1B",
      "x.A1",
      "Plan[[#This Row],[A1]]",
      "[1]S!A1",
      "1E5",
      "_A1",
    ]) {
      expect(shiftFormula(formula, { rows: 5, columns: 5 })).toBe(formula);
    }
  });

  it("says where a reference has nowhere to go", () => {
    expect(shiftFormula("A1+B2", { rows: -1, columns: 0 })).toBe("#REF!+B1");
  });

  it("names the sheet of a reference", () => {
    const seen: unknown[] = [];
    mapReferences("'库 存'!A1+进货!B2+C3", (reference) => {
      seen.push(reference);
      return "";
    });
    expect(seen).toEqual([
      { sheet: "库 存", cells: "A1" },
      { sheet: "进货", cells: "B2" },
      { sheet: null, cells: "C3" },
    ]);
  });
});
