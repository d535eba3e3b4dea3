import "@testing-library/jest-dom";
import { act, screen, waitFor, within } from "@testing-library/react";
import { reports as registry } from "../../domain/reports/index";
import { shownPane, type ShownPane } from "../../../test/support/pane";
import type { JsonBook } from "../../../test/oracle/oracle-book";
import { traded } from "../../../test/support/shared-book";

const rows = {
  ...traded,
  items: [
    { code: "A", name: "螺栓", unit: "个", category: "金属" },
    { code: "B", name: "绳子", unit: "米", category: "纺织" },
  ],
};
const later = { ...rows, sales: [...traded.sales, { ...traded.sales[0], date: "2026-02-05", qty: 20 }] };

/** The pane over a book that is posted, its reports before us. */
async function reports(language: "zh-CN" | "en-US" = "zh-CN", book: JsonBook = rows): Promise<ShownPane> {
  const pane = await shownPane({ rows: book, language });
  await screen.findByText(/^\d (张草稿|drafts)$/);
  await act(() => pane.book.perform("post"));
  await pane.user.click(screen.getByRole("tab", { name: /报表|Reports/ }));
  await screen.findByRole("combobox", { name: /选择报表|Report/ });
  return pane;
}

async function chosen(pane: ShownPane, title: string): Promise<void> {
  await pane.user.selectOptions(screen.getByRole("combobox", { name: "选择报表" }), title);
}

async function previewed({ user }: ShownPane): Promise<HTMLElement> {
  await user.click(screen.getByRole("button", { name: "预览" }));
  return screen.findByRole("region", { name: "报表预览" });
}

describe("reports", () => {
  it("are all there to choose from, in both languages", async () => {
    await reports("en-US");
    const options = within(screen.getByRole("combobox", { name: "Report" })).getAllByRole("option");
    expect(options.map(({ textContent }) => textContent)).toEqual(registry.map(({ title }) => title.en));
  });

  it("show what they come to, figures apart and totals below", async () => {
    const pane = await reports();
    const table = within(await previewed(pane)).getByRole("table");
    expect(
      within(table)
        .getAllByRole("row")
        .map(({ textContent }) => textContent),
    ).toEqual(["商品编码仓库批次数量金额单位成本占用量可用量", "AW170280.004.00070", "合计70280.00070"]);
  });

  it("wait for an end that is not before the beginning, and say so", async () => {
    const pane = await reports();
    await chosen(pane, "资金日记账");
    await pane.user.type(screen.getByRole("textbox", { name: "起始日期" }), "2026-02-02");
    await pane.user.type(screen.getByRole("textbox", { name: "结束日期" }), "2026-02-01");
    expect(screen.getByText("结束日期早于起始日期，请改其中一个。")).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "预览" })).toHaveAttribute("aria-disabled", "true");
  });

  it("are written onto a sheet of the workbook", async () => {
    const pane = await reports();
    await pane.user.click(screen.getByRole("button", { name: "写入工作表" }));
    expect(await screen.findByText("已写入工作表“报表 库存余额”。")).toBeInTheDocument();
    const sheet = pane.shared.engine.sheet("报表 库存余额");
    expect([0, 2, 3, 4].map((row) => sheet?.cell(row, 0))).toEqual(["库存余额", "商品编码", "A", "合计"]);
    expect(sheet?.cell(1, 0)).toMatch(/^截止日期：\d{4}-\d\d-\d\d$/);
    await waitFor(() => expect(pane.sheets).toEqual(["报表 库存余额"]));
    await pane.user.click(screen.getByRole("button", { name: "到工作表" }));
    await waitFor(() => expect(pane.sheets).toEqual(["报表 库存余额", "报表 库存余额"]));
  });

  it("are not written without rows, unless that is wanted", async () => {
    const pane = await reports();
    await pane.user.type(screen.getByRole("combobox", { name: "商品" }), "绳");
    await pane.user.click(await screen.findByRole("option", { name: "B 绳子" }));
    await pane.user.click(screen.getByRole("button", { name: "写入工作表" }));
    expect(await screen.findByText(/没有写入工作表/)).toBeInTheDocument();
    const names = () => pane.shared.engine.sheets.map(({ name }) => name);
    expect([names().includes("报表 库存余额"), pane.sheets]).toEqual([false, []]);
    await pane.user.click(screen.getByRole("button", { name: "仍然写入" }));
    expect(await screen.findByText("已写入工作表“报表 库存余额”。")).toBeInTheDocument();
    expect(names()).toContain("报表 库存余额");
  });

  it("ask for a member of a master by a part of its name", async () => {
    const pane = await reports();
    await pane.user.type(screen.getByRole("combobox", { name: "商品" }), "绳");
    await pane.user.click(await screen.findByRole("option", { name: "B 绳子" }));
    await pane.user.click(screen.getByRole("button", { name: "预览" }));
    expect(await screen.findByRole("heading", { name: "按这些条件没有数据。" })).toBeInTheDocument();
  });

  it("say types and sides in words", async () => {
    const pane = await reports();
    await chosen(pane, "往来明细");
    await pane.user.selectOptions(screen.getByRole("combobox", { name: "方向" }), "应收");
    expect(await previewed(pane)).toHaveTextContent(/C销售出库CK-20260105-0001.*应收/);
  });

  it("take days, also a whole month at once", async () => {
    const pane = await reports();
    await chosen(pane, "资金日记账");
    await pane.user.click(screen.getByRole("button", { name: "本月" }));
    expect(screen.getByLabelText("起始日期")).toHaveValue("2026-03-01");
    expect(screen.getByLabelText("结束日期")).toHaveValue("2026-03-31");
    await pane.user.click(screen.getByRole("button", { name: "预览" }));
    expect(await screen.findByRole("heading", { name: "按这些条件没有数据。" })).toBeInTheDocument();
    await pane.user.click(screen.getByRole("button", { name: "不限" }));
    expect(await previewed(pane)).toHaveTextContent(/SK-20260109-0001BANK120.00/);
  });

  it("take a day in any form a cell may have, and say where it is none", async () => {
    const pane = await reports();
    await chosen(pane, "资金日记账");
    const from = screen.getByLabelText("起始日期");
    expect(from).toHaveAttribute("placeholder", "2026-01-05");
    await pane.user.type(from, "1/9/2026");
    expect(screen.getByText("不是日期，请按 2026-01-05 的样子填写。")).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "预览" })).toHaveAttribute("aria-disabled", "true");
    await pane.user.clear(from);
    await pane.user.type(from, "2026年1月9日");
    expect(await previewed(pane)).toHaveTextContent(/SK-20260109-0001BANK120.00/);
    expect(from).toHaveValue("2026-01-09");
  });

  it("group a pivot by columns of the register and of its masters, and sum what is ticked", async () => {
    const pane = await reports();
    await chosen(pane, "销售分析");
    const rowFields = screen.getByRole("group", { name: "行字段" });
    await within(rowFields).findByRole("option", { name: "类别" });
    await pane.user.selectOptions(within(rowFields).getByRole("combobox"), "类别");
    await pane.user.selectOptions(within(rowFields).getByRole("combobox"), "月份");
    await pane.user.click(within(rowFields).getByRole("button", { name: "去掉 商品编码" }));
    await pane.user.click(screen.getByRole("checkbox", { name: "数量" }));
    expect(within(rowFields).getByRole("button", { name: "去掉 商品·类别" })).toHaveTextContent("商品·类别");
    const preview = await previewed(pane);
    expect(
      within(preview)
        .getAllByRole("row")
        .map(({ textContent }) => textContent),
    ).toEqual(["类别月份合计 数量合计 不含税额", "金属2026-0130300.00", "金属小计30300.00", "合计30300.00"]);
  });

  it("filter a pivot by values that stand in the book", async () => {
    const pane = await reports("zh-CN", later);
    await chosen(pane, "销售分析");
    const filter = screen.getByRole("group", { name: "筛选" });
    await within(filter).findByRole("option", { name: "月份" });
    await pane.user.selectOptions(within(filter).getByRole("combobox", { name: "添加筛选…" }), "月份");
    await pane.user.click(within(filter).getByRole("combobox", { name: "月份" }));
    await pane.user.click(await screen.findByRole("menuitemcheckbox", { name: "2026-02" }));
    expect(await previewed(pane)).toHaveTextContent("A200.00合计200.00");
  });

  it("bring the preview to the keyboard", async () => {
    const preview = await previewed(await reports());
    await waitFor(() => expect(preview).toHaveFocus());
  });
});
