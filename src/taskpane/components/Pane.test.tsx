import "@testing-library/jest-dom";
import { act, screen, waitFor, within } from "@testing-library/react";
import { pressed, shownPane } from "../../../test/support/pane";
import { traded } from "../../../test/support/shared-book";
import { type Course, type Workbook, WorkbookError } from "../../workbook/port";

const wrong = { ...traded, sales: [{ ...traded.sales[0], item: "螺丝钉" }] };

/** What a workbook does that never comes to an end by itself. */
function untilStopped(course: Course | undefined): Promise<never> {
  return new Promise((_, reject) => {
    course?.signal?.addEventListener("abort", () => reject(new Error("stopped")));
  });
}

describe("the pane over an open book", () => {
  it("says which book it is and how many drafts wait, and that nobody looked at them yet", async () => {
    await shownPane({ rows: traded });
    expect(await screen.findByText("3 张草稿")).toBeInTheDocument();
    expect(screen.getByRole("heading", { name: "五金店.xlsx" })).toBeInTheDocument();
    expect(screen.getByRole("group", { name: "账簿状态" })).toHaveTextContent("未检查");
    expect(screen.getByRole("button", { name: "检查" })).toBeEnabled();
  });

  it("says that all is well where a check finds nothing", async () => {
    const pane = await shownPane({ rows: traded });
    await pressed(pane, "检查");
    expect(await screen.findByText("检查完毕，3 张草稿都没有错误。")).toBeInTheDocument();
    expect(screen.getByRole("heading", { name: "一切正常" })).toBeInTheDocument();
  });

  it("lists what a check finds by sheet, and pressing a finding selects its cell", async () => {
    const pane = await shownPane({ rows: wrong });
    await pressed(pane, "检查");
    const list = await screen.findByRole("region", { name: "检查结果" });
    expect(within(list).getByRole("heading", { name: "销售单据" })).toBeInTheDocument();
    const finding = within(list).getByRole("button", {
      name: /错误.*第 2 行 · 商品编码.*找不到“螺丝钉”/,
    });
    await pane.user.click(finding);
    expect(pane.selected).toEqual([{ table: "销售单据", row: 0, header: "商品编码" }]);
    expect(screen.getByRole("group", { name: "账簿状态" })).toHaveTextContent("1 个错误");
  });

  it("lists findings by row, and those of one severity alone where that is asked", async () => {
    const [sale] = traded.sales;
    const sales = [
      { ...sale, item: "螺丝钉", discount: 60 },
      { ...sale, date: "月底" },
    ];
    const pane = await shownPane({ rows: { ...traded, sales } });
    await pressed(pane, "检查");
    const list = await screen.findByRole("region", { name: "检查结果" });
    const rows = (): readonly (string | undefined)[] =>
      within(list)
        .getAllByRole("listitem")
        .map(({ textContent }) => /^(错误|提醒)第 \d 行/.exec(textContent)?.[0]);
    expect(new Set(rows())).toEqual(new Set(["错误第 2 行", "提醒第 2 行", "错误第 3 行"]));
    expect(rows().at(-1)).toBe("错误第 3 行");
    await pane.user.click(within(list).getByRole("button", { name: "提醒 1" }));
    expect(rows()).toEqual(["提醒第 2 行"]);
    await pane.user.click(within(list).getByRole("button", { name: "全部 3" }));
    expect(rows()).toHaveLength(3);
  });

  it("speaks through the same few live regions however much is found", async () => {
    const pane = await shownPane({ rows: wrong });
    await screen.findByText("3 张草稿");
    const before = screen.getAllByRole("status").length;
    await pressed(pane, "检查");
    await screen.findByRole("button", { name: /找不到“螺丝钉”/ });
    expect(screen.getAllByRole("status")).toHaveLength(before);
  });

  it("goes to a finding by the keyboard alone", async () => {
    const pane = await shownPane({ rows: wrong });
    await pressed(pane, "检查");
    const finding = await screen.findByRole("button", { name: /找不到“螺丝钉”/ });
    finding.focus();
    await pane.user.keyboard("{Enter}");
    expect(pane.selected).toHaveLength(1);
  });

  it("speaks English throughout once it is told to", async () => {
    const pane = await shownPane({ rows: wrong });
    await pressed(pane, "语言");
    await pane.user.click(await screen.findByRole("menuitemradio", { name: "English" }));
    await pressed(pane, "Check");
    expect(
      await screen.findByRole("button", { name: /Error.*Row 2.*"螺丝钉" is not in/ }),
    ).toBeInTheDocument();
    expect(screen.getByText("3 drafts")).toBeInTheDocument();
  });

  it("keeps the name of who works here", async () => {
    const pane = await shownPane({ rows: traded });
    await pressed(pane, "您是谁？");
    await pane.user.type(
      await screen.findByRole("textbox", { name: "您的姓名", hidden: true }),
      "王 芳{Enter}",
    );
    expect(pane.book.state().user).toBe("王 芳");
    expect(await screen.findByRole("button", { name: "操作人：王 芳" })).toBeInTheDocument();
  });

  it("says that others changed the tables", async () => {
    const { shared } = await shownPane({ rows: traded });
    await screen.findByText("3 张草稿");
    await act(() =>
      shared.others([
        { do: "stamp", table: "销售单据", rows: [0], columns: [{ header: "备注", cells: ["改"] }] },
      ]),
    );
    expect(await screen.findByText("有人改过数据")).toBeInTheDocument();
  });

  it("writes nothing into a workbook that is read-only, and still checks it", async () => {
    await shownPane({ rows: traded, host: { isReadOnly: true } });
    expect(await screen.findByRole("button", { name: "检查" })).toBeEnabled();
    expect(screen.getByRole("button", { name: "过账" })).toBeDisabled();
    expect(screen.getByRole("button", { name: "重算" })).toBeDisabled();
    expect(screen.getByText(/这本工作簿是只读的/)).toBeInTheDocument();
  });

  it("becomes so once the workbook is found to be read-only, and is as before when it can be written again", async () => {
    let isReadOnly = true;
    const workbook = (mine: Workbook): Workbook => ({ ...mine, isReadOnly: () => isReadOnly });
    const shown = await shownPane({ rows: traded, workbook });
    expect(await screen.findByText(/这本工作簿是只读的/)).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "过账" })).toBeDisabled();
    isReadOnly = false;
    await shown.user.click(screen.getByRole("button", { name: "检查" }));
    await waitFor(() => expect(screen.getByRole("button", { name: "过账" })).toBeEnabled());
    expect(screen.queryByText(/这本工作簿是只读的/)).toBeNull();
  });

  it("names what this version of Excel lacks, and works all the same", async () => {
    await shownPane({ rows: traded, host: { missing: ["CustomFunctionsRuntime 1.1"] } });
    expect(await screen.findByText(/缺少：TZ 自定义函数/)).toBeInTheDocument();
    expect(await screen.findByRole("button", { name: "过账" })).toBeEnabled();
  });
});

describe("an action under way", () => {
  it("shows how far it is, can be stopped, and nothing else can be begun", async () => {
    let isSlow = false;
    const pane = await shownPane({
      rows: wrong,
      workbook: (workbook) => ({
        ...workbook,
        tables: (course) => {
          if (!isSlow) return workbook.tables(course);
          course?.progress?.(0.5);
          return untilStopped(course);
        },
      }),
    });
    await screen.findByText("3 张草稿");
    isSlow = true;
    await pressed(pane, "检查");
    expect(await screen.findByRole("progressbar", { name: "正在检查…" })).toHaveAttribute(
      "aria-valuenow",
      "0.25",
    );
    expect(screen.getByRole("button", { name: "过账" })).toHaveAttribute("aria-disabled", "true");
    isSlow = false;
    await pressed(pane, "取消");
    expect(await screen.findByText("已取消，什么也没有改。")).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "过账" })).not.toHaveAttribute("aria-disabled", "true");
  });

  it("asks to finish editing the cell where one is being edited", async () => {
    const pane = await shownPane({
      rows: wrong,
      workbook: (workbook) => ({
        ...workbook,
        apply: (_, course) => {
          course?.waiting?.(true);
          return untilStopped(course);
        },
      }),
    });
    await pressed(pane, "检查");
    expect(await screen.findByText("请先结束单元格编辑")).toBeInTheDocument();
    await pressed(pane, "取消");
    expect(await screen.findByText("已取消，什么也没有改。")).toBeInTheDocument();
  });

  it("asks for the same while the book is being opened; stopped, it says why it is not open", async () => {
    let isEditing = true;
    const pane = await shownPane({
      rows: traded,
      workbook: (workbook) => ({
        ...workbook,
        tables: (course) => {
          if (!isEditing) return workbook.tables(course);
          course?.waiting?.(true);
          return untilStopped(course);
        },
      }),
    });
    expect(await screen.findByText("请先结束单元格编辑")).toBeInTheDocument();
    await pressed(pane, "取消");
    expect(await screen.findByText(/有单元格正在编辑/)).toBeInTheDocument();
    isEditing = false;
    await pressed(pane, "再试一次");
    expect(await screen.findByText("3 张草稿")).toBeInTheDocument();
  });

  it("asks for the same, and nothing more, while a finding waits to be gone to", async () => {
    let leave: () => void = () => undefined;
    const pane = await shownPane({
      rows: wrong,
      workbook: (workbook) => ({
        ...workbook,
        select: async (place, course) => {
          course?.waiting?.(true);
          await new Promise<void>((done) => (leave = done));
          course?.waiting?.(false);
          await workbook.select(place);
        },
      }),
    });
    await pressed(pane, "检查");
    await pressed(pane, /找不到“螺丝钉”/);
    expect(await screen.findByText("请先结束单元格编辑")).toBeInTheDocument();
    await act(async () => leave());
    await waitFor(() => expect(screen.queryByText("请先结束单元格编辑")).toBeNull());
    expect(pane.selected).toHaveLength(1);
  });

  it("says why where the workbook refuses", async () => {
    const pane = await shownPane({
      rows: wrong,
      workbook: (workbook) => ({
        ...workbook,
        apply: () => Promise.reject(new WorkbookError("protected", "销售单据")),
      }),
    });
    await pressed(pane, "检查");
    const said = await screen.findByText("没有完成。");
    expect(said.closest("[role=alert]")).toHaveTextContent("销售单据");
  });
});
