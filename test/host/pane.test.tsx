/**
 * @jest-environment-options {"url": "https://localhost:3000/taskpane.html"}
 */
import { excelHost } from "../../src/host/excel-host";
import { openPane } from "../support/office/page";
import { stockBook } from "./stock-book";

const host = excelHost(stockBook());

beforeAll(async () => {
  await openPane(host);
});

describe("the pane in its frame", () => {
  it("is told that it is in Excel on the web, in Chinese", () => {
    expect(Office.context.host).toBe("Excel");
    expect(Office.context.platform).toBe("OfficeOnline");
    expect(Office.context.displayLanguage).toBe("zh-CN");
  });

  it("reads the workbook across the frame", async () => {
    await Excel.run(async (context) => {
      const body = context.workbook.tables.getItem("Stock").getDataBodyRange();
      body.load("values");
      await context.sync();
      expect(body.values[0]).toEqual(["bolt", 10, 2.5]);
    });
  });
});
