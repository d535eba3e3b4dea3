import { bookAt, deskAt } from "../../test/support/posted";
import type { JsonBook, Row } from "../../test/oracle/oracle-book";
import type { Cell } from "../workbook/port";
import { closePeriod, reopenPeriod } from "./close-period";
import type { Desk } from "./desk";
import { enterRows } from "./enter-rows";
import { postDrafts } from "./post-drafts";
import { recompute } from "./recompute";
import { reverseDocument } from "./reverse-document";
import { verifyBook } from "./verify-book";
import { voidDocument } from "./void-document";

function of(type: string, date: string, cells: Row): Row {
  return { type, date, partner: "P", warehouse: "MAIN", item: "A", ...cells };
}

const drafts: JsonBook = {
  settings: [
    { key: "costing", value: "fifo" },
    { key: "negativeStock", value: "allow" },
  ],
  items: [{ code: "A", purchasePrice: 10 }],
  warehouses: [{ code: "MAIN" }],
  partners: [{ code: "P", kind: "both" }],
  purchases: [
    of("RK", "2026-01-05", { draft: "1", qty: 10, price: 4 }),
    of("RK", "2026-01-06", { draft: "2", qty: 10, price: 5 }),
  ],
  sales: [of("CK", "2026-01-07", { draft: "3", qty: 4, price: 9 })],
};

const all = { only: null, dryRun: false };
const closing = { period: "2026-01", waive: ["shortages"], reason: "r", dryRun: false };

/** January posted and closed, and a delivery of February posted. */
async function closedDesk(book = drafts): Promise<Desk> {
  const desk = deskAt(book);
  await postDrafts(desk, all);
  await closePeriod(desk, closing);
  await enterRows(desk, { table: "sales", rows: [of("CK", "2026-02-07", { qty: 1, price: 9 })] });
  await postDrafts(desk, all);
  return desk;
}

async function typed(desk: Desk, table: string, cells: Readonly<Record<string, Cell>>): Promise<void> {
  const columns = Object.entries(cells).map(([header, cell]) => ({ header, cells: [cell] }));
  await desk.workbook.apply([{ do: "stamp", table, rows: [0], columns }]);
}

describe("a cost in a closed period that would change", () => {
  const moved = {
    ...{ code: "CLOSED_MOVED", table: "purchases", row: 1, column: "cost" },
    facts: { number: "RK-20260105-0001", period: "2026-01", is: 40, would: 50, rows: 2 },
  };

  it("is never written: whatever is done is refused, and nothing is changed", async () => {
    const desk = await closedDesk();
    await typed(desk, "purchases", { net: 50 });
    await enterRows(desk, { table: "sales", rows: [of("CK", "2026-02-08", { qty: 1, price: 9 })] });
    const before = await bookAt(desk);
    const of2 = { number: "CK-20260207-0001", reason: "", dryRun: false };
    const refused = [
      await postDrafts(desk, all),
      await postDrafts(desk, { only: null, dryRun: true }),
      await voidDocument(desk, of2),
      await reverseDocument(desk, { ...of2, date: "2026-02-09" }),
      await recompute(desk),
    ];
    for (const { value, findings } of refused) {
      expect(value).toBeNull();
      expect(findings).toMatchObject([moved]);
    }
    expect(await bookAt(desk)).toEqual(before);
  });

  it("is written no more once what was changed is put back", async () => {
    const desk = await closedDesk();
    await typed(desk, "purchases", { net: 50 });
    await typed(desk, "purchases", { net: 40 });
    await enterRows(desk, { table: "sales", rows: [of("CK", "2026-02-08", { qty: 1, price: 9 })] });
    expect((await postDrafts(desk, all)).value?.posted).toHaveLength(1);
  });

  it("is written once its period is open again, and stands when that is closed again", async () => {
    const desk = await closedDesk();
    await typed(desk, "settings", { value: "moving-average" });
    await recompute(desk);
    expect((await bookAt(desk))["sales"]?.map(({ cost }) => cost)).toEqual([16, 4]);
    await reopenPeriod(desk, { period: "2026-01", reason: "costing was wrong" });
    expect((await recompute(desk)).findings).toEqual([]);
    expect((await closePeriod(desk, { ...closing, waive: ["ties"] })).value).toMatchObject({ ok: true });
    expect((await bookAt(desk))["sales"]?.map(({ cost }) => cost)).toEqual([18, 4.5]);
    expect((await recompute(desk)).value?.changed).toBe(0);
  });

  it("says the cost to type back where somebody typed over it, and lets blank ones be filled in", async () => {
    const desk = await closedDesk();
    await typed(desk, "sales", { cost: 17 });
    const facts = { number: "CK-20260107-0001", period: "2026-01", is: 17, would: 16, rows: 1 };
    expect((await recompute(desk)).findings).toMatchObject([{ code: "CLOSED_MOVED", table: "sales", facts }]);
    await typed(desk, "sales", { cost: null });
    expect((await recompute(desk)).findings).toEqual([]);
    expect((await bookAt(desk))["sales"]?.at(0)?.["cost"]).toBe(16);
  });
});

describe("closing a period short", () => {
  it("writes what its rows come to by it, so that they never show another figure than they have", async () => {
    const short = of("CK", "2026-01-07", { draft: "1", qty: 3, price: 9 });
    const cover = of("RK", "2026-02-02", { draft: "2", qty: 5, price: 7 });
    const desk = deskAt({ ...drafts, purchases: [cover], sales: [short] });
    await postDrafts(desk, all);
    const cost = async () => (await bookAt(desk))["sales"]?.at(0)?.["cost"];
    expect(await cost()).toBe(21);
    await closePeriod(desk, closing);
    expect(await cost()).toBe(30);
    expect((await verifyBook(desk)).value?.failures).toEqual([]);
    await reopenPeriod(desk, { period: "2026-01", reason: "r" });
    expect(await cost()).toBe(21);
  });
});
