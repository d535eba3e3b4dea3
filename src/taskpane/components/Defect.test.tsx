import "@testing-library/jest-dom";
import { act, render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { shownPane } from "../../../test/support/pane";
import { traded } from "../../../test/support/shared-book";
import { Defect } from "./Defect";
import { NoOffice } from "./NoOffice";

/** React tells the console of every defect; here they are wanted. */
const quiet = (): void => {
  jest.spyOn(console, "error").mockImplementation(() => undefined);
};

describe("a defect of the program", () => {
  beforeEach(quiet);
  afterEach(() => jest.restoreAllMocks());

  it("is told with the version, can be copied whole, and the pane opened again", async () => {
    const Broken = (): never => {
      throw new Error("no lot 7");
    };
    const copied: string[] = [];
    const restart = jest.fn();
    const user = userEvent.setup();
    render(
      <Defect
        language="en-US"
        version="1.2.3"
        copy={async (text) => void copied.push(text)}
        restart={restart}
      >
        <Broken />
      </Defect>,
    );
    expect(screen.getByRole("heading", { name: "Something went wrong in the program" })).toBeInTheDocument();
    expect(screen.getByLabelText("What went wrong")).toHaveTextContent(/Taizhang 1.2.3.*no lot 7/);
    await user.click(screen.getByRole("button", { name: "Copy" }));
    expect(copied[0]).toContain("no lot 7");
    expect(await screen.findByText("Copied")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Open again" }));
    expect(restart).toHaveBeenCalledTimes(1);
  });

  it("says how to copy by hand where the clipboard is shut", async () => {
    const Broken = (): never => {
      throw new Error("no lot 7");
    };
    const user = userEvent.setup();
    render(
      <Defect
        language="zh-CN"
        version="1"
        copy={() => Promise.reject(new Error("shut"))}
        restart={() => undefined}
      >
        <Broken />
      </Defect>,
    );
    await user.click(screen.getByRole("button", { name: "复制" }));
    expect(await screen.findByText("没能复制，请选中文字后按 Ctrl+C。")).toBeInTheDocument();
  });

  it("is told also where it happens in the midst of an action", async () => {
    const pane = await shownPane({
      rows: { ...traded, sales: [{ ...traded.sales[0], item: "Z" }] },
      workbook: (workbook) => ({ ...workbook, apply: () => Promise.reject(new TypeError("x is no lot")) }),
    });
    await pane.user.click(await screen.findByRole("button", { name: "检查" }));
    expect(await screen.findByRole("heading", { name: "程序出错了" })).toBeInTheDocument();
    expect(screen.getByLabelText("出错内容")).toHaveTextContent("x is no lot");
  });
});

describe("the pane without Excel", () => {
  const findWorkbench = async (): Promise<string | null> => "./bench";
  const ways = { findWorkbench, guide: "./guide", look: "light" as const, restart: () => undefined };

  it("explains itself in a browser, and leads to the workbench and the guide", async () => {
    render(<NoOffice why="browser" language="zh-CN" {...ways} />);
    expect(screen.getByRole("heading", { name: "请在 Excel 里打开" })).toBeInTheDocument();
    expect(await screen.findByRole("link", { name: "在试用页里打开" })).toHaveAttribute("href", "./bench");
    expect(screen.getByRole("link", { name: "怎样装进 Excel" })).toHaveAttribute("href", "./guide");
    await userEvent.click(screen.getByRole("button", { name: "English" }));
    expect(screen.getByRole("heading", { name: "Please open this in Excel" })).toBeInTheDocument();
  });

  it("offers no workbench where there is none, and the guide all the same", async () => {
    const nowhere = Promise.resolve(null);
    render(<NoOffice why="browser" language="zh-CN" {...ways} findWorkbench={() => nowhere} />);
    await act(() => nowhere);
    expect(screen.getAllByRole("link").map(({ textContent }) => textContent)).toEqual(["怎样装进 Excel"]);
  });

  it("says that Excel's script was blocked, and loads again", async () => {
    const restart = jest.fn();
    render(<NoOffice why="blocked" language="en-US" {...ways} restart={restart} />);
    expect(screen.getByRole("heading", { name: "Excel's script was not loaded" })).toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "Load again" }));
    expect(restart).toHaveBeenCalledTimes(1);
  });
});
