import { deskAt, posted } from "../../test/support/posted";
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
