import type { JsonBook, Row } from "../../test/oracle/oracle-book";
import { bookAt, deskAt, posted } from "../../test/support/posted";
import { seededDigits, ulids } from "../domain/kernel/ulid";
import { closePeriod, reopenPeriod } from "./close-period";
import { enterRows } from "./enter-rows";
import { postDrafts } from "./post-drafts";
import { recompute } from "./recompute";
import { verifyBook } from "./verify-book";

const bought = { type: "RK", partner: "S", warehouse: "W", item: "A", qty: 10 };

const drafts: JsonBook = {
  items: [
    { code: "A", costing: "moving-average", purchasePrice: 5 },
    { code: "B", purchasePrice: 5 },
  ],
  warehouses: [{ code: "W" }],
  partners: [{ code: "S" }],
  purchases: [
    { ...bought, date: "2026-01-05", price: 4 },
    { ...bought, date: "2026-01-06", price: 6 },
  ],
  stock: [
    { type: "BS", date: "2026-01-07", warehouse: "W", item: "A", qty: 5, reason: "R" },
    { type: "BY", date: "2026-01-08", warehouse: "W", item: "B", qty: 2, reason: "R" },
  ],
  reasons: [{ code: "R" }],
};

const january = { period: "2026-01", waive: [], reason: "asked for" };
const more = { table: "purchases", rows: [{ ...bought, date: "2026-02-05", price: 7 }] };

/** The book with January closed, and what somebody typed into it since. */
async function closedBook(spoil: (book: JsonBook) => JsonBook) {
  const { book } = await posted(drafts);
  const desk = deskAt(book);
  expect((await closePeriod(desk, { ...january, dryRun: false })).value).toMatchObject({ ok: true });
  const later = deskAt(spoil(await bookAt(desk)));
  const newId = ulids(() => Date.UTC(2027, 0, 1), seededDigits(2));
  return { ...later, moment: { ...later.moment, newId } };
}

const changed = (table: string, at: number, cells: Row) => (book: JsonBook) => ({
  ...book,
  [table]: (book[table] ?? []).map((row, i) => (i === at ? { ...row, ...cells } : row)),
});

const asTheLog = { code: "PERIOD_CHANGED", facts: { period: "2026-01" } };

describe("what is closed and comes to something else", () => {
  it.each<[string, (book: JsonBook) => JsonBook, number]>([
    [
      "a change of method within it",
      (book) => ({
        ...book,
        methodChange: [{ item: "A", period: "2026-01", method: "fifo" }],
      }),
      90,
    ],
    ["a posted row typed over", changed("stock", 1, { qty: 3 }), 90],
  ])("is told and refused, by %s, until that is undone or it is opened again", async (_, spoil, is) => {
    const desk = await closedBook(spoil);
    await enterRows(desk, more);
    const before = await bookAt(desk);
    const told = [
      { code: "CLOSED_DIFFERS", table: "periods", row: 1, facts: { period: "2026-01", was: 85, is } },
    ];
    expect(await postDrafts(desk, { only: null, dryRun: false })).toMatchObject({
      value: null,
      findings: told,
    });
    expect(await recompute(desk)).toMatchObject({ value: null, findings: told });
    expect((await verifyBook(desk)).value?.failures).toEqual(
      expect.arrayContaining([expect.objectContaining({ code: "CLOSED_DIFFERS" })]),
    );
    expect(await bookAt(desk)).toEqual(before);
    expect((await reopenPeriod(desk, january)).value).toMatchObject({ ok: true });
    expect((await postDrafts(desk, { only: null, dryRun: false })).value?.posted).toHaveLength(1);
  });

  it.each<[string, (book: JsonBook) => JsonBook, object]>([
    ["its state cleared", changed("periods", 0, { state: null }), asTheLog],
    [
      "its state typed over",
      changed("periods", 0, { state: "xx" }),
      { code: "UNKNOWN_WORD", column: "state" },
    ],
    ["its last day moved", changed("periods", 0, { to: "2026-01-15" }), asTheLog],
    ["its row deleted", (book) => ({ ...book, periods: [] }), asTheLog],
  ])("is not opened by hand, with %s: nothing is posted until it is right", async (_, spoil, told) => {
    const desk = await closedBook(spoil);
    const late = { ...bought, date: "2026-01-20", price: 7 };
    await enterRows(desk, { table: "purchases", rows: [late] });
    const before = await bookAt(desk);
    expect(await postDrafts(desk, { only: null, dryRun: false })).toMatchObject({
      value: null,
      findings: [told],
    });
    expect(await bookAt(desk)).toEqual(before);
  });

  it("is none where nothing of it changed", async () => {
    const desk = await closedBook((book) => book);
    expect((await enterRows(desk, more)).findings).toEqual([]);
    expect(await postDrafts(desk, { only: null, dryRun: false })).toMatchObject({ value: { posted: [{}] } });
    expect((await verifyBook(desk)).value?.failures).toEqual([]);
  });
});
