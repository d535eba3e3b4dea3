import { figuresUntil } from "../../test/support/closed-figures";
import type { JsonBook, Row } from "../../test/oracle/oracle-book";
import { bookAt, deskAt, figuresOf } from "../../test/support/posted";
import { closePeriod } from "./close-period";
import type { Desk } from "./desk";
import { enterRows } from "./enter-rows";
import { postDrafts } from "./post-drafts";
import { verifyBook } from "./verify-book";

const JANUARY = "2026-01-31";

const masters: JsonBook = {
  items: [{ code: "A", purchasePrice: 10 }],
  warehouses: [{ code: "MAIN" }, { code: "SHOP" }],
  partners: [{ code: "P", kind: "both" }],
};

function of(type: string, date: string, cells: Row): Row {
  return { type, date, partner: "P", warehouse: "MAIN", item: "A", ...cells };
}

/** A desk at a book whose January holds these drafts, posted and closed, whatever is short. */
async function closedJanuary(settings: Row, drafts: JsonBook): Promise<Desk> {
  const rows = Object.entries(settings).map(([key, value]) => ({ key, value: value ?? null }));
  const desk = deskAt({ ...masters, settings: rows, methodChange: [], purchases: [], sales: [], ...drafts });
  await postDrafts(desk, { only: null, dryRun: false });
  const closing = { period: "2026-01", waive: ["shortages"], reason: "counted", dryRun: false };
  expect((await closePeriod(desk, closing)).value?.ok).toBe(true);
  return desk;
}

async function posted(desk: Desk, table: string, row: Row): Promise<void> {
  await enterRows(desk, { table, rows: [row] });
  expect((await postDrafts(desk, { only: null, dryRun: false })).value?.refused).toEqual([]);
}

async function change(desk: Desk, method: string): Promise<void> {
  await enterRows(desk, {
    table: "methodChange",
    rows: [{ item: "A", period: "2026-02", method, reason: "r" }],
  });
}

describe("a closed January", () => {
  it("keeps what it was short at when a change of method brings goods of another warehouse to it", async () => {
    const desk = await closedJanuary(
      { costing: "fifo", negativeStock: "allow" },
      {
        purchases: [of("RK", "2026-01-05", { qty: 3, price: 9.57 })],
        sales: [of("CK", "2026-01-06", { warehouse: "SHOP", qty: 3, price: 20 })],
      },
    );
    const before = await figuresUntil(desk, JANUARY);
    await change(desk, "monthly-average");
    expect(await figuresUntil(desk, JANUARY)).toEqual(before);
    await posted(desk, "purchases", of("RK", "2026-02-10", { qty: 5, price: 12 }));
    expect(await figuresUntil(desk, JANUARY)).toEqual(before);
    const { report } = await figuresOf(await bookAt(desk));
    // 3 at 9.57 cover what had been booked at 30.00: 1.29 less, behind the first move in February
    expect(report("stock-ledger").map(({ value }) => value)).toEqual([28.71, -30, 60, 1.29]);
    expect(report("cost-differences")).toMatchObject([
      { date: "2026-02-10", cause: "shortage", amount: -1.29 },
    ]);
    expect(report("stock-on-hand").reduce((sum, { value }) => sum + Number(value), 0)).toBe(60);
    expect((await verifyBook(desk)).value?.failures).toEqual([]);
  });

  it("ties while such a difference waits for the first move to be booked", async () => {
    const desk = await closedJanuary(
      { costing: "fifo", negativeStock: "allow" },
      {
        purchases: [of("RK", "2026-01-05", { qty: 3, price: 9.57 })],
        sales: [of("CK", "2026-01-06", { warehouse: "SHOP", qty: 3, price: 20 })],
      },
    );
    await change(desk, "monthly-average");
    expect((await verifyBook(desk)).value?.failures).toEqual([]);
  });

  it("keeps freight that came late where it was booked, whatever method holds from February", async () => {
    const desk = await closedJanuary(
      { costing: "monthly-average", landedCost: "remaining" },
      {
        purchases: [
          of("RK", "2026-01-05", { rowId: "R1", draft: "1", warehouse: "SHOP", qty: 7, price: 3.4 }),
          of("FT", "2026-01-08", { draft: "2", warehouse: null, item: null, total: 1.86, ref: "R1" }),
        ],
      },
    );
    const before = await figuresUntil(desk, JANUARY);
    await change(desk, "lifo");
    await posted(desk, "purchases", of("RK", "2026-02-10", { qty: 5, price: 12 }));
    expect(await figuresUntil(desk, JANUARY)).toEqual(before);
  });

  it("keeps the balances of its ledger where one cost holds for a warehouse that has goods later", async () => {
    const desk = await closedJanuary(
      { costingScope: "company" },
      {
        purchases: [of("RK", "2026-01-05", { qty: 3, price: 3.33 })],
        sales: [of("CK", "2026-01-06", { qty: 1, price: 9 })],
      },
    );
    const before = await figuresUntil(desk, JANUARY);
    expect(before.ofAll.map(({ balanceValue }) => balanceValue)).toEqual([9.99, 6.66]);
    await posted(desk, "purchases", of("RK", "2026-02-10", { warehouse: "SHOP", qty: 5, price: 12 }));
    expect(await figuresUntil(desk, JANUARY)).toEqual(before);
  });
});
