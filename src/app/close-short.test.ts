import type { JsonBook } from "../../test/oracle/oracle-book";
import { bookAt, deskAt, figuresOf } from "../../test/support/posted";
import { closePeriod } from "./close-period";
import type { Desk } from "./desk";
import { enterRows } from "./enter-rows";
import { postDrafts } from "./post-drafts";
import { verifyBook } from "./verify-book";
import { voidDocument } from "./void-document";

const header = { partner: "P", warehouse: "MAIN", item: "bolt" };
const RECEIPT = "RK-20260203-0001";

/** In January 5 leave of 2 that cost 6.00; in February come 4 at 7.00. */
function book(costing: string): JsonBook {
  return {
    settings: [
      { key: "costing", value: costing },
      { key: "negativeStock", value: "allow" },
    ],
    items: [{ code: "bolt" }],
    warehouses: [{ code: "MAIN" }],
    partners: [{ code: "P" }],
    purchases: [
      { ...header, draft: "1", type: "RK", date: "2026-01-05", qty: 2, price: 6 },
      { ...header, draft: "3", type: "RK", date: "2026-02-03", qty: 4, price: 7 },
    ],
    sales: [{ ...header, draft: "2", type: "CK", date: "2026-01-20", qty: 5, price: 9 }],
  };
}

async function post(desk: Desk, table: string, row: JsonBook[string]): Promise<void> {
  await enterRows(desk, { table, rows: row ?? [] });
  expect((await postDrafts(desk, { only: null, dryRun: false })).value?.refused).toEqual([]);
}

async function closedShort(desk: Desk, period = "2026-01") {
  const closing = { period, waive: ["shortages"], reason: "on its way", dryRun: false };
  const { value } = await closePeriod(desk, closing);
  expect(value?.ok).toBe(true);
  return value?.diff;
}

/** What every row of the ledger came to, and what is left: type, quantity, value. */
async function ledger(desk: Desk) {
  const { report, failures } = await figuresOf(await bookAt(desk));
  expect(failures).toEqual([]);
  const rows = report("stock-ledger", {}).map(({ type, qty, value }) => [type, qty, value]);
  const left = report("stock-on-hand", {}).map(({ qty, value }) => ["left", qty, value]);
  return [...rows, ...left];
}

describe("a month averaged that is closed short", () => {
  it("stays at what it was closed with; what covers it books what it cost more in its own month", async () => {
    const desk = deskAt(book("monthly-average"));
    await postDrafts(desk, { only: ["1", "2"], dryRun: false });
    expect(await closedShort(desk)).toEqual([]);
    await postDrafts(desk, { only: null, dryRun: false });
    await post(desk, "purchases", [{ ...header, type: "RK", date: "2026-02-09", qty: 6, total: 42 }]);
    await post(desk, "sales", [{ ...header, type: "CK", date: "2026-02-10", qty: 7, price: 9 }]);
    expect(await ledger(desk)).toEqual([
      ["RK", 2, 12],
      ["CK", -5, -30],
      ["RK", 4, 28],
      ["RK", 0, -3],
      ["RK", 6, 42],
      ["CK", -7, -49],
    ]);
    expect((await verifyBook(desk)).value?.failures).toEqual([]);
  });

  it("is cut where a period ends within it: what comes later changes nothing before", async () => {
    const periods = [{ period: "first", from: "2026-01-01", to: "2026-01-15" }];
    const desk = deskAt({ ...book("monthly-average"), periods, sales: [] });
    await post(desk, "sales", [{ ...header, type: "CK", date: "2026-01-14", qty: 1, price: 9 }]);
    await closedShort(desk, "first");
    await post(desk, "purchases", [{ ...header, type: "RK", date: "2026-01-16", qty: 1, price: 12 }]);
    await post(desk, "sales", [{ ...header, type: "CK", date: "2026-01-20", qty: 1, price: 9 }]);
    expect((await ledger(desk)).slice(0, 4)).toEqual([
      ["RK", 2, 12],
      ["CK", -1, -6],
      ["RK", 1, 12],
      ["CK", -1, -9],
    ]);
  });
});

describe.each(["moving-average", "fifo", "lifo", "monthly-average"])(
  "a month closed short, %s",
  (costing) => {
    it("keeps what it was booked at though its cover was entered before, and the closing says so", async () => {
      const desk = deskAt(book(costing));
      await post(desk, "purchases", [{ ...header, type: "RK", date: "2026-02-03", qty: 2, price: 9 }]);
      const before = costing === "monthly-average" ? 10 : 8;
      expect(await closedShort(desk)).toContainEqual({
        ...{ number: "", rowId: "", column: "profit", period: "2026-01" },
        ...{ old: before, new: 15 },
      });
      const closed = (await ledger(desk)).slice(0, 2);
      expect(closed).toEqual([
        ["RK", 2, 12],
        ["CK", -5, -30],
      ]);
      const number = RECEIPT;
      expect((await voidDocument(desk, { number, reason: "", dryRun: false })).findings).toEqual([]);
      const freight = { type: "FT", partner: "P", date: "2026-02-11", net: 4, ref: "RK-20260203-0002" };
      await post(desk, "purchases", [freight]);
      expect((await ledger(desk)).slice(0, 2)).toEqual(closed);
    });
  },
);
