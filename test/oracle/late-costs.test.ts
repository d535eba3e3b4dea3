import { oracleFigures } from "./figures";
import type { Row } from "./oracle-book";
import { postedBook } from "./posted-book";
import type { PostedRows } from "./posted-book";

const received = {
  type: "RK",
  date: "2026-01-05",
  number: "RK-1",
  rowId: "rk",
  qty: 10,
  net: 100,
  total: 100,
};
const sold = { type: "CK", date: "2026-01-10", rowId: "ck", partner: "C1", qty: 4, total: 90 };
const freight = { type: "FT", date: "2026-02-10", rowId: "ft", item: "", net: 10, total: 10, ref: "RK-1" };

function values(rows: PostedRows, periods: readonly Row[] = []): readonly string[] {
  const { stockLedger } = oracleFigures({ ...postedBook(rows), periods }, "2026-12-31");
  return stockLedger.map(({ rowId, value }) => `${rowId} ${value}`);
}

const remaining = { landedCost: "remaining" };
const january = {
  period: "2026-01",
  from: "2026-01-01",
  to: "2026-01-31",
  state: "closed",
  closedAt: "2026-02-01",
};

describe("freight that comes too late", () => {
  it("adds to what is still there of its receipt, and to nothing else (DOMAIN §5.10)", () => {
    const rows = { purchases: [received, freight], sales: [sold] };
    expect(values(rows)).toEqual(["rk 110", "ck -44"]);
    expect(values({ ...rows, settings: remaining })).toEqual(["rk 100", "ck -40", "ft 6"]);
  });

  it("leaves a closed month as it was, where it is posted after the close (§0.6)", () => {
    const early = { purchases: [received, { ...freight, postedAt: "2026-01-31" }], sales: [sold] };
    const late = { purchases: [received, { ...freight, postedAt: "2026-02-10" }], sales: [sold] };
    expect(values(early, [january])).toEqual(["rk 110", "ck -44"]);
    expect(values(late, [january])).toEqual(["rk 100", "ck -40", "ft 6"]);
  });

  it("follows its goods to another warehouse and into what they were made into", () => {
    const items = [{ code: "bolt" }, { code: "kit" }];
    const stock = [
      { type: "DB", date: "2026-01-06", rowId: "db", qty: 5, toWarehouse: "SHOP" },
      { type: "ZX", date: "2026-01-07", number: "ZX-1", rowId: "kit", role: "product", item: "kit", qty: 1 },
      { type: "ZX", date: "2026-01-07", number: "ZX-1", rowId: "z2", line: 2, role: "component", qty: 3 },
      { type: "QC", date: "2026-03-01", rowId: "out", item: "kit", qty: 1 },
    ];
    const rows = { settings: remaining, items, purchases: [received, freight], stock };
    expect(values(rows)).toContain("ft 10");
    expect(values(rows)).toContain("out -33");
  });

  it("is shared over layers of one warehouse by the goods of the receipt in each", () => {
    const stock = [
      { type: "DB", date: "2026-01-06", qty: 4, toWarehouse: "SHOP" },
      { type: "DB", date: "2026-01-07", warehouse: "SHOP", qty: 4, toWarehouse: "MAIN" },
      { type: "QC", date: "2026-03-01", rowId: "out", qty: 6 },
    ];
    const rows = {
      settings: remaining,
      items: [{ code: "bolt", costing: "fifo" }],
      purchases: [received, freight],
    };
    expect(values({ ...rows, stock })).toContain("out -66");
  });
});

describe("another price", () => {
  it("on the invoice of goods of a closed month adds its difference to what is still there (§4, §5.10)", () => {
    const invoice = {
      type: "CF",
      date: "2026-02-10",
      rowId: "cf",
      qty: 10,
      net: 120,
      total: 120,
      ref: "RK-1",
    };
    const purchases = [received, { ...invoice, postedAt: "2026-02-10" }];
    expect(values({ purchases, sales: [sold] }, [january])).toEqual(["rk 100", "ck -40", "cf 12"]);
  });
});

describe("a shortage of a closed month", () => {
  it("keeps its cost; what covers it bears the difference (§5.9)", () => {
    const short = { ...sold, qty: 5 };
    const cover = {
      ...received,
      date: "2026-02-05",
      rowId: "late",
      qty: 10,
      net: 70,
      total: 70,
      postedAt: "2026-02-05",
    };
    const first = { ...received, qty: 2, net: 12, total: 12 };
    const rows = { settings: { negativeStock: "allow" }, purchases: [first, cover], sales: [short] };
    expect(values(rows)).toEqual(["rk 12", "ck -33", "late 70"]);
    expect(values(rows, [january])).toEqual(["rk 12", "ck -30", "late 67"]);
  });
});
