import { opened } from "./stock-book";

describe("values over the real office.js", () => {
  it("reads a table's body as it stands", async () => {
    const { Excel } = opened();
    await Excel.run(async (context) => {
      const body = context.workbook.tables.getItem("Stock").getDataBodyRange();
      body.load("values,address,valueTypes,rowCount");
      await context.sync();
      expect(body.values).toEqual([
        ["bolt", 10, 2.5],
        ["nut", 4, 0.75],
        ["washer", 0, ""],
      ]);
      expect(body.address).toBe("库存!B3:D5");
      expect(body.valueTypes[2]).toEqual(["String", "Double", "Empty"]);
      expect(body.rowCount).toBe(3);
    });
  });

  it("writes rows, leaves what is null and clears what is empty", async () => {
    const { Excel, book } = opened();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("库存").getRange("B3:C4");
      range.values = [
        ["screw", null],
        ["", "7"],
      ];
      await context.sync();
    });
    const sheet = book.sheets[0];
    expect([sheet.cell(2, 1), sheet.cell(2, 2)]).toEqual(["screw", 10]);
    expect([sheet.cell(3, 1), sheet.cell(3, 2)]).toEqual([null, 7]);
  });

  it("refuses values that do not have the size of the range, and names the action", async () => {
    const { Excel, OfficeExtension } = opened();
    const run = Excel.run(async (context) => {
      context.workbook.worksheets.getItem("库存").getRange("B3:C4").values = [["a", "b", "c"]];
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({ code: "InvalidArgument" });
    await expect(run).rejects.toBeInstanceOf(OfficeExtension.Error);
  });
});
