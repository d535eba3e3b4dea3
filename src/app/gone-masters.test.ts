import { bookAt, deskAt } from "../../test/support/posted";
import { textOf } from "../../test/support/run-report";
import type { JsonBook } from "../../test/oracle/oracle-book";
import { postDrafts } from "./post-drafts";
import { runReport } from "./run-report";
import { verifyBook } from "./verify-book";

const goods = { partner: "P", warehouse: "MAIN", date: "2026-01-05" };
const drafts: JsonBook = {
  items: [{ code: "bolt", costing: "fifo" }, { code: "nut" }, { code: "work", kind: "service" }],
  units: [{ item: "bolt", unit: "box", numerator: 12, denominator: 1 }],
  warehouses: [{ code: "MAIN" }, { code: "SHOP" }],
  partners: [{ code: "P" }, { code: "Q" }],
  accounts: [{ code: "BANK" }],
  purchases: [
    { ...goods, draft: "1", type: "RK", item: "bolt", qty: 1, unit: "box", price: 24 },
    { ...goods, draft: "2", type: "RK", item: "bolt", qty: 12, price: 4 },
    { ...goods, draft: "3", type: "RK", item: "nut", qty: 10, price: 1 },
    { ...goods, draft: "4", type: "RK", item: "work", qty: 1, price: 9 },
  ],
  sales: [{ ...goods, draft: "5", type: "CK", date: "2026-01-06", item: "bolt", qty: 13, price: 10 }],
  payments: [{ draft: "6", type: "SK", date: "2026-01-07", partner: "P", account: "BANK", amount: 50 }],
};

async function bookWithout(gone: Readonly<Record<string, string>>, more: JsonBook = {}): Promise<JsonBook> {
  const desk = deskAt({ ...drafts, ...more });
  const { value } = await postDrafts(desk, { only: null, dryRun: false });
  expect(value?.refused).toEqual([]);
  const book = await bookAt(desk);
  const left = Object.entries(gone).map(([table, code]) => {
    return [table, (book[table] ?? []).filter((row) => row["code"] !== code)] as const;
  });
  return { ...book, ...Object.fromEntries(left) };
}

async function report(book: JsonBook, code: string, columns: string) {
  const { value, findings } = await runReport(deskAt(book), { code, params: {}, sheet: false });
  const told = findings.map(
    ({ code: is, table, facts }) => `${is} ${table ?? ""} ${String(facts["member"])}`,
  );
  return { rows: textOf(value?.rows ?? [], columns), totals: value?.totals ?? null, told };
}

const ASKED = [
  ["stock-on-hand", "item warehouse qty value"],
  ["stock-movement", "item warehouse inQty inValue outQty outValue closingQty closingValue"],
  ["stock-lots", "item warehouse qty value"],
  ["gross-profit", "item cost profit"],
  ["open-items", "partner number amount open"],
  ["partner-ageing", "partner total"],
  ["cash-book", "account number in out balance"],
] as const;

describe("masters deleted from their tables while posted rows name them", () => {
  it.each(ASKED)("stay in %s by their codes, at the same figures, and are told", async (code, columns) => {
    const whole = await report(await bookWithout({}), code, columns);
    expect(whole.rows.length).toBeGreaterThan(0);
    const gone = { items: "bolt", warehouses: "MAIN", partners: "P", accounts: "BANK" };
    const { told, ...shown } = await report(await bookWithout(gone), code, columns);
    expect(shown).toEqual({ rows: whole.rows, totals: whole.totals });
    expect(told).toEqual([
      "MASTER_GONE items bolt",
      "MASTER_GONE warehouses MAIN",
      "MASTER_GONE partners P",
      "MASTER_GONE accounts BANK",
    ]);
  });

  it("keep what they had in their own unit, beside other units and in what was made of them", async () => {
    const made = { ...goods, partner: null, type: "ZX", draft: "7", date: "2026-01-07" };
    const more: JsonBook = {
      items: [
        { code: "bolt", unit: "pc", costing: "fifo" },
        { code: "nut", unit: "pc" },
        { code: "kit", unit: "set" },
      ],
      purchases: (drafts["purchases"] ?? []).filter(({ item }) => item !== "work"),
      stock: [
        { ...made, item: "nut", role: "component", qty: 4 },
        { ...made, item: "kit", role: "product", qty: 2 },
      ],
    };
    for (const item of ["bolt", "nut", "kit"]) {
      const columns = "item qty value unitCost";
      const whole = await report(await bookWithout({}, more), "stock-on-hand", columns);
      expect(whole.rows).toEqual(["bolt 11 44 4", "kit 2 4 2", "nut 6 6 1"]);
      const { rows, told } = await report(await bookWithout({ items: item }, more), "stock-on-hand", columns);
      expect([rows.toSorted(), told]).toEqual([whole.rows, [`MASTER_GONE items ${item}`]]);
    }
  });

  it("stay services where the log tells that they were", async () => {
    const { rows } = await report(await bookWithout({ items: "work" }), "stock-on-hand", "item qty value");
    expect(rows).toEqual(["bolt 11 44", "nut 10 10"]);
  });

  it("are unknown to drafts, and told by the self-check row by row", async () => {
    const book = await bookWithout({ items: "bolt" });
    const draft = { ...goods, type: "RK", draft: "d", item: "bolt", qty: 1, price: 2 };
    const desk = deskAt({ ...book, purchases: [...(book["purchases"] ?? []), draft] });
    const { value } = await postDrafts(desk, { only: null, dryRun: false });
    const [refused] = value?.refused ?? [];
    expect(refused.findings.map(({ code, row, column }) => [code, row, column])).toEqual([
      ["UNKNOWN_CODE", 5, "item"],
    ]);
    const { value: checked } = await verifyBook(deskAt(book));
    const unknown = checked?.failures.filter(({ code }) => code === "UNKNOWN_CODE") ?? [];
    expect(unknown.map(({ code, table, row }) => [code, table, row])).toEqual([
      ["UNKNOWN_CODE", "purchases", 1],
      ["UNKNOWN_CODE", "purchases", 2],
      ["UNKNOWN_CODE", "sales", 1],
    ]);
  });
});
