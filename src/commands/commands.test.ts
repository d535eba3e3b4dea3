import { delivery, openedAndRead, sharedBookOf, traded } from "../../test/support/shared-book";
import type { CellPlace, Workbook } from "../workbook/port";
import { type CommandId, commandIds, commands } from "./commands";

/** A book in Excel, with a ribbon: what was shown, what was selected, and what the host was told. */
async function ribbon(drafts: Parameters<typeof sharedBookOf>[0] = traded) {
  const { mine } = await sharedBookOf(drafts);
  const selected: CellPlace[] = [];
  const select: Workbook["select"] = async (place) => {
    selected.push(place);
    await mine.select(place);
  };
  const { book } = await openedAndRead({ ...mine, select });
  const told: string[] = [];
  const showPane = async (): Promise<void> => void told.push("pane");
  const all = commands({ book, showPane });
  const run = (id: CommandId): Promise<void> => all[id]({ completed: () => told.push("completed") });
  return { book, run, told, selected, mine };
}

describe("a command of the ribbon", () => {
  it.each(commandIds)("%s shows the pane and tells the host when it is over", async (id) => {
    const { run, told } = await ribbon();
    await run(id);
    expect(told).toEqual(["pane", "completed"]);
  });

  it("tells the host that it is over even where it fails", async () => {
    const { book } = await ribbon();
    const told: string[] = [];
    const all = commands({ book, showPane: () => Promise.reject(new Error("no pane")) });
    await expect(all.showPane({ completed: () => told.push("completed") })).rejects.toThrow("no pane");
    expect(told).toEqual(["completed"]);
  });

  it("checks the same as the pane does, and has the findings shown", async () => {
    const { book, run } = await ribbon({ ...traded, sales: [{ ...delivery, item: "Z" }] });
    await run("check");
    expect(book.state()).toMatchObject({
      last: { verb: "check" },
      findings: [{ code: "UNKNOWN_CODE" }],
      shown: { view: "findings" },
    });
  });

  it("posts nothing before the user saw what it would do", async () => {
    const { book, run } = await ribbon();
    await run("post");
    expect(book.state()).toMatchObject({ shown: { view: "post" }, phase: { counts: { drafts: 3 } } });
  });

  it("recomputes", async () => {
    const { book, run } = await ribbon();
    await book.perform("post");
    await run("recompute");
    expect(book.state().last).toMatchObject({ verb: "recompute", findings: [] });
  });

  it("goes from finding to finding, round and round, checking first", async () => {
    const { run, selected } = await ribbon({
      ...traded,
      sales: [
        { ...delivery, item: "Z" },
        { ...delivery, date: "2026-01-06", partner: "nobody" },
      ],
    });
    for (let i = 0; i < 3; i++) await run("nextFinding");
    expect(selected.map(({ row, header }) => [row, header])).toEqual([
      [0, "商品编码"],
      [1, "往来单位"],
      [0, "商品编码"],
    ]);
  });

  it.each([
    ["销售单据", 0, "数量", { of: "stock", item: "A", warehouse: "W1", batch: null }],
    ["销售单据", 0, "往来单位", { of: "partner", partner: "C", side: "receivable" }],
    ["采购单据", 0, "往来单位", { of: "partner", partner: "V", side: "payable" }],
    ["收付款单据", 0, "金额", { of: "account", account: "BANK" }],
    ["收付款单据", 0, "备注", { of: "partner", partner: "C", side: "receivable" }],
    ["库存余额", 0, "现存量", { of: "stock", item: "A", warehouse: "W1", batch: null }],
    ["往来余额", 0, "单位名称", { of: "partner", partner: "V", side: "payable" }],
    ["往来余额", 1, "应收", { of: "partner", partner: "C", side: "receivable" }],
    ["商品", 0, "商品名称", { of: "stock", item: "A", warehouse: null, batch: null }],
    ["资金账户", 0, "账户名称", { of: "account", account: "BANK" }],
    ["参数", 0, "值", null],
  ])("shows the rows behind the balance of %s, row %i, %s", async (...asked) => {
    const [table, row, header, balance] = asked;
    const { book, run, mine } = await ribbon();
    await book.perform("post");
    await mine.select({ table, row, header });
    await run("rowsBehind");
    expect(book.state().shown).toMatchObject({ view: "balances", balance });
    if (balance !== null)
      expect(book.rowsBehind(book.state().shown.balance ?? never()).length).toBeGreaterThan(0);
  });
});

function never(): never {
  throw new Error("no balance");
}
