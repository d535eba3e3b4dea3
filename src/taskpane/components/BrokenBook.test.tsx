import "@testing-library/jest-dom";
import { act, screen } from "@testing-library/react";
import { pressed, type ShownPane, shownPane } from "../../../test/support/pane";
import { traded } from "../../../test/support/shared-book";
import { WorkbookError } from "../../workbook/port";

/** Somebody else gives columns other headers: table, header, its new one. */
async function renamedByOthers(pane: ShownPane, names: readonly (readonly [string, string, string])[]) {
  await screen.findByText("3 张草稿");
  await act(async () => {
    await pane.shared.others(names.map(([table, header, to]) => ({ do: "rename", table, header, to })));
    await pane.book.reload();
  });
}

describe("a workbook that is no whole book", () => {
  it("is offered the tables of one, in either language", async () => {
    const pane = await shownPane({ rows: null });
    await screen.findByRole("heading", { name: "这本工作簿里还没有台账" });
    await pane.user.click(screen.getByRole("radio", { name: "English" }));
    await pressed(pane, "建立台账");
    expect(await screen.findByText("没有草稿")).toBeInTheDocument();
    expect(screen.getByText("建好了 31 张表，可以录单了。")).toBeInTheDocument();
    const tables = await pane.shared.mine.tables();
    expect(tables.map(({ name }) => name)).toContain("Sales");
  });

  it("names the tables that are gone and makes them again", async () => {
    let isGone = true;
    const pane = await shownPane({
      rows: traded,
      workbook: (workbook) => ({
        ...workbook,
        tables: async () => (await workbook.tables()).filter(({ name }) => name !== "商品" || !isGone),
        apply: async () => {
          isGone = false;
        },
      }),
    });
    expect(await screen.findByRole("heading", { name: "有些表或列找不到了" })).toBeInTheDocument();
    expect(screen.getByText(/找不到表“商品”/)).toBeInTheDocument();
    await pressed(pane, "修复");
    expect(await screen.findByText("3 张草稿")).toBeInTheDocument();
  });

  it("gives back the names that were changed, of themselves where title, place or spelling tell", async () => {
    const pane = await shownPane({ rows: traded });
    await renamedByOthers(pane, [
      ["采购单据", "商品编码", "SKU"],
      ["采购单据", "数量", "数量（个）"],
      ["商品", "商品编码", "货号"],
    ]);
    expect(
      await screen.findByRole("checkbox", { name: /《采购单据》的列“SKU”改回“商品编码”/ }),
    ).toBeChecked();
    expect(screen.getByRole("checkbox", { name: /《采购单据》的列“数量（个）”改回“数量”/ })).toBeChecked();
    expect(screen.getByRole("checkbox", { name: /《商品》的列“货号”改回“商品编码”/ })).toBeChecked();
    await pressed(pane, "修复");
    expect(await screen.findByText("改回了 3 个名称。")).toBeInTheDocument();
    expect(screen.getByText("3 张草稿")).toBeInTheDocument();
    const [purchases] = await pane.shared.mine.read(["采购单据"]);
    expect(purchases.headers).not.toContain("SKU");
    expect(purchases.column(purchases.headers.indexOf("商品编码"))).toEqual(["A"]);
  });

  it("offers the choices above the button, and names the sheet of what is missing", async () => {
    const pane = await shownPane({ rows: traded });
    await renamedByOthers(pane, [["采购单据", "商品编码", "SKU"]]);
    const choice = await screen.findByRole("checkbox", { name: /SKU/ });
    const repair = screen.getByRole("button", { name: "修复" });
    expect(choice.compareDocumentPosition(repair)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(screen.getByRole("button", { name: /采购单据 · 整张表 · 商品编码/ })).toBeInTheDocument();
  });

  it("makes a new column where the user says that the other is none of ours", async () => {
    const pane = await shownPane({ rows: traded });
    await renamedByOthers(pane, [["采购单据", "商品编码", "SKU"]]);
    await pane.user.click(await screen.findByRole("checkbox", { name: /SKU/ }));
    await pressed(pane, "修复");
    expect(await screen.findByText("补上了 1 列。")).toBeInTheDocument();
  });

  it("is loading until it is read", async () => {
    await shownPane({
      rows: traded,
      workbook: (workbook) => ({ ...workbook, read: () => new Promise(() => undefined) }),
    });
    expect(screen.getByRole("progressbar", { name: "正在打开账簿" })).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "检查" })).toBeNull();
  });

  it("can be tried again where it could not be read", async () => {
    let isBusy = true;
    const pane = await shownPane({
      rows: traded,
      workbook: (workbook) => ({
        ...workbook,
        read: (names, course) =>
          isBusy ? Promise.reject(new WorkbookError("unreadable", "五金店")) : workbook.read(names, course),
      }),
    });
    await screen.findByRole("heading", { name: "现在读不了这本工作簿" });
    isBusy = false;
    await pressed(pane, "再试一次");
    expect(await screen.findByText("3 张草稿")).toBeInTheDocument();
  });
});
