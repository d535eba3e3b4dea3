import { recompute } from "../../src/app/recompute";
import { verifyBook } from "../../src/app/verify-book";
import type { Desk } from "../../src/app/desk";
import { embeddedWorkbook } from "../../src/workbook/embedded/embedded-workbook";
import { chineseBook, deskOver, masters, type Row } from "./registers";
import { failingAt, oneExcel, type OpenedInExcel, rowsAt } from "./workbooks";

const N1 = "RK-20260105-0001";

const posted = { status: "posted", date: "2026-01-05", partner: "S1", warehouse: "MAIN" };
const amounts = { price: 2, net: 6, tax: 0, total: 6, qty: 3, taxRate: 0 };

function line(rowId: string, own: Row): Row {
  return { ...posted, ...amounts, type: "RK", number: N1, rowId, line: 1, ...own };
}

/** Two receipts under one number, a row of another between them, and a return of the later one. */
const clash = {
  ...masters,
  purchases: [
    line("R1", { item: "bolt", draft: "a" }),
    line("R2", { item: "nut", draft: "b" }),
    line("R4", { type: "CT", number: "CT-20260105-0001", item: "washer", qty: 1, net: 2, total: 2, ref: N1 }),
    line("R3", { item: "washer", draft: "b", line: 2 }),
  ],
};

const openIn = oneExcel();

async function registers({ workbook }: Desk): Promise<readonly unknown[]> {
  return rowsAt(workbook, "采购单据");
}

/** What makes rows those of a document, and what they refer to. */
async function namesIn({ workbook }: Desk): Promise<readonly unknown[]> {
  const [table] = await workbook.read(["采购单据"]);
  const columns = ["行ID", "单号", "行号", "来源单号"].map((header) =>
    table.column(table.headers.indexOf(header)),
  );
  return Array.from({ length: table.rowCount }, (_, row) => columns.map((cells) => cells[row]));
}

/** Recomputes where the n-th action of the patch that renumbers fails; whether one did. */
async function failing(opened: OpenedInExcel, action: number): Promise<boolean> {
  const { workbook, hasFailed } = failingAt(opened, action);
  const apply: typeof workbook.apply = async (changes, course) => {
    await workbook.apply(changes, course);
    if (!hasFailed()) throw new Error("renumbered");
  };
  await recompute(deskOver({ ...workbook, apply }, 3)).catch(() => null);
  return hasFailed();
}

describe("two documents under one number", () => {
  it("are told apart in Excel as in a file", async () => {
    const desk = deskOver(embeddedWorkbook(await chineseBook(clash)), 3);
    const excel = openIn(await chineseBook(clash));
    await recompute(desk);
    const { findings } = await recompute(deskOver(excel.workbook, 3));
    expect(findings).toMatchObject([{ code: "NUMBER_CHANGED", facts: { references: 1 } }]);
    const besides = deskOver(embeddedWorkbook(excel.book), 4);
    expect(await registers(besides)).toEqual(await registers(desk));
    expect((await verifyBook(besides)).value?.failures).toEqual([]);
  });

  it("are brought in order by recomputing again where Excel fails in the midst of it", async () => {
    const good = deskOver(embeddedWorkbook(await chineseBook(clash)), 3);
    await recompute(good);
    const wanted = await namesIn(good);
    let action = -2;
    let hasFailed = true;
    while (hasFailed) {
      const excel = openIn(await chineseBook(clash));
      hasFailed = await failing(excel, (action += 3));
      const besides = deskOver(embeddedWorkbook(excel.book), 4);
      await recompute(besides);
      expect({ action, rows: await namesIn(besides) }).toEqual({ action, rows: wanted });
      expect({ action, found: (await verifyBook(besides)).value?.failures }).toEqual({ action, found: [] });
    }
    expect(action).toBeGreaterThan(3);
  }, 300_000);
});
