import { Table } from "../table";
import { Workbook } from "../workbook";
import { storedFormula, typedFormula } from "./spelling";

const workbook = new Workbook();
const sheet = workbook.addSheet("S");
workbook.addTable(new Table({ name: "T", sheet, top: 0, left: 0, headers: ["a", "b c"], rowCount: 3 }));
const inside = { workbook, sheet, row: 2, column: 1 };
const outside = { workbook, sheet, row: 9, column: 9 };

describe("spelling of a formula", () => {
  it.each([
    ["[@a]*2", "T[[#This Row],[a]]*2"],
    ["[@[b c]]", "T[[#This Row],[b c]]"],
    ["SUM([a])", "SUM(T[a])"],
    ["XLOOKUP(1,A:A,B:B)", "_xlfn.XLOOKUP(1,A:A,B:B)"],
    ["SORT(UNIQUE(A1:A3))", "_xlfn._xlws.SORT(_xlfn.UNIQUE(A1:A3))"],
    ["SUM(A1#)", "SUM(_xlfn.ANCHORARRAY(A1))"],
    ["@A1:A9+1", "_xlfn.SINGLE(A1:A9)+1"],
    ["LET(x, 5, y, x*2, x+y)", "_xlfn.LET(_xlpm.x, 5, _xlpm.y, _xlpm.x*2, _xlpm.x+_xlpm.y)"],
    ['IF(A1="[@a]#",-1,1%)', 'IF(A1="[@a]#",-1,1%)'],
    ["SUM(1,2)", "SUM(1,2)"],
  ])("of %s in a file is %s, and back", (typed, stored) => {
    expect(storedFormula(typed, inside)).toBe(stored);
    expect(storedFormula(stored, inside)).toBe(stored);
    expect(typedFormula(stored, inside)).toBe(typed.replace("SUM([a])", "SUM(T[a])"));
  });

  it("names the table outside of it", () => {
    expect(storedFormula("T[@a]", outside)).toBe("T[[#This Row],[a]]");
    expect(typedFormula("T[[#This Row],[a]]", outside)).toBe("T[@a]");
  });
});
