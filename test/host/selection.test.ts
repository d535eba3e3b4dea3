import { addTable } from "../../src/engine/structure/tables";
import { Workbook } from "../../src/engine/workbook";
import { excelHost } from "../../src/host/excel-host";
import { opened } from "./stock-book";

/** Runs what waits in the queue of the machine. */
const afterwards = () => new Promise((resolve) => setTimeout(resolve, 5));

describe("the selection, of the page and of office.js alike", () => {
  it("is told to the add-in when the user selects cells", async () => {
    const { Excel, host, book } = opened();
    const heard: string[] = [];
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("库存").onSelectionChanged.add(({ address }) => {
        heard.push(address);
        return Promise.resolve();
      });
      await context.sync();
    });
    host.selection.select(book.sheets[0], { top: 1, left: 1, bottom: 2, right: 2 });
    await afterwards();
    expect(heard).toEqual(["B2:C3"]);
  });

  it("is told to the page when the add-in selects cells", async () => {
    const { Excel, host, book } = opened();
    let told = 0;
    const stop = host.selection.listen(() => told++);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("库存").getRange("C4").select();
      await context.sync();
    });
    stop();
    host.selection.activate(book.sheets[0]);
    expect(told).toBe(1);
    expect(host.selection.area(book.sheets[0])).toEqual({ top: 3, left: 2, bottom: 3, right: 2 });
  });
});

describe("a row typed into a table or under it", () => {
  it("is taken into the table as soon as the host settles", () => {
    const { host, book } = opened();
    const [table] = book.tables();
    const { rowCount, end, left, sheet } = table;
    sheet.write(end, left, "nut");
    host.settle();
    expect(table.rowCount).toBe(rowCount + 1);
  });

  it("is the first of a table that was empty", () => {
    const book = new Workbook();
    const sheet = book.addSheet("S");
    const table = addTable(book, sheet, { area: { top: 0, left: 0, bottom: 0, right: 1 }, hasHeader: true });
    expect(table.rowCount).toBe(0);
    const host = excelHost(book);
    sheet.write(1, 0, "bolt");
    host.settle();
    expect(table.rowCount).toBe(1);
  });
});
