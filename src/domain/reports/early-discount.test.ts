import type { JsonBook, Row } from "../../../test/oracle/oracle-book";
import { figuresOf, posted } from "../../../test/support/posted";

const receipt = { type: "RK", partner: "S", warehouse: "W", item: "A" };
const terms = { code: "T", line: 1, kind: "remainder", days: 30, discountPercent: 2, discountDays: 10 };

/** What is told of the early discount on days, once a receipt of 6 at 8.00 of January 5 is invoiced so. */
async function offered(invoice: Row, days: readonly string[], more: JsonBook = {}) {
  const { book, answer } = await posted({
    items: [{ code: "A", taxRate: 13 }],
    warehouses: [{ code: "W" }],
    partners: [{ code: "S", kind: "supplier", terms: "T" }],
    terms: [terms],
    purchases: [
      { ...receipt, rowId: "R1", draft: "1", date: "2026-01-05", qty: 6, price: 8 },
      { type: "CF", partner: "S", draft: "2", date: "2026-02-06", ref: "R1", ...invoice },
    ],
    ...more,
  });
  expect(answer.refused).toEqual([]);
  const { report } = await figuresOf(book);
  return days.map((asOf) => {
    const [row] = report("open-items", { asOf, side: "payable" });
    return [row["amount"], row["discount"], row["discountUntil"]];
  });
}

describe("an early discount as of a day", () => {
  const days = ["2026-01-31", "2026-02-05", "2026-02-06", "2026-12-31"];

  it("is of what was owed on that day, whatever an invoice said later", async () => {
    const before = [54.24, 1.08, "2026-01-15"];
    const after = [47.46, 0.95, "2026-01-15"];
    expect(await offered({ item: "A", qty: 6, price: 7 }, days)).toEqual([before, before, after, after]);
  });

  it("is there until an invoice brings terms that give none", async () => {
    const plain = { code: "N", line: 1, kind: "remainder", days: 60 };
    const before = [54.24, 1.08, "2026-01-15"];
    const after = [54.24, null, null];
    const invoice = { item: "A", qty: 6, price: 8, terms: "N" };
    expect(await offered(invoice, days, { terms: [terms, plain] })).toEqual([before, before, after, after]);
  });
});
