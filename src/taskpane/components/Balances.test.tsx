import "@testing-library/jest-dom";
import { act, screen, within } from "@testing-library/react";
import { shownPane, type ShownPane } from "../../../test/support/pane";
import { traded } from "../../../test/support/shared-book";

/** The pane over a book that is posted, its balances before us. */
async function balances(language: "zh-CN" | "en-US" = "zh-CN"): Promise<ShownPane> {
  const pane = await shownPane({ rows: traded, language });
  const { user, book } = pane;
  await screen.findByText(/^3 (张草稿|drafts)$/);
  await act(() => book.perform("post"));
  await user.click(screen.getByRole("tab", { name: /余额|Balances/ }));
  await screen.findByRole("searchbox");
  return pane;
}

describe("balances", () => {
  it("show what lies where with its unit and worth, and what all of it comes to", async () => {
    await balances();
    expect(screen.getByRole("button", { name: "螺栓 A · 主仓 70 个 280.00" })).toBeInTheDocument();
    expect(screen.getByText("合计 · 金额").nextSibling).toHaveTextContent("280.00");
  });

  it("open the rows behind, and pressing a row selects it in the workbook", async () => {
    const { user, selected } = await balances();
    await user.click(screen.getByRole("button", { name: /^螺栓/ }));
    const behind = screen.getByRole("region", { name: "螺栓: 由这些单据得来" });
    expect(behind).toHaveTextContent("合计 280.00");
    await user.click(
      within(behind).getByRole("button", { name: /CK-20260105-0001 2026-01-05 · 销售出库 -30 -120.00/ }),
    );
    expect(selected).toMatchObject([{ table: "销售单据", row: 0 }]);
  });

  it("come back from the rows behind to the line they were opened at", async () => {
    const { user } = await balances();
    await user.click(screen.getByRole("button", { name: /^螺栓/ }));
    expect(screen.getByRole("button", { name: "返回" })).toHaveFocus();
    await user.keyboard("{Enter}");
    expect(screen.getByRole("button", { name: /^螺栓/ })).toHaveFocus();
  });

  it("say why there are no rows behind a cell that belongs to no balance", async () => {
    const { book } = await balances();
    act(() => book.show("balances", null));
    expect(screen.getByText(/光标所在的格子不属于哪一笔余额/)).toBeInTheDocument();
    act(() => book.show("balances"));
    expect(screen.queryByText(/光标所在的格子/)).toBeNull();
  });

  it("are found by a part of the name or code", async () => {
    const { user } = await balances();
    await user.type(screen.getByRole("searchbox", { name: "查找名称或编码" }), "主仓 a");
    expect(screen.getByRole("button", { name: /^螺栓/ })).toBeInTheDocument();
    await user.type(screen.getByRole("searchbox"), "zz");
    expect(screen.getByRole("heading", { name: "没有找到" })).toBeInTheDocument();
  });

  it("say what partners owe and are owed, each side with its open items", async () => {
    const { user } = await balances();
    await user.click(screen.getByRole("tab", { name: "往来" }));
    expect(screen.getByRole("button", { name: /^供应商 V 应付 400.00/ })).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: /^客户 C 应收 180.00/ }));
    const sides = screen.getAllByRole("heading", { level: 3 }).map(({ textContent }) => textContent);
    expect(sides).toEqual(["应收合计 180.00"]);
  });

  it("say how much money is in each account, in English too", async () => {
    const { user } = await balances("en-US");
    await user.click(screen.getByRole("tab", { name: "Accounts" }));
    await user.click(screen.getByRole("button", { name: "银行 BANK 120.00" }));
    expect(screen.getByRole("heading", { name: "What it is made of Total 120.00" })).toBeInTheDocument();
  });

  it("go straight to the rows behind a balance that the ribbon asks for", async () => {
    const { book } = await balances();
    act(() => book.show("balances", { of: "partner", partner: "C", side: "receivable" }));
    expect(await screen.findByRole("region", { name: "客户: 由这些单据得来" })).toBeInTheDocument();
  });

  it("show no more than a page of a long list", async () => {
    const many = Array.from({ length: 120 }, (_, i) => `I${String(i + 100)}`);
    const { user, book } = await shownPane({
      rows: {
        ...traded,
        items: many.map((code) => ({ code, name: code, unit: "个" })),
        purchases: many.map((item) => ({ ...traded.purchases[0], item })),
        sales: [],
        payments: [],
      },
    });
    await screen.findByText("1 张草稿");
    await act(() => book.perform("post"));
    await user.click(screen.getByRole("tab", { name: "余额" }));
    await screen.findByRole("searchbox");
    const lines = (): number => screen.getAllByRole("listitem").length;
    expect(lines()).toBe(50);
    await user.click(screen.getByRole("button", { name: "下一页" }));
    await user.click(screen.getByRole("button", { name: "下一页" }));
    expect(lines()).toBe(20);
    expect(screen.getByRole("navigation", { name: "翻页" })).toHaveTextContent("101–120 / 120");
  });

  it("say that there are none before anything is posted", async () => {
    const { user } = await shownPane({ rows: traded });
    await user.click(await screen.findByRole("tab", { name: "余额" }));
    expect(await screen.findByRole("heading", { name: "还没有余额" })).toBeInTheDocument();
  });
});
