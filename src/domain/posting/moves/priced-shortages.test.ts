import type { JsonBook } from "../../../../test/oracle/oracle-book";
import { bookAt, deskAt, figuresOf } from "../../../../test/support/posted";
import { postDrafts } from "../../../app/post-drafts";

const at = { item: "A", warehouse: "W" };
const receipt = { ...at, type: "RK", date: "2026-01-01", partner: "S", qty: 1, price: 0.05 };

/** One sold at its standard cost while nothing was there, priced anew, and covered by another method. */
const book: JsonBook = {
  settings: [
    { key: "costing", value: "standard" },
    { key: "negativeStock", value: "allow" },
  ],
  items: [{ code: "A", standardCost: 3.21 }],
  warehouses: [{ code: "W" }],
  partners: [{ code: "S", kind: "supplier" }, { code: "C" }],
  methodChange: [{ item: "A", period: "2026-01", method: "lifo", reason: "law" }],
  sales: [{ ...at, type: "CK", rowId: "C1", draft: "1", date: "2025-12-01", partner: "C", qty: 1, price: 9 }],
  stock: [{ ...at, type: "CB", rowId: "B1", draft: "2", date: "2025-12-02", unitCost: 0.01 }],
  purchases: [
    { ...receipt, rowId: "R1", draft: "3" },
    { ...receipt, rowId: "R2", draft: "4" },
  ],
};

describe("what is lacking when a standard changes", () => {
  it("keeps its standard by whatever method it is covered, and what that costs otherwise is booked", async () => {
    const desk = deskAt(book);
    expect((await postDrafts(desk, { only: null, dryRun: false })).value?.refused).toEqual([]);
    const { report, failures } = await figuresOf(await bookAt(desk));
    expect(failures).toEqual([]);
    const rows = report("stock-ledger").map((row) => [row["rowId"], row["value"], row["balanceValue"]]);
    expect(rows).toEqual([
      ["C1", -3.21, -3.21],
      ["B1", 3.2, -0.01],
      ["R1", 0.05, 0.04],
      ["R1", -0.04, 0],
      ["R2", 0.05, 0.05],
    ]);
  });
});
