import { openCsvFolder, saveCsvFolder } from "../../engine/csv-folder";
import { fromTables, saveJson } from "../../engine/json-book";
import { Workbook } from "../../engine/workbook";
import { WorkbookError } from "../port";
import type { Change, ColumnLook } from "../port";
import { embeddedWorkbook } from "./embedded-workbook";

const look: ColumnLook = {
  header: "code",
  format: "@",
  width: 12,
  hidden: false,
  grouped: false,
  choices: null,
};
const create: Change = {
  do: "create",
  table: "items",
  sheet: "商品",
  columns: [
    look,
    { ...look, header: "kind", choices: { words: ["goods", "service"] }, grouped: true, hidden: true },
  ],
};

describe("embedded workbook", () => {
  it("creates a table and fills it in one patch", async () => {
    const book = new Workbook();
    const workbook = embeddedWorkbook(book);
    const column = { header: "code", cells: ["=1", "00123"] };
    await workbook.apply([create, { do: "append", table: "items", count: 2, columns: [column] }]);
    expect(await workbook.tables()).toEqual([
      { name: "items", sheet: "商品", headers: ["code", "kind"], rowCount: 2 },
    ]);
    const [items] = await workbook.read(["items"]);
    expect(items.column(0)).toEqual(["=1", "00123"]);
    expect(items.column(1)).toEqual([null, null]);
    expect(book.sheet("商品")?.formula(1, 0)).toBeNull();
  });

  it("dresses the columns of a new table", async () => {
    const book = new Workbook();
    await embeddedWorkbook(book).apply([create]);
    const sheet = book.sheet("商品");
    expect(book.styles.format(sheet?.style(2, 0) ?? 0)).toBe("@");
    expect(sheet?.frozenRows).toBe(1);
    expect(sheet?.looks.get(1)).toMatchObject({ hidden: true, outline: 1 });
    expect(sheet?.validations[0]?.formula).toBe('"goods,service"');
  });

  it("lets a column choose from another table through a name", async () => {
    const book = new Workbook();
    const choices = { table: "units", header: "name [en]" };
    await embeddedWorkbook(book).apply([{ ...create, columns: [{ ...look, choices }] }]);
    expect(book.names).toEqual([
      { name: "list_units_name__en_", formula: "units[name '[en']]", sheet: null, hidden: false },
    ]);
    expect(book.sheets[0]?.validations[0]?.formula).toBe("list_units_name__en_");
  });

  it("makes all changes or none", async () => {
    const book = fromTables({ a: [{ x: 1 }] });
    const before = saveJson(book);
    const patch: Change[] = [
      { do: "stamp", table: "a", rows: [0], columns: [{ header: "x", cells: [2] }] },
      { do: "append", table: "b", count: 1, columns: [] },
    ];
    await expect(embeddedWorkbook(book).apply(patch)).rejects.toMatchObject({
      trouble: "missing",
      what: "b",
    });
    expect(saveJson(book)).toBe(before);
  });

  it("counts rows as the patch goes on", async () => {
    const book = fromTables({ a: [{ x: 1 }] });
    await embeddedWorkbook(book).apply([
      { do: "append", table: "a", count: 2, columns: [{ header: "x", cells: [2, 3] }] },
      { do: "remove", table: "a", rows: [0] },
      { do: "stamp", table: "a", rows: [1], columns: [{ header: "y", cells: ["new"] }] },
    ]);
    expect(JSON.parse(saveJson(book))).toEqual({
      a: [
        { x: 2, y: null },
        { x: 3, y: "new" },
      ],
    });
    const gone: Change = { do: "remove", table: "a", rows: [0] };
    const late: Change = { do: "stamp", table: "a", rows: [1], columns: [{ header: "x", cells: [9] }] };
    await expect(embeddedWorkbook(book).apply([gone, late])).rejects.toThrow("no row 1");
    const beyond: Change = { do: "remove", table: "a", rows: [2] };
    await expect(embeddedWorkbook(book).apply([beyond])).rejects.toThrow("no row 2");
  });

  it("does not let a table grow over what stands below it", async () => {
    const book = fromTables({ a: [{ x: 1 }] });
    book.sheets[0]?.write(3, 0, "note");
    const grow: Change = { do: "append", table: "a", count: 2, columns: [] };
    await expect(embeddedWorkbook(book).apply([grow])).rejects.toMatchObject({ trouble: "in-the-way" });
    await embeddedWorkbook(book).apply([{ ...grow, count: 1 }]);
  });

  it("writes a report sheet and makes it anew, but never a sheet that is not its own", async () => {
    const book = fromTables({ a: [{ x: 1 }] });
    const workbook = embeddedWorkbook(book);
    const report: Change = {
      do: "sheet",
      sheet: "库存",
      rows: [
        ["item", "qty"],
        ["bolt", 2],
      ],
      formats: [],
      headerRows: 1,
    };
    await workbook.apply([report]);
    await workbook.apply([{ ...report, rows: [["item"]] }]);
    expect(book.sheet("库存")?.cell(1, 0)).toBeNull();
    expect(book.sheet("库存")?.cell(0, 1)).toBeNull();
    await expect(workbook.apply([{ ...report, sheet: "a" }])).rejects.toMatchObject({
      trouble: "in-the-way",
    });
  });

  it("leaves the titles of a report out of CSV and JSON, where its headers come first, and makes it anew there", async () => {
    const rows = [["Stock"], ["As of: 2026-01-31"], ["item", "qty"], ["bolt", 2]];
    const report: Change = {
      ...{ do: "sheet", sheet: "R", rows, formats: [], headerRows: 3 },
      ...{ titleRows: 2, bold: [0, 2] },
    };
    const book = fromTables({ a: [{ x: 1 }] });
    await embeddedWorkbook(book).apply([report]);
    expect(JSON.parse(saveJson(book))).toMatchObject({ R: [{ item: "bolt", qty: 2 }] });
    const files = saveCsvFolder(book);
    expect(files.get("R.csv")).toBe("item,qty\r\nbolt,2\r\n");
    const again = openCsvFolder(files);
    await embeddedWorkbook(again).apply([{ ...report, rows: [...rows.slice(0, 3), ["nut", 5]] }]);
    expect(saveCsvFolder(again).get("R.csv")).toBe("item,qty\r\nnut,5\r\n");
    book.sheet("R")?.write(0, 1, "mine");
    expect(saveCsvFolder(book).get("R.csv")).toMatch(/^Stock,mine/);
  });

  it("says which table is missing", async () => {
    const reading = embeddedWorkbook(new Workbook()).read(["items"]);
    await expect(reading).rejects.toThrow(WorkbookError);
    await expect(reading).rejects.toMatchObject({ trouble: "missing", what: "items" });
  });

  it("stops before it begins when it is told to", async () => {
    const stopped = AbortSignal.abort();
    await expect(embeddedWorkbook(new Workbook()).apply([create], { signal: stopped })).rejects.toThrow();
  });
});

describe("formulas of an embedded workbook", () => {
  it("are calculated at the end of a patch, at the time they are told", async () => {
    const book = fromTables({
      t: [
        { qty: 2, value: 0 },
        { qty: 3, value: 0 },
      ],
    });
    const [sheet] = book.sheets;
    sheet.writeFormula(1, 1, { text: "t[[#This Row],[qty]]*2", cached: 4 });
    sheet.writeFormula(2, 1, { text: "TODAY()", cached: 1 });
    const now = () => ({ todaySerial: 46_000, nowSerial: 46_000.5 });
    const columns = [{ header: "qty", cells: [7] }];
    await embeddedWorkbook(book, now).apply([{ do: "stamp", table: "t", rows: [0], columns }]);
    expect(sheet.column(1).cells(1, 3)).toEqual([14, 46_000]);
  });
});
