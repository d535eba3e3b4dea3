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

const fifoBolt = [{ code: "bolt", costing: "fifo" }];

describe("moving average", () => {
  it("costs three pieces of 20.00 at 6.67, 6.67 and 6.66 (DOMAIN §5.2)", () => {
    const rows = {
      purchases: [{ type: "RK", date: "2026-01-01", qty: 3, net: 20, total: 20 }],
      sales: ["a", "b", "c"].map((rowId) => ({ type: "CK", date: "2026-01-02", rowId, qty: 1 })),
    };
    expect(["a", "b", "c"].map((rowId) => valueOf(rows, rowId))).toEqual(["-6.67", "-6.67", "-6.66"]);
    expect(figures(rows).stockOnHand).toEqual([]);
  });

  it("covers a shortage at the cost of the next receipt, also in the figures of an earlier day (§5.9)", () => {
    const rows = {
      settings: { negativeStock: "allow" },
      purchases: [
        { type: "RK", date: "2026-01-01", qty: 2, net: 12 },
        { type: "RK", date: "2026-01-05", qty: 10, net: 70 },
      ],
      sales: [{ type: "CK", date: "2026-01-02", rowId: "a", qty: 5 }],
    };
    expect(valueOf({ ...rows, purchases: rows.purchases.slice(0, 1) }, "a")).toBe("-30");
    expect(valueOf(rows, "a")).toBe("-33");
    expect(figures(rows).stockOnHand).toMatchObject([{ qty: "7", value: "49" }]);
    expect(figures(rows, "2026-01-03").stockOnHand).toMatchObject([{ qty: "-3", value: "-21" }]);
    expect(figures(rows).violations).toEqual([]);
  });

  it("names the row that takes stock below zero where that is not allowed", () => {
    const rows = { sales: [{ type: "CK", date: "2026-01-02", rowId: "a", qty: 5 }] };
    expect(figures(rows).violations).toEqual([{ rowId: "a", item: "bolt", warehouse: "MAIN", short: "5" }]);
  });

  it("settles two shortages oldest first, the receipt's remainder with the last of it", () => {
    const rows = {
      settings: { negativeStock: "allow" },
      items: [{ code: "bolt", purchasePrice: 1 }],
      purchases: [{ type: "RK", date: "2026-01-05", qty: 3, net: 10 }],
      sales: ["a", "b"].map((rowId) => ({ type: "CK", date: "2026-01-02", rowId, qty: 1.5 })),
    };
    expect([valueOf(rows, "a"), valueOf(rows, "b")]).toEqual(["-5", "-5"]);
    const partly = { ...rows, purchases: [{ type: "RK", date: "2026-01-05", qty: 2, net: 10 }] };
    expect([valueOf(partly, "a"), valueOf(partly, "b")]).toEqual(["-7.5", "-3.5"]);
  });

  it("returns goods to the supplier at their receipt's cost while the average bears it (§5.8)", () => {
    const rows = (qty: number) => ({
      purchases: [
        { type: "RK", date: "2026-01-01", rowId: "cheap", qty: 10, net: 40 },
        { type: "RK", date: "2026-01-02", qty: 10, net: 60 },
        { type: "CT", date: "2026-01-03", rowId: "back", qty, ref: "cheap" },
      ],
    });
    expect(valueOf(rows(4), "back")).toBe("-16");
    const sold = { ...rows(4), sales: [{ type: "CK", date: "2026-01-02", time: "10:00:00", qty: 16 }] };
    expect(valueOf(sold, "back")).toBe("-20");
    expect(valueOf({ ...rows(4), settings: { purchaseReturnCost: "method" } }, "back")).toBe("-20");
  });

  it("returns goods at the average when their original cost is more than all that is left", () => {
    const rows = {
      purchases: [
        { type: "RK", date: "2026-01-01", rowId: "dear", qty: 10, net: 100 },
        { type: "RK", date: "2026-01-02", qty: 10, net: 0 },
        { type: "CT", date: "2026-01-04", rowId: "back", qty: 8, ref: "dear" },
      ],
      sales: [{ type: "CK", date: "2026-01-03", qty: 10 }],
    };
    expect(valueOf(rows, "back")).toBe("-40");
  });
});

describe("first in, first out", () => {
  const receipts = [
    { type: "RK", date: "2026-01-01", rowId: "first", qty: 10, net: 40 },
    { type: "RK", date: "2026-01-02", rowId: "second", qty: 10, net: 50 },
  ];

  it("issues 14 of 10 for 40.00 and 10 for 50.00 at 60.00 and leaves 6 for 30.00 (§5.4)", () => {
    const sales = [{ type: "CK", date: "2026-01-03", rowId: "a", qty: 14 }];
    const rows = { items: fifoBolt, purchases: receipts, sales };
    expect(valueOf(rows, "a")).toBe("-60");
    expect(figures(rows).stockLots).toEqual([
      {
        item: "bolt",
        warehouse: "MAIN",
        batch: null,
        date: "2026-01-02",
        firstDate: "2026-01-02",
        qty: "6",
        value: "30",
      },
    ]);
    expect(figures(rows, "2026-01-02").stockLots).toMatchObject([{ value: "40" }, { value: "50" }]);
  });

  it("takes a purchase return from the lot of its receipt, the rest by the method", () => {
    const back = { type: "CT", date: "2026-01-03", rowId: "back", qty: 4, ref: "second" };
    const rows = { items: fifoBolt, purchases: [...receipts, back] };
    expect(valueOf(rows, "back")).toBe("-20");
    const sales = [{ type: "CK", date: "2026-01-02", time: "12:00:00", qty: 13 }];
    expect(valueOf({ ...rows, sales, purchases: [...receipts, { ...back, ref: "first" }] }, "back")).toBe(
      "-20",
    );
  });

  it("puts returned goods at the end of the queue at what their delivery cost", () => {
    const rows = {
      items: fifoBolt,
      purchases: receipts,
      sales: [
        { type: "CK", date: "2026-01-03", rowId: "a", number: "CK-1", qty: 3 },
        { type: "XT", date: "2026-01-04", rowId: "back", qty: 2, ref: "CK-1" },
      ],
    };
    expect(figures(rows).stockLots).toMatchObject([
      { qty: "7", value: "28" },
      { qty: "10", value: "50" },
      { date: "2026-01-04", qty: "2", value: "8" },
    ]);
  });

  it("moves lots part by part, dated by the transfer, each with the day it first came in (§5.11)", () => {
    const stock = [{ type: "DB", date: "2026-01-03", rowId: "t", qty: 14, toWarehouse: "SHOP" }];
    const shown = figures({ items: fifoBolt, purchases: receipts, stock });
    expect(shown.stockLots.filter((lot) => lot.warehouse === "SHOP")).toMatchObject([
      { date: "2026-01-03", firstDate: "2026-01-01", qty: "10", value: "40" },
      { date: "2026-01-03", firstDate: "2026-01-02", qty: "4", value: "20" },
    ]);
    expect(shown.stockLedger.find((row) => row.rowId === "t")).toEqual({ rowId: "t", qty: "0", value: "0" });
  });

  it("shows a shortage as one negative lot", () => {
    const sales = [{ type: "CK", date: "2026-01-03", qty: 22 }];
    const rows = { settings: { negativeStock: "allow" }, items: fifoBolt, purchases: receipts, sales };
    expect(figures(rows).stockLots).toMatchObject([{ qty: "-2", value: "-10" }]);
  });
});
