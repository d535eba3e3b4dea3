import { bookAt, deskAt, figuresOf } from "../../test/support/posted";
import type { JsonBook } from "../../test/oracle/oracle-book";
import { closePeriod } from "./close-period";
import { finishOrder } from "./finish-order";
import { postDrafts } from "./post-drafts";
import { recompute } from "./recompute";
import { verifyBook } from "./verify-book";

const order = { type: "XS", date: "2026-01-02", partner: "C", warehouse: "W", item: "A", price: 9 };
const drafts: JsonBook = {
  items: [{ code: "A" }, { code: "B" }],
  warehouses: [{ code: "W" }],
  partners: [{ code: "C", kind: "customer" }],
  stock: [{ type: "KZ", date: "2026-01-01", warehouse: "W", item: "A", qty: 100, value: 400 }],
  sales: [
    { ...order, draft: "1", rowId: "X1", qty: 30 },
    { ...order, draft: "1", rowId: "X2", qty: 20 },
    { ...order, type: "CK", draft: "2", rowId: "K1", date: "2026-01-03", qty: 35, ref: "X1;X2" },
  ],
};

const XS = "XS-20260102-0001";

async function postedDesk() {
  const desk = deskAt(drafts);
  const { findings } = await postDrafts(desk, { only: null, dryRun: false });
  expect(findings).toEqual([]);
  return desk;
}

async function shown(desk: Awaited<ReturnType<typeof postedDesk>>) {
  const book = await bookAt(desk);
  const rows = (book["sales"] ?? []).slice(0, 2).map((row) => [row["status"], row["executed"], row["open"]]);
  return { rows, reserved: book["stockBalances"]?.[0]["reserved"] };
}

describe("an order", () => {
  it("holds back what is open of it, oldest line first", async () => {
    expect(await shown(await postedDesk())).toEqual({
      rows: [
        ["posted", 30, 0],
        ["posted", 5, 15],
      ],
      reserved: 15,
    });
  });

  it("finished by hand holds back nothing, takes no more, is told in the log and proves itself", async () => {
    const desk = await postedDesk();
    expect(await finishOrder(desk, { of: `${XS}/2`, reason: "not wanted" })).toEqual({
      value: { changed: 1 },
      findings: [],
    });
    expect(await shown(desk)).toEqual({
      rows: [
        ["posted", 30, 0],
        ["closed", 5, 0],
      ],
      reserved: 0,
    });
    expect((await finishOrder(desk, { of: XS, reason: "" })).value).toEqual({ changed: 1 });
    expect((await finishOrder(desk, { of: XS, reason: "" })).value).toEqual({ changed: 0 });
    const book = await bookAt(desk);
    expect(book["log"]?.filter(({ action }) => action === "finish")).toMatchObject([
      { rowId: "X2", column: "status", before: "posted", after: "closed", reason: "not wanted" },
      { rowId: "X1", column: "status", before: "posted", after: "closed" },
    ]);
    expect((await verifyBook(desk)).value).toEqual({ ok: true, failures: [] });
    expect((await recompute(desk)).value?.changed).toBeDefined();
    expect((await figuresOf(await bookAt(desk))).failures).toEqual([]);
    const late = { ...order, type: "CK", date: "2026-01-04", qty: 1, ref: XS };
    const again = deskAt({ ...book, sales: [...(book["sales"] ?? []), late] });
    const { value } = await postDrafts(again, { only: null, dryRun: false });
    expect(value?.refused[0].findings).toMatchObject([{ code: "UNKNOWN_REF", facts: { why: "closed" } }]);
  });

  it("is no delivery, and must be there", async () => {
    const desk = await postedDesk();
    for (const which of ["CK-20260103-0001", `${XS}/9`, "XS-1"]) {
      const { value, findings } = await finishOrder(desk, { of: which, reason: "" });
      expect(value).toBeNull();
      expect(findings).toMatchObject([{ code: "BAD_STEP", facts: { what: `number ${which}` } }]);
    }
  });
});

describe("what rows show", () => {
  it("is brought up to date by recompute where somebody typed over it", async () => {
    const desk = await postedDesk();
    const book = await bookAt(desk);
    const sales = (book["sales"] ?? []).map((row) => ({ ...row, open: 7, cost: null }));
    const typedOver = deskAt({ ...book, sales });
    expect((await recompute(typedOver)).value?.changed).toBeGreaterThan(3);
    expect((await bookAt(typedOver))["sales"]).toEqual(book["sales"]);
  });
});

describe("a production job", () => {
  const stock = { warehouse: "W", job: "J1" };
  const production: JsonBook = {
    items: [{ code: "A" }, { code: "B", standardCost: 7 }],
    warehouses: [{ code: "W" }],
    stock: [
      { type: "KZ", rowId: "K1", date: "2026-01-01", warehouse: "W", item: "A", qty: 100, value: 400 },
      { ...stock, type: "LL", rowId: "L1", draft: "2", date: "2026-01-02", item: "A", qty: 5 },
      { ...stock, type: "LL", rowId: "L2", draft: "2", date: "2026-01-02", role: "cost", value: 3.01 },
      { ...stock, type: "CP", rowId: "P1", draft: "3", date: "2026-01-03", item: "B", qty: 2 },
      { type: "QC", rowId: "Q1", draft: "4", date: "2026-01-04", warehouse: "W", item: "B", qty: 1 },
      { ...stock, type: "LL", rowId: "L3", draft: "5", date: "2026-01-05", item: "A", qty: 1 },
      { ...stock, type: "CP", rowId: "P2", draft: "6", date: "2026-01-06", item: "B", qty: 1 },
    ],
  };

  async function made() {
    const desk = deskAt(production);
    expect((await postDrafts(desk, { only: null, dryRun: false })).value?.refused).toEqual([]);
    return desk;
  }

  async function costs(desk: Awaited<ReturnType<typeof made>>, rowIds: readonly string[]) {
    const { ledgers, failures } = await figuresOf(await bookAt(desk));
    expect(failures).toEqual([]);
    const { stock: moved, costed, book } = ledgers;
    return rowIds.map((rowId) => {
      const line = book.lines.rowId.indexOf(rowId);
      return moved.line.subarray(0, moved.moves.count).reduce((sum, of, move) => {
        return of === line ? sum + costed.value[move] : sum;
      }, 0);
    });
  }

  it("carries the standard cost until it is finished, then all that went into it by quantity", async () => {
    const desk = await made();
    expect(await costs(desk, ["P1", "Q1", "P2"])).toEqual([1400, -700, 700]);
    const { value } = await finishOrder(desk, { of: "J1", reason: "done" });
    expect(value).toEqual({ changed: 2 });
    expect(await costs(desk, ["L1", "L3", "P1", "Q1", "P2"])).toEqual([-2000, -400, 1801, -901, 900]);
  });

  it("is not finished where that would change what a closed period came to", async () => {
    const desk = await made();
    const closing = { period: "2026-01", waive: [], reason: "", dryRun: false };
    expect((await closePeriod(desk, closing)).value?.ok).toBe(true);
    const { value, findings } = await finishOrder(desk, { of: "J1", reason: "" });
    expect(value).toBeNull();
    expect(findings).toMatchObject([{ code: "PERIOD_CLOSED", facts: { period: "2026-01" } }]);
    expect(await costs(desk, ["P1", "P2"])).toEqual([1400, 700]);
  });

  it("takes nothing more once it is finished, and cannot be finished before it made anything", async () => {
    const desk = await made();
    await finishOrder(desk, { of: "J1", reason: "" });
    const book = await bookAt(desk);
    const late = { ...stock, type: "LL", draft: "9", date: "2026-01-09", item: "A", qty: 1 };
    const again = deskAt({ ...book, stock: [...(book["stock"] ?? []), late] });
    const { value } = await postDrafts(again, { only: null, dryRun: false });
    expect(value?.refused[0].findings).toMatchObject([{ code: "JOB_CLOSED", facts: { job: "J1" } }]);
    const issued = (production["stock"] ?? []).slice(0, 3);
    const early = deskAt({ ...production, stock: issued });
    await postDrafts(early, { only: null, dryRun: false });
    const { findings } = await finishOrder(early, { of: "J1", reason: "" });
    expect(findings).toMatchObject([{ code: "BAD_STEP", facts: { what: "job J1", expected: "made" } }]);
  });
});
