import { oracleFigures } from "./figures";
import { postedBook } from "./posted-book";
import type { PostedRows } from "./posted-book";

const end = "2026-12-31";

function figures(rows: PostedRows, asOf = end) {
  return oracleFigures(postedBook(rows), asOf);
}

function valueOf(rows: PostedRows, rowId: string, asOf = end): string | undefined {
  return figures(rows, asOf).stockLedger.find((row) => row.rowId === rowId)?.value;
}

describe("sales returns", () => {
  it("take the last unit's remainder, so that all of a delivery comes back at its cost (§5.8)", () => {
    const sales = [
      { type: "CK", date: "2026-01-02", rowId: "out", qty: 3 },
      ...["a", "b", "c"].map((rowId) => ({ type: "XT", date: "2026-01-03", rowId, qty: 1, ref: "out" })),
    ];
    const rows = { purchases: [{ type: "RK", date: "2026-01-01", qty: 6, net: 40 }], sales };
    expect(["a", "b", "c"].map((rowId) => valueOf(rows, rowId))).toEqual(["6.67", "6.67", "6.66"]);
    expect(figures(rows).stockOnHand).toMatchObject([{ qty: "6", value: "40" }]);
  });

  it("come in at the current average without a reference, at the last cost when nothing is there", () => {
    const back = { type: "XT", date: "2026-01-03", rowId: "back", qty: 2 };
    const purchases = [{ type: "RK", date: "2026-01-01", qty: 4, net: 10 }];
    expect(valueOf({ purchases, sales: [back] }, "back")).toBe("5");
    expect(valueOf({ purchases, sales: [{ type: "CK", date: "2026-01-02", qty: 4 }, back] }, "back")).toBe(
      "5",
    );
  });
});

describe("a stocktake", () => {
  const purchases = [{ type: "RK", date: "2026-01-01", qty: 3, net: 20 }];
  const counted = (fields: Readonly<Record<string, number | null>>, settings = {}) =>
    valueOf(
      { settings, purchases, stock: [{ type: "PD", date: "2026-01-02", rowId: "pd", ...fields }] },
      "pd",
    );

  it("values a gain at the current average, a loss by the method, nothing left at all of it (§7)", () => {
    expect(counted({ counted: 5 })).toBe("13.33");
    expect(counted({ counted: 2 })).toBe("-6.67");
    expect(counted({ counted: 0 })).toBe("-20");
    expect(counted({ counted: null })).toBeUndefined();
  });

  it("takes the typed value of a gain whatever the policy for gains without one", () => {
    expect(counted({ counted: 5, value: 9 })).toBe("9");
    expect(counted({ counted: 5, value: 9 }, { countGainCost: "typed" })).toBe("9");
    expect(counted({ counted: 5 }, { countGainCost: "typed" })).toBe("13.33");
  });

  it("re-prices all that is there with a unit cost, counted or not", () => {
    expect(counted({ counted: 4, unitCost: 7 })).toBe("8");
    expect(counted({ unitCost: 7 })).toBe("1");
  });
});

describe("price differences", () => {
  const receipt = {
    type: "RK",
    date: "2026-01-01",
    rowId: "in",
    number: "RK-1",
    qty: 10,
    net: 100,
    total: 113,
  };
  const sales = [{ type: "CK", date: "2026-01-02", rowId: "out", qty: 4 }];
  const invoice = { type: "CF", date: "2026-02-01", qty: 5, net: 60, total: 67.8, ref: "RK-1" };

  it("restate the receipt and what was sold of it, also in figures of earlier days", () => {
    const rows = { purchases: [receipt, invoice], sales };
    expect([valueOf(rows, "in", "2026-01-31"), valueOf(rows, "out", "2026-01-31")]).toEqual(["110", "-44"]);
  });

  it("lower the cost by an allowance, and count the tax where it cannot be deducted", () => {
    const allowance = { type: "CF", date: "2026-02-02", qty: 0, net: -10, total: -11.3, ref: "in" };
    expect(valueOf({ purchases: [receipt, invoice, allowance] }, "in")).toBe("100");
    expect(valueOf({ settings: { taxpayer: "small" }, purchases: [receipt, invoice] }, "in")).toBe("124.3");
    const ordinary = { ...invoice, invoiceKind: "ordinary" };
    expect(valueOf({ purchases: [receipt, ordinary] }, "in")).toBe("117.8");
  });
});

describe("other documents", () => {
  it("come in as typed, at the current cost, or at the item's reference price", () => {
    const items = [{ code: "bolt", purchasePrice: 2.5 }];
    const stock = [
      { type: "KZ", date: "2026-01-01", rowId: "a", qty: 2 },
      { type: "QR", date: "2026-01-02", rowId: "b", qty: 2, unitCost: 3.333 },
      { type: "QR", date: "2026-01-03", rowId: "c", qty: 1 },
      { type: "BS", date: "2026-01-04", rowId: "d", qty: 1 },
    ];
    const values = ["a", "b", "c", "d"].map((rowId) => valueOf({ items, stock }, rowId));
    expect(values).toEqual(["5", "6.67", "2.92", "-2.92"]);
  });

  it("count in stock units, ignore services, drafts and orders", () => {
    const book = postedBook({
      items: [{ code: "bolt" }, { code: "work", kind: "service" }],
      purchases: [
        { type: "RK", date: "2026-01-01", qty: 2, unit: "box", net: 24 },
        { type: "RK", date: "2026-01-01", item: "work", qty: 2, net: 24 },
        { type: "RK", date: "2026-01-01", qty: 2, net: 24, status: "draft" },
      ],
      sales: [{ type: "XS", date: "2026-01-01", qty: 2 }],
    });
    const units = [{ item: "bolt", unit: "box", numerator: 12, denominator: 1 }];
    expect(oracleFigures({ ...book, units }, end).stockOnHand).toMatchObject([{ qty: "24", value: "24" }]);
  });
});

describe("the order of the day", () => {
  const rows = (settings: Readonly<Record<string, string>>) => ({
    settings: { negativeStock: "allow", ...settings },
    purchases: [{ type: "RK", date: "2026-01-01", time: "12:00:00", qty: 1, net: 3 }],
    sales: [{ type: "CK", date: "2026-01-01", time: "09:00:00", rowId: "out", qty: 1 }],
    stock: [{ type: "KZ", date: "2026-01-01", qty: 1, value: 1 }],
  });

  it("is by time, then rowId; receipts first if the policy says so", () => {
    expect(valueOf(rows({}), "out")).toBe("-1");
    expect(valueOf(rows({ sameDayOrder: "receiptsFirst" }), "out")).toBe("-2");
  });
});

describe("a company-wide pool", () => {
  it("moves quantity alone and shares its value by quantity, the rest to the last warehouse", () => {
    const rows = {
      settings: { costingScope: "company" },
      purchases: [{ type: "RK", date: "2026-01-01", qty: 3, net: 20 }],
      stock: [{ type: "DB", date: "2026-01-02", rowId: "t", qty: 2, toWarehouse: "SHOP" }],
    };
    expect(figures(rows).stockOnHand).toMatchObject([
      { warehouse: "MAIN", qty: "1", value: "6.67" },
      { warehouse: "SHOP", qty: "2", value: "13.33" },
    ]);
  });
});
