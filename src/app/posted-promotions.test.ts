import { posted } from "../../test/support/posted";
import type { Row } from "../../test/oracle/oracle-book";

const masters = {
  items: [{ code: "A" }, { code: "B" }],
  warehouses: [{ code: "W1" }],
  partners: [
    { code: "C", kind: "customer" },
    { code: "D", kind: "customer" },
  ],
};
const order = { type: "XS", date: "2026-01-05", partner: "C", warehouse: "W1", item: "A", qty: 2, price: 10 };

/** What is taken off an order of 20.00 where the book has one promotion. */
async function takenOff(promotion: Row): Promise<unknown> {
  const promotions = [{ code: "P", priority: 1, kind: "percent", value: 10, ...promotion }];
  const { book } = await posted({ ...masters, promotions, sales: [order] });
  return book["sales"]?.at(0)?.["discountAmount"] ?? null;
}

describe("a promotion", () => {
  it("takes off for whom and what it names, and for all where it names nothing", async () => {
    expect(await takenOff({})).toBe(2);
    expect(await takenOff({ item: "A", partner: "C", to: "2026-01-05" })).toBe(2);
    expect(await takenOff({ item: "B" })).toBe(null);
    expect(await takenOff({ partner: "D" })).toBe(null);
  });

  it("takes nothing off anybody where it names what the book does not know, or a day that is none", async () => {
    expect(await takenOff({ item: "AA" })).toBe(null);
    expect(await takenOff({ partner: "CC" })).toBe(null);
    expect(await takenOff({ to: "next week" })).toBe(null);
  });
});
