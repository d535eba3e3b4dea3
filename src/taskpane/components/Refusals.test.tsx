import "@testing-library/jest-dom";
import { act, screen, waitFor } from "@testing-library/react";
import { reports } from "../../domain/reports/index";
import { pressed, shownPane } from "../../../test/support/pane";
import { traded } from "../../../test/support/shared-book";
import { WorkbookError } from "../../workbook/port";

describe("what was refused", () => {
  it("is said no more once the same can be done, though that is told elsewhere", async () => {
    const pane = await shownPane({ rows: traded });
    await screen.findByText("3 张草稿");
    await act(() => pane.book.act("show-report", () => Promise.reject(new WorkbookError("busy", ""))));
    expect(screen.getByRole("alert")).toHaveTextContent(/没有完成/);
    await pane.user.click(screen.getByRole("tab", { name: "报表" }));
    expect(screen.getByText(/没有完成/)).toBeInTheDocument();
    await pressed(pane, "预览");
    await waitFor(() => expect(screen.queryByText(/没有完成/)).not.toBeInTheDocument());
  });

  it("is said no more once the workbook can be written", async () => {
    let isReadOnly = true;
    const pane = await shownPane({
      rows: traded,
      workbook: (workbook) => ({
        ...workbook,
        isReadOnly: () => isReadOnly,
        apply: (changes) =>
          isReadOnly ? Promise.reject(new WorkbookError("read-only", "")) : workbook.apply(changes),
      }),
    });
    await screen.findByText("3 张草稿");
    await act(() => pane.book.perform("check"));
    expect(screen.getByText(/没有完成/)).toBeInTheDocument();
    isReadOnly = false;
    await act(() => pane.book.reload());
    await waitFor(() => expect(screen.queryByText(/没有完成/)).not.toBeInTheDocument());
  });

  it("speaks the language that the pane speaks now", async () => {
    const pane = await shownPane({
      rows: traded,
      workbook: (workbook) => ({
        ...workbook,
        apply: () => Promise.reject(new WorkbookError("filtered", "销售单据, 采购单据")),
      }),
    });
    await screen.findByText("3 张草稿");
    await act(() => pane.book.perform("check"));
    expect(screen.getByText(/销售单据、采购单据/)).toBeInTheDocument();
    act(() => pane.book.setLanguage("en-US"));
    expect(screen.getByText(/销售单据, 采购单据/)).toBeInTheDocument();
    expect(screen.queryByText(/、/)).not.toBeInTheDocument();
  });
});

const ROLES = ["button", "combobox", "textbox", "checkbox", "tab"] as const;

describe("the controls of the pane", () => {
  it("are named in its language, those of every report too", async () => {
    const pane = await shownPane({ rows: traded, language: "zh-CN" });
    await screen.findByText("3 张草稿");
    await pane.user.click(screen.getByRole("tab", { name: "报表" }));
    for (const { title } of reports) {
      await pane.user.selectOptions(await screen.findByRole("combobox", { name: "选择报表" }), title.zh);
      for (const control of ROLES.flatMap((role) => screen.queryAllByRole(role)))
        expect(control).toHaveAccessibleName(expect.stringMatching(/[\u4e00-\u9fff]/));
    }
  });
});
