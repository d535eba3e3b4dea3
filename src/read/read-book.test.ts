import { documentTypes } from "../domain/documents/index";
import { NO_TYPE, NONE } from "../domain/book/lines";
import type { Finding } from "../domain/kernel/finding";
import { decimalText } from "../domain/kernel/numbers";
import { dayText } from "../domain/kernel/day";
import type { Cell, TableCells } from "../workbook/port";
import { readBook, type ReadBook } from "./read-book";

type Row = readonly Cell[];

function table(name: string, headers: string, ...rows: readonly Row[]): TableCells {
  const names = headers.split(" ");
  const column = (index: number): readonly Cell[] => rows.map((row) => row[index] ?? null);
  return { name, sheet: name, headers: names, rowCount: rows.length, column };
}

const types = documentTypes;
const read = (...tables: readonly TableCells[]): ReadBook & { readonly found: readonly string[] } => {
  const { value, findings } = readBook(tables, { types, strict: false });
  return { ...value, found: findings.map(shown) };
};

function shown({ code, table: id, row, rowId, column, facts }: Finding): string {
  const where = [id, row, rowId, column].filter((part) => part !== null && part !== "").join(" ");
  return `${code} ${where} ${JSON.stringify(facts)}`;
}

const items = table(
  "items",
  "商品编码 商品名称 税率 默认仓库",
  ["A1", "螺丝", "13%", "主仓"],
  ["A2", "螺母", null, null],
);
const warehouses = table("仓库", "仓库编码 仓库名称 允许负库存", ["W1", "主仓", "是"], ["W2", "门店", "否"]);
const partners = table("Partners", "code name kind", ["S1", "永顺", "供应商"], ["C1", "大华", "customer"]);

describe("a book that is read", () => {
  it("has its registers as lines, in the order of the registers and of their rows", () => {
    const { book, found } = read(
      ...[items, warehouses, partners],
      table("sales", "type date partner item warehouse qty price", [
        "销售出库",
        46027,
        "大华",
        "A2",
        "W2",
        2.5,
        "19.90",
      ]),
      table(
        "采购单据",
        "行ID 单据类型 日期 时间 往来单位 仓库 商品编码 数量 单价 含税 税率 价税合计 状态 单号",
        [
          "r1",
          "RK",
          "2026-01-05",
          "8:30",
          "S1",
          "主仓",
          "螺丝",
          10,
          1.25,
          "是",
          13,
          12.5,
          "已过账",
          "RK-20260105-0001",
        ],
      ),
    );
    const { lines } = book;
    expect(found).toEqual([]);
    expect([lines.count, lines.offsets]).toEqual([2, [0, 1, 2, 2, 2]]);
    expect([...lines.type].map((place) => documentTypes[place]?.code)).toEqual(["RK", "CK"]);
    expect([[...lines.item], [...lines.warehouse], [...lines.partner]]).toEqual([
      [0, 1],
      [0, 1],
      [0, 1],
    ]);
    expect([[...lines.qty], [...lines.price], [...lines.total]]).toEqual([
      [10000000, 2500000],
      [1250000, 19900000],
      [1250, NaN],
    ]);
    expect([[...lines.day].map(dayText), [...lines.time]]).toEqual([
      ["2026-01-05", "2026-01-05"],
      [30600, NONE],
    ]);
    expect([[...lines.includesTax], [...lines.status], lines.rowId]).toEqual([
      [1, 255],
      [2, 0],
      ["r1", ""],
    ]);
  });

  it("leaves a row in which nothing stands in its place, and knows it", () => {
    const { book, found } = read(
      ...[items, warehouses, partners],
      table(
        "stock",
        "type item qty note itemName mine",
        ["DB", "A1", 1, null, null, null],
        [null, " ", null, "", "#", "x"],
        [null, null, null, "备注", null, null],
      ),
    );
    expect([[...book.lines.blank], [...book.lines.type].map((type) => type === NO_TYPE)]).toEqual([
      [0, 1, 0],
      [false, true, true],
    ]);
    expect(found).toEqual([]);
  });

  it("says of each cell that cannot be read what and where, and keeps the good rows", () => {
    const { book, found } = read(
      ...[items, warehouses, partners],
      table(
        "purchases",
        "rowId type date item qty price discount",
        ["r1", "RX", "2026-02-30", "A9", "x", 0.0000001, 0.1],
        ["r2", "RK", "2026-02-20", "A1", 1, 2, 10],
        ["r1", "RK", { error: "#N/A" }, "A1", 1, 2, 10],
      ),
    );
    expect(found).toEqual([
      'UNKNOWN_TYPE purchases 1 r1 type {"value":"RX","nearest":"RK"}',
      'NOT_A_DATE purchases 1 r1 date {"value":"2026-02-30"}',
      'CELL_ERROR purchases 3 r1 date {"error":"#N/A"}',
      'UNKNOWN_CODE purchases 1 r1 item {"value":"A9","register":"items","nearest":"A1"}',
      'NOT_A_NUMBER purchases 1 r1 qty {"value":"x"}',
      'TOO_MANY_DECIMALS purchases 1 r1 price {"value":1e-7,"decimals":6}',
      'RATE_AS_FRACTION purchases 1 r1 discount {"value":0.1,"suggested":10}',
      'DUPLICATE_ROW_ID purchases 3 r1 rowId {"value":"r1","firstTable":"purchases","firstRow":1}',
    ]);
    expect([...book.lines.faulty]).toEqual([1, 0, 1]);
  });

  it("finds one row id in two registers", () => {
    const { found } = read(
      table("purchases", "type rowId", ["RK", "r7"]),
      table("payments", "type rowId", ["SK", null], ["SK", "r7"]),
    );
    expect(found).toEqual([
      'DUPLICATE_ROW_ID payments 2 r7 rowId {"value":"r7","firstTable":"purchases","firstRow":1}',
    ]);
  });

  it("takes masters once by code, and wants a code on every row", () => {
    const { book, found } = read(
      table("items", "code name", ["A1", "x"], ["A1", "y"], [null, "z"], [null, null], ["A2", "w"]),
    );
    expect(found).toEqual([
      'DUPLICATE_KEY items 2 code {"value":"A1","firstRow":1}',
      "REQUIRED items 3 code {}",
    ]);
    expect(book.masters.items.map(({ code, name }) => code + name)).toEqual(["A1x", "A2w"]);
  });

  it("has masters with what their cells say", () => {
    const { book } = read(
      items,
      warehouses,
      partners,
      table("units", "item unit numerator denominator", ["A1", "箱", 12, null]),
    );
    expect(book.masters.items[0]).toMatchObject({
      code: "A1",
      name: "螺丝",
      taxRate: 13000000,
      warehouse: 0,
    });
    expect(book.masters.items[1]).toMatchObject({
      taxRate: null,
      warehouse: NONE,
      service: false,
      inactive: false,
    });
    expect(book.masters.warehouses.map(({ allowNegative }) => allowNegative)).toEqual([true, false]);
    expect(book.masters.partners.map(({ supplier, customer }) => [supplier, customer])).toEqual([
      [true, false],
      [false, true],
    ]);
    expect(book.masters.units).toEqual([{ item: 0, unit: "箱", numerator: 12, denominator: 1 }]);
  });

  it("refuses a factor of zero and a unit without one", () => {
    const { book, found } = read(
      items,
      warehouses,
      table("units", "item unit numerator denominator", ["A1", "箱", 0, 1], ["A1", "包", null, 1]),
    );
    expect(book.masters.units).toEqual([]);
    expect(found).toEqual([
      'OUT_OF_RANGE units 1 numerator {"value":0,"least":"1","most":"1000000000"}',
      "REQUIRED units 2 numerator {}",
    ]);
  });

  it("counts money in the decimals that its settings say", () => {
    const settings = table("settings", "key value", ["金额小数位", "3"]);
    const { book } = read(settings, table("payments", "type amount", ["SK", 1.125]));
    expect(decimalText(book.lines.amount[0] ?? NaN, 3)).toBe("1.125");
  });
});

describe("the settings of a book that is read", () => {
  it("hold as by default where nothing is said", () => {
    expect(read().book.settings).toMatchObject({
      costing: "moving-average",
      moneyDecimals: 2,
      frozenUntil: null,
    });
  });

  it("are known by key or name and by word or code, in either language", () => {
    const { book, found } = read(
      warehouses,
      table(
        "参数",
        "参数 值",
        ["计价方法", "先进先出"],
        ["Negative stock", "允许"],
        ["priceIncludesTax", "是"],
        ["taxRate", "13%"],
        ["frozenUntil", "2025-12-31"],
        ["默认仓库", "主仓"],
        ["mine", "whatever"],
        ["ageingBuckets", "30,60"],
        ["moneyStep", null],
      ),
    );
    expect(found).toEqual([]);
    expect(book.settings).toMatchObject({
      costing: "fifo",
      negativeStock: "allow",
      priceIncludesTax: true,
      taxRate: 13000000,
      frozenUntil: 46022,
      warehouse: "W1",
    });
  });

  it("that this version does not know are told what there is, and the default holds", () => {
    const { book, found } = read(
      table(
        "settings",
        "key value",
        ["costing", "lifo"],
        ["landedCost", "remaining"],
        ["moneyDecimals", 7],
        ["costing", "fifo"],
      ),
    );
    expect(found).toEqual([
      'UNKNOWN_SETTING settings 1 value {"value":"lifo","key":"计价方法","allowed":"移动加权平均, 先进先出"}',
      'UNKNOWN_SETTING settings 2 value {"value":"remaining","key":"费用分摊","allowed":"追溯"}',
      'UNKNOWN_SETTING settings 3 value {"value":7,"key":"金额小数位","allowed":"0 – 6"}',
      'DUPLICATE_KEY settings 4 key {"value":"costing","firstRow":1}',
    ]);
    expect(book.settings).toMatchObject({ costing: "moving-average", moneyDecimals: 2 });
  });
});

describe("the tables and columns of a workbook that is read", () => {
  const strict = (...tables: readonly TableCells[]): readonly string[] =>
    readBook(tables, { types, strict: true }).findings.map(shown);

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
