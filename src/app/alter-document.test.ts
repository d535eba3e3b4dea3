import { bookAt, deskAt, posted } from "../../test/support/posted";
import type { JsonBook, Row } from "../../test/oracle/oracle-book";
import { amendDocument } from "./amend-document";
import type { Desk } from "./desk";
import { enterRows } from "./enter-rows";
import type { GivenCell } from "./options";
import { postDrafts } from "./post-drafts";
import { verifyBook } from "./verify-book";
import { voidDocument } from "./void-document";

const header = { partner: "P", warehouse: "MAIN", item: "bolt" };

/** A receipt of ten for 20.00, another of ten for 40.00, a delivery of twelve, and what was paid for it. */
const drafts: JsonBook = {
  items: [{ code: "bolt" }],
  warehouses: [{ code: "MAIN" }],
  partners: [{ code: "P" }],
  accounts: [{ code: "BANK" }],
  purchases: [
    { ...header, draft: "1", type: "RK", date: "2026-01-05", qty: 10, price: 2 },
    { ...header, draft: "2", type: "RK", date: "2026-01-06", qty: 10, price: 4 },
  ],
  sales: [{ ...header, draft: "3", type: "CK", date: "2026-02-01", qty: 12, price: 10 }],
  payments: [{ draft: "4", type: "SK", date: "2026-02-02", partner: "P", account: "BANK", amount: 50 }],
};

async function postedDesk(): Promise<Desk> {
  const desk = deskAt(drafts);
  const { value } = await postDrafts(desk, { only: null, dryRun: false });
  expect(value?.refused).toEqual([]);
  return desk;
}

async function voided(desk: Desk, number: string, dryRun = false) {
  return voidDocument(desk, { number, reason: "entered twice", dryRun });
}

async function amended(desk: Desk, number: string, set: readonly GivenCell[]) {
  return amendDocument(desk, { number, set, reason: "miscounted", dryRun: false });
}

async function figuresAt(desk: Desk): Promise<Pick<JsonBook, "stockBalances" | "partnerBalances">> {
  const { stockBalances, partnerBalances } = await bookAt(desk);
  return { stockBalances, partnerBalances };
}

describe("voiding a posted document", () => {
  it("keeps its rows under their number and takes its figures away, and the log tells who and why", async () => {
    const desk = await postedDesk();
    await voided(desk, "SK-20260202-0001");
    const { value } = await voided(desk, "CK-20260201-0001");
    expect(value?.diff).toMatchObject([
      { number: "CK-20260201-0001", column: "cost", old: -36, new: null },
      { number: "CK-20260201-0001", column: "open", old: 120, new: null },
      { column: "profit", period: "2026-02", old: 84, new: 0 },
      { column: "closingStock", period: "2026-02", old: 24, new: 60 },
    ]);
    const { sales, log, stockBalances } = await bookAt(desk);
    expect(sales).toMatchObject([{ number: "CK-20260201-0001", status: "void" }]);
    expect(log?.at(-1)).toMatchObject({ action: "void", column: "status", before: "posted", after: "void" });
    expect(log?.at(-1)).toMatchObject({ user: "tester", reason: "entered twice" });
    expect(stockBalances).toMatchObject([{ qty: 20, value: 60 }]);
    expect((await verifyBook(desk)).value).toEqual({ ok: true, failures: [] });
  });

  it("releases what a payment settled", async () => {
    const desk = await postedDesk();
    const { value } = await voided(desk, "SK-20260202-0001");
    expect(value?.diff).toMatchObject([
      { number: "CK-20260201-0001", column: "open", old: 70, new: 120 },
      { number: "SK-20260202-0001", column: "open", old: 0, new: null },
      { number: "", column: "balance", account: "BANK", old: 50, new: 0 },
    ]);
  });

  it("releases the allocations of a payment, and tells them", async () => {
    const advances = [20, 30, 40].map((amount) => {
      return { type: "SK", date: "2026-02-02", partner: "P", account: "BANK", amount, purpose: "advance" };
    });
    const all = (advances as readonly Row[]).map((row, i) => ({ ...row, draft: `a${String(i)}` }));
    const desk = deskAt({ ...drafts, payments: all });
    await postDrafts(desk, { only: null, dryRun: false });
    const [one, two, three] = ["0001", "0002", "0003"].map((end) => `SK-20260202-${end}`);
    const allocated = {
      ...{ type: "HX", date: "2026-02-03", partner: "P", amount: 50 },
      ...{ ref: `${one};${two}`, against: "CK-20260201-0001" },
    };
    const other = { ...allocated, amount: 40, ref: three };
    await enterRows(desk, { table: "payments", rows: [allocated, other] });
    expect((await postDrafts(desk, { only: null, dryRun: false })).value?.refused).toEqual([]);
    const { value, findings } = await voided(desk, one);
    expect(findings).toMatchObject([
      { code: "MATCH_RELEASED", column: "ref", facts: { number: "HX-20260203-0001", of: one } },
    ]);
    expect(value?.diff).toMatchObject([
      { number: "CK-20260201-0001", column: "open", old: 30, new: 50 },
      { number: one, column: "open", old: 0, new: null },
      { column: "balance", account: "BANK", old: 90, new: 70 },
    ]);
    expect((await verifyBook(desk)).value).toEqual({ ok: true, failures: [] });
    expect((await voided(desk, "CK-20260201-0001")).value?.diff).toMatchObject([
      { number: "CK-20260201-0001", column: "cost" },
      { number: "CK-20260201-0001", column: "open", old: 50, new: null },
      { number: two, column: "open", old: 0, new: -30 },
      { number: three, column: "open", old: 0, new: -40 },
      { column: "profit" },
      { column: "closingStock" },
    ]);
    expect((await verifyBook(desk)).value).toEqual({ ok: true, failures: [] });
  });

  it("is refused where others refer to it, naming them, and where a later moment would run short", async () => {
    const desk = await postedDesk();
    const before = await bookAt(desk);
    expect(await voided(desk, "CK-20260201-0001")).toMatchObject({
      value: null,
      findings: [{ code: "REFERRED_TO", facts: { by: "SK-20260202-0001" } }],
    });
    expect(await voided(desk, "RK-20260105-0001")).toMatchObject({
      value: null,
      findings: [{ code: "LATER_SHORT", facts: { number: "CK-20260201-0001", short: 2 } }],
    });
    expect(await bookAt(desk)).toEqual(before);
  });

  it("shows in a dry run what would change and writes nothing", async () => {
    const desk = await postedDesk();
    const before = await bookAt(desk);
    expect((await voided(desk, "SK-20260202-0001", true)).value?.diff).toHaveLength(3);
    expect(await bookAt(desk)).toEqual(before);
  });
});

describe("amending a posted document", () => {
  it("keeps number and rowIds, works amounts out anew and restates what followed", async () => {
    const desk = await postedDesk();
    const before = (await bookAt(desk))["purchases"]?.[0];
    const { value } = await amended(desk, "RK-20260105-0001", [{ line: 1, column: "price", value: "3" }]);
    const { purchases, log } = await bookAt(desk);
    expect(purchases?.[0]).toEqual({ ...before, price: 3, net: 30, total: 30, cost: 30, revision: 1 });
    expect(value?.diff).toContainEqual(
      expect.objectContaining({ number: "CK-20260201-0001", column: "cost", old: -36, new: -42 }),
    );
    expect(log?.slice(-4)).toMatchObject([
      { action: "amend", column: "price", before: "2", after: "3", reason: "miscounted" },
      { column: "net", before: "20", after: "30" },
      { column: "total" },
      { column: "revision", before: null, after: "1" },
    ]);
    expect((await verifyBook(desk)).value).toEqual({ ok: true, failures: [] });
  });

  it("comes back to the very figures of before when it is amended back", async () => {
    const desk = await postedDesk();
    const before = await figuresAt(desk);
    await amended(desk, "CK-20260201-0001", [{ line: 1, column: "qty", value: 15 }]);
    expect(await figuresAt(desk)).not.toEqual(before);
    await amended(desk, "CK-20260201-0001", [{ line: 1, column: "qty", value: 12 }]);
    expect(await figuresAt(desk)).toEqual(before);
  });

  it.each([
    [[{ line: 1, column: "qty", value: 1 }], "RK-20260105-0001", "LATER_SHORT"],
    [[{ line: 1, column: "qty", value: 21 }], "CK-20260201-0001", "STOCK_SHORT"],
    [[{ line: 1, column: "item", value: "nut" }], "CK-20260201-0001", "UNKNOWN_CODE"],
    [[{ line: 1, column: "qty", value: "x" }], "CK-20260201-0001", "NOT_A_NUMBER"],
    [[{ line: 1, column: "number", value: "X" }], "CK-20260201-0001", "AMEND_FIXED"],
    [[{ line: 2, column: "qty", value: 1 }], "CK-20260201-0001", "BAD_STEP"],
    [[{ line: 1, column: "quantity", value: 1 }], "CK-20260201-0009", "BAD_STEP"],
  ])("is refused and nothing written for %j of %s: %s", async (set, number, code) => {
    const desk = await postedDesk();
    const before = await bookAt(desk);
    const { value, findings } = await amended(desk, number, set);
    expect({ value, codes: findings.map((found) => found.code) }).toEqual({ value: null, codes: [code] });
    expect(await bookAt(desk)).toEqual(before);
  });
});

describe("amending a document of which a row was copied", () => {
  const copied = async (hasLog: boolean): Promise<Desk> => {
    const { book } = await posted(drafts);
    const { log = [], sales = [], ...rest } = book;
    return deskAt({ ...rest, ...(hasLog ? { log } : {}), sales: [...sales, ...sales] });
  };

  it.each([true, false])(
    "corrects the original, and the copy counts for nothing (log: %s)",
    async (hasLog) => {
      const desk = await copied(hasLog);
      const { value, findings } = await amended(desk, "CK-20260201-0001", [
        { line: 1, column: "qty", value: 11 },
      ]);
      expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(value).toMatchObject({ number: "CK-20260201-0001", changed: 1 });
      const { sales, stockBalances } = await bookAt(desk);
      expect(sales?.map(({ qty }) => qty)).toEqual([11, 12]);
      expect(stockBalances).toMatchObject([{ qty: 9, value: 27 }]);
    },
  );
});
