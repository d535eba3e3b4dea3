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
    expect(outcome.value).toEqual({ tables: ["stock"], columns: ["items.code"] });
    expect(book.state()).toMatchObject({ phase: { is: "open" }, bookLanguage: "zh-CN" });
    expect((await book.create("en-US")).value).toEqual({ tables: [], columns: [] });
  });
});
