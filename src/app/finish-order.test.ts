import { bookAt, deskAt, figuresOf } from "../../test/support/posted";
import type { JsonBook } from "../../test/oracle/oracle-book";
import { finishOrder } from "./finish-order";
import { postDrafts } from "./post-drafts";
import { recompute } from "./recompute";
import { reopenOrder } from "./reopen-order";
import { verifyBook } from "./verify-book";
import { voidDocument } from "./void-document";

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

  it("finished by hand and opened again holds back what is open of it, and takes more", async () => {
    const desk = await postedDesk();
    await finishOrder(desk, { of: `${XS}/2`, reason: "not wanted" });
    expect(await reopenOrder(desk, { of: XS, reason: "wanted after all" })).toEqual({
      value: { changed: 1 },
      findings: [],
    });
    expect(await shown(desk)).toEqual(await shown(await postedDesk()));
    expect((await bookAt(desk))["log"]?.at(-1)).toMatchObject({ before: "closed", after: "posted" });
    expect((await verifyBook(desk)).value).toEqual({ ok: true, failures: [] });
  });

  it("shows in the answer of a document made void how much of it is executed by then", async () => {
    const desk = await postedDesk();
    const { value } = await voidDocument(desk, { number: "CK-20260103-0001", reason: "", dryRun: true });
    expect(value?.diff.filter(({ column }) => column === "executed")).toEqual([
      { number: XS, rowId: "X1", column: "executed", old: 30, new: 0 },
      { number: XS, rowId: "X2", column: "executed", old: 5, new: 0 },
    ]);
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
