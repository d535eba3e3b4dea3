import type { JsonBook } from "../../test/oracle/oracle-book";
import { bookAt, deskAt } from "../../test/support/posted";
import { amendDocument } from "./amend-document";
import { countSheet } from "./count-sheet";
import type { Desk } from "./desk";
import { postDrafts } from "./post-drafts";
import { verifyBook } from "./verify-book";

const receipt = { type: "RK", date: "2026-01-05", partner: "S", warehouse: "MAIN", price: 2 };

const drafts: JsonBook = {
  items: [
    { code: "nut", category: "small", bin: "A-2", unit: "pc" },
    { code: "bolt", category: "small", bin: "A-1" },
    { code: "milk", batched: "yes" },
    { code: "lamp", costing: "batch", serialized: true },
    { code: "phone", serialized: true },
  ],
  warehouses: [{ code: "MAIN", name: "Main" }, { code: "SHOP" }],
  partners: [{ code: "S" }],
  purchases: [
    { ...receipt, draft: "1", item: "nut", qty: 5 },
    { ...receipt, draft: "1", item: "bolt", qty: 7 },
    { ...receipt, draft: "1", item: "milk", batch: "B2", qty: 3 },
    { ...receipt, draft: "1", item: "milk", batch: "B1", qty: 2 },
    { ...receipt, draft: "1", item: "lamp", serial: "L1;L2", qty: 2 },
    { ...receipt, draft: "1", item: "phone", serial: "P1;P2;P3", qty: 3 },
    { ...receipt, draft: "2", item: "nut", qty: 9, date: "2027-01-01" },
    { ...receipt, draft: "3", item: "nut", qty: 1, warehouse: "SHOP" },
  ],
};

async function postedDesk(): Promise<Desk> {
  const desk = deskAt(drafts);
  expect((await postDrafts(desk, { only: null, dryRun: false })).value?.refused).toEqual([]);
  return desk;
}

async function sheet(desk: Desk, asked: Partial<Parameters<typeof countSheet>[1]> = {}) {
  return countSheet(desk, { warehouse: "MAIN", blind: false, category: "", bin: "", ...asked });
}

/** Fills in what was counted, by item and batch or serial number, and posts the sheet. */
async function counted(desk: Desk, counts: Readonly<Record<string, number>>): Promise<void> {
  const { stock = [] } = await bookAt(desk);
  const name = stock.map(({ item, batch, serial }) => [item, batch ?? serial].filter(Boolean).join(" "));
  const cells = name.map((each) => counts[each] ?? null);
  const rows = stock.map((_, row) => row);
  await desk.workbook.apply([{ do: "stamp", table: "stock", rows, columns: [{ header: "counted", cells }] }]);
  expect((await postDrafts(desk, { only: null, dryRun: false })).value?.refused).toEqual([]);
}

describe("a count sheet", () => {
  it("has a row for each heap that lies there today, by bin, item and batch, with what the book says", async () => {
    const desk = await postedDesk();
    const { value, findings } = await sheet(desk, { warehouse: "Main" });
    expect(findings).toEqual([]);
    const { stock = [] } = await bookAt(desk);
    expect(stock.map(({ item, batch, serial, bin, book }) => [item, batch ?? serial, bin, book])).toEqual([
      ["lamp", "L1", null, 1],
      ["lamp", "L2", null, 1],
      ["milk", "B1", null, 2],
      ["milk", "B2", null, 3],
      ["phone", "P1", null, 1],
      ["phone", "P2", null, 1],
      ["phone", "P3", null, 1],
      ["bolt", null, "A-1", 7],
      ["nut", null, "A-2", 5],
    ]);
    const stamped = { type: "PD", date: "2026-12-31", time: "08:30:00", warehouse: "MAIN", counted: null };
    expect(stock).toMatchObject(stock.map(() => ({ ...stamped, draft: value?.draft })));
    expect(stock.map(({ rowId }) => rowId)).toEqual(value?.rows);
  });

  it("says nothing of the book where it is counted blindly, and is of a category or bin alone", async () => {
    const desk = await postedDesk();
    await sheet(desk, { blind: true, category: "small", bin: "A-2" });
    expect((await bookAt(desk))["stock"]).toMatchObject([{ item: "nut", book: null }]);
  });

  it("adjusts what was counted, keeps rows without a difference, and leaves blank ones uncounted", async () => {
    const desk = await postedDesk();
    await sheet(desk);
    await counted(desk, { bolt: 6, nut: 5, "lamp L1": 0, "milk B1": 2.5, "phone P1": 1, "phone P3": 0 });
    const { stock = [], stockBalances = [] } = await bookAt(desk);
    expect(stock.map(({ status }) => status)).toEqual(stock.map(() => "posted"));
    expect(stock.map(({ item, book, difference }) => [item, book, difference])).toEqual([
      ["lamp", 1, -1],
      ["lamp", 1, null],
      ["milk", 2, 0.5],
      ["milk", 3, null],
      ["phone", 1, 0],
      ["phone", 1, null],
      ["phone", 1, -1],
      ["bolt", 7, -1],
      ["nut", 5, 0],
    ]);
    const main = stockBalances.filter(({ warehouse }) => warehouse === "MAIN");
    expect(main.map(({ item, qty }) => [item, qty])).toContainEqual(["bolt", 6]);
    expect(main.map(({ item, qty }) => [item, qty])).toContainEqual(["phone", 2]);
    expect((await verifyBook(desk)).value).toEqual({ ok: true, failures: [] });
  });

  it("stays a draft until something in it is counted", async () => {
    const desk = await postedDesk();
    const { value: made } = await sheet(desk);
    const { value } = await postDrafts(desk, { only: null, dryRun: false });
    expect([value?.posted, value?.refused]).toMatchObject([
      [],
      [
        {
          draft: made?.draft,
          findings: [{ code: "NOTHING_COUNTED", column: "counted", facts: { rows: 9 } }],
        },
      ],
    ]);
    await counted(desk, { bolt: 6 });
    expect((await bookAt(desk))["stock"]?.map(({ status }) => status)).not.toContain("draft");
  });

  it("shows the book as of its own day, whatever is corrected before it later", async () => {
    const desk = await postedDesk();
    await sheet(desk, { bin: "A-1" });
    await counted(desk, { bolt: 6 });
    const set = [{ line: 2, column: "qty", value: 8 }];
    const { value } = await amendDocument(desk, {
      number: "RK-20260105-0001",
      set,
      reason: "",
      dryRun: false,
    });
    expect((await bookAt(desk))["stock"]).toMatchObject([{ book: 8, difference: -2, counted: 6 }]);
    expect(value?.diff.filter(({ number }) => number.startsWith("PD"))).toMatchObject([
      { column: "cost", old: -2, new: -4 },
      { column: "book", old: 7, new: 8 },
      { column: "difference", old: -1, new: -2 },
    ]);
  });

  it("is none where nothing lies there, and asks for a warehouse that there is", async () => {
    const desk = deskAt({ ...drafts, purchases: [] });
    expect((await sheet(desk)).value).toEqual({ draft: "", rows: [] });
    expect(await sheet(desk, { warehouse: "MAIM" })).toMatchObject({
      value: null,
      findings: [{ code: "BAD_STEP", facts: { nearest: "MAIN" } }],
    });
  });
});
