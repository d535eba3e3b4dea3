import { opened } from "./stock-book";

describe("formulas over the real office.js", () => {
  it("have their values when they are read, in the batch that wrote them and after", async () => {
    const { Excel } = opened();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("库存");
      sheet.getRange("F1").formulas = [["=SUM(Stock[数量])*2"]];
      const range = sheet.getRange("F1").load("values,formulas,text,valueTypes");
      await context.sync();
      expect([range.values, range.formulas, range.valueTypes]).toEqual([
        [[28]],
        [["=SUM(Stock[数量])*2"]],
        [["Double"]],
      ]);
      sheet.getRange("C3").values = [[100]];
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([[208]]);
    });
  });

  it("wait for the end of the batch while calculation is suspended, and for being asked in manual mode", async () => {
    const { Excel } = opened();
    await Excel.run(async (context) => {
      const { application } = context.workbook;
      const cell = context.workbook.worksheets.getItem("Notes").getRange("A1");
      const read = async () => {
        cell.load("values");
        await context.sync();
        return cell.values[0]?.[0] as unknown;
      };
      application.suspendApiCalculationUntilNextSync();
      cell.formulas = [["=1+1"]];
      expect(await read()).toBe("");
      expect(await read()).toBe(2);
      application.calculationMode = "Manual";
      cell.formulas = [["=1+2"]];
      expect(await read()).toBe("");
      application.calculate("Full");
      expect(await read()).toBe(3);
    });
  });

  it("tell that they were calculated, and say what could not be", async () => {
    const { Excel, host } = opened();
    const heard: string[] = [];
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Notes");
      sheet.onCalculated.add(({ address }) => {
        heard.push(address);
        return Promise.resolve();
      });
      await context.sync();
      sheet.getRange("A1:B1").formulas = [["=2*3", "=NOSUCH(1)"]];
      await context.sync();
    });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(heard).toEqual(["A1"]);
    expect(host.notEvaluated()).toMatchObject([{ sheet: "Notes", row: 0, column: 1 }]);
  });
});

describe("texts that are written", () => {
  it("become what a person typing them would get, dates with their format", async () => {
    const { Excel } = opened();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Notes").getRange("A1:F1");
      range.values = [["2026-01-05", "12.5%", "1,234.50", "TRUE", "#N/A", "abc"]];
      range.load("values,numberFormat,text,valueTypes");
      await context.sync();
      expect(range.values[0]).toEqual([46027, 0.125, 1234.5, true, "#N/A", "abc"]);
      expect(range.valueTypes[0]).toEqual(["Double", "Double", "Double", "Boolean", "Error", "String"]);
      expect(range.text[0][1]).toBe("12.50%");
    });
  });
});
