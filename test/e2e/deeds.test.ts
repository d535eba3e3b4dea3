import { columnName } from "../../src/engine/address";
import { purchases } from "../../src/registers/purchases";
import { type OpenWorkbench, openWorkbench } from "./open-workbench";

jest.setTimeout(120_000);

describe("what is done seldom, in a browser", () => {
  let open: OpenWorkbench;
  beforeAll(async () => {
    open = await openWorkbench("zh-CN");
    await open.pane.getByRole("button", { name: "过账" }).click();
    const preview = open.pane.getByRole("dialog");
    await preview.getByRole("textbox").fill("张三");
    await preview.getByRole("button", { name: /^过账 \d/ }).click();
    await open.pane.getByText(/^已过账 \d+ 张单据/).waitFor();
  });
  afterAll(() => open.close());

  async function begun(entry: string) {
    await open.pane.getByRole("button", { name: "更多操作" }).click();
    await open.pane.getByRole("menuitem", { name: entry }).click();
    return open.pane.getByRole("dialog", { name: entry.replace("…", "") });
  }

  it("takes the document of the row that the cursor is in back, and says so on its rows", async () => {
    await open.cell("C22").click();
    const dialog = await begun("作废或红冲…");
    await dialog.locator('input[value="CT-20260122-0001"]').waitFor();
    await dialog.getByRole("button", { name: "看看会怎样" }).click();
    await dialog.getByRole("region", { name: "会变动的数字" }).waitFor();
    await open.picture("void");
    await dialog.getByRole("button", { name: "作废 CT-20260122-0001" }).click();
    await open.pane.getByText("已作废 CT-20260122-0001。").waitFor();
  });

  it("gives the keyboard back to the menu once it is left", async () => {
    const dialog = await begun("结账与反结账…");
    await dialog.getByRole("button", { name: "逐项核对" }).click();
    await dialog.getByRole("list", { name: "结账核对清单" }).waitFor();
    await open.picture("month-end");
    await dialog.getByRole("button", { name: "返回" }).click();
    await dialog.waitFor({ state: "detached" });
    const menu = open.pane.getByRole("button", { name: "更多操作" });
    expect(await menu.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  it("makes an amendment of what was typed into a posted row, once its figures were looked at", async () => {
    const column = columnName(purchases.columns.findIndex(({ id }) => id === "price"));
    await open.page.getByLabel("名称框").fill(`${column}7`);
    await open.page.keyboard.press("Enter");
    await open.page.keyboard.type("14");
    await open.page.keyboard.press("Enter");
    const dialog = await begun("核对账簿…");
    await dialog.getByText(/被手工改动/).waitFor();
    await dialog.getByRole("button", { name: "改为修订", exact: true }).click();
    await dialog.getByRole("region", { name: "会变动的数字" }).waitFor();
    await open.picture("verify-amend");
    await dialog.getByRole("button", { name: "修订 1 张单据" }).click();
    await dialog.getByText(/^已修订 /).waitFor();
    await dialog.getByText("账簿完好").waitFor();
    await dialog.getByRole("button", { name: "返回" }).click();
  });

  it("verifies the book without a complaint", async () => {
    const dialog = await begun("核对账簿…");
    await dialog.getByText("账簿完好").waitFor();
    await dialog.getByRole("button", { name: "返回" }).click();
    expect(open.complaints).toEqual([]);
  });

  it("fetches the sentences of another language once the pane speaks it", async () => {
    await open.pane.getByRole("button", { name: "检查", exact: true }).click();
    await open.pane.getByText(/不是日期/).waitFor();
    await open.pane.getByRole("button", { name: "语言" }).click();
    await open.pane.getByRole("menuitemradio", { name: "English" }).click();
    await open.pane.getByText(/is not a date/).waitFor();
    await open.pane.getByRole("button", { name: "Check", exact: true }).waitFor();
    expect(open.complaints).toEqual([]);
  });
});
