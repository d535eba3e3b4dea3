import type { JsonBook } from "../../test/oracle/oracle-book";
import { bookAt, deskAt } from "../../test/support/posted";
import { amendDocument } from "./amend-document";
import { closePeriod, reopenPeriod } from "./close-period";
import type { Desk } from "./desk";
import { enterRows } from "./enter-rows";
import { postDrafts } from "./post-drafts";
import { verifyBook } from "./verify-book";
import { voidDocument } from "./void-document";

const header = { partner: "P", warehouse: "MAIN", item: "bolt" };

const drafts: JsonBook = {
  items: [{ code: "bolt" }],
  warehouses: [{ code: "MAIN" }],
  partners: [{ code: "P" }],
  purchases: [{ ...header, draft: "1", type: "RK", date: "2026-01-05", qty: 10, price: 2 }],
  sales: [
    { ...header, draft: "2", type: "CK", date: "2026-01-20", qty: 1, price: 9 },
    { ...header, draft: "3", type: "CK", date: "2026-02-20", qty: 1, price: 9 },
  ],
};

const closing = { waive: [], reason: "", dryRun: false };

/** The first two documents are posted, the third is a draft. */
async function januaryDesk(): Promise<Desk> {
  const desk = deskAt(drafts);
  await postDrafts(desk, { only: ["1", "2"], dryRun: false });
  return desk;
}

describe("a period's state that is changed by hand", () => {
  const failure = { code: "PERIOD_CHANGED", table: "periods", facts: { period: "2026-01" } };

  it("is found where a closed period was opened or taken away", async () => {
    const desk = await januaryDesk();
    await closePeriod(desk, { ...closing, period: "2026-01" });
    const stamp = { do: "stamp", table: "periods", rows: [0] } as const;
    await desk.workbook.apply([{ ...stamp, columns: [{ header: "state", cells: ["open"] }] }]);
    expect((await verifyBook(desk)).value?.failures).toMatchObject([failure]);
    await desk.workbook.apply([{ ...stamp, columns: [{ header: "state", cells: ["closed"] }] }]);
    expect((await verifyBook(desk)).value?.failures).toEqual([]);
    await desk.workbook.apply([{ ...stamp, columns: [{ header: "to", cells: ["2026-01-02"] }] }]);
    expect((await verifyBook(desk)).value?.failures).toMatchObject([{ ...failure, column: "to" }]);
    await desk.workbook.apply([{ do: "remove", table: "periods", rows: [0] }]);
    expect((await verifyBook(desk)).value?.failures).toMatchObject([failure]);
  });

  it("is found where a period was closed without its checklist", async () => {
    const desk = deskAt({ ...drafts, periods: [{ period: "2026-01" }] });
    await postDrafts(desk, { only: ["1", "2"], dryRun: false });
    const cells = { state: "closed", closedAt: "2026-12-31T09:00:00" };
    const columns = Object.entries(cells).map(([header, cell]) => ({ header, cells: [cell] }));
    await desk.workbook.apply([{ do: "stamp", table: "periods", rows: [0], columns }]);
    expect((await verifyBook(desk)).value?.failures).toMatchObject([failure]);
  });
});

describe("closing a period", () => {
  it("has the variances to standard cost looked through, the last row of each place first", async () => {
    const items = [{ code: "bolt", costing: "standard", standardCost: 1.9 }];
    const desk = deskAt({ ...drafts, items });
    await postDrafts(desk, { only: ["1", "2"], dryRun: false });
    const { value } = await closePeriod(desk, { ...closing, period: "2026-01", dryRun: true });
    const first = { table: "sales", row: 1 };
    expect(value?.checklist.at(-1)).toMatchObject({ check: "variances", state: "review", count: 1, first });
  });

  it("goes through its checklist, stamps it, and the log tells of it", async () => {
    const desk = await januaryDesk();
    const { value } = await closePeriod(desk, { ...closing, period: "2026-01" });
    expect(value).toMatchObject({ ok: true });
    expect(value?.checklist.map(({ check, state, count }) => [check, state, count])).toEqual([
      ["order", "passed", 0],
      ["drafts", "passed", 0],
      ["shortages", "passed", 0],
      ["ties", "passed", 0],
      ["transit", "passed", 0],
      ["invoices", "review", 1],
      ["variances", "passed", 0],
    ]);
    const { periods, log } = await bookAt(desk);
    expect(periods).toEqual([
      {
        ...{ period: "2026-01", from: "2026-01-01", to: "2026-01-31", state: "closed" },
        ...{ closedBy: "tester", closedAt: "2026-12-31T08:30:00" },
      },
    ]);
    expect(log?.at(-1)).toMatchObject({
      action: "close",
      number: "2026-01",
      before: "open",
      after: "closed",
    });
    expect((await verifyBook(desk)).value).toEqual({ ok: true, failures: [] });
  });

  it("leaves nothing to be posted, made void or amended in it or before it, naming the period", async () => {
    const desk = await januaryDesk();
    await closePeriod(desk, { ...closing, period: "2026-01" });
    const late = { ...header, draft: "4", type: "CK", date: "2026-01-31", qty: 1, price: 9 };
    await enterRows(desk, { table: "sales", rows: [late] });
    const { value } = await postDrafts(desk, { only: null, dryRun: true });
    expect(value).toMatchObject({
      posted: [{ number: "CK-20260220-0001" }],
      refused: [{ findings: [{ code: "PERIOD_CLOSED", facts: { period: "2026-01", limit: "2026-02-01" } }] }],
    });
    const number = "CK-20260120-0001";
    const facts = { period: "2026-01", number };
    const closed = { value: null, findings: [{ code: "PERIOD_CLOSED", facts }] };
    expect(await voidDocument(desk, { number, reason: "", dryRun: false })).toMatchObject(closed);
    const set = [{ line: 1, column: "note", value: "x" }];
    expect(await amendDocument(desk, { number, set, reason: "", dryRun: false })).toMatchObject(closed);
  });

  it("keeps an invoice of a later month that restates a receipt of it, and says whose figure would move", async () => {
    const desk = await januaryDesk();
    const invoice = { ...header, draft: "4", type: "CF", date: "2026-02-10", qty: 10, price: 3 };
    await enterRows(desk, { table: "purchases", rows: [{ ...invoice, ref: "RK-20260105-0001" }] });
    await postDrafts(desk, { only: ["4"], dryRun: false });
    await closePeriod(desk, { ...closing, period: "2026-01" });
    const number = "CF-20260210-0001";
    const { findings } = await voidDocument(desk, { number, reason: "", dryRun: false });
    const restated = { restated: "RK-20260105-0001", restatedTable: "purchases", restatedRow: 1 };
    const facts = { date: "2026-01-05", limit: "2026-02-01", period: "2026-01", ...restated, number };
    expect(findings).toMatchObject([{ code: "PERIOD_CLOSED", row: 2, facts }]);
  });

  it("stamps what is posted after it as later, though the clock stands still", async () => {
    const desk = await januaryDesk();
    await closePeriod(desk, { ...closing, period: "2026-01" });
    await postDrafts(desk, { only: null, dryRun: false });
    expect((await bookAt(desk))["sales"]?.map(({ postedAt }) => postedAt)).toEqual([
      "2026-12-31T08:30:00",
      "2026-12-31T08:30:01",
    ]);
  });

  it("is refused while a draft is dated in it, unless that is waived with a reason", async () => {
    const desk = await januaryDesk();
    const february = { ...closing, period: "2026-02" };
    expect(await closePeriod(desk, february)).toMatchObject({
      value: { ok: false },
      findings: [{ code: "PERIOD_DRAFTS", facts: { count: 1, firstTable: "sales", firstRow: 2 } }],
    });
    const waiving = { ...february, waive: ["drafts"] };
    expect(await closePeriod(desk, waiving)).toMatchObject({ value: null, findings: [{ code: "BAD_STEP" }] });
    const { value } = await closePeriod(desk, { ...waiving, reason: "for March" });
    expect(value?.checklist).toContainEqual(expect.objectContaining({ check: "drafts", state: "waived" }));
    expect((await bookAt(desk))["log"]?.at(-1)).toMatchObject({ reason: "for March" });
  });

  it("is taken back from the last period on", async () => {
    const desk = await januaryDesk();
    await closePeriod(desk, { ...closing, period: "2025-12" });
    await closePeriod(desk, { ...closing, period: "2026-01" });
    const reason = "freight came late";
    expect(await reopenPeriod(desk, { period: "2025-12", reason })).toMatchObject({
      value: null,
      findings: [{ code: "PERIOD_ORDER", facts: { other: "2026-01" } }],
    });
    expect((await reopenPeriod(desk, { period: "2026-01", reason })).value).toEqual({
      ok: true,
      checklist: [],
      diff: [],
    });
    expect((await bookAt(desk))["periods"]).toMatchObject([
      { period: "2025-12", state: "closed" },
      { period: "2026-01", state: "open", closedBy: null, closedAt: null },
    ]);
  });
});
