import type { JsonBook, Row } from "../../../../test/oracle/oracle-book";
import { bookAt, deskAt, figuresOf } from "../../../../test/support/posted";
import { closePeriod } from "../../../app/close-period";
import { enterRows } from "../../../app/enter-rows";
import { postDrafts } from "../../../app/post-drafts";
import { reverseDocument } from "../../../app/reverse-document";

const goods = { partner: "C", item: "bolt" };

/** 20 bolts at 4.00 are there from January 1 on. */
const book: JsonBook = {
  items: [{ code: "bolt" }, { code: "ride", kind: "service" }],
  warehouses: [{ code: "W" }],
  partners: [
    { code: "S", kind: "supplier" },
    { code: "C", kind: "customer" },
  ],
  settings: [{ key: "warehouse", value: "W" }],
  purchases: [{ type: "RK", draft: "1", date: "2026-01-01", partner: "S", item: "bolt", qty: 20, price: 4 }],
};

const CK = (date: string, more: Row = {}): Row => ({
  ...goods,
  type: "CK",
  date,
  qty: 10,
  price: 9,
  ...more,
});
const XF = (date: string, more: Row = {}): Row => ({
  ...goods,
  type: "XF",
  date,
  qty: 10,
  price: 10,
  ...more,
});

type Desk = ReturnType<typeof deskAt>;

/** Posts rows of sales one after the other, each a document. */
async function sell(desk: Desk, rows: readonly Row[]): Promise<void> {
  for (const row of rows) {
    await enterRows(desk, { table: "sales", rows: [row] });
    const { value } = await postDrafts(desk, { only: null, dryRun: false });
    expect(value?.refused).toEqual([]);
  }
}

async function sold(rows: readonly Row[], settings: readonly Row[] = []) {
  const desk = deskAt({ ...book, settings: [...(book["settings"] ?? []), ...settings] });
  await sell(desk, rows);
  return desk;
}

async function profits(desk: Desk) {
  const { report, failures } = await figuresOf(await bookAt(desk));
  expect(failures).toEqual([]);
  return report("gross-profit").map(({ period, item, net, margin }) => [period, item, net, margin]);
}

const number = "CK-20260102-0001";
const allowance = { qty: 0, price: null, total: -20, ref: number };

describe("what sales invoices say", () => {
  it.each(["delivery", "invoice"])(
    "is what was sold, allowances too, where debts arise on %s",
    async (on) => {
      const desk = await sold(
        [CK("2026-01-02"), XF("2026-01-03", { ref: number })],
        [{ key: "receivableOn", value: on }],
      );
      await enterRows(desk, { table: "sales", rows: [XF("2026-01-04", allowance)] });
      const preview = await postDrafts(desk, { only: null, dryRun: true });
      expect(preview.value?.diff?.filter(({ column }) => column === "profit")).toMatchObject([
        { period: "2026-01", old: 60, new: 40 },
      ]);
      await postDrafts(desk, { only: null, dryRun: false });
      expect(await profits(desk)).toEqual([["2026-01", "bolt", 80, 40]]);
      const { report } = await figuresOf(await bookAt(desk));
      const pivot = report("sales-pivot", { rows: "number", measure: "net,margin" });
      expect(pivot.map((row) => [row["number"], row["*|net"], row["*|margin"]])).toEqual([
        [number, 90, 50],
        ["XF-20260103-0001", 10, 10],
        ["XF-20260104-0001", -20, -20],
        [null, 80, 40],
      ]);
      const open = report("open-items", { side: "receivable" });
      expect(open.reduce((sum, row) => sum + Number(row["open"]), 0)).toBe(80);
    },
  );

  it("counts by the day of the invoice: a closed month keeps what was sold in it", async () => {
    const desk = await sold([CK("2026-01-02")]);
    const closing = { period: "2026-01", waive: [], reason: "", dryRun: false };
    expect((await closePeriod(desk, closing)).value?.ok).toBe(true);
    await sell(desk, [XF("2026-02-03", { ref: number })]);
    expect(await profits(desk)).toEqual([
      ["2026-01", "bolt", 90, 50],
      ["2026-02", "bolt", 10, 10],
    ]);
  });

  it("counts from the day on which the goods went where the invoice was dated before it", async () => {
    const desk = await sold([CK("2026-02-02"), XF("2026-01-31", { ref: "CK-20260202-0001" })]);
    expect(await profits(desk)).toEqual([["2026-02", "bolt", 100, 60]]);
    const { report } = await figuresOf(await bookAt(desk));
    const asked = { rows: "month", from: "2026-02-01" };
    expect(report("sales-pivot", asked).map((row) => [row["month"], row["*|net"]])).toEqual([
      ["2026-02", 100],
      [null, 100],
    ]);
  });

  it("tells its tax with it", async () => {
    const desk = await sold([
      CK("2026-01-02", { taxRate: 13 }),
      XF("2026-01-03", { taxRate: 13, ref: number, qty: 4 }),
    ]);
    // 4 of 101.70 for 113.00: 45.20 in the place of 40.68
    const { report } = await figuresOf(await bookAt(desk));
    const [row] = report("sales-pivot", { measure: "net,total" });
    expect([row["*|net"], row["*|total"]]).toEqual([94, 106.22]);
  });

  it("without a reference is a sale of its own", async () => {
    const desk = await sold([XF("2026-01-03", { item: "ride", qty: 2, price: 30 })]);
    expect(await profits(desk)).toEqual([["2026-01", "ride", 60, 60]]);
  });

  it("changes nothing where it says what was delivered, and nothing is left of one that is reversed", async () => {
    const again = "XF-20260104-0001";
    const desk = await sold([
      CK("2026-01-02", { qty: 3, price: null, total: 10 }),
      XF("2026-01-03", { qty: 1, price: null, ref: number }),
      XF("2026-01-04", { qty: 2, price: 7, ref: number }),
    ]);
    expect(await profits(desk)).toEqual([["2026-01", "bolt", 17.33, 5.33]]);
    const reversal = { number: again, date: "2026-01-05", reason: "", dryRun: false };
    expect((await reverseDocument(desk, reversal)).value).not.toBeNull();
    expect(await profits(desk)).toEqual([["2026-01", "bolt", 10, -2]]);
  });

  it("is one price for every piece of several deliveries, and stands where their goods were sold", async () => {
    const desk = await sold([
      CK("2026-01-02", { qty: 10, price: 20, salesperson: "Ann" }),
      CK("2026-01-02", { qty: 5, price: 10, salesperson: "Bob" }),
      XF("2026-01-03", { qty: 15, price: 18, ref: `${number};CK-20260102-0002` }),
    ]);
    const { report } = await figuresOf(await bookAt(desk));
    const by = (rows: string, more = {}) =>
      report("sales-pivot", { rows, ...more }).map((row) => [row[rows], row["*|net"]]);
    expect(by("salesperson")).toEqual([
      ["Ann", 180],
      ["Bob", 90],
      [null, 270],
    ]);
    expect(by("salesperson", { filter: "salesperson=Ann" })).toEqual([
      ["Ann", 180],
      [null, 180],
    ]);
    expect(by("type")).toEqual([
      ["CK", 250],
      ["XF", 20],
      [null, 270],
    ]);
    expect(by("type", { types: "XF" })).toEqual([
      ["XF", 270],
      [null, 270],
    ]);
    const open = report("open-items", { side: "receivable" });
    expect(open.map((row) => row["open"])).toEqual([180, 90]);
  });
});
