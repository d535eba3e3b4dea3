import { approveDrafts } from "../../src/app/approve-drafts";
import { checkDrafts } from "../../src/app/check-drafts";
import { postDrafts } from "../../src/app/post-drafts";
import { verifyBook } from "../../src/app/verify-book";
import { embeddedWorkbook } from "../../src/workbook/embedded/embedded-workbook";
import type { Workbook } from "../../src/workbook/port";
import { chineseBook, delivery, deskOver, masters, receipts } from "./registers";
import { oneExcel } from "./workbooks";

const openIn = oneExcel();

async function drafted() {
  const [first, ...more] = delivery(["bolt", "nut"]);
  const rest = more.map(({ item = null, qty = null, price = null }) => ({ item, qty, price, note: "0012" }));
  const purchases = receipts(3);
  return chineseBook({
    ...masters,
    purchases,
    sales: [{ ...first, time: "08:30:00" }, ...rest],
  });
}

async function codesAt(workbook: Workbook): Promise<readonly string[]> {
  const { findings } = await checkDrafts(deskOver(workbook, 5));
  return findings.map(({ code }) => code);
}

describe("an approval given in Excel", () => {
  it("holds in Excel and beside it, until a cell is edited, and is on record once posted", async () => {
    const excel = openIn(await drafted());
    expect((await approveDrafts(deskOver(excel.workbook, 3), ["D1"])).value).toEqual({ changed: 2 });
    const besides = embeddedWorkbook(excel.book);
    expect([await codesAt(excel.workbook), await codesAt(besides)]).toEqual([[], []]);
    const table = excel.book.table("销售单据");
    const noted = table?.headers.indexOf("备注") ?? -1;
    table?.sheet.write(table.first + 1, table.left + noted, "0013");
    expect([await codesAt(excel.workbook), await codesAt(besides)]).toEqual([
      ["APPROVAL_STALE"],
      ["APPROVAL_STALE"],
    ]);
    await approveDrafts(deskOver(besides, 4), ["D1"]);
    const { value, findings } = await postDrafts(deskOver(excel.workbook, 6), {
      only: ["D1"],
      dryRun: false,
    });
    expect([value?.posted.length, findings]).toEqual([1, []]);
    const failures = (await verifyBook(deskOver(excel.workbook, 7))).value?.failures ?? [];
    expect(failures.filter(({ code }) => code !== "BALANCE_STALE")).toEqual([]);
  });
});
