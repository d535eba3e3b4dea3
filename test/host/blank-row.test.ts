import { Table } from "../../src/engine/table";
import { Workbook } from "../../src/engine/workbook";
import { excelHost } from "../../src/host/excel-host";
import { officeOver } from "../support/office/node";

describe("the blank row of an empty table", () => {
  it("is its first row once something is written into it", async () => {
    const book = new Workbook();
    const sheet = book.addSheet("T");
    ["a", "b"].forEach((header, column) => sheet.write(0, column, header));
    const table = book.addTable(
      new Table({ name: "T", sheet, top: 0, left: 0, headers: ["a", "b"], rowCount: 0 }),
    );
    const { Excel } = officeOver(excelHost(book));
    await Excel.run(async (context) => {
      context.workbook.tables.getItem("T").getDataBodyRange().values = [["x", ""]];
      await context.sync();
    });
    expect(table.rowCount).toBe(1);
  });
});
