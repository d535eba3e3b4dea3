import { opened } from "./stock-book";

type Office = ReturnType<typeof opened>;

const sheetOf = (context: Excel.RequestContext) => context.workbook.worksheets.getItem("库存");

/** Writes one cell, in a batch of its own. */
const write = ({ Excel }: Office, value: unknown = "x") =>
  Excel.run(async (context) => {
    sheetOf(context).getRange("B3").values = [[value]];
    await context.sync();
  });

const readBody = ({ Excel }: Office) =>
  Excel.run(async (context) => {
    const body = context.workbook.tables.getItem("Stock").getDataBodyRange().load("values");
    await context.sync();
    return body.values;
  });

describe("Excel's moods", () => {
  it("refuse a request that is too long, of which nothing is done, and an answer that is", async () => {
    const office = opened();
    office.host.moods.requestLimit = 2000;
    await write(office);
    await expect(write(office, "y".repeat(2000))).rejects.toMatchObject({
      code: "RequestPayloadSizeLimitExceeded",
    });
    expect(office.book.sheets[0].cell(2, 1)).toBe("x");
    office.host.moods.requestLimit = null;
    office.host.moods.responseLimit = 100;
    await expect(readBody(office)).rejects.toMatchObject({ code: "ResponsePayloadSizeLimitExceeded" });
  });

  it("refuse what comes while a cell is edited; what would rather wait is done afterwards", async () => {
    const office = opened();
    office.host.moods.isEditingCell = true;
    await expect(write(office)).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
    let isDone = false;
    const waiting = office.Excel.run({ delayForCellEdit: true }, async (context) => {
      sheetOf(context).getRange("B3").values = [["late"]];
      await context.sync();
      isDone = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([isDone, office.book.sheets[0].cell(2, 1)]).toEqual([false, "bolt"]);
    office.host.moods.isEditingCell = false;
    await waiting;
    expect(office.book.sheets[0].cell(2, 1)).toBe("late");
  });

  it("let a read-only workbook be read and not written", async () => {
    const office = opened();
    office.host.moods.isReadOnly = true;
    await expect(write(office)).rejects.toMatchObject({ code: "AccessDenied" });
    expect(await readBody(office)).toHaveLength(3);
    await office.Excel.run(async (context) => {
      context.workbook.load("readOnly");
      await context.sync();
      expect(context.workbook.readOnly).toBe(true);
    });
  });

  it("let the n-th action fail: those before are done, those after are not, and the error names the statement", async () => {
    const office = opened();
    const run = office.Excel.run(async (context) => {
      const sheet = sheetOf(context);
      sheet.load("name");
      await context.sync();
      const before = office.host.counters.actions;
      sheet.getRange("B3").values = [["a"]];
      sheet.getRange("B4").values = [["b"]];
      sheet.getRange("B5").values = [["c"]];
      expect(before).toBeGreaterThan(0);
      office.host.moods.failAt(11, "AccessDenied");
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({
      code: "AccessDenied",
      debugInfo: { statement: expect.stringContaining("values") as string },
    });
    const { book } = office;
    expect([2, 3, 4].map((row) => book.sheets[0].cell(row, 1))).toEqual(["a", "nut", "washer"]);
  });

  it("let another person change cells between two batches", async () => {
    const office = opened();
    await office.Excel.run(async (context) => {
      const cell = sheetOf(context).getRange("C3").load("values");
      await context.sync();
      await office.host.secondClient(({ sheets }) => sheets[0].write(2, 2, 77));
      cell.load("values");
      await context.sync();
      expect(cell.values).toEqual([[77]]);
    });
  });

  it("let requests take their time, one after the other", async () => {
    const waited: number[] = [];
    const wait = (milliseconds: number) => {
      waited.push(milliseconds);
      return new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
    };
    const office = opened(undefined, { wait });
    office.host.moods.latency = 5;
    await readBody(office);
    expect(waited).toContain(5);
  });

  it("remark in strict mode on nulls, which NaN and undefined become, and on deeds to nothing", async () => {
    const office = opened();
    office.host.moods.isStrict = true;
    await office.Excel.run(async (context) => {
      sheetOf(context).getRange("B3:D3").values = [[Number.NaN, undefined, 1]];
      context.workbook.worksheets.getItemOrNullObject("gone").getRange("A1").clear();
      await context.sync();
    });
    expect(office.host.remarks).toEqual([
      "Range.Values is written with 2 nulls: those cells stay",
      "Clear of a null object does nothing",
    ]);
  });

  it("refuse what an older Excel does not know, and leave it out of what is loaded as a whole", async () => {
    const office = opened();
    office.host.moods.requirementSets = { ExcelApi: "1.6" };
    const frozen = office.Excel.run(async (context) => {
      sheetOf(context).freezePanes.freezeRows(1);
      await context.sync();
    });
    await expect(frozen).rejects.toMatchObject({ code: "ApiNotFound" });
    await office.Excel.run(async (context) => {
      const sheet = sheetOf(context);
      sheet.load();
      await context.sync();
      expect(sheet.name).toBe("库存");
      expect(() => sheet.tabColor).toThrow();
    });
  });
});

describe("what crosses the wire", () => {
  it("is counted: batches, actions, cells and bytes", async () => {
    const office = opened();
    await readBody(office);
    await write(office);
    const { batches, cellsRead, cellsWritten, bytesIn, bytesOut } = office.host.counters;
    expect({ cellsRead, cellsWritten }).toEqual({ cellsRead: 9, cellsWritten: 1 });
    expect(batches).toBeGreaterThanOrEqual(2);
    expect(bytesIn).toBeGreaterThan(500);
    expect(bytesOut).toBeGreaterThan(100);
  });

  it("leaves no reference behind once a run has ended", async () => {
    const { Excel } = opened();
    await Excel.run(async (context) => {
      for (let row = 1; row < 20; row++) sheetOf(context).getRange(`A${row}`).load("values");
      await context.sync();
    });
    await new Promise((resolve) => setTimeout(resolve, 5));
    const context = new Excel.RequestContext();
    const count = (
      context.workbook as unknown as { _GetReferenceCount(): { value: number } }
    )._GetReferenceCount();
    await context.sync();
    expect(count.value).toBe(0);
  });

  it("writes many rows in chunks of their own", async () => {
    const { Excel, book, host } = opened();
    const rows = Array.from({ length: 1000 }, (_, row) => [row, `r${row}`, row / 4]);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Notes").getRange("A1:C1000").values = rows;
      await context.sync();
    });
    expect(host.counters.cellsWritten).toBe(3000);
    expect([0, 1, 2].map((column) => book.sheets[1].cell(999, column))).toEqual([999, "r999", 249.75]);
  });
});
