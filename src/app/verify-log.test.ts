import { broken, opened, opening, postedOn } from "../../test/support/opened-books";
import { bookAt, deskAt, posted } from "../../test/support/posted";
import type { JsonBook, Row } from "../../test/oracle/oracle-book";
import type { Desk } from "./desk";
import { postDrafts } from "./post-drafts";
import { recompute } from "./recompute";

function logOf(book: JsonBook): readonly Row[] {
  return book["log"] ?? [];
}

function withLog(book: JsonBook, edit: (log: readonly Row[]) => readonly Row[]): JsonBook {
  return { ...book, log: edit(logOf(book)) };
}

describe("a row that somebody puts into the log by hand", () => {
  it.each<[string, (log: readonly Row[]) => Row]>([
    ["typed without a hash", () => ({ time: "2026-01-02", user: "Eve", action: "post", number: "X" })],
    ["typed with a hash of its own", () => ({ action: "post", number: "X", hash: "mine" })],
    ["copied from the row above", (log) => log[log.length - 1]],
    ["copied from the first row", (log) => log[0]],
  ])("%s is told; once it is deleted the log is whole, whatever was posted meanwhile", async (_, row) => {
    const { book } = await posted(opened);
    const two = await postedOn(book, "Q2");
    expect(await broken(two)).toEqual([]);
    const typed = withLog(two, (log) => [...log, row(log)]);
    const at = logOf(typed).length;
    expect(await broken(typed)).toEqual([`LOG_BROKEN ${String(at)}`]);
    const after = await postedOn(typed, "Q3");
    expect(await broken(after)).toEqual([`LOG_BROKEN ${String(at)}`]);
    expect(await broken(withLog(after, (log) => log.filter((__, i) => i !== at - 1)))).toEqual([]);
  });

  it("between others is told, and is deleted like one at the end", async () => {
    const { book } = await posted(opened);
    const two = await postedOn(book, "Q2");
    const typed = withLog(two, ([head, ...rest]) => [head, { action: "post", number: "X" }, ...rest]);
    expect(await broken(typed)).toEqual(["LOG_BROKEN 2"]);
  });
});

describe("a row of the log that was changed", () => {
  it("is told, and the log is whole again once it is as it was, whatever was posted meanwhile", async () => {
    const { book } = await posted(opened);
    const [row] = logOf(book).slice(-1);
    const at = logOf(book).length;
    const edited = withLog(book, (log) => [...log.slice(0, -1), { ...row, user: "Eve" }]);
    expect(await broken(edited)).toEqual([`LOG_BROKEN ${String(at)}`]);
    const after = await postedOn(edited, "Q2");
    expect(await broken(after)).toEqual([`LOG_BROKEN ${String(at)}`]);
    expect(await broken(withLog(after, (log) => log.map((each, i) => (i === at - 1 ? row : each))))).toEqual(
      [],
    );
  });
});

describe("a log that somebody emptied or cut off", () => {
  /** One document more, posted a minute later. */
  async function postedLater(book: JsonBook, rowId: string): Promise<JsonBook> {
    const { moment, ...desk } = deskAt({
      ...book,
      stock: [...(book["stock"] ?? []), { ...opening, rowId, date: "2026-02-01" }],
    });
    const later = { ...desk, moment: { ...moment, now: "2026-12-31T08:31:00" } };
    expect((await postDrafts(later, { only: null, dryRun: false })).value?.posted).toHaveLength(1);
    return bookAt(later);
  }

  it("is told by every posted row that says when it was posted, and posting on does not hush it up", async () => {
    const two = await postedLater((await posted(opened)).book, "Q2");
    const emptied = withLog(two, () => []);
    expect(await broken(two)).toEqual([]);
    expect(await broken(emptied)).toEqual(["POSTED_UNLOGGED 1", "POSTED_UNLOGGED 2"]);
    expect(await broken({ ...two, log: [] })).toEqual(await broken(emptied));
    expect(await broken(withLog(two, (log) => log.slice(0, 1)))).toEqual(["POSTED_UNLOGGED 2"]);
    expect(await broken(await postedOn(emptied, "Q3"))).toEqual(["POSTED_UNLOGGED 1", "POSTED_UNLOGGED 2"]);
  });

  it("is not one that never was: rows that say not when they were posted are taken over as they stand", async () => {
    const { book } = await posted(opened);
    const { log: _, ...unlogged } = book;
    const old = { ...unlogged, stock: (book["stock"] ?? []).map((row) => ({ ...row, postedAt: null })) };
    expect(await broken(old)).toEqual([]);
    const after = await postedOn(old, "Q2");
    expect(await broken(after)).toEqual([]);
    const edited = {
      ...after,
      stock: (after["stock"] ?? []).map((row, i) => (i === 0 ? { ...row, qty: 9 } : row)),
    };
    expect(await broken(edited)).toContain("UNLOGGED_CHANGED 0");
  });

  it("is begun again where the very first post broke off before it was told", async () => {
    const { book } = await posted(opened);
    const brokenOff = withLog(book, () => []);
    expect(await broken(brokenOff)).toEqual(["POSTED_UNLOGGED 1"]);
    expect(await broken(await postedLater(brokenOff, "Q2"))).toEqual([]);
  });
});

describe("posted rows that the log does not know, posted no earlier than its last row", () => {
  const at = (time: string) => ({ postedAt: `2026-12-31T${time}`, postedBy: "tester" });

  /** A posted book, one of whose documents is copied under other rowIds and numbers, stamped as given. */
  async function forged(...stamps: readonly Row[]): Promise<JsonBook> {
    const { book } = await posted(opened);
    const stock = book["stock"] ?? [];
    const copies = stamps.map((stamp, i) => ({
      ...stock[0],
      rowId: `QX${String(i)}`,
      number: `QR-20260101-000${String(i + 2)}`,
      ...stamp,
    }));
    return { ...book, stock: [...stock, ...copies] };
  }

  it.each([
    ["recompute", recompute],
    ["a post", (desk: Desk) => postDrafts(desk, { only: null, dryRun: false })],
  ])(
    "are told by %s with a warning that names them, as one post may have been broken off",
    async (_, heal) => {
      const desk = deskAt(await forged(at("23:00:00"), at("23:00:00")));
      expect((await heal(desk)).findings).toMatchObject([
        {
          code: "LOG_CAUGHT_UP",
          severity: "warning",
          row: 2,
          facts: { numbers: "QR-20260101-0002, QR-20260101-0003", count: 2, since: "2026-12-31T23:00:00" },
        },
      ]);
      expect(await broken(await bookAt(desk))).toEqual([]);
      expect((await heal(desk)).findings).toEqual([]);
    },
  );

  it.each<[string, readonly Row[]]>([
    ["of several moments", [at("23:00:00"), at("23:01:00")]],
    ["of several users", [at("23:00:00"), { ...at("23:00:00"), postedBy: "Eve" }]],
  ])("stay a finding where they are %s, which no one post writes", async (_, stamps) => {
    const desk = deskAt(await forged(...stamps));
    expect((await recompute(desk)).findings).toEqual([]);
    expect(await broken(await bookAt(desk))).toEqual(["POSTED_UNLOGGED 2", "POSTED_UNLOGGED 3"]);
  });

  it("stay a finding where they are dated in a closed period, in which no post puts anything", async () => {
    const desk = deskAt({
      ...(await forged(at("23:00:00"))),
      periods: [{ period: "2026-01", state: "closed" }],
    });
    expect((await recompute(desk)).findings).toEqual([]);
    expect(await broken(await bookAt(desk))).toContain("POSTED_UNLOGGED 2");
  });
});

describe("a posted row that the log knows, whose number was typed over after the last post", () => {
  /** A book whose documents say each a number of its own, in the order of their rows. */
  const numbered = (book: JsonBook, ...numbers: readonly string[]): JsonBook => ({
    ...book,
    stock: (book["stock"] ?? []).map((row, i) => ({ ...row, number: numbers[i] })),
  });
  const added: Row = { ...opening, status: "posted", line: 1, date: "2026-01-01" };
  const stamp = { postedAt: "2026-12-31T08:30:00", postedBy: "tester" };

  /** The book with one row more, posted with the moment of the last post, of which the log never heard. */
  const brokenOff = (book: JsonBook, number: string): JsonBook => ({
    ...book,
    stock: [...(book["stock"] ?? []), { ...added, ...stamp, rowId: "QX", number }],
  });

  it.each([
    ["recompute", recompute],
    ["a post", (desk: Desk) => postDrafts(desk, { only: null, dryRun: false })],
  ])("is not taken by %s for a post broken off: verifying tells the change still", async (_, heal) => {
    const desk = deskAt(numbered((await posted(opened)).book, "QR-20260101-0007"));
    expect(await broken(await bookAt(desk))).toEqual(["POSTED_CHANGED 1"]);
    expect((await heal(desk)).findings).toEqual([]);
    const after = await bookAt(desk);
    expect(logOf(after)).toHaveLength(1);
    expect(await broken(after)).toEqual(["POSTED_CHANGED 1"]);
  });

  it("stays a finding beside a post that was broken off, of which alone the log is told", async () => {
    const { book } = await posted(opened);
    const desk = deskAt(brokenOff(numbered(book, "QR-20260101-0007"), "QR-20260101-0002"));
    expect((await recompute(desk)).findings).toMatchObject([
      { code: "LOG_CAUGHT_UP", row: 2, facts: { numbers: "QR-20260101-0002", count: 1 } },
    ]);
    expect(await broken(await bookAt(desk))).toEqual(["POSTED_CHANGED 1", "NUMBER_GAP 1"]);
  });

  it("does not get a row that was put beside it under its new number into the log", async () => {
    const { book } = await posted(opened);
    const edited = brokenOff(numbered(book, "QR-20260101-0007"), "QR-20260101-0007");
    const lines = (edited["stock"] ?? []).map((row, i) => ({ ...row, line: i + 1 }));
    const desk = deskAt({ ...edited, stock: lines });
    expect((await recompute(desk)).findings).toEqual([]);
    expect(await broken(await bookAt(desk))).toEqual(["POSTED_CHANGED 1", "POSTED_UNLOGGED 2"]);
  });
});
