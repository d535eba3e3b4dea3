import { Workbook } from "../../src/engine/workbook";
import { excelHost } from "../../src/host/excel-host";
import { excelWorkbook } from "../../src/workbook/excel/excel-workbook";
import { officeOver } from "../support/office/node";
import { openedAndRead, settled, sharedBookOf, traded } from "../support/shared-book";

/** The open book over a workbook in Excel. */
async function inExcel(engine: Workbook) {
  const { Excel } = officeOver(excelHost(engine));
  const workbook = excelWorkbook({ run: Excel.run.bind(Excel), supports: () => true });
  return (await openedAndRead(workbook)).book;
}

describe("a workbook in Excel", () => {
  it("gets a book beside a user's own sheet of the same name", async () => {
    const engine = new Workbook();
    engine.addSheet("商品").write(0, 0, "my own");
    const book = await inExcel(engine);
    expect(book.state().phase).toEqual({ is: "none" });
    expect((await book.create("zh-CN")).findings).toEqual([]);
    await settled(book);
    expect(book.state().phase).toMatchObject({ is: "open", counts: { rows: 0 } });
    expect(engine.sheet("商品")?.cell(0, 0)).toBe("my own");
  });

  it("gets back the headers that somebody changed, and lost columns", async () => {
    const shared = await sharedBookOf(traded);
    await shared.unheard([
      { do: "rename", table: "商品", header: "商品编码", to: "货号" },
      { do: "rename", table: "仓库", header: "仓库编码", to: "xyz" },
    ]);
    const book = await inExcel(shared.engine);
    expect(book.state().phase).toMatchObject({ is: "broken" });
    const { value, findings } = await book.repair({ "items.code": "货号", "warehouses.code": "" });
    expect([value, findings]).toEqual([
      { tables: [], columns: ["warehouses.code"], renamed: ["items.code"] },
      [],
    ]);
    expect(book.state().phase).toMatchObject({ is: "open" });
    expect(shared.engine.table("商品")?.headers[0]).toBe("商品编码");
  });
});
