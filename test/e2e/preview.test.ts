import { type OpenWorkbench, openWorkbench } from "./open-workbench";

jest.setTimeout(120_000);

describe("the preview of a post in a browser, where nobody has said who works here", () => {
  let open: OpenWorkbench;
  beforeAll(async () => {
    open = await openWorkbench("en-US");
    await open.pane.getByText("71 drafts").waitFor();
  });
  afterAll(() => open.close());

  it("leaves the keyboard to the grid when a cell is clicked after the name was typed", async () => {
    const { keyboard } = open.page;
    await open.pane.getByRole("button", { name: "Post" }).click();
    const name = open.pane.getByRole("dialog").getByRole("textbox", { name: "Your name" });
    await name.waitFor();
    await keyboard.press("Tab");
    expect(await name.evaluate((field) => field === document.activeElement)).toBe(true);
    await keyboard.type("Ann");
    await open.cell("C4").click();
    await keyboard.type("S02");
    await keyboard.press("Enter");
    await open.cell("C4").filter({ hasText: /^S02$/ }).waitFor();
    expect(await open.page.getByLabel("Name box").inputValue()).toBe("C5");
    await open.pane.getByRole("dialog").getByRole("button", { name: "Work it out again" }).waitFor();
    expect(await name.inputValue()).toBe("Ann");
  });

  it("gives the keyboard back to Post once it is left", async () => {
    await open.pane.getByRole("dialog").getByRole("button", { name: "Back" }).click();
    await open.pane.getByRole("dialog").waitFor({ state: "detached" });
    const post = open.pane.getByRole("button", { name: "Post" });
    expect(await post.evaluate((button) => button === document.activeElement)).toBe(true);
  });
});
