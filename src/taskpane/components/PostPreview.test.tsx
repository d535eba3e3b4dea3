import "@testing-library/jest-dom";
import { act, screen, waitFor, within } from "@testing-library/react";
import { pressed, shownPane, type ShownPane } from "../../../test/support/pane";
import { traded } from "../../../test/support/shared-book";

const tooMuch = { ...traded.sales[0], date: "2026-01-06", qty: 999 };
const rows = { ...traded, sales: [traded.sales[0], tooMuch] };

/** Presses Post and waits for what it would do. In jsdom an open dialog is hidden, and so has no name. */
async function looked(pane: ShownPane): Promise<HTMLElement> {
  await pressed(pane, "过账");
  const dialog = await screen.findByRole("dialog", { hidden: true });
  expect(dialog).toHaveAttribute("aria-label", "过账前看一看");
  return dialog;
}

function button(dialog: HTMLElement, name: string | RegExp): HTMLElement {
  return within(dialog).getByRole("button", { name, hidden: true });
}

function section(dialog: HTMLElement, name: string): HTMLElement {
  return within(dialog).getByRole("region", { name, hidden: true });
}

describe("what posting would do", () => {
  it("names the documents that will be posted, with type, partner, day, lines and amount", async () => {
    const dialog = await looked(await shownPane({ rows }));
    const ready = section(dialog, "要过账的单据（3）");
    expect(ready).toHaveTextContent("采购入库 · 供应商2026-01-01 · 1 行400.00");
    expect(ready).toHaveTextContent("收款 · 客户2026-01-09 · 1 行120.00");
  });

  it("names those that are refused, and why", async () => {
    const dialog = await looked(await shownPane({ rows }));
    const refused = section(dialog, "不能过账的（1）");
    expect(refused).toHaveTextContent("销售出库 · 客户2026-01-06 · 1 行9,990.00");
    expect(refused).toHaveTextContent(/错误销售单据 第3行「数量」：A 从 W1.*999/);
  });

  it("says what a document without a partner is about, and no day where none can be read", async () => {
    const opening = { type: "KZ", date: "2026-01-01", warehouse: "W1", item: "A", qty: 5, price: 4 };
    const cash = { type: "KZ", date: "2026-01-01", account: "BANK", amount: 50 };
    const undated = { ...traded.sales[0], date: "月底" };
    const book = { ...traded, stock: [opening], payments: [cash], sales: [undated] };
    const dialog = await looked(await shownPane({ rows: book }));
    expect(dialog).toHaveTextContent("1 种商品");
    expect(dialog).toHaveTextContent(" · 银行2026-01-01");
    expect(section(dialog, "不能过账的（1）")).toHaveTextContent(/^不能过账的.*销售出库 · 客户1 行/);
  });

  it("shows every balance that changes, before and after", async () => {
    const dialog = await looked(await shownPane({ rows }));
    const effects = section(dialog, "会变动的余额");
    expect(effects).toHaveTextContent("螺栓 A · 主仓数量0变为70金额0.00变为280.00");
    expect(effects).toHaveTextContent("客户 C应收0.00变为180.00");
    expect(effects).toHaveTextContent("银行 BANK余额0.00变为120.00");
  });

  it("shows what documents posted earlier will cost instead", async () => {
    const pane = await shownPane({ rows: { ...traded, payments: [] } });
    await screen.findByText("2 张草稿");
    await act(() => pane.book.perform("post"));
    const before = { type: "采购入库", 日期: "2025-12-31" };
    await act(() =>
      pane.shared.others([
        {
          do: "append",
          table: "采购单据",
          count: 1,
          columns: Object.entries({
            ...{ 单据类型: before.type, 日期: before.日期, 往来单位: "V", 仓库: "W1" },
            ...{ 商品编码: "A", 数量: 100, 单价: 6 },
          }).map(([header, cell]) => ({ header, cells: [cell] })),
        },
      ]),
    );
    const dialog = await looked(pane);
    expect(section(dialog, "会变动的成本和未结金额")).toHaveTextContent(
      /CK-20260105-0001 成本-120.00 → -150.00/,
    );
  });

  it("posts nothing where it is left", async () => {
    const pane = await shownPane({ rows });
    const dialog = await looked(pane);
    await pane.user.click(button(dialog, "取消"));
    await waitFor(() => expect(screen.queryByRole("dialog", { hidden: true })).toBeNull());
    expect(screen.getByText("4 张草稿")).toBeInTheDocument();
  });

  it("is left by Escape", async () => {
    const pane = await shownPane({ rows });
    const dialog = await looked(pane);
    button(dialog, "取消").focus();
    await pane.user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog", { hidden: true })).toBeNull());
  });

  it("is done once it is confirmed: numbers are told, and what stays a draft is still found", async () => {
    const pane = await shownPane({ rows });
    act(() => pane.book.setUser("王 芳"));
    const dialog = await looked(pane);
    await pane.user.click(button(dialog, "过账 3 张"));
    expect(await screen.findByText("已过账 3 张单据。")).toBeInTheDocument();
    expect(screen.getByText("RK-20260101-0001")).toBeInTheDocument();
    expect(screen.getByText("1 张草稿")).toBeInTheDocument();
    expect(screen.getByRole("group", { name: "账簿状态" })).toHaveTextContent("1 个错误");
  });

  it("asks who posts where nobody said, and writes it down", async () => {
    const pane = await shownPane({ rows: traded });
    const dialog = await looked(pane);
    await pane.user.type(within(dialog).getByRole("textbox", { name: "您的姓名", hidden: true }), "王 芳");
    await pane.user.click(button(dialog, "过账 3 张"));
    await screen.findByText("已过账 3 张单据。");
    const [table] = await pane.shared.mine.read(["采购单据"]);
    expect(table.column(table.headers.indexOf("过账人"))).toEqual(["王 芳"]);
  });

  it("posts nothing while nobody said who posts, and asks for that", async () => {
    const pane = await shownPane({ rows: traded });
    const dialog = await looked(pane);
    await pane.user.click(button(dialog, "过账 3 张"));
    expect(within(dialog).getByText("请先填写姓名，再过账。")).toBeInTheDocument();
    expect(within(dialog).getByRole("textbox", { name: "您的姓名", hidden: true })).toHaveFocus();
    expect(screen.getByText("3 张草稿")).toBeInTheDocument();
    await pane.user.keyboard("王 芳");
    await pane.user.click(button(dialog, "过账 3 张"));
    expect(await screen.findByText("已过账 3 张单据。")).toBeInTheDocument();
  });

  it("has to be worked out again where the tables change meanwhile", async () => {
    const pane = await shownPane({ rows });
    const dialog = await looked(pane);
    await act(() =>
      pane.shared.others([
        { do: "stamp", table: "销售单据", rows: [1], columns: [{ header: "数量", cells: [1] }] },
      ]),
    );
    expect(dialog).toHaveTextContent("表格刚刚被改动过");
    await pane.user.click(button(dialog, "再试算一次"));
    expect(await within(dialog).findByRole("button", { name: "过账 4 张", hidden: true })).toBeEnabled();
  });

  it("is nothing where there is no draft", async () => {
    const dialog = await looked(
      await shownPane({ rows: { ...traded, purchases: [], sales: [], payments: [] } }),
    );
    expect(
      within(dialog).getByRole("heading", { name: "没有可以过账的草稿。", hidden: true }),
    ).toBeInTheDocument();
    expect(button(dialog, "过账 0 张")).toBeDisabled();
  });

  it("is shown when a ribbon button asks for it", async () => {
    const pane = await shownPane({ rows });
    await screen.findByText("4 张草稿");
    act(() => pane.book.show("post"));
    expect(await screen.findByRole("dialog", { hidden: true })).toBeInTheDocument();
  });
});
