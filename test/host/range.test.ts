import { run, stock } from "./stock-book";

describe("ranges", () => {
  it("insert and delete cells, and follow", async () => {
    const { answer } = await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("库存");
      const body = stock(context).getDataBodyRange();
      body.load("address");
      await context.sync();
      sheet.getRange("1:2").insert("Down");
      sheet.getRange("A:A").delete("Left");
      body.load("address,values");
      await context.sync();
      return [body.address, body.values[0]];
    });
    expect(answer).toEqual(["库存!A5:C7", ["bolt", 10, 2.5]]);
  });

  it("copy values, formulas and formats", async () => {
    const { answer } = await run(async (context) => {
      const notes = context.workbook.worksheets.getItem("Notes");
      notes.getRange("A1:B1").values = [[2, "=A1*2"]];
      notes.getRange("A1").numberFormat = [["0.00"]];
      notes.getRange("A2:B3").copyFrom("A1:B1");
      const copied = notes.getRange("A2:B3").load("formulas,numberFormat");
      await context.sync();
      return [copied.formulas, copied.numberFormat];
    });
    expect(answer).toEqual([
      [
        [2, "=A2*2"],
        [2, "=A3*2"],
      ],
      [
        ["0.00", "General"],
        ["0.00", "General"],
      ],
    ]);
  });

  it("keep text as text in text cells and after an apostrophe, and nothing else", async () => {
    const { answer } = await run(async (context) => {
      const range = context.workbook.worksheets.getItem("Notes").getRange("A1:A4");
      range.getCell(0, 0).numberFormat = [["@"]];
      range.values = [["007"], ["'=1"], ["=1+1"], ["0042"]];
      range.load("valueTypes,values,formulas");
      await context.sync();
      return [range.formulas.flat(), range.valueTypes.flat()[0]];
    });
    expect(answer).toEqual([["007", "=1", "=1+1", 42], "String"]);
  });

  it("are hidden, grouped, sized and frozen", async () => {
    const { answer, book } = await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("库存");
      sheet.getRange("C:D").columnHidden = true;
      sheet.getRange("3:4").rowHidden = true;
      sheet.getRange("C:D").group("ByColumns");
      sheet.getRange("B:B").format.columnWidth = 108.75;
      sheet.freezePanes.freezeRows(2);
      const frozen = sheet.freezePanes.getLocationOrNullObject().load("address");
      const row = sheet.getRange("2:3").load("rowHidden");
      const wide = sheet.getRange("B2").load("format/columnWidth");
      await context.sync();
      return [frozen.address, row.rowHidden, wide.format.columnWidth];
    });
    expect(answer).toEqual(["库存!1:2", null, 108.75]);
    expect(book.sheets[0].looks.get(1)?.width).toBe(20);
    expect(book.sheets[0].looks.get(2)).toMatchObject({ hidden: true, outline: 1 });
  });

  it("take rules of what may be typed", async () => {
    const { answer, book } = await run(async (context) => {
      const column = stock(context).columns.getItem("品名").getDataBodyRange();
      column.dataValidation.rule = { list: { inCellDropDown: true, source: "bolt,nut" } };
      column.dataValidation.errorAlert = { showAlert: true, style: "Warning", title: "t", message: "m" };
      column.dataValidation.load("type,rule,errorAlert,ignoreBlanks");
      await context.sync();
      const { type, rule, errorAlert } = column.dataValidation;
      return { type, rule, errorAlert };
    });
    expect(answer).toEqual({
      type: "List",
      rule: { list: { inCellDropDown: true, source: "bolt,nut" } },
      errorAlert: { showAlert: true, style: "Warning", title: "t", message: "m" },
    });
    expect(book.sheets[0].validations).toMatchObject([{ formula: '"bolt,nut"' }]);
  });
});
