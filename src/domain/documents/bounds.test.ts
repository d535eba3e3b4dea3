import { boltMasters } from "../../../test/support/bolt-masters";
import { preparedDrafts } from "../../../test/support/typed-drafts";

const masters = {
  ...boltMasters,
  accounts: `
    code
    BANK`,
};

const rows = {
  purchases: {
    type: "RK",
    date: "2026-01-05",
    partner: "S1",
    warehouse: "MAIN",
    item: "bolt",
    qty: "2",
    price: "3",
  },
  stock: { type: "QR", date: "2026-01-05", warehouse: "MAIN", item: "bolt", qty: "2" },
  payments: { type: "FK", date: "2026-01-05", partner: "S1", account: "BANK", amount: "5" },
};

/** Where what bound is passed by a draft with these cells, and how many are posted. */
function found(table: keyof typeof rows, cells: Readonly<Record<string, string>>) {
  const row = { ...rows[table], ...cells };
  const sheet = `${Object.keys(row).join(" ")}\n${Object.values(row).join(" ")}`;
  const { findingsOf, accepted } = preparedDrafts({ ...masters, [table]: sheet });
  const told = [...findingsOf.values()].flat().filter(({ severity }) => severity === "error");
  return [
    accepted.length,
    ...told.map(({ code, column, facts }) => `${code} ${String(column)} ${String(facts["most"])}`),
  ];
}

const quantities = ["qty", "price", "accepted", "rejected"];
const money = ["discountAmount", "documentDiscount", "paid", "net", "tax", "total"];

describe("the bounds of a number", () => {
  it.each([
    ...quantities.map((column) => ["purchases", column, 1e9] as const),
    ...["qty", "counted", "unitCost"].map((column) => ["stock", column, 1e9] as const),
    ...["discount", "taxRate"].map((column) => ["purchases", column, 1e9] as const),
    ...money.map((column) => ["purchases", column, 1e13] as const),
    ["stock", "value", 1e13] as const,
    ...["amount", "fee", "discountTaken"].map((column) => ["payments", column, 1e13] as const),
  ])(
    "are one for all: 31 digits in %s %s are out of range, as is one more than the most",
    (table, column, most) => {
      const expected = `OUT_OF_RANGE ${column} ${String(most)}`;
      for (const value of ["1234567890123456789012345678901", "1e30", String(most + 1)]) {
        expect(found(table, { [column]: value })).toEqual([0, expected]);
      }
    },
  );

  it("of a rate are 0 and 100 per cent", () => {
    expect(found("purchases", { taxRate: "101" })).toEqual([0, "OUT_OF_RANGE taxRate 100"]);
    expect(found("purchases", { discount: "100" })).toEqual([1]);
  });

  it("hold for what quantity and price come to as well", () => {
    const most = { qty: "1000000000", price: "9999.99" };
    expect(found("purchases", most)).toEqual([1]);
    for (const price of ["10000", "1000000000"]) {
      expect(found("purchases", { ...most, price })).toEqual([0, "OUT_OF_RANGE total 9999999999999.99"]);
    }
  });
});
