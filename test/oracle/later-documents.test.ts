import { oracleFigures } from "./figures";
import { postedBook } from "./posted-book";
import type { PostedRows } from "./posted-book";

const end = "2026-12-31";

function valueOf(rows: PostedRows, rowId: string): string | undefined {
  const { stockLedger } = oracleFigures(postedBook(rows), end);
  return stockLedger.find((row) => row.rowId === rowId)?.value;
}

function held(rows: PostedRows) {
  return oracleFigures(postedBook(rows), end).stockOnHand.map(
    ({ item, warehouse, qty, value }) => `${item} ${warehouse} ${qty} ${value}`,
  );
}

const receipts = [
  { type: "RK", date: "2026-01-01", rowId: "first", number: "RK-1", qty: 10, net: 40, total: 40 },
  { type: "RK", date: "2026-01-02", rowId: "second", number: "RK-2", qty: 10, net: 50, total: 50 },
];
const costed = (costing: string) => [{ code: "bolt", costing }];

describe("costing methods", () => {
  it("last in, first out: 14 of 10 for 40.00 and 10 for 50.00 cost 66.00 (§5.5)", () => {
    const sales = [{ type: "CK", date: "2026-01-03", rowId: "a", qty: 14 }];
    expect(valueOf({ items: costed("lifo"), purchases: receipts, sales }, "a")).toBe("-66");
  });

  it("average of the month: 20.604 a piece, the last issue takes the remainder (§5.3)", () => {
    const rows = {
      items: costed("monthly-average"),
      purchases: [
        { type: "RK", date: "2026-01-05", qty: 120, net: 2340 },
        { type: "RK", date: "2026-02-06", qty: 80, net: 1700 },
        { type: "RK", date: "2026-02-20", qty: 50, net: 1111 },
      ],
      sales: [
        { type: "CK", date: "2026-02-03", rowId: "a", qty: 100 },
        { type: "CK", date: "2026-02-11", rowId: "b", qty: 60 },
        { type: "CK", date: "2026-02-27", rowId: "c", qty: 50 },
      ],
    };
    expect(["a", "b", "c"].map((rowId) => valueOf(rows, rowId))).toEqual(["-2060.4", "-1236.24", "-1030.2"]);
    expect(held(rows)).toEqual(["bolt MAIN 40 824.16"]);
  });

  it("standard cost: in and out at the standard, whatever was paid (§5.7)", () => {
    const items = [{ code: "bolt", costing: "standard", standardCost: 5 }];
    const sales = [{ type: "CK", date: "2026-01-03", rowId: "a", qty: 4 }];
    expect(held({ items, purchases: receipts, sales })).toEqual(["bolt MAIN 16 80"]);
  });

  it("a change of method begins with one layer, worth what was there (§5.14)", () => {
    const book = postedBook({
      purchases: [...receipts, { type: "RK", date: "2026-02-01", qty: 4, net: 24 }],
      sales: [{ type: "CK", date: "2026-02-02", rowId: "a", qty: 21 }],
    });
    const methodChange = [{ item: "bolt", period: "2026-02", method: "fifo" }];
    const { stockLedger } = oracleFigures({ ...book, methodChange }, end);
    expect(stockLedger.find((row) => row.rowId === "a")?.value).toBe("-96");
  });
});

describe("documents that change values", () => {
  it("landed costs raise what was received, by amount, and what was sold of it (§5.10)", () => {
    const lines = [300, 200, 50].map((net, at) => {
      return { type: "RK", date: "2026-01-01", rowId: `r${at}`, number: "RK-1", line: at + 1, qty: 10, net };
    });
    const charge = { type: "FT", date: "2026-01-05", item: "", net: 100, ref: "RK-1", basis: "amount" };
    const rows = { items: costed("fifo"), purchases: [...lines, charge] };
    expect(["r0", "r1", "r2"].map((rowId) => valueOf(rows, rowId))).toEqual(["354.55", "236.36", "59.09"]);
    const sales = [{ type: "CK", date: "2026-01-02", rowId: "a", qty: 4 }];
    expect(valueOf({ ...rows, sales }, "a")).toBe("-141.82");
  });

  it("a cost adjustment is shared over layers by what is left in each (§5.13)", () => {
    const stock = [
      { type: "CB", date: "2026-01-03", value: 10 },
      { type: "QC", date: "2026-01-04", rowId: "a", qty: 10 },
    ];
    expect(valueOf({ items: costed("fifo"), purchases: receipts, stock }, "a")).toBe("-45");
  });
});

describe("documents that move goods on", () => {
  it("what arrives costs what its line had sent; the rest stays on its way (§5.11)", () => {
    const stock = [
      { type: "DC", date: "2026-01-03", rowId: "sent", qty: 4, toWarehouse: "SHOP" },
      { type: "DR", date: "2026-01-05", warehouse: "SHOP", qty: 3, ref: "sent" },
    ];
    const purchases = [...receipts, { type: "RK", date: "2026-01-04", qty: 4, net: 40 }];
    expect(held({ purchases, stock })).toEqual([
      "bolt MAIN 20 112",
      "bolt TRANSIT 1 4.5",
      "bolt SHOP 3 13.5",
    ]);
  });

  it("an assembly costs its components and its labour (§5.12)", () => {
    const items = [{ code: "bolt" }, { code: "kit", retailPrice: 9 }];
    const stock = [
      { type: "ZX", date: "2026-01-03", number: "ZX-1", role: "product", item: "kit", qty: 2 },
      { type: "ZX", date: "2026-01-03", number: "ZX-1", line: 2, role: "component", qty: 4 },
      { type: "ZX", date: "2026-01-03", number: "ZX-1", line: 3, role: "cost", item: "", value: 3 },
    ];
    expect(held({ items, purchases: receipts, stock })).toEqual(["bolt MAIN 16 72", "kit MAIN 2 21"]);
  });
});

describe("what is settled", () => {
  const sold = { type: "CK", date: "2026-01-01", number: "CK-1", rowId: "ck", partner: "C1", total: 100 };
  const advance = { type: "SK", date: "2026-01-02", number: "SK-1", rowId: "sk", partner: "C1", amount: 80 };

  function open(payments: NonNullable<PostedRows["payments"]>) {
    const { openItems } = oracleFigures(postedBook({ sales: [{ ...sold, qty: 0 }], payments }), end);
    return openItems.map((item) => `${item.number} ${item.paid} ${item.credited} ${item.open}`);
  }

  it("an allocation settles a debt by an advance, and undoes it again", () => {
    const allocation = { type: "HX", date: "2026-01-03", number: "HX-1", partner: "C1", ref: "sk" };
    const made = { ...allocation, amount: 60, against: "ck" };
    const undone = { ...allocation, number: "HX-2", date: "2026-01-04", amount: -30, against: "ck" };
    expect(open([advance, made])).toEqual(["CK-1 60 0 40", "SK-1 -60 0 -20"]);
    expect(open([advance, made, undone])).toEqual(["CK-1 30 0 70", "SK-1 -30 0 -50"]);
  });

  it("without a credit it is written off, and taken back", () => {
    const off = { type: "HX", date: "2026-01-03", number: "HX-1", partner: "C1", reason: "badDebt" };
    expect(open([{ ...off, amount: 30, against: "ck" }])).toContain("CK-1 0 30 70");
    const back = { ...off, number: "HX-2", date: "2026-01-04", amount: -10, against: "ck" };
    expect(open([{ ...off, amount: 30, against: "ck" }, back])).toContain("CK-1 0 20 80");
  });

  it("a refund takes up what is to be paid back", () => {
    const refund = { type: "TK", date: "2026-01-03", number: "TK-1", partner: "C1", amount: 80, ref: "sk" };
    expect(open([advance, refund])).toEqual(["CK-1 0 0 100", "SK-1 -80 0 0", "TK-1 80 0 0"]);
  });
});
