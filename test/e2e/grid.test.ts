import { type OpenWorkbench, openWorkbench } from "./open-workbench";

jest.setTimeout(120_000);

describe("the grid in a browser, in English", () => {
  let open: OpenWorkbench;
  beforeAll(async () => {
    open = await openWorkbench("en-US");
    await open.pane.getByText("71 drafts").waitFor();
  });
  afterAll(() => open.close());

  const press = (...keys: readonly string[]) =>
    keys.reduce(async (before, key) => {
      await before;
      await open.page.keyboard.press(key);
    }, Promise.resolve());
  const place = () => open.page.getByLabel("Name box").inputValue();
  const shows = (address: string, text: string | RegExp) =>
    open.cell(address).filter({ hasText: text }).waitFor();

  it("runs the add-in's shortcuts, and goes to the pane and back by Ctrl+F6; Tab leads out of the pane", async () => {
    const isInPane = () => open.page.evaluate(() => document.activeElement?.tagName === "IFRAME");
    await open.cell("A2").click();
    await press("Control+Shift+Alt+4");
    await open.pane.getByRole("tab", { name: "Reports", selected: true }).waitFor();
    await press("Control+F6");
    await open.pane.locator(":focus").waitFor();
    expect(await isInPane()).toBe(true);
    await press("Control+Shift+Alt+1");
    await open.pane.getByRole("tab", { name: "Findings", selected: true }).waitFor();
    await press("Control+F6");
    await open.page.locator(".grid :focus").waitFor();
    await press("ArrowDown");
    expect(await place()).toBe("A3");
    await press("Control+F6");
    await open.pane.locator(":focus").waitFor();
    for (let i = 0; i < 120 && (await isInPane()); i++) await press("Tab");
    expect(await isInPane()).toBe(false);
  });

  it("moves, jumps and selects with the keyboard", async () => {
    await open.cell("B2").click();
    await press("ArrowDown", "ArrowRight");
    expect(await place()).toBe("C3");
    await press("Shift+ArrowDown", "Shift+ArrowRight");
    expect(await place()).toBe("C3:D4");
    await press("ControlOrMeta+ArrowUp");
    expect(await place()).toBe("C1");
    await press("ControlOrMeta+Home");
    expect(await place()).toBe("A2");
  });

  it("selects with the mouse: an area, whole rows, whole columns", async () => {
    await open.cell("B3").hover();
    await open.page.mouse.down();
    await open.cell("C4").hover();
    await open.cell("D5").hover();
    await open.page.mouse.up();
    expect(await place()).toBe("B3:D5");
    await open.cell("E6").click({ modifiers: ["Shift"] });
    expect(await place()).toBe("B3:E6");
    await open.page.getByRole("columnheader", { name: "B", exact: true }).click();
    expect(await place()).toBe("B1:B1048576");
    const behind = (letter: string) =>
      open.page
        .getByRole("columnheader", { name: letter, exact: true })
        .locator(".name")
        .evaluate((name) => getComputedStyle(name).backgroundColor);
    expect(await behind("B")).not.toBe(await behind("C"));
  });

  it("types over a cell, takes it back and does it again", async () => {
    await open.cell("C2").click();
    await open.page.keyboard.type("S03");
    await press("Tab");
    await shows("C2", "S03");
    expect(await place()).toBe("D2");
    await press("ControlOrMeta+z");
    await shows("C2", "S01");
    await press("ControlOrMeta+y");
    await shows("C2", "S03");
    await open.page.getByRole("button", { name: "Undo" }).click();
    await shows("C2", "S01");
  });

  it("leaves a cell as it was when Escape ends typing", async () => {
    await open.cell("C2").click();
    await open.page.keyboard.type("gone");
    await press("Escape");
    await shows("C2", /^S01$/);
  });

  it("copies cells as text and pastes them as if typed", async () => {
    await open.cell("B2").click();
    await open.cell("C3").click({ modifiers: ["Shift"] });
    await press("ControlOrMeta+c");
    const copied = await open.page.evaluate(() => navigator.clipboard.readText());
    expect(copied.replaceAll("\r\n", "\n")).toBe("2026-01-01\tS01\n2026-01-01\tS02");
    await open.page.getByRole("button", { name: "New sheet" }).click();
    await open.cell("B2").click();
    await press("ControlOrMeta+v");
    await shows("C3", "S02");
    expect(await place()).toBe("B2:C3");
    await press("Delete");
    await shows("C3", /^$/);
  });

  it("takes a row typed under a table into it, and the pane counts one draft more", async () => {
    await open.page.getByRole("tab", { name: "Payments" }).click();
    await open.page.getByLabel("Name box").fill("A21");
    await press("Enter");
    await open.page.getByLabel("Formula bar").fill("Customer receipt");
    await press("Enter");
    await open.pane.getByRole("button", { name: "Check" }).click();
    await open.pane.getByText("72 drafts").waitFor();
  });

  it("types over a header in the grid; the pane misses the column until that is taken back", async () => {
    await open.page.getByRole("tab", { name: "Purchases" }).click();
    await open.cell("F1").click();
    await open.page.keyboard.type("SKU");
    await press("ArrowLeft", "ArrowRight", "Enter");
    await shows("F1", /^SKU$/);
    expect(await place()).toBe("F2");
    await open.pane
      .getByText(/The column "Item code" is missing/)
      .first()
      .waitFor();
    await open.cell("F2").click();
    await press("ControlOrMeta+z");
    await shows("F1", "Item code");
    await open.cell("F1").dblclick();
    await open.page.keyboard.type("gone");
    await press("Escape", "ArrowRight", "F2");
    await open.page.getByLabel("Content of the cell").waitFor();
    await press("Escape", "ArrowDown");
    expect(await place()).toBe("G2");
    await shows("F1", /^Item code$/);
  });

  it("types on in the grid after an address in the name box", async () => {
    await open.page.getByRole("tab", { name: "Sales", exact: true }).click();
    await open.page.getByLabel("Name box").fill("U90");
    await press("Enter");
    await open.page.keyboard.type("typed");
    await press("Enter");
    await shows("U90", "typed");
    expect(await place()).toBe("U91");
    await open.page.getByLabel("Name box").fill("Items!A1");
    await press("Enter", "ArrowRight");
    await open.page.getByRole("grid", { name: "Sheet Items" }).waitFor();
    expect(await place()).toBe("B1");
    await press("ControlOrMeta+z");
  });

  it("opens the menu of a cell by a key and brings the keyboard back", async () => {
    await open.page.getByRole("tab", { name: "Purchases" }).click();
    await open.cell("B3").click();
    await press("Shift+F10");
    await open.page.getByRole("menuitem", { name: "Clear contents" }).waitFor();
    await open.page.locator('[role="menuitem"]:focus').waitFor();
    await press("Escape", "ArrowDown");
    expect(await place()).toBe("B4");
    await press("ContextMenu");
    await open.page.locator('[role="menuitem"]:focus').waitFor();
    await press("End", "Enter");
    await shows("B4", /^$/);
    await press("ControlOrMeta+z");
    await shows("B4", /2026/);
  });

  it("lets a cell of a list be chosen from", async () => {
    await open.page.getByRole("tab", { name: "Purchases" }).click();
    await open.cell("A2").dblclick();
    const words = await open.page.locator("#choices option").evaluateAll((all) => all.length);
    expect(words).toBeGreaterThan(2);
    await press("Escape");
  });

  it("changes nothing in a book that is read-only, and says so", async () => {
    await open.page.getByRole("button", { name: "Developer" }).click();
    await open.page.getByRole("menuitemcheckbox", { name: "Read-only book" }).click();
    await press("Escape");
    await open.cell("C2").click();
    await press("Delete");
    await open.page.getByText("Nothing was changed: the book is read-only").waitFor();
    await shows("C2", "S01");
    await open.picture("moods");
    await open.page.getByRole("button", { name: "Developer" }).click();
    await open.page.getByRole("menuitemcheckbox", { name: "Read-only book" }).click();
    await press("Escape");
  });

  it("begins an empty book, and the first item typed is there for the pane", async () => {
    await open.page.getByRole("button", { name: "File" }).click();
    await open.page.getByRole("menuitem", { name: "New empty book" }).click();
    await open.page.getByRole("button", { name: "Don't save" }).click();
    await open.pane.getByText("No drafts").first().waitFor();
    await open.page.getByRole("tab", { name: "Items", exact: true }).click();
    await open.cell("A2").click();
    await open.page.keyboard.type("bolt");
    await press("Enter");
    await shows("A2", "bolt");
    await open.pane.getByRole("tab", { name: "Reports" }).click();
    await open.pane.getByRole("combobox", { name: "Item" }).click();
    await open.pane.getByRole("option", { name: /bolt/ }).waitFor();
    await press("Escape");
    await open.picture("empty-book");
  });

  it("runs an entry of the menu of a cell in the add-in", async () => {
    await open.cell("A2").click({ button: "right" });
    await open.page.getByRole("menuitem", { name: "Check" }).click();
    await open.pane.getByText("There are no drafts, and nothing was found.").first().waitFor();
  });

  it("leads out of the pane by Tab where nothing follows its tabs, too", async () => {
    const isInPane = () => open.page.evaluate(() => document.activeElement?.tagName === "IFRAME");
    const leave = async () => {
      for (let i = 0; i < 30 && (await isInPane()); i++) await press("Tab");
      return !(await isInPane());
    };
    await open.pane.getByRole("tab", { name: "Findings" }).click();
    expect(await leave()).toBe(true);
    await open.pane.getByRole("tab", { name: "Balances" }).click();
    await open.pane.getByText("No balances yet").waitFor();
    expect(await leave()).toBe(true);
  });

  it("complained of nothing", () => {
    expect(open.complaints).toEqual([]);
  });
});
