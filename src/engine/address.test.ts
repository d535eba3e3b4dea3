import { areaName, columnIndex, columnName, parseArea } from "./address";
import { isDateFormat } from "./cell-styles";
import { isTableName } from "./table-name";

describe("address", () => {
  it("spells columns as Excel does", () => {
    expect([0, 25, 26, 701, 702, 16_383].map(columnName)).toEqual(["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
    expect(["A", "z", "AA", "XFD", "XFE", "A1"].map(columnIndex)).toEqual([0, 25, 26, 16_383, -1, -1]);
  });

  it("reads what it writes", () => {
    expect(parseArea("$B$3:D9")).toEqual({ top: 2, left: 1, bottom: 8, right: 3 });
    expect(areaName({ top: 2, left: 1, bottom: 8, right: 3 })).toBe("B3:D9");
    expect(["D9:B3", "A0", "A:B", "A1:B2:C3", "XFE1", "A1048577", ""].map(parseArea)).toEqual(
      Array(7).fill(null),
    );
  });
});

describe("table name", () => {
  it("is no cell, no range word and no sentence", () => {
    expect(["T1", "Tbl1", "R1C1", "r", "C", "a b", "1x", "", "-x"].map(isTableName)).toEqual(
      Array(9).fill(false),
    );
    expect(["items", "采购单据", "log_B", "_T1", "Tables1"].map(isTableName)).toEqual(Array(5).fill(true));
  });
});

describe("number format", () => {
  it("shows dates or not", () => {
    expect(["yyyy-mm-dd", "[h]:mm", "d/m", 'm"月"'].map(isDateFormat)).toEqual(Array(4).fill(true));
    expect(["General", "0.00", '0"day"', "@", "[Red]0", null].map(isDateFormat)).toEqual(
      Array(6).fill(false),
    );
  });
});
