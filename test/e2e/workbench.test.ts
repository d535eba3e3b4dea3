import { readFileSync } from "node:fs";
import { openXlsx } from "../../src/engine/xlsx/open-xlsx";
import { type OpenWorkbench, openWorkbench } from "./open-workbench";

jest.setTimeout(120_000);

describe("the workbench in a browser, from a sample to a saved book", () => {
  let open: OpenWorkbench;
  beforeAll(async () => {
    open = await openWorkbench("zh-CN");
  });
  afterAll(() => open.close());

  const button = (name: string | RegExp) => open.pane.getByRole("button", { name });
  const state = (text: string) => open.pane.getByRole("group", { name: "账簿状态" }).getByText(text);
  const selected = (address: string) =>
    open.page.waitForFunction(
      (wanted) => document.querySelector<HTMLInputElement>(".name-box")?.value === wanted,
      address,
    );
  const goTo = async (address: string) => {
    await open.page.getByLabel("名称框").fill(address);
    await open.page.keyboard.press("Enter");
  };
  const typeInto = async (address: string, text: string) => {
    await goTo(address);
    await open.page.getByLabel("编辑栏").fill(text);
    await open.page.keyboard.press("Enter");
  };

  it("opens the hardware store, and the pane finds its drafts", async () => {
    await button("检查").waitFor();
    await state("71 张草稿").waitFor();
    expect(await open.cell("A2").textContent()).toBe("期初建账");
    await open.picture("workbench");
  });

  it("checks the drafts, and a click on a finding brings the grid to its cell", async () => {
    await button("检查").click();
    await open.pane
      .getByText(/^检查完毕：3 个错误/)
      .first()
      .waitFor();
    await button(/LK-5058/).click();
    await selected("F59");
    await open.page.getByRole("tab", { name: "销售单据", selected: true }).waitFor();
    await open.cell("F59").and(open.page.locator(":visible")).waitFor();
    expect(await open.cell("F59").textContent()).toBe("LK-5058");
    await open.picture("finding");
  });

  it("edits a cell in the grid, and the pane hears of it", async () => {
    await open.cell("F59").dblclick();
    await open.page.keyboard.press("ControlOrMeta+a");
    await open.page.keyboard.type("LK-5085");
    await open.page.getByText("正在编辑单元格").waitFor();
    await open.page.keyboard.press("Enter");
    await selected("F60");
    expect(await open.cell("F59").textContent()).toBe("LK-5085");
    await state("有人改过数据").waitFor();
  });

  it("posts what is right, after a preview of every figure that changes", async () => {
    await button("过账").click();
    await open.pane.getByRole("heading", { name: "要过账的单据（69）" }).waitFor();
    await open.picture("post-preview");
    await open.pane.getByRole("textbox", { name: "您的姓名" }).fill("王 芳");
    await button("过账 69 张").click();
    await open.pane.getByText("已过账 69 张单据。").first().waitFor();
    await state("2 张草稿").waitFor();
    await goTo("W58");
    await open.page.locator(".grid .active").filter({ hasText: /^$/ }).waitFor();
    await goTo("W59");
    await open.page.locator(".grid .active").filter({ hasText: "CK-20260331-0001" }).waitFor();
    await open.picture("posted");
  });

  it("recomputes, shows balances and the rows behind one", async () => {
    await button("重算").click();
    await open.pane
      .getByText(/^重算完毕/)
      .first()
      .waitFor();
    await open.pane.getByRole("tab", { name: "余额" }).click();
    await open.pane.getByRole("button", { name: /LK-5085.*总仓/ }).click();
    await open.pane.getByText("由这些单据得来").waitFor();
    await open.picture("rows-behind");
  });

  it("writes a report onto a sheet of its own", async () => {
    await open.pane.getByRole("tab", { name: "报表" }).click();
    await button("写入工作表").click();
    await open.pane.getByText("已写入工作表“报表 库存余额”。").first().waitFor();
    await open.page.getByRole("tab", { name: "报表 库存余额", selected: true }).waitFor();
    await open.page.getByRole("grid", { name: "工作表 报表 库存余额" }).waitFor();
    await open.picture("report");
  });

  it("runs a command from the ribbon in the add-in", async () => {
    await open.page.getByRole("toolbar", { name: "功能区" }).getByRole("button", { name: "检查" }).click();
    await open.pane
      .getByText(/^检查完毕：2 个错误/)
      .first()
      .waitFor();
  });

  it("calculates the add-in's worksheet functions, and formulas over them", async () => {
    await open.page.getByRole("button", { name: "新工作表" }).click();
    await typeInto("A1", "LK-5085");
    await typeInto("B1", "=TZ.ONHAND(A1)");
    await typeInto("C1", "=B1*2");
    await open.cell("B1").filter({ hasText: /^56$/ }).waitFor();
    await open.cell("C1").filter({ hasText: /^112$/ }).waitFor();
    await open.picture("worksheet-function");
  });

  it("saves the book, and what is opened again is the same", async () => {
    await open.page.getByRole("button", { name: "文件" }).click();
    const download = open.page.waitForEvent("download");
    await open.page.getByRole("menuitem", { name: "保存为 .xlsx" }).click();
    const saved = await (await download).path();
    const sales = openXlsx(new Uint8Array(readFileSync(saved))).table("销售单据");
    expect(sales?.sheet.cell(58, 5)).toBe("LK-5085");
    expect(sales?.sheet.cell(58, 22)).toBe("CK-20260331-0001");
    const files = { name: "again.xlsx", mimeType: "", buffer: readFileSync(saved) };
    await open.page.locator("input[type=file]").setInputFiles(files);
    await open.page.getByText("已打开 again.xlsx").waitFor();
    await open.pane.getByRole("heading", { name: "again.xlsx" }).waitFor();
    await state("2 张草稿").waitFor();
    await goTo("销售单据");
    await open.page.getByRole("tab", { name: "销售单据", selected: true }).waitFor();
  });

  it("asked nobody but this machine for anything, and complained of nothing", () => {
    const hosts = new Set(
      open.requests.map((url) => new URL(url)).map(({ protocol, host }) => protocol + host),
    );
    expect([...hosts].filter((each) => !/^(https:localhost:\d+|blob:|data:)$/.test(each))).toEqual([]);
    expect(open.complaints).toEqual([]);
  });
});
