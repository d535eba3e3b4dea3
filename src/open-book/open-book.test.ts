import { postDrafts } from "../app/post-drafts";
import {
  type AllCells,
  cellsOf,
  counted,
  delivery,
  opened,
  openedAndRead,
  receipt,
  settled,
  sharedBookOf,
  traded,
} from "../../test/support/shared-book";
import { type Workbook, WorkbookError } from "../workbook/port";
import type { OpenBook } from "./open-book";

/** What the open book believes to stand in its workbook. */
async function believed(book: OpenBook): Promise<AllCells> {
  let seen: AllCells = {};
  await book.act("look", async ({ workbook }) => {
    seen = await cellsOf(workbook);
    return { value: {}, findings: [] };
  });
  return seen;
}

describe("the open book", () => {
  it("says how much is in it and what its balances come to once it is read", async () => {
    const { book } = await openedAndRead((await sharedBookOf(traded)).mine);
    expect(book.state()).toMatchObject({
      phase: { is: "open", counts: { rows: 3, documents: 0, drafts: 3 }, totals: { stockValue: 0, cash: 0 } },
      bookLanguage: "zh-CN",
      busy: null,
      isStale: false,
    });
    await book.perform("post");
    expect(book.state().phase).toEqual({
      is: "open",
      counts: { rows: 3, documents: 3, drafts: 0 },
      totals: { stockValue: 280, receivable: 180, payable: 400, cash: 120 },
    });
  });

  it("is loading until it is read, and tells how far it is", async () => {
    const { mine } = await sharedBookOf(traded);
    const read: Workbook["read"] = (names, course) => {
      course?.progress?.(0.5);
      return mine.read(names, course);
    };
    const { book } = opened({ ...mine, read });
    const phases: unknown[] = [];
    book.subscribe(() => phases.push(book.state().phase));
    await settled(book);
    expect(phases[0]).toEqual({ is: "loading", done: 0.5, waitingForCell: false });
    expect(phases.at(-1)).toMatchObject({ is: "open" });
  });

  it("tells the end of an action once: what it came to, where the book stands, and that nobody is busy", async () => {
    const { book } = await openedAndRead((await sharedBookOf(traded)).mine);
    const told: unknown[] = [];
    book.subscribe(() => told.push(book.state()));
    const last = await book.perform("post");
    const ends = told.filter((state) => state === book.state());
    expect(ends).toMatchObject([{ last, busy: null, phase: { counts: { drafts: 0 } } }]);
    expect(told.slice(0, -1)).not.toContainEqual(expect.objectContaining({ last }));
  });

  it("says in trouble why it cannot be read, and is open once it can", async () => {
    const { mine } = await sharedBookOf(traded);
    let isBusy = true;
    const read: Workbook["read"] = (names, course) =>
      isBusy ? Promise.reject(new WorkbookError("busy", "")) : mine.read(names, course);
    const { book } = await openedAndRead({ ...mine, read });
    expect(book.state().phase).toMatchObject({ is: "trouble", finding: { code: "BOOK_BUSY" } });
    isBusy = false;
    await book.reload();
    expect(book.state().phase).toMatchObject({ is: "open" });
  });

  it("answers what the action answers, and remembers it as the last", async () => {
    const { book } = await openedAndRead((await sharedBookOf(traded)).mine);
    const outcome = await book.act("post", (desk) => postDrafts(desk, { only: null, dryRun: false }));
    expect(outcome.value?.posted.map(({ type }) => type)).toEqual(["RK", "CK", "SK"]);
    expect(book.state().last).toBe(outcome);
  });

  it("keeps what the last check found, with its place, and selects that cell", async () => {
    const shared = await sharedBookOf({ ...traded, sales: [{ ...delivery, item: "Z" }] });
    const places: unknown[] = [];
    const select: Workbook["select"] = async (place) => void places.push(place);
    const { book } = await openedAndRead({ ...shared.mine, select });
    await book.perform("check");
    const found = book.state().findings?.find(({ code }) => code === "UNKNOWN_CODE");
    if (found === undefined) throw new Error("nothing found");
    expect(await book.select(found)).toBe(true);
    expect(places).toEqual([{ table: "销售单据", row: 0, header: "商品编码" }]);
  });

  it("finds a row by its id after it was moved, and says where a row is gone", async () => {
    const shared = await sharedBookOf(traded);
    const places: unknown[] = [];
    const select: Workbook["select"] = async (place) => void places.push(place);
    const { book } = await openedAndRead({ ...shared.mine, select });
    await book.perform("post");
    const [row] = book.rowsBehind({ of: "stock", item: "A", warehouse: "W1", batch: null });
    await shared.others([{ do: "append", table: "采购单据", count: 1, columns: [] }]);
    const cells = (await shared.mine.read(["采购单据"]))[0];
    const swapped = cells.headers.map((header, i) => ({ header, cells: [null, cells.column(i)[0]] }));
    await shared.others([{ do: "stamp", table: "采购单据", rows: [0, 1], columns: swapped }]);
    expect(await book.select(row.place)).toBe(true);
    expect(places).toEqual([{ table: "采购单据", row: 1, header: null }]);
    await shared.others([{ do: "remove", table: "采购单据", rows: [1] }]);
    expect(await book.select(row.place)).toBe(false);
  });

  it("believes after every action exactly what stands in the workbook", async () => {
    const shared = await sharedBookOf(traded);
    const { book } = await openedAndRead(shared.mine);
    const more = { ...receipt, qty: 7, note: "'= not a formula" };
    const asked: readonly (readonly [string, Record<string, unknown>])[] = [
      ["check", {}],
      ["enter", { table: "purchases", rows: [more, { ...more, qty: -1 }] }],
      ["post", {}],
      ["recompute", {}],
      ["enter", { table: "items", rows: [{ code: "00123", name: "垫圈" }] }],
      ["report", { code: "stock-on-hand", sheet: true }],
      ["recompute", {}],
    ];
    for (const [verb, options] of asked) {
      await book.perform(verb, options);
      expect({ verb, ...(await believed(book)) }).toEqual({ verb, ...(await cellsOf(shared.mine)) });
    }
  });

  it("reads each table once, and none of them again for what we write ourselves", async () => {
    const shared = await sharedBookOf(traded);
    const { workbook, reads } = counted(shared.mine);
    const { book } = await openedAndRead(workbook);
    const first = [...reads];
    expect(new Set(first).size).toBe(first.length);
    for (const verb of ["check", "post", "check"]) await book.perform(verb);
    expect(reads).toEqual(first);
  });

  it("has one action at a time, the next one waits", async () => {
    const { book } = await openedAndRead((await sharedBookOf(traded)).mine);
    const order: string[] = [];
    const step = (name: string) =>
      book.act(name, async () => {
        order.push(`${name} begins`);
        await new Promise((resolve) => setTimeout(resolve, 5));
        order.push(`${name} ends`);
        return { value: {}, findings: [] };
      });
    await Promise.all([step("one"), step("two")]);
    expect(order).toEqual(["one begins", "one ends", "two begins", "two ends"]);
  });

  it("tells what the workbook refuses as a finding, and stays open", async () => {
    const { mine } = await sharedBookOf(traded);
    const apply: Workbook["apply"] = () => Promise.reject(new WorkbookError("protected", "销售单据"));
    const { book } = await openedAndRead({ ...mine, apply });
    const { value, findings } = await book.perform("post");
    expect([value, findings]).toMatchObject([null, [{ code: "SHEET_PROTECTED" }]]);
    expect(book.state().phase).toMatchObject({ is: "open", counts: { drafts: 3 } });
  });

  it("throws a defect on to who asked, and goes on", async () => {
    const { book } = await openedAndRead((await sharedBookOf(traded)).mine);
    await expect(book.act("odd", () => Promise.reject(new Error("we were wrong")))).rejects.toThrow("wrong");
    expect(book.state().busy).toBeNull();
    expect((await book.perform("check")).value).not.toBeNull();
  });

  it("does not know a verb that is not there, and offers the nearest", async () => {
    const { book } = await openedAndRead((await sharedBookOf(traded)).mine);
    const { value, findings } = await book.perform("chek");
    expect([value, findings[0]]).toMatchObject([null, { code: "BAD_STEP", facts: { nearest: "check" } }]);
  });

  it("keeps who works here and the language of the program on the device, the book keeps its own", async () => {
    const shared = await sharedBookOf(traded);
    const { book, remembered } = await openedAndRead(shared.mine);
    book.setUser(" 小王 ");
    book.setLanguage("en-US");
    await book.perform("post");
    const again = opened(shared.mine, remembered).book;
    expect(again.state()).toMatchObject({ user: "小王", language: "en-US" });
    const { purchases } = { purchases: (await shared.mine.read(["采购单据"]))[0] };
    expect(purchases.column(purchases.headers.indexOf("过账人"))).toEqual(["小王"]);
    expect(book.state().bookLanguage).toBe("zh-CN");
  });
});
