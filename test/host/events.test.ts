import { deleteRows, insertRows } from "../../src/engine/structure/shift-cells";
import { opened } from "./stock-book";

/** Runs what waits in the queue of the machine. */
const afterwards = () => new Promise((resolve) => setTimeout(resolve, 5));

interface Heard {
  readonly who: string;
  readonly source: string;
  readonly address: string;
  readonly type: string;
}

async function listening() {
  const { Excel, ...rest } = opened();
  const heard: Heard[] = [];
  await Excel.run(async (context) => {
    const hear = (who: string) => (event: { source: string; address: string; changeType: string }) => {
      heard.push({ who, source: event.source, address: event.address, type: event.changeType });
      return Promise.resolve();
    };
    context.workbook.tables.getItem("Stock").onChanged.add(hear("table"));
    context.workbook.tables.onChanged.add(hear("tables"));
    context.workbook.worksheets.getItem("库存").onChanged.add(hear("sheet"));
    await context.sync();
  });
  return { Excel, heard, ...rest };
}

describe("events over the real office.js", () => {
  it("tell the table, all tables and the sheet of the add-in's own edit, as local", async () => {
    const { Excel, heard } = await listening();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("库存").getRange("A3:C3").values = [["x", "screw", 11]];
      await context.sync();
    });
    await afterwards();
    expect(heard).toEqual(
      expect.arrayContaining([
        { who: "table", source: "Local", address: "B3:C3", type: "RangeEdited" },
        { who: "tables", source: "Local", address: "B3:C3", type: "RangeEdited" },
        { who: "sheet", source: "Local", address: "A3:C3", type: "RangeEdited" },
      ]),
    );
    expect(heard).toHaveLength(3);
  });

  it("tell of someone else's edit as remote, of the user's as local", async () => {
    const { host, book, heard } = await listening();
    await host.secondClient(({ sheets }) => sheets[0].write(3, 2, 99));
    book.sheets[0].write(4, 2, 98);
    await afterwards();
    expect(heard.map(({ who, source, address }) => `${who} ${source} ${address}`).sort()).toEqual([
      "sheet Local C5",
      "sheet Remote C4",
      "table Local C5",
      "table Remote C4",
      "tables Local C5",
      "tables Remote C4",
    ]);
  });

  it("are silent while the add-in has switched them off", async () => {
    const { Excel, heard } = await listening();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("库存");
      context.runtime.enableEvents = false;
      sheet.getRange("B3").values = [["a"]];
      context.runtime.enableEvents = true;
      sheet.getRange("B4").values = [["b"]];
      await context.sync();
    });
    await afterwards();
    expect(new Set(heard.map(({ address }) => address))).toEqual(new Set(["B4"]));
  });

  it("say what a single cell held before", async () => {
    const { Excel } = opened();
    const seen: unknown[] = [];
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("库存");
      sheet.onChanged.add((event) => {
        seen.push([event.details.valueBefore, event.details.valueAfter, event.triggerSource]);
        return Promise.resolve();
      });
      await context.sync();
      sheet.getRange("C3").values = [[12]];
      await context.sync();
    });
    await afterwards();
    expect(seen).toEqual([[10, 12, "ThisLocalAddin"]]);
  });
});

describe("ranges that office.js holds on to", () => {
  it("follow their cells when someone else puts rows in above", async () => {
    const { Excel, host, book } = opened();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("库存").getRange("B3:C3");
      range.load("address");
      await context.sync();
      await host.secondClient(() => insertRows(book, book.sheets[0], { at: 0, count: 2 }));
      range.load("address,values");
      await context.sync();
      expect(range.address).toBe("库存!B5:C5");
      expect(range.values).toEqual([["bolt", 10]]);
    });
  });

  it("are refused once their cells are gone", async () => {
    const { Excel, host, book } = opened();
    const run = Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("库存").getRange("B8:C8");
      range.load("address");
      await context.sync();
      await host.secondClient(() => deleteRows(book, book.sheets[0], { at: 7, count: 1 }));
      range.load("values");
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({ code: "InvalidReference" });
  });
});
