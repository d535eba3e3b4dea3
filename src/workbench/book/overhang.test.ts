import { plainLook } from "../../engine/cell-look";
import { Workbook } from "../../engine/workbook";
import { overhang } from "./overhang";

describe("a long text", () => {
  const sheet = new Workbook().addSheet("S");
  const text = "As of: 2026-01-31; Warehouse: MAIN";
  const drawn = { sheet, row: 0, column: 0, text, look: plainLook, columns: [0, 1, 2, 3, 4, 5, 6] };
  sheet.write(0, 0, text);

  it("runs over the blank cells beside it, as far as it needs", () => {
    expect(overhang(drawn)).toBe(5 * 68 - 68);
  });

  it("stops at a cell that holds something, and over none where the next one does", () => {
    sheet.write(0, 2, "x");
    expect(overhang(drawn)).toBe(2 * 68);
    sheet.write(0, 1, 0);
    expect(overhang(drawn)).toBe(0);
    sheet.write(0, 1, null);
    sheet.write(0, 2, null);
  });

  it("stays where it fits, is wrapped or stands to the right", () => {
    expect(overhang({ ...drawn, text: "short" })).toBe(0);
    expect(overhang({ ...drawn, look: { ...plainLook, wrap: true } })).toBe(0);
    expect(overhang({ ...drawn, look: { ...plainLook, horizontal: "right" } })).toBe(0);
  });

  it("is not a number, which Excel does not draw over others", () => {
    sheet.write(1, 0, 123456789012345);
    expect(overhang({ ...drawn, row: 1, text: "123456789012345" })).toBe(0);
  });
});
