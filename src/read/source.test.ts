import { documentTypes } from "../domain/documents/index";
import { shown, table } from "../../test/support/book-literal";
import { items, partners, read, warehouses } from "../../test/support/read-tables";
import { titleIn, type Language } from "../domain/kernel/title";
import { tableById } from "../registers/names";
import type { Cell, TableCells } from "../workbook/port";
import { readBook } from "./read-book";

describe("the tables and columns of a workbook that is read", () => {
  const strict = (...tables: readonly TableCells[]): readonly string[] =>
    readBook(tables, { types: documentTypes, strict: true }).findings.map(shown);

  it("must be there, and the nearest of another name is told", () => {
    const registers = ["采购单据", "销售单据", "收付款单据"].map((name) => table(name, "单据类型"));
    const found = strict(...registers, table("库存单", "单据类型"), items, warehouses, partners);
    expect(found).toEqual(['TABLE_MISSING stock 0 {"name":"库存单据","nearest":"库存单"}']);
  });

  it("must have their keys, and no column twice", () => {
    const registers = ["采购单据", "销售单据", "库存单据", "收付款单据"].map((name) =>
      table(name, "单据类型"),
    );
    const odd = table("items", "商品编号 商品名称 name", ["A1", "x", "y"]);
    expect(strict(...registers, odd, warehouses, partners)).toEqual([
      'HEADER_TWICE items 0 name {"header":"name"}',
      'HEADER_MISSING items 0 code {"header":"商品编码","nearest":"商品编号"}',
    ]);
  });

  it("may be missing in a book of files, and a user's own are left alone", () => {
    const { found, sources } = read(table("mine", "a b", [1, 2]), table("sales", "type 我的列 备注"));
    expect(found).toEqual([]);
    expect([
      [...sources.keys()],
      sources.get("sales")?.unknown,
      sources.get("sales")?.columns.get("note"),
    ]).toEqual([["sales"], ["我的列"], 2]);
  });

  it("are known by their sheet where a table's own name says nothing", () => {
    const { sources } = read(
      { ...items, name: "表1", sheet: "商品" },
      { ...items, name: "items", rowCount: 0, headers: ["code"] },
    );
    expect(sources.get("items")?.cells.name).toBe("items");
    expect(read({ ...items, name: "表1", sheet: "商品" }).book.masters.items).toHaveLength(2);
  });

  it("speak the language of the book", () => {
    const found = strict(table("Settings", "key value", ["language", "en-US"]));
    expect(found[0]).toContain('"name":"Purchases"');
  });
});

describe("a register of a workbook with rows in it", () => {
  type Headers = readonly string[];
  const whole = (id: string, language: Language): Headers =>
    tableById(id).columns.map(({ title }) => titleIn(language, title));
  const others = ["purchases", "sales", "stock", "payments"];

  /** The headers found missing, each with what it may be called now. */
  function missing(id: string, headers: Headers, cell: Cell = "x"): readonly string[] {
    const width = headers.length;
    const column = (index: number): readonly Cell[] => (index < width ? [cell, null] : []);
    const own = { name: id, sheet: id, headers, rowCount: 2, firstRow: 2, column };
    const registers = others.filter((each) => each !== id).map((name) => table(name, "type"));
    const { findings } = readBook([own, ...registers, items, warehouses, partners], {
      types: documentTypes,
      strict: true,
    });
    return findings
      .filter(({ code }) => code === "HEADER_MISSING")
      .map(({ facts }) => `${String(facts["header"])} = ${String(facts["nearest"])}`);
  }

  const renaming = (id: string, language: Language, [old, now]: readonly [string, string | null]): Headers =>
    whole(id, language).flatMap((header) => (header === old ? (now === null ? [] : [now]) : [header]));

  it.each([
    ["purchases", "Status", "State"],
    ["purchases", "Status", "Posted?"],
    ["sales", "Date", "Day"],
    ["stock", "Row ID", "zzz"],
    ["payments", "Number", "No."],
    ["sales", "Tax rate", "VAT %"],
    ["sales", "Reference", "Ref no"],
    ["purchases", "Quantity", "Amount"],
    ["purchases", "Price", "Unit price"],
    ["stock", "Item code", "Product"],
    ["payments", "Settles number", "For"],
    ["sales", "Document discount", "Off"],
  ])("misses %s %s under the name of %s", (id, old, now) => {
    const moved = (headers: Headers): Headers => [...headers.filter((each) => each !== now), now];
    const english = renaming(id, "en-US", [old, now]).concat(["My column"]);
    expect(missing(id, english)).toEqual([`${titleOf(id, old)} = ${now}`]);
    expect(missing(id, english, " ")).toEqual([]);
    if (old !== "Document discount") {
      expect(missing(id, moved(renaming(id, "en-US", [old, now])))).toEqual([`${titleOf(id, old)} = ${now}`]);
    }
  });

  it.each([
    ["purchases", "状态", "过账?"],
    ["sales", "日期", "哪天"],
    ["stock", "行ID", "序"],
    ["payments", "单号", "编号"],
    ["sales", "税率", "增值税"],
    ["purchases", "商品编码", "货品"],
    ["purchases", "数量", "件数"],
    ["purchases", "单价", "进价"],
    ["payments", "金额", "钱"],
  ])("misses %s %s under the name of %s", (id, old, now) => {
    expect(missing(id, renaming(id, "zh-CN", [old, now]))).toEqual([`${old} = ${now}`]);
  });

  it("may lack what its user deleted, but never what tells a posted row from a draft", () => {
    for (const header of ["Price", "Reference", "Tax rate", "Discount rate", "Note"])
      expect(missing("sales", renaming("sales", "en-US", [header, null]))).toEqual([]);
    for (const header of ["Row ID", "Number", "Status", "Document type", "Date"])
      expect(missing("sales", renaming("sales", "en-US", [header, null]))).toEqual([
        `${titleOf("sales", header)} = null`,
      ]);
  });

  it("may have columns of a user's own in the place of what decides nothing", () => {
    expect(missing("sales", [...whole("sales", "en-US"), "Colour", "Weight"])).toEqual([]);
    expect(missing("sales", renaming("sales", "en-US", ["Note", "Remarks"]))).toEqual([]);
    expect(missing("sales", renaming("sales", "en-US", ["Note", null]).concat("Colour"))).toEqual([]);
  });

  it("asks where a user's own column could be any of several", () => {
    const two = whole("sales", "en-US").filter((header) => !["Quantity", "Warehouse"].includes(header));
    expect(missing("sales", [...two, "a1", "b2"])).toEqual(["仓库 = null", "数量 = null"]);
  });

  it("that was never posted into may have a person's few columns and others", () => {
    expect(missing("sales", ["What", "Date", "Partner", "Item code", "Quantity", "My colour"])).toEqual([
      "单据类型 = What",
    ]);
    expect(
      missing("sales", ["Document type", "Date", "Partner", "Item code", "Quantity", "My colour"]),
    ).toEqual([]);
    expect(missing("sales", ["Document type", "Date", "Item code", "Quantity", "Unit price"])).toEqual([
      "单价 = Unit price",
    ]);
  });

  /** The books of these tests speak Chinese. */
  function titleOf(id: string, english: string): string {
    return tableById(id).columns.find(({ title }) => title.en === english)?.title.zh ?? "";
  }
});
