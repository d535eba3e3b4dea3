import { bookAt, deskAt, figuresOf, posted } from "../../test/support/posted";
import type { JsonBook, Row } from "../../test/oracle/oracle-book";
import { enterRows } from "./enter-rows";
import { postDrafts } from "./post-drafts";

const masters: JsonBook = {
  items: [
    { code: "A", unit: "个", purchasePrice: 4, retailPrice: 10 },
    { code: "B", unit: "个" },
  ],
  units: [{ item: "A", unit: "箱", numerator: 12, denominator: 1 }],
  warehouses: [{ code: "W1" }, { code: "W2" }],
  partners: [
    { code: "V", kind: "supplier" },
    { code: "X", kind: "both" },
    { code: "C", kind: "customer" },
  ],
  accounts: [{ code: "BANK" }],
};
const receipt = {
  type: "RK",
  date: "2026-01-01",
  partner: "V",
  warehouse: "W1",
  item: "A",
  qty: 100,
  price: 4,
  rowId: "R1",
};
const delivery = { type: "CK", date: "2026-01-05", partner: "C", warehouse: "W1", item: "A" };

function book(tables: Readonly<Record<string, readonly Row[]>>): JsonBook {
  return { ...masters, ...tables };
}

async function refusals(tables: Readonly<Record<string, readonly Row[]>>): Promise<string[]> {
  const { answer } = await posted(book(tables));
  return answer.refused.flatMap(({ findings }) =>
    findings.map(({ code, column }) => `${code} ${column ?? ""}`),
  );
}

describe("a price that is proposed", () => {
  it("is that of the unit typed", async () => {
    const { book: after } = await posted(
      book({
        purchases: [{ ...receipt, price: null, unit: "箱", qty: 2 }],
        sales: [{ ...delivery, unit: "箱", qty: 1 }],
      }),
    );
    expect(after["purchases"]?.[0]).toMatchObject({ price: 48, total: 96 });
    expect(after["sales"]?.[0]).toMatchObject({ price: 120, total: 120 });
  });
});

describe("a return without a price", () => {
  it("takes back what the original came to, all discounts in it, to the cent and in parts", async () => {
    const sales = [
      { ...delivery, qty: 3, price: 33.35, discountAmount: 0.05, documentDiscount: 5, rowId: "S1" },
      ...[1, 2, 3].map((n) => ({
        ...delivery,
        type: "XT",
        date: `2026-02-0${String(n)}`,
        qty: 1,
        price: null,
        ref: "S1",
      })),
    ];
    const { book: after } = await posted(book({ purchases: [receipt], sales }));
    const { report } = await figuresOf(after);
    expect(report("open-items", { side: "receivable" })).toEqual([]);
  });

  it("has to come after what it returns", async () => {
    const sales = [
      { ...delivery, qty: 3, price: 10, rowId: "S1" },
      { ...delivery, type: "XT", date: "2026-01-02", qty: 1, price: 10, ref: "S1" },
    ];
    expect(await refusals({ purchases: [receipt], sales })).toEqual(["UNKNOWN_REF ref"]);
  });
});

describe("a reference", () => {
  it("stays with one partner", async () => {
    const invoice = {
      type: "CF",
      date: "2026-01-09",
      partner: "X",
      item: "A",
      qty: 100,
      price: 9,
      ref: "R1",
    };
    expect(await refusals({ purchases: [receipt, invoice] })).toEqual(["UNKNOWN_REF ref"]);
  });

  it("is invoiced no further than it was received", async () => {
    const invoice = { type: "CF", date: "2026-01-09", partner: "V", item: "A", price: 4, ref: "R1" };
    const purchases = [{ ...receipt }, { ...invoice, qty: 60 }, { ...invoice, date: "2026-01-10", qty: 41 }];
    expect(await refusals({ purchases })).toEqual(["OVER_INVOICED qty"]);
  });
});

describe("a stocktake", () => {
  const count = { type: "PD", date: "2026-01-09", warehouse: "W1" };

  it("counts an item once, in whatever bins it lies", async () => {
    const stock = [
      { ...count, item: "A", bin: "b1", counted: 50 },
      { ...count, item: "A", bin: "b2", counted: 50 },
    ];
    expect(await refusals({ purchases: [receipt], stock })).toEqual(["DUPLICATE_KEY item"]);
  });

  it("asks what a gain is worth where nobody knows", async () => {
    expect(await refusals({ stock: [{ ...count, item: "B", counted: 5 }] })).toEqual(["REQUIRED value"]);
    const stock = [{ ...count, item: "B", counted: 5, unitCost: 2 }];
    const { book: after, findings } = await posted(book({ stock }));
    expect(findings.map(({ code }) => code)).toEqual(["COUNT_REPRICES", "REASON_MISSING", "RECOUNT_ASKED"]);
    expect((await figuresOf(after)).report("stock-on-hand")).toMatchObject([
      { item: "B", qty: 5, value: 10 },
    ]);
  });

  it("shows what it differs by after an earlier document came late", async () => {
    const { book: counted } = await posted(
      book({ purchases: [receipt], stock: [{ ...count, item: "A", counted: 98 }] }),
    );
    const late = { ...receipt, rowId: "R2", date: "2026-01-03", qty: 5 };
    const { book: after } = await posted({ ...counted, purchases: [...(counted["purchases"] ?? []), late] });
    expect(after["stock"]?.[0]).toMatchObject({ book: 105, difference: -7 });
  });
});

describe("money paid with a document", () => {
  it("needs an account and is no more than the document", async () => {
    const sales = [{ ...delivery, qty: 1, price: 10, paid: 10 }];
    expect(await refusals({ purchases: [receipt], sales })).toEqual(["REQUIRED account"]);
    const more = [{ ...delivery, qty: 1, price: 10, paid: 25, account: "BANK" }];
    expect(await refusals({ purchases: [receipt], sales: more })).toEqual(["OUT_OF_RANGE paid"]);
  });
});

describe("posting", () => {
  it("keeps the small balance tables up, with what orders hold back", async () => {
    const order = { ...delivery, type: "XS", qty: 30, price: 10 };
    const { book: after } = await posted(book({ purchases: [receipt], sales: [order] }));
    expect(after["stockBalances"]).toMatchObject([
      { item: "A", qty: 100, value: 400, reserved: 30, available: 70 },
    ]);
    expect(after["partnerBalances"]).toMatchObject([{ partner: "V", payable: 400 }]);
  });

  it("stops where a setting says what cannot be done", async () => {
    const settings = [{ key: "costingScope", value: "house" }];
    await expect(posted(book({ settings, purchases: [receipt] }))).rejects.toThrow("UNKNOWN_SETTING");
  });
});

describe("numbers typed as text", () => {
  it("are numbers in the rows that are posted, and codes stay text", async () => {
    const typed = { qty: "１，０００ ", accepted: "９００", rejected: "100", documentDiscount: "１" };
    const { book: after } = await posted(
      book({
        items: [{ code: "007" }],
        purchases: [{ ...receipt, ...typed, item: "007", price: "4.50", taxRate: "13%", batch: "12" }],
        stock: [
          { type: "PD", date: "2026-01-09", warehouse: "W1", item: "007", counted: "９００", recount: "１" },
        ],
        payments: [{ type: "FK", date: "2026-01-09", partner: "V", account: "BANK", amount: "1，000.50" }],
      }),
    );
    expect(after["purchases"]?.[0]).toMatchObject({
      ...{ qty: 1000, accepted: 900, rejected: 100, documentDiscount: 1, price: 4.5, taxRate: 13 },
      ...{ item: "007", batch: "12", net: 4049, total: 4575.37 },
    });
    expect(after["stock"]?.[0]).toMatchObject({ counted: 900, recount: 1 });
    expect(after["payments"]?.[0]).toMatchObject({ amount: 1000.5 });
  });
});

describe("a workbook whose status column bears another name", () => {
  it("is not posted again, nor are rows added to it", async () => {
    const { book: after } = await posted(book({ purchases: [receipt], sales: [], stock: [], payments: [] }));
    const renamed = (row: Row): Row =>
      Object.fromEntries(Object.entries(row).map(([id, cell]) => [id === "status" ? "state" : id, cell]));
    const given = { ...after, purchases: (after["purchases"] ?? []).map(renamed) };
    const desk = { ...deskAt(given), strict: true };
    const { value, findings } = await postDrafts(desk, { only: null, dryRun: false });
    expect([value, findings.map(({ code, facts }) => `${code} ${String(facts["nearest"])}`)]).toEqual([
      null,
      ["HEADER_MISSING state"],
    ]);
    const entered = await enterRows(desk, { table: "purchases", rows: [receipt] });
    expect([entered.value, entered.findings.map(({ code }) => code)]).toEqual([null, ["HEADER_MISSING"]]);
    expect((await bookAt(desk))["purchases"]).toEqual(given["purchases"]);
  });
});
