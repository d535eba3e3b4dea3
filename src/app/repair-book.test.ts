import { bookTables } from "./book-tables";
import {
  openedAndRead,
  type SharedBook,
  sharedBook,
  sharedBookOf,
  strictDesk,
  traded,
} from "../../test/support/shared-book";

describe("a workbook without a book", () => {
  it("is none, and gets all tables in the language asked for, beside a user's own sheets", async () => {
    const shared = sharedBook();
    const look = { format: null, width: 10, hidden: false, grouped: false, choices: null };
    await shared.mine.apply([
      { do: "create", table: "Mine", sheet: "My sheet", columns: [{ ...look, header: "x" }] },
      { do: "append", table: "Mine", count: 1, columns: [{ header: "x", cells: ["kept"] }] },
    ]);
    const { book } = await openedAndRead(shared.mine);
    expect(book.state().phase).toEqual({ is: "none" });
    await book.create("en-US");
    expect(book.state()).toMatchObject({ phase: { is: "open", counts: { rows: 0 } }, bookLanguage: "en-US" });
    const [own] = await shared.mine.read(["Mine"]);
    expect(own.column(0)).toEqual(["kept"]);
  });

  it("is made beside a sheet that bears the name of one of ours", async () => {
    const shared = sharedBook();
    shared.engine.addSheet("商品").write(0, 0, "my own");
    const { book } = await openedAndRead(shared.mine);
    await book.create("zh-CN");
    expect(book.state().phase).toMatchObject({ is: "open" });
    expect(shared.engine.sheet("商品")?.cell(0, 0)).toBe("my own");
    expect(shared.engine.table("商品")?.sheet.name).toBe("商品 2");
  });
});

describe("a book that lacks something", () => {
  async function without(names: readonly string[]): Promise<SharedBook> {
    const whole = await sharedBookOf(traded);
    const part = sharedBook();
    const { known } = await bookTables(strictDesk(whole.mine));
    for (const table of known.values()) {
      if (names.includes(table.name)) continue;
      const headers = table.headers.filter((header) => !names.includes(`${table.name}.${header}`));
      const look = { format: null, width: 10, hidden: false, grouped: false, choices: null };
      const columns = headers.map((header) => ({ ...look, header }));
      const cells = headers.map((header) => ({
        header,
        cells: table.column(table.headers.indexOf(header)),
      }));
      await part.mine.apply([
        { do: "create", table: table.name, sheet: table.sheet, columns },
        { do: "append", table: table.name, count: table.rowCount, columns: cells },
      ]);
    }
    return part;
  }

  it("is broken, says what is missing, and is whole after it was repaired", async () => {
    const shared = await without(["库存单据", "商品.商品编码"]);
    const { book } = await openedAndRead(shared.mine);
    expect(book.state().phase).toMatchObject({
      is: "broken",
      findings: [{ code: "TABLE_MISSING" }, { code: "HEADER_MISSING" }],
    });
    const outcome = await book.create("en-US");
    expect(outcome.value).toEqual({ tables: ["stock"], columns: ["items.code"], renamed: [] });
    expect(book.state()).toMatchObject({ phase: { is: "open" }, bookLanguage: "zh-CN" });
    expect((await book.create("en-US")).value).toEqual({ tables: [], columns: [], renamed: [] });
  });

  it("gets back the names that somebody changed, once the user says which they are", async () => {
    const shared = await sharedBookOf(traded);
    await shared.others([
      { do: "rename", table: "商品", header: "商品编码", to: "货号" },
      { do: "rename", table: "采购单据", header: "数量", to: "数量（个）" },
    ]);
    const { book } = await openedAndRead(shared.mine);
    const { phase } = book.state();
    expect(phase).toMatchObject({
      is: "broken",
      findings: [
        { table: "purchases", column: "qty", facts: { nearest: "数量（个）" } },
        { table: "items", column: "code", facts: { nearest: "货号" } },
      ],
    });
    expect((await book.repair({})).findings).toHaveLength(2);
    const renamed = { "items.code": "货号", "purchases.qty": "数量（个）" };
    const { value, findings } = await book.repair(renamed);
    expect([value?.renamed, findings]).toEqual([["purchases.qty", "items.code"], []]);
    await book.perform("post");
    expect(book.balances()?.stock).toMatchObject([{ item: "A", qty: 70 }]);
  });

  it("makes a column anew where the user says that it is none of those that are there", async () => {
    const shared = await sharedBookOf(traded);
    await shared.others([{ do: "rename", table: "商品", header: "商品编码", to: "货号" }]);
    const { book } = await openedAndRead(shared.mine);
    expect((await book.repair({ "items.code": "" })).value?.columns).toEqual(["items.code"]);
    const [items] = await shared.mine.read(["商品"]);
    expect(items.headers).toEqual(expect.arrayContaining(["货号", "商品编码"]));
  });

  it("gets back a table that was renamed together with its sheet", async () => {
    const shared = await without(["库存单据"]);
    const look = { format: null, width: 10, hidden: false, grouped: false, choices: null };
    const columns = ["单据类型", "日期", "商品编码", "数量"].map((header) => ({ ...look, header }));
    await shared.others([{ do: "create", table: "我的库存", sheet: "我的库存", columns }]);
    const { book } = await openedAndRead(shared.mine);
    const { value } = await book.repair({ stock: "我的库存" });
    expect(value).toMatchObject({ tables: [], renamed: ["stock"] });
    expect(shared.engine.table("库存单据")?.headers).toContain("数量");
  });

  it("says that no table bears the name that the user gives", async () => {
    const shared = await without(["库存单据"]);
    const { book } = await openedAndRead(shared.mine);
    const { value, findings } = await book.repair({ stock: "nowhere" });
    expect([value, findings]).toMatchObject([null, [{ code: "BAD_STEP" }]]);
  });
});
