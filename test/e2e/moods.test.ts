import { type OpenWorkbench, openWorkbench } from "./open-workbench";

jest.setTimeout(120_000);

describe("the pane in a browser, on Excel's bad days", () => {
  let open: OpenWorkbench;
  beforeAll(async () => {
    open = await openWorkbench("en-US");
    await open.pane.getByText("71 drafts").waitFor();
    await open.pane.getByRole("button", { name: "Who are you?" }).click();
    await open.pane.getByRole("textbox", { name: "Your name" }).fill("Wang Fang");
    await open.pane.getByRole("button", { name: "Save" }).click();
  });
  afterAll(() => open.close());

  const button = (name: string | RegExp) => open.pane.getByRole("button", { name });
  const says = (text: string | RegExp) => open.pane.getByText(text).first().waitFor();
  const choose = async (role: "menuitem" | "menuitemcheckbox", name: string) => {
    await open.page.getByRole("button", { name: "Developer" }).click();
    await open.page.getByRole(role, { name, exact: true }).click();
    if (role === "menuitemcheckbox") await open.page.keyboard.press("Escape");
  };
  const mood = (name: string) => choose("menuitemcheckbox", name);
  const status = (text: string | RegExp) => open.page.locator(".status").filter({ hasText: text }).waitFor();
  const beginAgain = async () => {
    await open.page.getByRole("button", { name: "File" }).click();
    await open.page.getByRole("menuitem", { name: "Sample: hardware-store" }).click();
    await open.page.getByRole("button", { name: "Don't save" }).click();
    await says("71 drafts");
  };
  const preview = async () => {
    await button("Post").click();
    await button(/^Post \d+/).waitFor();
    const name = open.pane.getByRole("textbox", { name: "Your name" });
    if (await name.isVisible()) await name.fill("Wang Fang");
  };
  const post = async () => {
    await preview();
    await button(/^Post \d+/).click();
  };

  it("says steadily that a cell is being edited, and is free again when that is canceled", async () => {
    await open.cell("C2").dblclick();
    await open.page.keyboard.type("x");
    await button("Check").click();
    await says("Please finish editing the cell");
    await open.page.waitForTimeout(500);
    await says("Please finish editing the cell");
    await button("Cancel").click();
    await open.pane.getByText("Please finish editing the cell").waitFor({ state: "hidden" });
    await status("A cell is being edited");
    await open.page.getByLabel("Content of the cell").press("Escape");
    await button("Check").click();
    await says(/^Checked/);
  });

  it("posts nothing in a read-only book, and says why", async () => {
    await mood("Read-only book");
    await status("Developer: Read-only book");
    await post();
    await says(/open to be read only/);
    await mood("Read-only book");
    await open.page.locator(".status .moods").waitFor({ state: "detached" });
    await button("Check").click();
    await open.pane.getByText(/This workbook is read-only/).waitFor({ state: "hidden" });
  });

  it("posts nothing on a protected sheet, and says which it is", async () => {
    await open.page.getByRole("tab", { name: "Sales", exact: true }).click();
    await mood("Protect this sheet");
    await post();
    await says(/Sheet "Sales" is protected/);
    await mood("Protect this sheet");
  });

  it("posts none of a preview that somebody has changed meanwhile", async () => {
    await open.page.getByRole("tab", { name: "Sales", exact: true }).click();
    await open.cell("E4").click();
    await preview();
    await choose("menuitem", "Someone else changes the selected cell");
    await says("The tables were changed just now; the figures above may be old.");
    await button(/^Post \d+/).waitFor({ state: "detached" });
    await button("Work it out again").click();
    await button(/^Post \d+/).waitFor();
    await button("Cancel").click();
  });

  it("keeps the moods when a sample is begun again, checks slowly and posts in small messages", async () => {
    await mood("Messages of at most 64 KB");
    await mood("Slow (400 ms each time)");
    await beginAgain();
    await status("Developer: Messages of at most 64 KB · Slow (400 ms each time)");
    await button("Check").click();
    await says(/^Checked: 3 errors/);
    await mood("Slow (400 ms each time)");
    await post();
    await says("Posted 68 documents.");
    await mood("Messages of at most 64 KB");
  });

  it("says that writing was interrupted, and posts the rest afterwards", async () => {
    await beginAgain();
    await preview();
    await choose("menuitem", "Let action 400 from now on fail");
    await status("An action will fail");
    await button(/^Post \d+/).click();
    await says(/Excel stopped while/);
    await button("Recompute").click();
    await says(/^Recomputed|up to date already/);
    await post();
    await says(/^Posted \d+ documents/);
    await says("3 drafts");
  });

  it("says no more that it posted what was taken back", async () => {
    await open.page.getByRole("button", { name: "Undo" }).click();
    await open.pane.getByText(/^Posted \d+ documents/).waitFor({ state: "detached" });
    await open.pane.getByText("3 drafts").waitFor({ state: "detached" });
  });

  it("complained of nothing", () => {
    expect(open.complaints).toEqual([]);
  });
});
