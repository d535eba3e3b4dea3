import { bookAt, deskAt, posted } from "../../test/support/posted";
import type { JsonBook, Row } from "../../test/oracle/oracle-book";
import { checkDrafts } from "./check-drafts";

const masters: JsonBook = {
  items: [{ code: "A", unit: "pc" }],
  warehouses: [{ code: "W" }],
  partners: [{ code: "P" }, { code: "Q" }],
};
const receipt = { type: "RK", date: "2026-01-05", partner: "P", warehouse: "W", item: "A", qty: 1, price: 1 };

/** The purchases once the drafts were checked. */
async function checked(purchases: readonly Row[], other: JsonBook = {}): Promise<readonly Row[]> {
  const desk = deskAt({ ...masters, ...other, purchases });
  await checkDrafts(desk);
  return (await bookAt(desk))["purchases"] ?? [];
}

describe("checking", () => {
  it("gives every row of a document its mark, one with a cell that cannot be read too, as it was typed", async () => {
    const rows = await checked([
      { ...receipt, qty: "ten", partner: "P" },
      { item: "A", qty: 2, price: 1 },
      { ...receipt, partner: "Pp" },
      { ...receipt, type: "ZZ" },
    ]);
    const marks = rows.map(({ draft }) => String(draft));
    expect(marks.every((mark) => /^[0-9A-Z]{8}$/.test(mark))).toBe(true);
    expect([marks[0] === marks[1], new Set(marks).size]).toEqual([true, 3]);
    expect(rows.map(({ qty, partner, type }) => [qty, partner, type])).toEqual([
      ["ten", "P", "RK"],
      [2, "P", "RK"],
      [1, "Pp", "RK"],
      [1, "P", "ZZ"],
    ]);
  });

  it("puts the document's discount into its first row, wherever it was typed", async () => {
    const rows = await checked([receipt, { item: "A", qty: 2, price: 1, documentDiscount: "1" }]);
    expect(rows.map(({ documentDiscount }) => documentDiscount)).toEqual([1, 1]);
  });
});

describe("rows without a mark", () => {
  const documents = async (...rows: readonly Row[]): Promise<number> => {
    const marks = (await checked(rows)).map(({ draft }) => draft);
    return new Set(marks).size;
  };

  it("whose date or partner cannot be read are one document only where the same was typed", async () => {
    expect(await documents({ ...receipt, date: "1/5/2026" }, { ...receipt, date: "2026-02-30" })).toBe(2);
    expect(await documents({ ...receipt, date: "2026-02-30" }, { ...receipt, date: "2026-02-30" })).toBe(1);
    expect(await documents({ ...receipt, partner: "Pp" }, { ...receipt, partner: "Qq" })).toBe(2);
    expect(await documents({ ...receipt, partner: "Pp" }, { ...receipt, partner: null })).toBe(2);
  });

  it("stay one document where a cell that is no header cannot be read", async () => {
    const count = { type: "QR", date: "2026-01-05", warehouse: "W", item: "A", qty: 1, value: 1 };
    const { answer } = await posted({ ...masters, stock: [count, { ...count, qty: "ten" }] });
    expect([answer.posted.length, answer.refused.length]).toEqual([0, 1]);
  });
});

describe("price rules that cannot be meant", () => {
  it("are told at their row: a price below nothing, and what takes off less than nothing or more than all", async () => {
    const { findings } = await checkDrafts(
      deskAt({
        items: [{ code: "A" }],
        prices: [
          { item: "A", price: -1 },
          { item: "A", price: 0 },
        ],
        promotions: [
          { code: "P1", kind: "percent", item: "A", value: 150 },
          { code: "P2", kind: "amount", item: "A", value: -10 },
          { code: "P3", kind: "percent", item: "A", value: 100 },
        ],
      }),
    );
    expect(findings.map(({ code, table, row, column }) => [code, table, row, column])).toEqual([
      ["OUT_OF_RANGE", "prices", 1, "price"],
      ["OUT_OF_RANGE", "promotions", 1, "value"],
      ["OUT_OF_RANGE", "promotions", 2, "value"],
    ]);
  });
});
