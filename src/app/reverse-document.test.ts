import {
  cases,
  figuresAt,
  openItemsAt,
  postedOn,
  received,
  reversed,
  startedDesk,
} from "../../test/support/reversal-book";
import { bookAt } from "../../test/support/posted";
import { closePeriod } from "./close-period";
import { enterRows } from "./enter-rows";
import { postDrafts } from "./post-drafts";
import { verifyBook } from "./verify-book";
import { runReport } from "./run-report";
import { voidDocument } from "./void-document";

const moving = cases.map((each) => ["moving-average", ...each] as const);
const stockCases = cases.filter(([, , rows]) => "item" in rows[0]);
const others = ["fifo", "monthly-average"].flatMap((costing) =>
  stockCases.map((each) => [costing, ...each] as const),
);

describe("reversing a posted document", () => {
  it.each([...moving, ...others])(
    "under %s: of a %s of %s nothing is left",
    async (costing, type, ...rows) => {
      const desk = await startedDesk(costing);
      const before = await figuresAt(desk);
      const number = await postedOn(desk, "2026-02-03", rows);
      const { value, findings } = await reversed(desk, number);
      expect(findings).toEqual([]);
      expect(value?.number).toBe(`${type}-20260205-0001`);
      expect(await figuresAt(desk)).toEqual(before);
      expect((await verifyBook(desk)).value).toEqual({ ok: true, failures: [] });
    },
  );

  it.each(["moving-average", "fifo"])(
    "under %s: takes back several changes of one value, of which a later one undid much of an earlier one",
    async (costing) => {
      const desk = await startedDesk(costing);
      const before = await figuresAt(desk);
      const row = { type: "CB", warehouse: "MAIN", item: "bolt" };
      const number = await postedOn(desk, "2026-02-03", [
        "stock",
        [
          { ...row, unitCost: 30 },
          { ...row, unitCost: 1 },
        ],
      ]);
      const { value, findings } = await reversed(desk, number);
      expect(findings).toEqual([]);
      expect(value?.changed).toBe(2);
      expect(await figuresAt(desk)).toEqual(before);
      expect((await verifyBook(desk)).value).toEqual({ ok: true, failures: [] });
    },
  );

  it("leaves nothing returned or invoiced of an order that is delivered and invoiced anew", async () => {
    const desk = await startedDesk();
    const goods = { partner: "C", warehouse: "MAIN", item: "bolt", price: 9 };
    const order = await postedOn(desk, "2026-02-01", ["sales", [{ ...goods, type: "XS", qty: 3 }]]);
    const first = { ...goods, type: "CK", qty: 2, ref: order };
    await reversed(desk, await postedOn(desk, "2026-02-03", ["sales", [first]]));
    const number = await postedOn(desk, "2026-02-06", ["sales", [{ ...first, qty: 3 }]]);
    await postedOn(desk, "2026-02-07", ["sales", [{ ...goods, type: "XF", qty: 3, ref: number }]]);
    const { value } = await runReport(desk, { code: "open-orders", params: { all: true }, sheet: false });
    expect(value?.rows).toMatchObject([{ number: order, executed: 3, returned: 0, invoiced: 3, open: 0 }]);
  });

  it("writes the same rows the other way round, names each original, and tells the log", async () => {
    const desk = await startedDesk();
    const { value } = await reversed(desk, "CK-20260108-0001");
    expect(value).toMatchObject({ number: "CK-20260205-0001", changed: 1 });
    const { sales, log } = await bookAt(desk);
    const own = { partner: "C", item: "bolt", price: 9, rowId: expect.any(String) as string };
    expect(sales).toMatchObject([
      { number: "CK-20260108-0001", status: "reversed", qty: 6, total: 54, cost: 16.97 },
      {
        ...{ ...own, number: "CK-20260205-0001", status: "posted", ref: "CK-20260108-0001/1" },
        ...{ date: "2026-02-05", qty: -6, net: -54, total: -54, cost: -16.97, postedBy: "tester" },
      },
    ]);
    expect(log?.slice(-2)).toMatchObject([
      { action: "reverse", column: "status", before: "posted", after: "reversed", reason: "entered twice" },
      { action: "post", number: "CK-20260205-0001" },
    ]);
  });

  it("tells in its diff what becomes of accounts, of cash alone too", async () => {
    const desk = await startedDesk();
    const dry = { date: "2026-02-05", dryRun: true };
    const payment = (await reversed(desk, "SK-20260109-0001", dry)).value?.diff;
    expect(payment).toContainEqual(expect.objectContaining({ number: "CK-20260108-0001", column: "open" }));
    expect(payment?.filter(({ column }) => column === "balance")).toMatchObject([{ number: "", rowId: "" }]);
    const rows = [{ type: "ZC", account: "BANK", amount: 5 }];
    const number = await postedOn(desk, "2026-02-03", ["payments", rows]);
    const expense = (await reversed(desk, number, dry)).value?.diff ?? [];
    expect(expense).toMatchObject([{ column: "balance", account: "BANK" }]);
    expect(Number(expense[0].new) - Number(expense[0].old)).toBe(5);
  });

  it("makes what was paid for it an advance, from its day on", async () => {
    const desk = await startedDesk();
    await reversed(desk, "CK-20260108-0001");
    expect((await figuresAt(desk)).open).toContainEqual(["SK-20260109-0001", -20]);
    const at = (asOf: string) => openItemsAt(desk, asOf);
    expect(await at("2026-02-04")).toMatchObject([{ number: "CK-20260108-0001", open: 34 }]);
    expect(await at("2026-02-05")).toMatchObject([{ number: "SK-20260109-0001", open: -20 }]);
  });

  it("releases what a payment had settled, from its day on", async () => {
    const desk = await startedDesk();
    await reversed(desk, "SK-20260109-0001");
    expect((await figuresAt(desk)).open).toContainEqual(["CK-20260108-0001", 54]);
    expect(await openItemsAt(desk, "2026-02-04")).toMatchObject([{ number: "CK-20260108-0001", open: 34 }]);
  });

  it("opens an order again, and lets what had been returned go back once more at the same cost", async () => {
    const desk = await startedDesk();
    const back = [
      "sales",
      [{ type: "XT", partner: "C", warehouse: "MAIN", item: "bolt", qty: 6, ref: "CK-20260108-0001" }],
    ] as const;
    const first = await postedOn(desk, "2026-02-03", back);
    await reversed(desk, first);
    await postedOn(desk, "2026-02-06", back);
    const { sales } = await bookAt(desk);
    expect(sales?.map(({ cost }) => cost)).toEqual([16.97, 16.97, -16.97, 16.97]);
    const ordered = await postedOn(desk, "2026-02-07", [
      "sales",
      [{ type: "XS", partner: "C", warehouse: "MAIN", item: "nut", qty: 5, price: 1 }],
    ]);
    const sent = await postedOn(desk, "2026-02-08", [
      "sales",
      [{ type: "CK", partner: "C", warehouse: "MAIN", item: "nut", qty: 5, ref: ordered }],
    ]);
    await reversed(desk, sent, { date: "2026-02-09" });
    expect((await bookAt(desk))["sales"]?.find(({ number }) => number === ordered)).toMatchObject({
      executed: 0,
      open: 5,
    });
    expect((await verifyBook(desk)).value).toEqual({ ok: true, failures: [] });
  });

  it("lets what had arrived lie on its way again, and arrive once more", async () => {
    const desk = await startedDesk();
    const sent = await postedOn(desk, "2026-02-01", [
      "stock",
      [{ type: "DC", warehouse: "MAIN", toWarehouse: "SHOP", item: "bolt", qty: 9 }],
    ]);
    const arrival = ["stock", [{ type: "DR", item: "bolt", qty: 5, ref: sent }]] as const;
    const first = await postedOn(desk, "2026-02-02", arrival);
    const before = await figuresAt(desk);
    await reversed(desk, first);
    await postedOn(desk, "2026-02-06", arrival);
    expect((await figuresAt(desk)).stock).toEqual(before.stock);
    expect((await verifyBook(desk)).value).toEqual({ ok: true, failures: [] });
  });

  it("works for a document of a closed period, and changes no figure of that", async () => {
    const desk = await startedDesk();
    await enterRows(desk, { table: "periods", rows: [{ period: "2026-01" }] });
    expect(
      (await closePeriod(desk, { period: "2026-01", waive: [], reason: "", dryRun: false })).findings,
    ).toEqual([]);
    const diff =
      (await reversed(desk, "CK-20260108-0001", { date: "2026-02-05", dryRun: true })).value?.diff ?? [];
    expect(diff.filter(({ period }) => period !== undefined)).toMatchObject([
      { column: "profit", period: "2026-02", old: 0, new: -37.03 },
      { column: "closingStock", period: "2026-02" },
    ]);
    expect(await reversed(desk, "CK-20260108-0001", { date: "2026-01-31" })).toMatchObject({
      value: null,
      findings: [{ code: "PERIOD_CLOSED" }],
    });
    expect((await reversed(desk, "CK-20260108-0001")).findings).toEqual([]);
    expect((await verifyBook(desk)).value).toEqual({ ok: true, failures: [] });
  });

  it("writes nothing in a dry run, and nothing where it is refused", async () => {
    const desk = await startedDesk();
    const ct = [
      "purchases",
      [{ type: "CT", partner: "S", warehouse: "MAIN", item: "bolt", qty: 1, ref: "RK-20260106-0001" }],
    ] as const;
    const returned = await postedOn(desk, "2026-02-03", ct);
    const before = await bookAt(desk);
    expect((await reversed(desk, returned, { date: "", dryRun: true })).value?.number).toBe(
      "CT-20261231-0001",
    );
    const refusals = [
      [await reversed(desk, "RK-20260106-0001"), "REFERRED_TO"],
      [await reversed(desk, returned, { date: "2026-02-02" }), "OUT_OF_RANGE"],
      [await reversed(desk, returned, { date: "soon" }), "BAD_STEP"],
      [await reversed(desk, "CK-1"), "BAD_STEP"],
    ] as const;
    for (const [{ value, findings }, code] of refusals)
      expect([value, findings[0]?.code]).toEqual([null, code]);
    expect(await bookAt(desk)).toEqual(before);
  });

  it("is refused where a later moment would run short, naming it", async () => {
    const desk = await startedDesk();
    await postedOn(desk, "2026-02-10", [
      "sales",
      [{ type: "CK", partner: "C", warehouse: "MAIN", item: "bolt", qty: 8, price: 9 }],
    ]);
    expect((await reversed(desk, "RK-20260106-0001")).findings).toMatchObject([
      { code: "LATER_SHORT", facts: { number: "CK-20260210-0001" } },
    ]);
    expect((await reversed(desk, "RK-20260106-0001", { date: "2026-02-11" })).findings).toMatchObject([
      { code: "STOCK_SHORT" },
    ]);
  });

  it("is refused a second time, and what reverses stays as it is", async () => {
    const desk = await startedDesk();
    await reversed(desk, "CK-20260108-0001");
    expect((await reversed(desk, "CK-20260108-0001")).findings).toMatchObject([{ code: "ALREADY_REVERSED" }]);
    expect((await reversed(desk, "CK-20260205-0001")).findings).toMatchObject([{ code: "IS_REVERSAL" }]);
    const voiding = { number: "CK-20260205-0001", reason: "", dryRun: false };
    expect((await voidDocument(desk, voiding)).findings).toMatchObject([{ code: "IS_REVERSAL" }]);
    const back = {
      type: "XT",
      partner: "C",
      warehouse: "MAIN",
      item: "bolt",
      qty: 1,
      price: 9,
      ref: "CK-20260205-0001",
    };
    await enterRows(desk, { table: "sales", rows: [{ ...back, date: "2026-02-06" }] });
    const { value } = await postDrafts(desk, { only: null, dryRun: false });
    expect(value?.refused[0].findings).toMatchObject([{ code: "UNKNOWN_REF", facts: { why: "reversed" } }]);
  });

  it("takes pieces back by their serial numbers, unless one is there already", async () => {
    const desk = await startedDesk();
    const lamp = { warehouse: "MAIN", item: "lamp", serial: "L1;L2", qty: 2 };
    await postedOn(desk, "2026-02-01", ["purchases", [{ ...received, ...lamp, price: 5 }]]);
    const sold = await postedOn(desk, "2026-02-02", [
      "sales",
      [{ type: "CK", partner: "C", ...lamp, price: 9 }],
    ]);
    await postedOn(desk, "2026-02-03", ["stock", [{ type: "QR", ...lamp, serial: "L2", qty: 1, value: 1 }]]);
    expect((await reversed(desk, sold)).findings).toMatchObject([
      { code: "SERIAL_THERE", facts: { serial: "L2" } },
    ]);
  });
});
