import { readFileSync } from "node:fs";
import type { Cell } from "../../src/engine/cell";
import type { Workbook } from "../../src/engine/workbook";
import { openXlsx } from "../../src/engine/xlsx/open-xlsx";
import { type OpenWorkbench, openWorkbench } from "./open-workbench";

jest.setTimeout(120_000);

describe("books as files, in a browser", () => {
  let open: OpenWorkbench;
  let saved: Buffer;
  beforeAll(async () => {
    open = await openWorkbench("en-US");
    await open.pane.getByText("71 drafts").waitFor();
  });
  afterAll(() => open.close());

  const save = async (file: string, entry: string): Promise<Buffer> => {
    await open.page.getByRole("button", { name: file }).click();
    const download = open.page.waitForEvent("download");
    await open.page.getByRole("menuitem", { name: entry }).click();
    return readFileSync(await (await download).path());
  };
  const drop = (name: string, bytes: Buffer) =>
    open.page.locator(".page").evaluate(
      (page, { name, base64 }) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([bytes], name));
        page.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
      },
      { name, base64: bytes.toString("base64") },
    );

  it("opens a workbook that is dropped, in English, with the pane in Chinese beside it", async () => {
    saved = await save("File", "Save as .xlsx");
    await open.page.getByRole("button", { name: "中文" }).click();
    await open.pane.getByText("71 张草稿").waitFor();
    await drop("dropped.xlsx", saved);
    await open.page.getByText("已打开 dropped.xlsx").waitFor();
    await open.pane.getByRole("heading", { name: "dropped.xlsx" }).waitFor();
    await open.pane.getByText("71 张草稿").waitFor();
    await open.pane.getByRole("button", { name: "检查" }).click();
    await open.pane
      .getByText(/^检查完毕：3 个错误/)
      .first()
      .waitFor();
    expect(await open.cell("A1").textContent()).toBe("Document type");
  });

  it("saves again what it opened: every cell of every sheet is the same", async () => {
    const again = await save("文件", "保存为 .xlsx");
    const [first, second] = [saved, again].map((bytes) => cellsOf(openXlsx(new Uint8Array(bytes))));
    expect(first.size).toBeGreaterThan(10);
    expect(second).toEqual(first);
  });

  it("has a book in Chinese with the pane in English beside it", async () => {
    await open.page.getByRole("button", { name: "文件" }).click();
    await open.page.getByRole("menuitem", { name: "样例：hardware-store" }).click();
    await open.cell("A1").filter({ hasText: "单据类型" }).waitFor();
    await open.page.getByRole("button", { name: "English" }).click();
    await open.pane.getByText("71 drafts").waitFor();
    await open.pane.getByRole("button", { name: "Check" }).click();
    await open.pane
      .getByText(/^Checked: 3 errors/)
      .first()
      .waitFor();
    expect(await open.cell("A1").textContent()).toBe("单据类型");
  });

  it("asks before a changed book makes room for another, and keeps it, saves it or lets it go as told", async () => {
    const another = async () => {
      await open.page.getByRole("button", { name: "File" }).click();
      await open.page.getByRole("menuitem", { name: "Sample: hardware-store" }).click();
    };
    const change = async () => {
      await open.cell("C2").click();
      await open.page.keyboard.type("S09");
      await open.page.keyboard.press("Enter");
      await open.cell("C2").filter({ hasText: "S09" }).waitFor();
    };
    const begun = async () => {
      await open.cell("C2").filter({ hasText: "S01" }).waitFor();
      await open.pane.getByText("71 drafts").waitFor();
    };
    const asked = open.page.getByRole("alertdialog", { name: "Save your changes?" });
    await change();
    await another();
    await asked.getByText("hardware-store.xlsx has changes that were not saved").waitFor();
    await asked.getByRole("button", { name: "Cancel" }).click();
    await asked.waitFor({ state: "detached" });
    expect(await open.cell("C2").textContent()).toBe("S09");
    await open.page.keyboard.press("ArrowUp");
    expect(await open.page.getByLabel("Name box").inputValue()).toBe("C2");
    await another();
    const download = open.page.waitForEvent("download");
    await asked.getByRole("button", { name: "Save", exact: true }).click();
    const kept = openXlsx(new Uint8Array(readFileSync(await (await download).path())));
    expect(kept.sheets[0].cell(1, 2)).toBe("S09");
    await begun();
    await change();
    await another();
    await asked.getByRole("button", { name: "Don't save" }).click();
    await begun();
    await another();
    await begun();
    expect(await asked.isVisible()).toBe(false);
  });

  it("saves what is being typed, and asks of it before the book is left", async () => {
    await open.cell("C3").click();
    await open.page.keyboard.type("S07");
    const bytes = await save("File", "Save as .xlsx");
    expect(openXlsx(new Uint8Array(bytes)).sheets[0].cell(2, 2)).toBe("S07");
    await open.cell("C4").click();
    await open.page.keyboard.type("S08");
    await open.page.getByRole("button", { name: "File" }).click();
    await open.page.getByRole("menuitem", { name: "New empty book" }).click();
    await open.page.getByRole("button", { name: "Cancel", exact: true }).last().click();
    await open.cell("C4").filter({ hasText: "S08" }).waitFor();
  });

  it("opens a book that it saved as JSON", async () => {
    const bytes = await save("File", "Save as .json");
    await drop("again.json", bytes);
    await open.pane.getByRole("heading", { name: "again.json" }).waitFor();
    await open.pane.getByText("71 drafts").waitFor();
    await open.cell("C4").filter({ hasText: "S08" }).waitFor();
  });

  it("leads with Tab through ribbon and formula bar to the grid, and from there with F6 to the sheets and the pane", async () => {
    await open.page.getByRole("button", { name: "File" }).focus();
    const reached = new Set<string>();
    for (let i = 0; i < 40; i++) {
      await open.page.keyboard.press([...reached].at(-1) === "grid" ? "F6" : "Tab");
      reached.add(
        await open.page.evaluate(
          () =>
            document.activeElement?.closest(".ribbon, .formula-bar, .grid, .tabs, .pane")?.className ?? "",
        ),
      );
    }
    expect([...reached]).toEqual(expect.arrayContaining(["ribbon", "formula-bar", "grid", "tabs", "pane"]));
  });

  it("complained of nothing", () => {
    expect(open.complaints).toEqual([]);
  });
});

/** Every cell that holds anything, by sheet. */
function cellsOf(book: Workbook): ReadonlyMap<string, readonly Cell[]> {
  return new Map(
    book.sheets.map((sheet) => [
      sheet.name,
      Array.from({ length: sheet.end }, (_, row) =>
        Array.from({ length: sheet.columnCount }, (_, column) => sheet.cell(row, column)),
      ).flat(),
    ]),
  );
}
