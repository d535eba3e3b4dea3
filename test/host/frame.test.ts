import { opened, run, stock } from "./stock-book";

describe("sheets", () => {
  it("are added, renamed, moved, hidden and deleted; a proxy follows the new name", async () => {
    const { answer, book } = await run(async (context) => {
      const added = context.workbook.worksheets.add("报表");
      added.load("name,id,position");
      await context.sync();
      added.name = "Report";
      added.position = 0;
      added.tabColor = "#FF8800";
      await context.sync();
      added.load("name,position,tabColor,visibility");
      context.workbook.worksheets.getItem("Notes").delete();
      context.workbook.worksheets.getItem("库存").visibility = "Hidden";
      await context.sync();
      return [added.name, added.position, added.tabColor, added.visibility];
    });
    expect(answer).toEqual(["Report", 0, "#FF8800", "Visible"]);
    expect(book.sheets.map(({ name, visibility }) => `${name} ${visibility}`)).toEqual([
      "Report visible",
      "库存 hidden",
    ]);
  });

  it("of a name that is there already are refused, and so is one that is missing", async () => {
    const again = run(async (context) => {
      context.workbook.worksheets.add("库存");
      await context.sync();
    });
    await expect(again).rejects.toMatchObject({ code: "ItemAlreadyExists" });
    const missing = run(async (context) => {
      context.workbook.worksheets.getItem("gone").load("name");
      await context.sync();
    });
    await expect(missing).rejects.toMatchObject({ code: "ItemNotFound" });
  });

  it("that are missing are null objects where that is asked", async () => {
    const { answer } = await run(async (context) => {
      const gone = context.workbook.worksheets.getItemOrNullObject("gone");
      const below = gone.getRange("A1").load("values");
      const there = context.workbook.worksheets.getItemOrNullObject("Notes").load("name");
      await context.sync();
      return [gone.isNullObject, below.isNullObject, there.isNullObject, there.name];
    });
    expect(answer).toEqual([true, true, false, "Notes"]);
  });
});

describe("tables", () => {
  it("are made over an area, with a name of Excel's own until they get theirs", async () => {
    const { answer, book } = await run(async (context) => {
      const notes = context.workbook.worksheets.getItem("Notes");
      notes.getRange("A1:B2").values = [
        ["日期", "备注"],
        [46000, "x"],
      ];
      const table = notes.tables.add("A1:B2", true);
      table.load("name,style,showTotals");
      await context.sync();
      const before = table.name;
      table.name = "Log";
      table.load("name");
      await context.sync();
      return [before, table.name, table.style, table.showTotals];
    });
    expect(answer).toEqual(["表1", "Log", "TableStyleMedium2", false]);
    expect(book.table("Log")?.headers).toEqual(["日期", "备注"]);
  });

  it("grow by resize and by what is written right below them, as far as rows are filled", async () => {
    const { answer } = await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("库存");
      stock(context).resize("B2:D7");
      sheet.getRange("B6:D7").values = [
        ["a", 1, 2],
        ["b", 3, 4],
      ];
      await context.sync();
      sheet.getRange("B8:D10").values = [
        ["c", 5, 6],
        ["d", 7, 8],
        ["", "", ""],
      ];
      await context.sync();
      const range = stock(context).getRange().load("address");
      await context.sync();
      return range.address;
    });
    expect(answer).toBe("库存!B2:D9");
  });

  it("show a totals row and hide it again", async () => {
    const { answer } = await run(async (context) => {
      const table = stock(context);
      table.showTotals = true;
      const totals = table.getTotalRowRange().load("address,formulas");
      const body = table.getDataBodyRange().load("address");
      await context.sync();
      table.showTotals = false;
      await context.sync();
      return [totals.address, totals.formulas, body.address];
    });
    expect(answer).toEqual(["库存!B6:D6", [["汇总", "", "=SUBTOTAL(109,Stock[单价])"]], "库存!B3:D5"]);
  });

  it("answer their columns with ids that stay when a column is renamed or another comes before it", async () => {
    const { answer } = await run(async (context) => {
      const { columns } = stock(context);
      columns.load("items/name,items/id,items/index");
      await context.sync();
      const qty = columns.items[1];
      const ids = columns.items.map(({ id }) => id);
      qty.name = "Qty";
      columns.add(0, [["No"], [1], [2], [3]]);
      qty.load("name,index,values");
      await context.sync();
      return { ids, name: qty.name, index: qty.index, values: qty.values };
    });
    expect(answer).toEqual({ ids: [1, 2, 3], name: "Qty", index: 2, values: [["Qty"], [10], [4], [0]] });
  });

  it("add and delete rows", async () => {
    const { answer } = await run(async (context) => {
      const table = stock(context);
      table.rows.add(0, [["first", 1, 1]]);
      table.rows.getItemAt(1).delete();
      table.rows.load("count");
      const body = table.getDataBodyRange().load("values");
      await context.sync();
      return [table.rows.count, body.values.map(([name]) => String(name))];
    });
    expect(answer).toEqual([3, ["first", "nut", "washer"]]);
  });

  it("answer pages of their rows that point at the right rows", async () => {
    const { answer } = await run(async (context) => {
      const { rows } = stock(context);
      rows.load({ $all: true, $top: 1, $skip: 1 });
      await context.sync();
      const range = rows.items[0].getRange().load("address");
      await context.sync();
      return [rows.items[0].values, range.address];
    });
    expect(answer).toEqual([[["nut", 4, 0.75]], "库存!B4:D4"]);
  });
});

describe("names, settings and protection", () => {
  it("name ranges and formulas", async () => {
    const { answer } = await run(async (context) => {
      const { names } = context.workbook;
      names.add("rate", "=0.13");
      names.add("items", context.workbook.worksheets.getItem("库存").getRange("B3:B5"));
      names.load("items/name,items/formula,items/type");
      const range = names.getItem("items").getRange().load("address");
      await context.sync();
      return [names.items.map(({ name, formula }) => `${name} ${String(formula)}`), range.address];
    });
    expect(answer).toEqual([["rate =0.13", "items =库存!$B$3:$B$5"], "库存!B3:B5"]);
  });

  it("keep settings with their types", async () => {
    const { answer, host } = await run(async (context) => {
      const { settings } = context.workbook;
      settings.add("seen", { rows: [1, 2], when: new Date(0) });
      await context.sync();
      const seen = settings.getItem("seen").load("value");
      const gone = settings.getItemOrNullObject("gone");
      await context.sync();
      const { rows, when } = seen.value as { rows: number[]; when: Date };
      return [rows, when.getTime(), gone.isNullObject];
    });
    expect(answer).toEqual([[1, 2], 0, true]);
    expect(host.settings.entries().map(([key]) => key)).toEqual(["seen"]);
  });

  it("refuse writes into a protected sheet until it is unprotected", async () => {
    const { Excel, book } = opened();
    const write = () =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem("库存").getRange("B3").values = [["x"]];
        await context.sync();
      });
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("库存").protection.protect({ allowSort: true });
      await context.sync();
    });
    await expect(write()).rejects.toMatchObject({ code: "AccessDenied" });
    await Excel.run(async (context) => {
      const { protection } = context.workbook.worksheets.getItem("库存");
      protection.load("protected,options");
      await context.sync();
      expect([protection.protected, protection.options.allowSort]).toEqual([true, true]);
      protection.unprotect();
      await context.sync();
    });
    await write();
    expect(book.sheets[0].cell(2, 1)).toBe("x");
  });
});
