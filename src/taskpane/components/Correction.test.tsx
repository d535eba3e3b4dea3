import "@testing-library/jest-dom";
import { act, screen, waitFor, within } from "@testing-library/react";
import { pressed, shownPane, type ShownPane } from "../../../test/support/pane";
import { traded } from "../../../test/support/shared-book";

const PURCHASE = "RK-20260101-0001";
const SALE = "CK-20260105-0001";

/** The pane over a book that is posted, and what is done to it meanwhile. */
async function posted(meanwhile: (pane: ShownPane) => Promise<unknown>): Promise<ShownPane> {
  const pane = await shownPane({ rows: { ...traded, payments: [] } });
  await screen.findByRole("button", { name: "过账" });
  await act(() => pane.book.perform("post"));
  act(() => pane.book.setUser("张三"));
  await act(() => meanwhile(pane));
  return pane;
}

/** The dialog of an entry of the menu. */
async function asked(
  entry: string,
  meanwhile: (pane: ShownPane) => Promise<unknown> = () => Promise.resolve(),
): Promise<{ readonly pane: ShownPane; readonly dialog: HTMLElement }> {
  const pane = await posted(meanwhile);
  await pressed(pane, "更多操作");
  await pane.user.click(screen.getByRole("menuitem", { name: entry }));
  return { pane, dialog: await screen.findByRole("dialog", { hidden: true }) };
}

function field(dialog: HTMLElement, name: RegExp): HTMLElement {
  return within(dialog).getByRole("textbox", { name, hidden: true });
}

function button(dialog: HTMLElement, name: string): HTMLElement {
  return within(dialog).getByRole("button", { name, hidden: true });
}

function statuses({ shared }: ShownPane, sheet: string): unknown {
  const table = shared.engine.sheet(sheet);
  const at = Array.from({ length: 60 }, (_, column) => table?.cell(0, column)).indexOf("状态");
  return table?.cell(1, at);
}

describe("voiding and reversing in the pane", () => {
  it("takes the document of the row that the cursor is in", async () => {
    const { dialog, pane } = await asked("作废或红冲…", ({ shared }) =>
      shared.mine.select({ table: "销售单据", row: 0, header: "数量" }),
    );
    await waitFor(() => expect(field(dialog, /单号/)).toHaveValue(SALE));
    await pane.user.click(button(dialog, "取消"));
    expect(screen.queryByRole("dialog", { hidden: true })).toBeNull();
  });

  it("shows what would change, and writes nothing before it is confirmed", async () => {
    const { pane, dialog } = await asked("作废或红冲…");
    await pane.user.type(field(dialog, /单号/), SALE);
    await pane.user.click(button(dialog, "看看会怎样"));
    const changes = await within(dialog).findByRole("region", { name: "会变动的数字", hidden: true });
    expect(changes).toHaveTextContent(`${SALE} 成本-120.00 → —`);
    expect(statuses(pane, "销售单据")).toBe("已过账");
    await pane.user.type(field(dialog, /原因/), "客户不要了");
    expect(within(dialog).queryByRole("region", { hidden: true })).toBeNull();
    await pane.user.click(button(dialog, "看看会怎样"));
    await within(dialog).findByRole("region", { hidden: true });
    await pane.user.click(button(dialog, `作废 ${SALE}`));
    expect(await screen.findByText(`已作废 ${SALE}。`)).toBeInTheDocument();
    expect(statuses(pane, "销售单据")).toBe("已作废");
  });

  it("says there what forbids it", async () => {
    const { pane, dialog } = await asked("作废或红冲…");
    await pane.user.type(field(dialog, /单号/), PURCHASE);
    await pane.user.click(button(dialog, "看看会怎样"));
    expect(await within(dialog).findByRole("alert", { hidden: true })).toHaveTextContent(SALE);
    expect(within(dialog).queryByRole("button", { name: `作废 ${PURCHASE}`, hidden: true })).toBeNull();
  });

  it("reverses on the day that is said, by a document with a number of its own", async () => {
    const { pane, dialog } = await asked("作废或红冲…");
    await pane.user.type(field(dialog, /单号/), SALE);
    await pane.user.click(within(dialog).getByRole("radio", { name: /^红冲/, hidden: true }));
    await pane.user.type(field(dialog, /红冲日期/), "2月30日");
    expect(button(dialog, "看看会怎样")).toBeDisabled();
    await pane.user.clear(field(dialog, /红冲日期/));
    await pane.user.type(field(dialog, /红冲日期/), "2026-02-01");
    await pane.user.click(button(dialog, "看看会怎样"));
    await pane.user.click(await within(dialog).findByRole("button", { name: `红冲 ${SALE}`, hidden: true }));
    expect(await screen.findByText("已红冲，红冲单号 CK-20260201-0001。")).toBeInTheDocument();
    expect(statuses(pane, "销售单据")).toBe("已红冲");
  });
});

describe("closing a month in the pane", () => {
  it("proposes the month in which the book begins, goes through its checklist and closes it", async () => {
    const { pane, dialog } = await asked("结账与反结账…");
    expect(field(dialog, /期间/)).toHaveValue("2026-01");
    await pane.user.click(button(dialog, "逐项核对"));
    const list = await within(dialog).findByRole("list", { name: "结账核对清单", hidden: true });
    await within(list).findByText("没有未过账的草稿");
    await pane.user.click(button(dialog, "结账 2026-01"));
    expect(await screen.findByText("已结账。")).toBeInTheDocument();
    expect(pane.book.ledgers()?.book.masters.periods).toMatchObject([{ period: "2026-01", closed: true }]);
  });

  it("opens it again for a reason", async () => {
    const { pane, dialog } = await asked("结账与反结账…");
    await act(() => pane.book.perform("close", { period: "2026-01" }));
    expect(dialog).toHaveTextContent(/已于 \d{4}-\d\d-\d\d 结账/);
    expect(button(dialog, "反结账 2026-01")).toBeDisabled();
    await pane.user.type(field(dialog, /原因/), "漏记");
    await pane.user.click(button(dialog, "反结账 2026-01"));
    expect(await screen.findByText("已反结账。")).toBeInTheDocument();
    expect(pane.book.ledgers()?.book.masters.periods).toMatchObject([{ period: "2026-01", closed: false }]);
  });
});

describe("verifying in the pane", () => {
  it("says that a sound book is sound", async () => {
    const { dialog } = await asked("核对账簿…");
    expect(await within(dialog).findByText("账簿完好")).toBeInTheDocument();
  });

  it("names what was changed by hand, leads there, and puts it back as the log has it", async () => {
    const edit = { header: "数量", cells: [99] };
    const { pane, dialog } = await asked("核对账簿…", ({ shared }) =>
      shared.others([{ do: "stamp", table: "销售单据", rows: [0], columns: [edit] }]),
    );
    await pane.user.click(
      await within(dialog).findByRole("button", { name: /应为“30”，现为“99”/, hidden: true }),
    );
    expect(pane.selected).toMatchObject([{ table: "销售单据", row: 0 }]);
    await pane.user.click(button(dialog, "按日志恢复"));
    expect(await within(dialog).findByText("已按日志恢复 1 个单元格。")).toBeInTheDocument();
    expect(within(dialog).getByText("账簿完好")).toBeInTheDocument();
  });
});
