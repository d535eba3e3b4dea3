import { documentTypes } from "../domain/documents/index";
import { shown, table } from "../../test/support/book-literal";
import { costingMethods } from "../registers/words";
import type { TableCells } from "../workbook/port";
import { readBook, type ReadBook } from "./read-book";

const read = (...tables: readonly TableCells[]): ReadBook & { readonly found: readonly string[] } => {
  const { value, findings } = readBook(tables, { types: documentTypes, strict: false });
  return { ...value, found: findings.map(shown) };
};

const warehouses = table("仓库", "仓库编码 仓库名称 允许负库存", ["W1", "主仓", "是"], ["W2", "门店", "否"]);

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

  it.each([
    ["en", "en-US"],
    ["English", "en-US"],
    ["EN_us", "en-US"],
    ["zh", "zh-CN"],
    ["中文", "zh-CN"],
  ])("take the language as people call it: %s", (name, language) => {
    const { book, found } = read(table("settings", "key value", ["language", name]));
    expect({ found, language: book.settings.language }).toEqual({ found: [], language });
  });

  it("that this version does not know are told what there is, and the default holds", () => {
    const methods = costingMethods.map(({ title }) => title.zh).join(", ");
    const { book, found } = read(
      table(
        "settings",
        "key value",
        ["costing", "cheapest"],
        ["landedCost", "sometimes"],
        ["moneyDecimals", 7],
        ["costing", "fifo"],
      ),
    );
    expect(found).toEqual([
      `UNKNOWN_SETTING settings 1 value {"value":"cheapest","key":"计价方法","allowed":"${methods}"}`,
      'UNKNOWN_SETTING settings 2 value {"value":"sometimes","key":"费用分摊","allowed":"追溯, 仅剩余"}',
      'UNKNOWN_SETTING settings 3 value {"value":7,"key":"金额小数位","allowed":"0 – 6"}',
      'DUPLICATE_KEY settings 4 key {"value":"costing","firstRow":1}',
    ]);
    expect(book.settings).toMatchObject({ costing: "moving-average", moneyDecimals: 2 });
  });
});
