import { deskAt } from "../../test/support/posted";
import type { JsonBook } from "../../test/oracle/oracle-book";
import { postDrafts, type PostAnswer } from "./post-drafts";

const book: JsonBook = {
  items: [{ code: "A", name: "Bolt", unit: "个" }],
  warehouses: [{ code: "W1", name: "Main" }],
  partners: [
    { code: "V", name: "Vendor", kind: "supplier" },
    { code: "C", name: "Customer", kind: "customer" },
  ],
  accounts: [{ code: "BANK", name: "Bank" }],
  purchases: [
    { type: "RK", date: "2026-01-01", partner: "V", warehouse: "W1", item: "A", qty: 10, price: 4 },
  ],
  sales: [{ type: "CK", date: "2026-01-05", partner: "C", warehouse: "W1", item: "A", qty: 99, price: 9 }],
  payments: [{ type: "FK", date: "2026-01-09", partner: "V", account: "BANK", amount: 15 }],
};

async function previewOf(tables: JsonBook): Promise<PostAnswer> {
  const { value } = await postDrafts(deskAt(tables), { only: null, dryRun: true });
  if (value === null) throw new Error("nothing was previewed");
  return value;
}

describe("a preview of posting", () => {
  it("names every draft with its partner, day, lines, amount and place, also one that is refused", async () => {
    const { documents, refused } = await previewOf(book);
    expect(documents).toMatchObject([
      { type: "RK", date: "2026-01-01", partnerName: "Vendor", lines: 1, amount: 40 },
      { type: "CK", date: "2026-01-05", partner: "C", amount: 891, place: { table: "sales", row: 1 } },
      { type: "FK", amount: 15, place: { table: "payments", row: 1 } },
    ]);
    expect(refused.map(({ draft }) => draft)).toEqual([documents?.[1].draft]);
  });

  it("tells each balance that would change, before and after, and nothing of what is refused", async () => {
    const { effects } = await previewOf(book);
    expect(effects).toEqual([
      {
        table: "stockBalances",
        codes: ["A", "W1"],
        name: "Bolt",
        warehouseName: "Main",
        figures: [
          { column: "qty", old: 0, new: 10 },
          { column: "value", old: 0, new: 40 },
          { column: "available", old: 0, new: 10 },
        ],
      },
      {
        table: "partnerBalances",
        codes: ["V"],
        name: "Vendor",
        warehouseName: "",
        figures: [{ column: "payable", old: 0, new: 25 }],
      },
      {
        table: "accounts",
        codes: ["BANK"],
        name: "Bank",
        warehouseName: "",
        figures: [{ column: "balance", old: 0, new: -15 }],
      },
    ]);
  });

  it("is empty where nothing is a draft", async () => {
    const { documents, effects } = await previewOf({ ...book, purchases: [], sales: [], payments: [] });
    expect([documents, effects]).toEqual([[], []]);
  });
});
