import { little as shop, receipt, run } from "./terminal";

const little = { ...shop, accounts: [{ code: "BANK" }] };
const begin = { verb: "new", book: little, now: "2026-01-30T08:00:00", seed: 3 };
const into = (table: string, ...rows: readonly object[]) => ({ verb: "enter", table, rows });
const post = { verb: "post" };
const sold = {
  type: "CK",
  date: "2026-01-06",
  partner: "P1",
  warehouse: "MAIN",
  item: "bolt",
  qty: 1,
  price: 9,
};
const paid = { type: "SK", date: "2026-01-07", partner: "P1", account: "BANK" };

const codesOf = ({ refused }: { readonly refused?: unknown }): unknown => {
  const all: readonly { readonly findings: readonly { readonly code: string }[] }[] = Array.isArray(refused)
    ? refused
    : [];
  return all.flatMap(({ findings }) => findings.map(({ code }) => code));
};

describe("posting", () => {
  it("refuses a payment that names a document with nothing left open, and keeps the name", () => {
    const first = into("payments", { ...paid, amount: 9, against: "CK-20260106-0001" });
    const again = into("payments", { ...paid, amount: 4, against: "CK-20260106-0001" });
    const { told } = run([
      begin,
      into("purchases", receipt),
      into("sales", sold),
      post,
      first,
      post,
      again,
      post,
      { verb: "table", table: "payments" },
    ]);
    expect(codesOf(told[7])).toEqual(["OVER_SETTLED"]);
    expect(told[8].rows.map(({ against, status }) => [against, status])).toEqual([
      ["CK-20260106-0001:9.00", "posted"],
      ["CK-20260106-0001", null],
    ]);
  });

  it("asks for the value of a count's gain where the book says that it is typed", () => {
    const book = { ...little, settings: [...little.settings, { key: "countGainCost", value: "typed" }] };
    const count = { type: "PD", date: "2026-01-08", warehouse: "MAIN", item: "bolt", counted: 99 };
    const { told } = run([
      { ...begin, book },
      into("purchases", receipt),
      post,
      into("stock", count),
      post,
      into("stock", { ...count, value: 5 }),
      { verb: "post" },
    ]);
    expect(codesOf(told[4])).toEqual(["REQUIRED"]);
    expect(told[6].posted).toHaveLength(1);
  });

  it("lets a transfer of the day arrive before what goes out, where receipts go first", () => {
    const book = {
      ...little,
      warehouses: [...little.warehouses, { code: "SHOP" }],
      settings: [...little.settings, { key: "sameDayOrder", value: "receiptsFirst" }],
    };
    const day = receipt.date;
    const { told } = run([
      { ...begin, book },
      into("sales", { ...sold, date: day, warehouse: "SHOP" }),
      into("stock", { type: "DB", date: day, warehouse: "MAIN", toWarehouse: "SHOP", item: "bolt", qty: 1 }),
      into("purchases", receipt),
      post,
    ]);
    expect(codesOf(told[4])).toEqual([]);
  });

  it("takes amounts up to ten trillion wherever money stands", () => {
    const amount = 9_999_999_999_999.99;
    const { told } = run([
      begin,
      into("payments", { ...paid, amount }),
      post,
      into("payments", { ...paid, amount: 1e14 }),
    ]);
    expect(told[2].posted).toHaveLength(1);
    expect(told[3].ok).toBe(false);
  });
});
