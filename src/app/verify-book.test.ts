import { bookAt, deskAt, posted } from "../../test/support/posted";
import type { JsonBook, Row } from "../../test/oracle/oracle-book";
import { checkDrafts } from "./check-drafts";
import { postDrafts } from "./post-drafts";
import { recompute } from "./recompute";
import { runReport } from "./run-report";
import { verifyBook } from "./verify-book";

const drafts: JsonBook = {
  items: [{ code: "A" }, { code: "B" }],
  warehouses: [{ code: "W" }],
  partners: [{ code: "C", kind: "customer" }],
  accounts: [{ code: "K" }],
  stock: [
    { rowId: "Q0", type: "QR", date: "2026-01-01", warehouse: "W", item: "A", qty: 9, value: 9e12 },
    { rowId: "Q1", type: "QR", date: "2026-01-02", warehouse: "W", item: "A", qty: 9 },
  ],
  sales: [
    { rowId: "S1", type: "XS", date: "2026-01-02", partner: "C", item: "A", qty: 2, price: 5 },
    {
      rowId: "S2",
      type: "CK",
      date: "2026-01-03",
      partner: "C",
      warehouse: "W",
      item: "A",
      qty: 2,
      ref: "S1",
    },
  ],
  payments: [{ rowId: "P1", type: "SK", date: "2026-01-04", partner: "C", account: "K", amount: 10 }],
};

type Slip = readonly [table: string, row: number, cells: Row];

/** The posted book with cells of a row typed over, and a good draft in it. */
async function spoilt([table, row, cells]: Slip): Promise<JsonBook> {
  const { book } = await posted(drafts);
  const rows = (book[table] ?? []).map((each, i) => (i === row ? { ...each, ...cells } : each));
  const good = { type: "QR", date: "2026-02-01", warehouse: "W", item: "B", qty: 1, value: 1 };
  const spoiled = { ...book, [table]: rows };
  return { ...spoiled, stock: [...(spoiled["stock"] ?? []), good] };
}

describe("a posted row that was typed over", () => {
  it.each<[string, Slip, string]>([
    [
      "with a blank partner that a payment settles",
      ["sales", 1, { partner: "" }],
      "REQUIRED sales 2 partner",
    ],
    ["with a partner misspelt", ["sales", 1, { partner: "Cc" }], "UNKNOWN_CODE sales 2 partner"],
    ["with a type that is none", ["sales", 1, { type: "x" }], "UNKNOWN_TYPE sales 2 type"],
    [
      "with more than can be reckoned with at today's cost",
      ["stock", 1, { qty: 1e9 }],
      "OUT_OF_RANGE stock 2 value",
    ],
    ["with a total that is no number", ["sales", 1, { total: "ten" }], "NOT_A_NUMBER sales 2 total"],
  ])("%s is told by verifying, and a good draft is posted all the same", async (_, slip, expected) => {
    const desk = deskAt(await spoilt(slip));
    const { value } = await verifyBook(desk);
    const told = (value?.failures ?? []).map(({ code, table, row, column }) =>
      [code, table, row, column].join(" "),
    );
    expect(told).toContain(expected);
    expect(JSON.stringify(value)).not.toMatch(/NaN|Infinity/);
    await checkDrafts(desk);
    for (const code of [
      "stock-on-hand",
      "stock-ledger",
      "stock-movement",
      "stock-lots",
      "open-items",
      "cash-book",
    ])
      expect((await runReport(desk, { code, params: {}, sheet: true })).value).not.toBeNull();
    const answer = await postDrafts(desk, { only: null, dryRun: false });
    expect(answer.value?.posted.map(({ number }) => number)).toEqual(["QR-20260201-0001"]);
    expect((await recompute(desk)).value).not.toBeNull();
  });

  it("leaves figures blank that nobody knows, and the report says why", async () => {
    const desk = deskAt(await spoilt(["stock", 0, { qty: 0.000001, value: 9e9 }]));
    const { value, findings } = await runReport(desk, { code: "stock-on-hand", params: {}, sheet: false });
    expect(value?.rows.find(({ item }) => item === "A")).toMatchObject({ value: null, unitCost: null });
    expect(findings.map(({ code, table, row }) => [code, table, row])).toEqual([
      ["OUT_OF_RANGE", "stock", 2],
    ]);
  });
});

describe("a cell that the program computes and somebody typed over", () => {
  /** The book posted, recomputed and then spoilt. */
  async function typedOver([table, row, cells]: Slip): Promise<ReturnType<typeof deskAt>> {
    const count = { type: "PD", date: "2026-01-05", warehouse: "W", item: "A", counted: 20 };
    const rows = { stock: [...(drafts["stock"] ?? []), count], partners: [{ code: "C", name: "Chen" }] };
    const first = deskAt((await posted({ ...drafts, ...rows })).book);
    await recompute(first);
    const book = await bookAt(first);
    expect(await told(deskAt(book))).toEqual([]);
    return deskAt({
      ...book,
      [table]: (book[table] ?? []).map((each, i) => (i === row ? { ...each, ...cells } : each)),
    });
  }

  /** All that verifying says, each with its severity. */
  async function told(desk: ReturnType<typeof deskAt>): Promise<readonly string[]> {
    const { value, findings } = await verifyBook(desk);
    return [...(value?.failures ?? []), ...findings].map(
      ({ code, severity, table, row, column }) => `${severity} ${code} ${[table, row, column].join(" ")}`,
    );
  }

  it.each<[string, Slip, string]>([
    ["cost", ["sales", 1, { cost: 1 }], "error COMPUTED_CHANGED sales 2 cost"],
    [
      "what was executed of an order",
      ["sales", 0, { executed: 1 }],
      "error COMPUTED_CHANGED sales 1 executed",
    ],
    ["what is open of an order", ["sales", 0, { open: 7 }], "error COMPUTED_CHANGED sales 1 open"],
    ["what a count found before it", ["stock", 2, { book: 3 }], "error COMPUTED_CHANGED stock 3 book"],
    ["a partner's name", ["sales", 1, { partnerName: "Chan" }], "warning DERIVED_STALE sales 2 partnerName"],
    ["a stock balance", ["stockBalances", 0, { qty: 3 }], "warning BALANCE_STALE stockBalances 0 "],
    ["the stock ledger", ["stockLedger", 0, { value: 3 }], "warning DERIVED_STALE stockLedger 0 "],
    ["the open items", ["openItems", 0, { open: 3 }], "warning DERIVED_STALE openItems 0 "],
    ["the cash ledger", ["cashLedger", 0, { balance: 3 }], "warning DERIVED_STALE cashLedger 0 "],
  ])("is told by verifying and mended by recomputing: %s", async (_, slip, expected) => {
    const desk = await typedOver(slip);
    expect(await told(desk)).toEqual([expected]);
    await recompute(desk);
    expect(await told(desk)).toEqual([]);
  });
});
