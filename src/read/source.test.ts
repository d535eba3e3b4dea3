import { documentTypes } from "../domain/documents/index";
import { shown, table } from "../../test/support/book-literal";
import type { TableCells } from "../workbook/port";
import { readBook, type ReadBook } from "./read-book";

const read = (...tables: readonly TableCells[]): ReadBook & { readonly found: readonly string[] } => {
  const { value, findings } = readBook(tables, { types: documentTypes, strict: false });
  return { ...value, found: findings.map(shown) };
};

const items = table(
  "items",
  "商品编码 商品名称 税率 默认仓库",
  ["A1", "螺丝", "13%", "主仓"],
  ["A2", "螺母", null, null],
);
const warehouses = table("仓库", "仓库编码 仓库名称 允许负库存", ["W1", "主仓", "是"], ["W2", "门店", "否"]);
const partners = table("Partners", "code name kind", ["S1", "永顺", "供应商"], ["C1", "大华", "customer"]);

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
