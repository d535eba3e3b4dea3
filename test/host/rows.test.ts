import { opened } from "./stock-book";

const namesSeen = (context: Excel.RequestContext) =>
  context.workbook.tables
    .getItem("Stock")
    .columns.getItem("品名")
    .getDataBodyRange()
    .load("values,rowHidden");

describe("rows of a table", () => {
  it("are sorted, and ranges stay where they are", async () => {
    const { Excel } = opened();
    await Excel.run(async (context) => {
      const table = context.workbook.tables.getItem("Stock");
      table.sort.apply([{ key: 1, ascending: true }]);
      const names = namesSeen(context);
      table.sort.load("fields");
      await context.sync();
      expect(names.values.flat()).toEqual(["washer", "nut", "bolt"]);
      expect(table.sort.fields).toEqual([{ key: 1, ascending: true }]);
    });
  });

  it("are filtered by values and by comparisons, and all seen again", async () => {
    const { Excel, book } = opened();
    const hidden = () => [2, 3, 4].map((row) => book.sheets[0].rowLooks.get(row)?.hidden === true);
    await Excel.run(async (context) => {
      const table = context.workbook.tables.getItem("Stock");
      table.columns.getItem("品名").filter.applyValuesFilter(["bolt", "nut"]);
      table.autoFilter.load("isDataFiltered,criteria,enabled");
      await context.sync();
      expect(hidden()).toEqual([false, false, true]);
      expect(table.autoFilter.isDataFiltered).toBe(true);
      expect(table.autoFilter.criteria[0]).toMatchObject({ filterOn: "Values", values: ["bolt", "nut"] });
      table.columns.getItem("数量").filter.applyCustomFilter(">5");
      await context.sync();
      expect(hidden()).toEqual([false, true, true]);
      table.clearFilters();
      await context.sync();
      expect(hidden()).toEqual([false, false, false]);
    });
  });

  it("of a sheet without a table are filtered too", async () => {
    const { Excel, book } = opened();
    await Excel.run(async (context) => {
      const notes = context.workbook.worksheets.getItem("Notes");
      notes.getRange("A1:A3").values = [["n"], [1], [2]];
      notes.autoFilter.apply("A1:A3", 0, { filterOn: Excel.FilterOn.custom, criterion1: "=2" });
      const range = notes.autoFilter.getRangeOrNullObject().load("address");
      await context.sync();
      expect(range.address).toBe("Notes!A1:A3");
      expect(book.sheets[1].rowLooks.get(1)?.hidden).toBe(true);
      notes.autoFilter.remove();
      await context.sync();
      expect(book.sheets[1].filter).toBeNull();
    });
  });
});

describe("how cells look", () => {
  it("is set and read: letters, fill, place, lock; null where cells differ", async () => {
    const { Excel } = opened();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("库存").getRange("B2:D2");
      const { format } = range;
      format.font.bold = true;
      format.fill.color = "#FFEE00";
      format.font.color = "red";
      format.horizontalAlignment = "Center";
      range.getCell(0, 0).format.wrapText = true;
      format.load("horizontalAlignment,wrapText,fill/color,font/bold,font/color");
      await context.sync();
      expect(format.toJSON()).toMatchObject({
        horizontalAlignment: "Center",
        fill: { color: "#FFEE00" },
        font: { bold: true, color: "#FF0000" },
      });
      expect(format.wrapText).toBeNull();
    });
  });

  it("lets unlocked cells be written on a protected sheet", async () => {
    const { Excel, book } = opened();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("库存");
      sheet.getRange("C3").format.protection.locked = false;
      sheet.protection.protect();
      sheet.getRange("C3").values = [[11]];
      await context.sync();
      sheet.getRange("C4").values = [[12]];
      await expect(context.sync()).rejects.toMatchObject({ code: "AccessDenied" });
    });
    expect([book.sheets[0].cell(2, 2), book.sheets[0].cell(3, 2)]).toEqual([11, 4]);
  });
});
