import { type OpenWorkbench, openWorkbench } from "./open-workbench";

jest.setTimeout(120_000);

describe("editing a cell in a browser, and what is done meanwhile", () => {
  let open: OpenWorkbench;
  beforeAll(async () => {
    open = await openWorkbench("en-US");
    await open.pane.getByText("71 drafts").waitFor();
  });
  afterAll(() => open.close());

  const editor = () => open.page.getByLabel("Content of the cell");
  const place = () => open.page.getByLabel("Name box").inputValue();
  const shows = (address: string, text: string | RegExp) =>
    open.cell(address).filter({ hasText: text }).waitFor();
  const typeOver = async (address: string, text: string) => {
    await open.cell(address).click();
    await open.page.keyboard.type(text);
  };

  it("keeps what was typed when a button of the ribbon is pressed, and the keyboard is at the cell", async () => {
    await typeOver("C2", "S02");
    await open.page.getByRole("toolbar").getByRole("button", { name: "Check" }).click();
    await shows("C2", /^S02$/);
    await editor().waitFor({ state: "detached" });
    await open.page.getByRole("tooltip").waitFor({ state: "detached" });
    await open.pane.getByText(/^Checked/).waitFor();
    await open.page.keyboard.press("ArrowDown");
    expect(await place()).toBe("C3");
  });

  it("keeps it when the language is another one, and the pane goes on with what it shows", async () => {
    await open.pane.getByRole("tab", { name: "Reports" }).click();
    await open.pane.getByRole("textbox", { name: "As of" }).fill("2026-02-28");
    await typeOver("C3", "S03");
    await open.page.getByRole("button", { name: "中文" }).click();
    await shows("C3", /^S03$/);
    await open.pane.getByRole("tab", { name: "报表", selected: true }).waitFor();
    expect(await open.pane.getByRole("textbox", { name: "截止日期" }).inputValue()).toBe("2026-02-28");
    await open.page.getByLabel("单元格内容").waitFor({ state: "detached" });
    await open.page.keyboard.press("ArrowDown");
    expect(await open.page.getByLabel("名称框").inputValue()).toBe("C4");
    await open.page.getByRole("button", { name: "English" }).click();
    await open.pane.getByRole("tab", { name: "Reports", selected: true }).waitFor();
  });

  it("goes on in the formula bar, and ends with a button of it", async () => {
    await typeOver("C5", "S0");
    await open.page.getByLabel("Formula bar").click();
    await open.page.keyboard.type("4");
    expect(await editor().inputValue()).toBe("S04");
    await open.page.getByRole("button", { name: "Enter" }).click();
    await shows("C5", /^S04$/);
    await typeOver("C6", "gone");
    await open.page.getByRole("button", { name: "Cancel" }).click();
    await shows("C6", /^S01$/);
  });

  it("selects all cells by the corner, and steps over columns that are hidden", async () => {
    await open.page.getByRole("columnheader", { name: "Select all" }).click();
    expect(await place()).toBe("A1:XFD1048576");
    await open.page.getByLabel("Name box").fill("U2");
    await open.page.keyboard.press("Enter");
    for (let i = 0; i < 20; i++) {
      await open.page.keyboard.press("Tab");
      const [letter] = /[A-Z]+/.exec(await place()) ?? [];
      await open.page.getByRole("columnheader", { name: letter ?? "", exact: true }).waitFor();
    }
  });

  it("says which formulas it cannot calculate, in their cells and below, and shows a day as a day", async () => {
    await open.page.getByRole("button", { name: "New sheet" }).click();
    await typeOver("B2", "=NOSUCH(1)");
    await open.page.keyboard.press("Enter");
    await shows("B2", "not calculated");
    await open.page.locator(".status").filter({ hasText: "1 not calculated here" }).waitFor();
    await typeOver("B2", "=TODAY()");
    await open.page.keyboard.press("Enter");
    await shows("B2", /^\d+\/\d+\/\d{4}$/);
    await open.page.locator(".status .moods").waitFor({ state: "detached" });
    await typeOver("B4", "A long text that runs over the blank cells beside it");
    await open.page.keyboard.press("Enter");
    const box = await open.cell("B4").locator(".over").boundingBox();
    expect(box?.width).toBeGreaterThan(250);
  });

  it("says what is wrong with a formula, and what was typed stays to be mended", async () => {
    await typeOver("B6", "=SUM(");
    await open.page.keyboard.press("Enter");
    await open.page.getByText("Nothing was changed: cell B6: a formula that is not well-formed").waitFor();
    expect(await editor().inputValue()).toBe("=SUM(");
    await open.cell("B8").click();
    expect(await editor().inputValue()).toBe("=SUM(");
    expect(await place()).toBe("B6");
    await editor().focus();
    await open.page.keyboard.type("2,3");
    await open.page.keyboard.press("Enter");
    await shows("B6", /^5$/);
    expect(await place()).toBe("B7");
  });

  it("lets nothing be done beside a formula that is refused, until it is mended or given up", async () => {
    const bar = () => open.page.getByLabel("Formula bar");
    const notice = open.page.getByText("Nothing was changed: cell B6: a formula that is not well-formed");
    await typeOver("B6", "=SUM(");
    await open.page.keyboard.press("Enter");
    await notice.waitFor();
    const tabs = await open.page.getByRole("tab").count();
    await open.page.getByRole("button", { name: "New sheet" }).click();
    expect(await open.page.getByRole("tab").count()).toBe(tabs);
    await open.page.getByLabel("Name box").fill("A40");
    await open.page.keyboard.press("Enter");
    await open.cell("B3").click({ button: "right" });
    expect(await open.page.getByRole("menuitem", { name: "Insert rows" }).isVisible()).toBe(false);
    expect(await bar().inputValue()).toBe("=SUM(");
    await open.page.getByRole("button", { name: "File" }).click();
    await open.page.getByRole("menuitem", { name: "New empty book" }).click();
    expect(await bar().inputValue()).toBe("=SUM(");
    await bar().focus();
    await open.page.keyboard.press("Escape");
    await notice.waitFor({ state: "detached" });
    await shows("B6", /^5$/);
  });

  it("takes back what is being typed before it takes back a step", async () => {
    await typeOver("B8", "kept");
    await open.page.keyboard.press("Enter");
    await typeOver("B9", "typed");
    await open.page.getByRole("button", { name: "Undo" }).click();
    await editor().waitFor({ state: "detached" });
    await shows("B8", "kept");
    await open.page.getByRole("button", { name: "Undo" }).click();
    await shows("B8", /^$/);
  });

  it("complained of nothing", () => {
    expect(open.complaints).toEqual([]);
  });
});
