import { postDrafts } from "../app/post-drafts";
import {
  cellsOf,
  counted,
  opened,
  openedAndRead,
  settled,
  sharedBookOf,
  traded,
} from "../../test/support/shared-book";
import type { Workbook } from "../workbook/port";

/** Another quantity in the first row sold. */
const sold = (qty: number) =>
  [{ do: "stamp", table: "销售单据", rows: [0], columns: [{ header: "数量", cells: [qty] }] }] as const;

describe("an action that is stopped", () => {
  it("is cancelled while it reads, and the book is as it was", async () => {
    const shared = await sharedBookOf(traded);
    const before = await cellsOf(shared.mine);
    const { book } = await openedAndRead(shared.mine);
    const outcome = await book.act("post", (desk) => {
      book.cancel();
      return postDrafts(desk, { only: null, dryRun: false });
    });
    expect(outcome).toEqual({ verb: "post", value: null, findings: [], isCancelled: true });
    expect(await cellsOf(shared.mine)).toEqual(before);
  });

  it("is over at once, without reading what others changed meanwhile, which is stale and read later", async () => {
    const shared = await sharedBookOf(traded);
    const { workbook, reads } = counted(shared.mine);
    const { book, timer } = await openedAndRead(workbook);
    const first = reads.length;
    await book.act("note", async (desk) => {
      await shared.others(sold(31));
      book.cancel();
      await desk.workbook.apply([]);
      return { value: {}, findings: [] };
    });
    expect(book.state()).toMatchObject({ busy: null, isStale: true, last: { isCancelled: true } });
    expect(reads).toHaveLength(first);
    timer.pass();
    await settled(book);
    expect(reads.slice(first)).toEqual(["销售单据"]);
    expect(book.state().isStale).toBe(false);
  });

  it("leaves the book stale where it is stopped while the book is read after it, and is told as done", async () => {
    const shared = await sharedBookOf(traded);
    let isEdited = false;
    const read: Workbook["read"] = (names, course) => {
      if (!isEdited) return shared.mine.read(names, course);
      return new Promise((_, reject) => {
        course?.signal?.addEventListener("abort", () => reject(new Error("stopped")));
        course?.waiting?.(true);
        expect(book.state().busy).toMatchObject({ canCancel: true, waitingForCell: true });
        book.cancel();
      });
    };
    const { book } = await openedAndRead({ ...shared.mine, read });
    const outcome = await book.act("note", async () => {
      await shared.others(sold(31));
      isEdited = true;
      return { value: {}, findings: [] };
    });
    expect(outcome).toMatchObject({ value: {}, isCancelled: false });
    expect(book.state()).toMatchObject({ busy: null, isStale: true, last: outcome });
  });

  it("waits for a cell that is being edited, and says so", async () => {
    const shared = await sharedBookOf(traded);
    const seen: unknown[] = [];
    const apply: Workbook["apply"] = async (changes, course) => {
      course?.waiting?.(true);
      seen.push(book.state().busy);
      course?.waiting?.(false);
      await shared.mine.apply(changes, course);
    };
    const { book } = await openedAndRead({ ...shared.mine, apply });
    await book.perform("post");
    expect(seen).toMatchObject([{ verb: "post", waitingForCell: true, canCancel: true }]);
  });
});

describe("what a check found", () => {
  const changed = async () => {
    const shared = await sharedBookOf(traded);
    const { book, timer } = await openedAndRead(shared.mine);
    await book.perform("check");
    const reread = async (): Promise<void> => {
      timer.pass();
      await settled(book);
    };
    return { shared, book, reread };
  };

  it("stays old after others changed a cell, also once the book is read again, until the next check", async () => {
    const { shared, book, reread } = await changed();
    expect(book.state().areFindingsOld).toBe(false);
    await shared.others(sold(31));
    await reread();
    expect(book.state()).toMatchObject({ isStale: false, areFindingsOld: true });
    await shared.others(sold(30));
    await reread();
    await book.perform("recompute");
    expect(book.state()).toMatchObject({ isStale: false, areFindingsOld: true });
    await book.perform("check");
    expect(book.state()).toMatchObject({ isStale: false, areFindingsOld: false });
  });

  it("is as good as before where a table that was doubted holds what it held", async () => {
    const { shared, book, reread } = await changed();
    await shared.others(sold(30));
    expect(book.state().isStale).toBe(true);
    await reread();
    expect(book.state()).toMatchObject({ isStale: false, areFindingsOld: false });
  });

  it("is old where rows were added, and where others changed a cell before we recompute", async () => {
    const { shared, book, reread } = await changed();
    await shared.others([
      { do: "append", table: "商品", count: 1, columns: [{ header: "商品编码", cells: ["C"] }] },
    ]);
    await reread();
    expect(book.state().areFindingsOld).toBe(true);
    await book.perform("check");
    await shared.others(sold(31));
    await book.perform("recompute");
    expect(book.state().areFindingsOld).toBe(true);
  });

  it("does not grow old by what we write ourselves", async () => {
    const { book, reread } = await changed();
    await book.perform("recompute");
    await book.perform("post");
    await book.perform("recompute");
    await reread();
    expect(book.state().areFindingsOld).toBe(false);
  });
});

describe("a book that others change", () => {
  it("is stale from then on, and read again once it is quiet", async () => {
    const shared = await sharedBookOf(traded);
    const { workbook, reads } = counted(shared.mine);
    const { book, timer } = await openedAndRead(workbook);
    const first = reads.length;
    await shared.others(sold(31));
    await shared.others(sold(32));
    expect(book.state().isStale).toBe(true);
    timer.pass();
    await settled(book);
    expect(reads.slice(first)).toEqual(["销售单据"]);
    expect(book.state().isStale).toBe(false);
  });

  it("is read again by the next action, so that nothing old is posted", async () => {
    const shared = await sharedBookOf(traded);
    const { book } = await openedAndRead(shared.mine);
    await shared.others(sold(32));
    await book.perform("post");
    expect(book.balances()?.stock).toMatchObject([{ item: "A", qty: 68 }]);
  });

  it("shows rows that nobody told of, when the next action asks how long the tables are", async () => {
    const shared = await sharedBookOf(traded);
    const { book } = await openedAndRead(shared.mine);
    const { table, ...typed } = { table: "销售单据", type: "CK", item: "nowhere" };
    const columns = [
      { header: "单据类型", cells: [typed.type] },
      { header: "商品编码", cells: [typed.item] },
    ];
    await shared.unheard([{ do: "append", table, count: 1, columns }]);
    const { findings } = await book.perform("check");
    expect(findings.some(({ code, row }) => code === "UNKNOWN_CODE" && row === 2)).toBe(true);
  });

  it("is read again where a patch of ours found its rows elsewhere, moved by nobody knows whom", async () => {
    const shared = await sharedBookOf({ ...traded, items: [...traded.items, { code: "C" }] });
    const { book } = await openedAndRead(shared.mine);
    await shared.unheard([
      { do: "stamp", table: "商品", rows: [0, 1], columns: [{ header: "商品编码", cells: ["B", "A"] }] },
    ]);
    const expectation = { key: "商品编码", columns: [{ header: "商品编码", cells: ["A"] }] };
    const note = [{ header: "类别", cells: ["ours"] }];
    await book.act("note", async ({ workbook }) => {
      await workbook.apply([{ do: "stamp", table: "商品", rows: [0], columns: note, expect: expectation }]);
      return { value: {}, findings: [] };
    });
    let believed = {};
    await book.act("look", async ({ workbook }) => {
      believed = await cellsOf(workbook);
      return { value: {}, findings: [] };
    });
    expect(believed).toEqual(await cellsOf(shared.mine));
  });

  it("leaves a book alone that nobody looks at", async () => {
    const shared = await sharedBookOf(traded);
    const { workbook, reads } = counted(shared.mine);
    const { book, timer } = opened(workbook);
    await book.perform("check");
    const first = reads.length;
    await shared.others(sold(32));
    timer.pass();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(reads).toHaveLength(first);
    expect(book.state().isStale).toBe(true);
  });
});
