import { oracleFigures } from "./figures";
import { postedBook } from "./posted-book";
import type { PostedRows } from "./posted-book";

const owed = { type: "KZ", date: "2026-01-01", partner: "C1", item: "", total: 100 };

function receivable(rows: PostedRows, asOf: string, basis = "due"): string | undefined {
  const { ageing } = oracleFigures(postedBook(rows), asOf);
  const aged = ageing.find((one) => one.side === "receivable" && one.basis === basis);
  return aged?.partners
    .map(({ notDue, buckets, advances, total }) => [notDue, ...buckets, advances, total].join(" "))
    .at(0);
}

describe("debts by age", () => {
  it("fall into the bucket whose last day they have reached, none before they are due (DOMAIN §8.3)", () => {
    const sales = [owed];
    expect(receivable({ sales }, "2026-01-01")).toBe("100 0 0 0 0 0 0 100");
    expect(receivable({ sales }, "2026-01-31")).toBe("0 100 0 0 0 0 0 100");
    expect(receivable({ sales }, "2026-02-01")).toBe("0 0 100 0 0 0 0 100");
    expect(receivable({ sales }, "2026-07-01")).toBe("0 0 0 0 0 100 0 100");
    expect(receivable({ sales: [{ ...owed, due: "2026-02-01" }] }, "2026-02-02")).toBe("0 100 0 0 0 0 0 100");
  });

  it("by the day of the document begin at 0 days", () => {
    const sales = [{ ...owed, due: "2026-06-01" }];
    expect(receivable({ sales }, "2026-01-01", "document")).toBe("0 100 0 0 0 0 0 100");
  });

  it("stand beside what was paid in advance, or are netted with it, the oldest first", () => {
    const rows = {
      sales: [owed, { ...owed, date: "2026-02-01", total: 50 }],
      payments: [{ type: "SK", date: "2026-02-10", partner: "C1", amount: 120 }],
    };
    expect(receivable(rows, "2026-02-20")).toBe("0 50 100 0 0 0 -120 30");
    const settings = { advancesInAgeing: "netted" };
    expect(receivable({ ...rows, settings }, "2026-02-20")).toBe("0 30 0 0 0 0 0 30");
  });
});

describe("stock by age", () => {
  const purchases = [
    { type: "RK", date: "2026-01-01", qty: 10, net: 40 },
    { type: "RK", date: "2026-02-20", qty: 10, net: 50 },
  ];

  function held(rows: PostedRows, asOf: string): readonly string[] {
    return oracleFigures(postedBook(rows), asOf).stockAgeing.map(({ warehouse, qty, value }) =>
      [warehouse, qty.slice(0, 2).join("+"), value.slice(0, 2).join("+")].join(" "),
    );
  }

  it("goes out first in, first out, worth its average; carried elsewhere it stays as old (DOMAIN §9)", () => {
    const stock = [{ type: "DB", date: "2026-02-25", qty: 12, toWarehouse: "SHOP" }];
    expect(held({ purchases, stock }, "2026-03-01")).toEqual(["MAIN 8+0 36+0", "SHOP 2+10 9+45"]);
  });

  it("is worth its own layers where it is costed by them", () => {
    const items = [{ code: "bolt", costing: "lifo" }];
    const sales = [{ type: "CK", date: "2026-02-25", qty: 14 }];
    expect(held({ items, purchases, sales }, "2026-03-01")).toEqual(["MAIN 0+6 0+24"]);
  });

  it("stays as old as it is when it is packed anew or priced anew (DOMAIN §9)", () => {
    const repacked = [
      { type: "ZX", date: "2026-02-25", number: "ZX-1", role: "product", qty: 4 },
      { type: "ZX", date: "2026-02-25", number: "ZX-1", line: 2, role: "component", qty: 12 },
    ];
    expect(held({ purchases, stock: repacked }, "2026-03-01")).toEqual(["MAIN 8+4 60+30"]);
    const items = [{ code: "bolt", costing: "fifo" }];
    const priced = [{ type: "PD", date: "2026-02-25", unitCost: 9 }];
    expect(held({ items, purchases, stock: priced }, "2026-03-01")).toEqual(["MAIN 10+10 90+90"]);
  });
});
