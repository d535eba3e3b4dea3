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

describe("a row typed under a table", () => {
  it("is taken into the table as soon as the host settles", () => {
    const { host, book } = opened();
    const [table] = book.tables();
    const { rowCount, end, left, sheet } = table;
    sheet.write(end, left, "nut");
    host.settle();
    expect(table.rowCount).toBe(rowCount + 1);
  });
});
