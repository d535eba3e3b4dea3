import type { JsonBook, Row } from "../../../test/oracle/oracle-book";
import { bookAt, deskAt, figuresOf, posted } from "../../../test/support/posted";
import { closePeriod } from "../../app/close-period";
import { enterRows } from "../../app/enter-rows";
import { finishOrder } from "../../app/finish-order";
import { postDrafts } from "../../app/post-drafts";

const header = { partner: "P", warehouse: "W", item: "bolt" };

/** In January 10 come at 2.00 and 6 are sold; of gear 2 leave of which none are there; a job makes 4 nuts. */
const drafts: JsonBook = {
  settings: [{ key: "negativeStock", value: "allow" }],
  items: [{ code: "bolt" }, { code: "gear", purchasePrice: 5 }, { code: "nut", standardCost: 3 }],
  warehouses: [{ code: "W" }],
  partners: [{ code: "P", kind: "both" }],
  purchases: [{ ...header, type: "RK", draft: "1", rowId: "R1", date: "2026-01-05", qty: 10, price: 2 }],
  sales: [
    { ...header, type: "CK", draft: "2", date: "2026-01-20", qty: 6, price: 9 },
    { ...header, type: "CK", draft: "3", date: "2026-01-21", item: "gear", qty: 2, price: 9 },
    { ...header, type: "CK", draft: "4", date: "2026-01-25", item: "nut", qty: 1, price: 9 },
  ],
  stock: [
    { type: "LL", draft: "5", date: "2026-01-22", warehouse: "W", job: "J", role: "cost", value: 20 },
    { type: "CP", draft: "6", date: "2026-01-23", warehouse: "W", job: "J", item: "nut", qty: 4 },
  ],
};

const freight = { type: "FT", date: "2026-02-03", partner: "P", ref: "R1", net: 5 };
const gears = { ...header, type: "RK", date: "2026-02-05", item: "gear", qty: 3, price: 7 };
const price = { ...header, type: "CF", date: "2026-02-04", ref: "R1", qty: 10, price: 2.5 };

/** January is closed; then come freight, a price, what covers the gears, and the job's cost. */
async function acrossClose() {
  const desk = deskAt(drafts);
  const post = async () => (await postDrafts(desk, { only: null, dryRun: false })).value?.refused;
  expect(await post()).toEqual([]);
  const closing = { period: "2026-01", waive: ["shortages"], reason: "on its way", dryRun: false };
  expect((await closePeriod(desk, closing)).value?.ok).toBe(true);
  for (const row of [freight, price, gears]) await enterRows(desk, { table: "purchases", rows: [row] });
  const preview = await postDrafts(desk, { only: null, dryRun: true });
  expect(await post()).toEqual([]);
  expect((await finishOrder(desk, { of: "J", reason: "" })).value?.changed).toBe(1);
  const { report, failures } = await figuresOf(await bookAt(desk));
  expect(failures).toEqual([]);
  return { report, diff: preview.value?.diff };
}

describe("gross profit", () => {
  it("bears what came too late for a closed month in the month in which it was booked, item by item", async () => {
    const { report } = await acrossClose();
    expect(report("gross-profit", {})).toEqual([
      { period: "2026-01", item: "bolt", qty: 6, net: 54, cost: 12, difference: 0, margin: 42 },
      { period: "2026-01", item: "gear", qty: 2, net: 18, cost: 10, difference: 0, margin: 8 },
      { period: "2026-01", item: "nut", qty: 1, net: 9, cost: 3, difference: 0, margin: 6 },
      { period: "2026-02", item: "bolt", qty: 0, net: 0, cost: 0, difference: 6, margin: -6 },
      { period: "2026-02", item: "gear", qty: 0, net: 0, cost: 0, difference: 4, margin: -4 },
      { period: "2026-12", item: "nut", qty: 0, net: 0, cost: 0, difference: 2, margin: -2 },
    ]);
    expect(report("gross-profit", { item: "nut", from: "2026-02-01" })).toMatchObject([{ margin: -2 }]);
  });

  it("has every difference with its cause and what it is about", async () => {
    const { report } = await acrossClose();
    const rows = report("cost-differences", {});
    expect(
      rows.map(({ date, type, item, cause, origin, amount }) => [date, type, item, cause, origin, amount]),
    ).toEqual([
      ["2026-02-03", "FT", "bolt", "landed", "RK-20260105-0001", 3],
      ["2026-02-04", "CF", "bolt", "price", "RK-20260105-0001", 3],
      ["2026-02-05", "RK", "gear", "shortage", null, 4],
      ["2026-12-31", "CB", "nut", "made", "CP-20260123-0001", 2],
    ]);
  });

  it("ties: what was bought, sold and differs comes to what is left", async () => {
    const { report } = await acrossClose();
    const sum = (code: string, column: string): number =>
      report(code, {}).reduce((all, row) => all + Number(row[column]), 0);
    // 20.00 + 5.00 + 5.00 of bolts, 21.00 of gears, 20.00 of the job
    const spent = 71;
    const sold = sum("gross-profit", "cost") + sum("gross-profit", "difference");
    expect(sum("stock-on-hand", "value")).toBe(spent - sold);
    expect(sum("cost-differences", "amount")).toBe(sum("gross-profit", "difference"));
  });

  it("bears what goods cost that a supplier took back beyond what is credited for them", async () => {
    const back = { ...header, type: "CT", date: "2026-01-08", ref: "R1" };
    const book = { ...drafts, sales: [], stock: [] };
    const purchases = [...(drafts["purchases"] ?? []), { ...back, draft: "9", qty: 4, price: 1.5 }];
    const { report, failures } = await figuresOf((await posted({ ...book, purchases })).book);
    expect(failures).toEqual([]);
    expect(report("cost-differences", {})).toMatchObject([
      { date: "2026-01-08", type: "CT", cause: "returned", origin: "RK-20260105-0001", amount: 2 },
    ]);
    expect(report("gross-profit", {})).toMatchObject([
      { period: "2026-01", item: "bolt", difference: 2, margin: -2 },
    ]);
  });

  it("is told by a dry run for the month in which the difference is booked", async () => {
    const { diff } = await acrossClose();
    const months = diff?.filter(({ column }) => column === "profit") ?? [];
    expect(months).toMatchObject([{ period: "2026-02", old: 0, new: -10 }]);
  });

  it("is compared by every method with the same differences", async () => {
    const { report } = await acrossClose();
    const [bolt, gear] = report("costing-compare", { from: "2026-02-01" });
    expect(bolt).toMatchObject({
      "moving-average|cogs": 0,
      "moving-average|difference": 6,
      "fifo|difference": 6,
    });
    expect(gear).toMatchObject({ "fifo|cogs": 0, "fifo|difference": 4 });
  });
});

describe("what takes more off goods than they cost", () => {
  const came = { ...header, type: "RK", draft: "1", rowId: "R1", date: "2026-01-05", qty: 10, price: 4 };
  const freight = { type: "FT", partner: "P", ref: "R1", net: -100 };
  const allowance = { ...header, type: "CF", ref: "R1", qty: 0, total: -50 };

  const given = { items: [{ code: "bolt" }], warehouses: [{ code: "W" }], partners: drafts["partners"] };

  async function told(desk: ReturnType<typeof deskAt>) {
    const { report, failures } = await figuresOf(await bookAt(desk));
    expect(failures).toEqual([]);
    return {
      left: report("stock-on-hand", {}).map(({ value }) => value),
      differences: report("cost-differences", {}).map(({ date, type, cause, amount }) =>
        [date, type, cause, amount].join(" "),
      ),
      profit: report("gross-profit", {}).map(({ period, difference }) => [period, difference].join(" ")),
      landed: report("landed-cost", {}).map(({ share, onStock, sold }) => [share, onStock, sold].join(" ")),
    };
  }

  it.each([
    [freight, "FT landed -60", ["-100 -40 -60"]],
    [allowance, "CF price -10", []],
  ])("is a difference in cost of the receipt's month: %j", async (row, difference, landed) => {
    const purchases = [came, { ...row, draft: "2", date: "2026-02-03" }];
    const desk = deskAt({ ...given, purchases });
    await postDrafts(desk, { only: null, dryRun: false });
    const [type, cause, amount] = difference.split(" ");
    expect(await told(desk)).toEqual({
      left: [0],
      differences: [["2026-01-05", type, cause, amount].join(" ")],
      profit: [`2026-01 ${amount}`],
      landed,
    });
  });

  it("is one of its own day where the receipt's month is closed, and lowers no other goods", async () => {
    const others = { ...came, draft: "2", rowId: "R2", date: "2026-01-06", price: 60 };
    const desk = deskAt({ ...given, purchases: [came, others] });
    await postDrafts(desk, { only: null, dryRun: false });
    const closing = { period: "2026-01", waive: [], reason: "", dryRun: false };
    expect((await closePeriod(desk, closing)).value?.ok).toBe(true);
    await enterRows(desk, { table: "purchases", rows: [{ ...freight, date: "2026-02-03" }] });
    await enterRows(desk, { table: "purchases", rows: [{ ...freight, date: "2026-02-04", net: 80 }] });
    await postDrafts(desk, { only: null, dryRun: false });
    expect(await told(desk)).toEqual({
      left: [620],
      differences: ["2026-02-03 FT landed -60", "2026-02-04 FT landed 60"],
      profit: ["2026-02 0"],
      landed: ["-100 -40 -60", "80 20 60"],
    });
  });
});

describe("goods that a supplier takes back once their price has come too late", () => {
  const bolts = { ...header, partner: "P" };
  const came = { ...bolts, type: "RK", draft: "1", rowId: "R1", date: "2026-01-05", qty: 10, price: 4 };
  const others = { ...bolts, type: "RK", draft: "2", rowId: "R2", date: "2026-01-06", qty: 10, price: 6 };
  const billed = { ...bolts, type: "CF", date: "2026-02-04", ref: "R1", qty: 10, price: 5 };
  const back = (qty: number, price: number): Row => ({
    ...{ ...bolts, type: "CT", date: "2026-02-10", ref: "R1", qty, price },
  });

  /** January closed with what came then; what comes in February after that. */
  async function returned(costing: string, january: readonly Row[], february: readonly Row[]) {
    const settings = [{ key: "costing", value: costing }];
    const desk = deskAt({
      ...drafts,
      settings,
      items: [{ code: "bolt" }],
      sales: [],
      stock: [],
      purchases: january,
    });
    expect((await postDrafts(desk, { only: null, dryRun: false })).value?.refused).toEqual([]);
    const closing = { period: "2026-01", waive: [], reason: "", dryRun: false };
    expect((await closePeriod(desk, closing)).value?.ok).toBe(true);
    for (const row of february) await enterRows(desk, { table: "purchases", rows: [row] });
    expect((await postDrafts(desk, { only: null, dryRun: false })).value?.refused).toEqual([]);
    const { report, failures } = await figuresOf(await bookAt(desk));
    expect(failures).toEqual([]);
    return {
      left: report("stock-on-hand", {}).flatMap(({ qty, value }) => [qty, value]),
      differences: report("cost-differences", {}).map(({ cause, amount }) => [cause, amount]),
    };
  }

  it.each(["moving-average", "monthly-average", "fifo"])(
    "go at what they cost by now, and what stays costs what it did: %s",
    async (costing) => {
      // 10 at 4.00 that cost 5.00 by February, and 10 at 6.00: 4 go back at 5.00
      expect(await returned(costing, [came, others], [billed, back(4, 5)])).toEqual({
        left: [16, 90],
        differences: [],
      });
      // all of them go back
      expect(await returned(costing, [came, others], [billed, back(3, 5), back(7, 5)])).toEqual({
        left: [10, 60],
        differences: [],
      });
    },
  );

  it("go at what they cost with late freight, which no supplier of the goods credits", async () => {
    const charged = { type: "FT", date: "2026-02-03", partner: "P", ref: "R1", net: 5 };
    // 1.00 for the price, 0.50 for the freight
    expect(await returned("moving-average", [came, others], [charged, billed, back(4, 5)])).toEqual({
      left: [16, 93],
      differences: [["returned", 2]],
    });
  });

  it("go at what was known of them where the price comes after they went", async () => {
    const early = { ...back(4, 4), date: "2026-02-02" };
    // 6 of the 10 are there by then: they take 6.00 of the 10.00
    expect(await returned("moving-average", [came, others], [early, billed])).toEqual({
      left: [16, 90],
      differences: [["price", 4]],
    });
  });
});
