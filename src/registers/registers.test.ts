import { titleIn, type Language } from "../domain/kernel/title";
import type { TableDefinition } from "./definition";
import { looks } from "./looks";
import { columnNamed, folded, namesOf, tableById, tableName, tableNamed, titlesIn } from "./names";
import { settingDefinitions } from "./setting-keys";
import { tables } from "./tables";
import { statuses } from "./words";
import { STATUSES } from "../domain/book/lines";

const languages: readonly Language[] = ["zh-CN", "en-US"];
const types = [{ title: { zh: "采购入库", en: "Purchase receipt" }, register: "purchases" }];

function repeated(list: readonly string[]): readonly string[] {
  return list.filter((text, i) => list.indexOf(text) !== i);
}

describe("the tables of a book", () => {
  it("have an id and a title of their own in each language", () => {
    expect(repeated(tables.flatMap((table) => [...new Set(namesOf(table).map(folded))]))).toEqual([]);
    for (const table of tables) expect(namesOf(table).every((name) => name.trim() !== "")).toBe(true);
  });

  it.each(tables)("$id: no two columns share an id or a header", (table: TableDefinition) => {
    const names = table.columns.flatMap((column) => [...new Set(namesOf(column).map(folded))]);
    expect(repeated(names)).toEqual([]);
    for (const column of table.columns)
      expect(namesOf(column).every((name) => name.trim() !== "")).toBe(true);
  });

  it("refer only to masters that are there, and words have both titles", () => {
    for (const column of tables.flatMap((table) => table.columns)) {
      if (column.refersTo !== undefined) expect(tableById(column.refersTo).role).toBe("master");
      const words = (column.words ?? []).flatMap((word) => [word.code, word.title.zh, word.title.en]);
      expect(words.filter((text) => text === "")).toEqual([]);
      expect(repeated((column.words ?? []).map((word) => word.code))).toEqual([]);
    }
  });

  it("begin a register with the columns of the contract and end it with a hidden row id", () => {
    const headers = tableById("purchases").columns.map((column) => column.title.zh);
    expect(headers.slice(0, 23).join()).toBe(
      "单据类型,日期,往来单位,单位名称,仓库,商品编码,商品名称,规格型号,数量,单位,单价,含税,税率,折扣率," +
        "不含税额,税额,价税合计,批次,有效期至,来源单号,备注,状态,单号",
    );
    for (const id of ["purchases", "sales", "stock", "payments"]) {
      expect(tableById(id).columns.at(-1)).toMatchObject({ id: "rowId", hidden: true });
    }
  });

  it("list the statuses in the order of the domain", () => {
    expect(statuses.map((word) => word.code)).toEqual([...STATUSES]);
  });
});

describe("a table's name", () => {
  it("is found by id, by title and as Excel spells it, whatever the case, width and blanks", () => {
    for (const name of [
      "stockBalances",
      "库存余额",
      "Stock balances",
      "STOCK_BALANCES",
      " ｓtock　balances ",
    ]) {
      expect(tableNamed(name)?.id).toBe("stockBalances");
    }
    expect(tableNamed("库存")).toBeNull();
    for (const table of tables) {
      for (const language of languages) expect(tableNamed(tableName(table, language))).toBe(table);
    }
  });

  it("is never one that a workbook would take for a cell", () => {
    const table = tableById("items");
    const odd = ["T 1", "AB12", "R1C1", "c", "RC"].map((en) => ({ ...table, title: { zh: en, en } }));
    expect(odd.map((each) => tableName(each, "en-US"))).toEqual(["T1_", "AB12_", "R1C1_", "c_", "RC_"]);
  });

  it("leads to columns by id and by header of either language", () => {
    const sales = tableById("sales");
    expect(columnNamed(sales, "价税 合计")?.id).toBe("total");
    expect(columnNamed(sales, "TOTAL AMOUNT")?.id).toBe("total");
    expect(columnNamed(sales, "我的列")).toBeNull();
  });
});

describe("the titles in a language", () => {
  it("are those of tables and of their columns, null for what there is not", () => {
    const { table, column } = titlesIn("en-US");
    expect([table("sales"), column("sales", "qty")]).toEqual(["Sales", "Quantity"]);
    expect([table("x"), column("x", "qty"), column("sales", "x")]).toEqual([null, null, null]);
  });
});

describe("the look of a new table", () => {
  it("keeps codes as text, money with its decimals, and offers what may be chosen", () => {
    const look = looks(tableById("purchases"), { language: "zh-CN", moneyDecimals: 3, types });
    const at = (header: string): unknown => look.find((column) => column.header === header);
    expect(at("商品编码")).toMatchObject({ format: "@", choices: { table: "商品", header: "商品编码" } });
    expect(at("价税合计")).toMatchObject({ format: "#,##0.000", choices: null, grouped: false });
    expect(at("单据类型")).toMatchObject({ choices: { words: ["采购入库"] } });
    expect(at("含税")).toMatchObject({ choices: { words: ["是", "否"] } });
    expect(at("状态")).toMatchObject({ format: "@" });
    expect(at("行ID")).toMatchObject({ format: "@", hidden: true });
    expect(at("到期日")).toMatchObject({ format: "yyyy-mm-dd", grouped: true });
  });
});

describe("the parameters", () => {
  it("each have a key of their own, both titles, and a fallback among their words", () => {
    const names = settingDefinitions.flatMap(({ key, title }) => [
      ...new Set([key, title.zh, title.en].map(folded)),
    ]);
    expect(repeated(names)).toEqual([]);
    for (const { words, fallback, title } of settingDefinitions) {
      for (const language of languages) expect(titleIn(language, title)).not.toBe("");
      if (words !== undefined) expect([...words.map((word) => word.code), ""]).toContain(fallback);
    }
  });
});
