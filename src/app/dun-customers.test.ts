import type { JsonBook } from "../../test/oracle/oracle-book";
import { bookAt, deskAt, posted } from "../../test/support/posted";
import { dunCustomers } from "./dun-customers";
import type { Desk } from "./desk";
import { enterRows } from "./enter-rows";
import { verifyBook } from "./verify-book";

const drafts: JsonBook = {
  settings: [
    { key: "interestRate", value: 10 },
    { key: "language", value: "en-US" },
  ],
  items: [{ code: "bolt" }],
  warehouses: [{ code: "MAIN" }],
  partners: [{ code: "P", name: "Peter" }, { code: "Q" }],
  sales: [
    { draft: "1", type: "KZ", partner: "P", date: "2026-01-01", total: 365, due: "2026-01-31" },
    { draft: "2", type: "KZ", partner: "Q", date: "2026-01-01", total: 10, due: "2026-01-31" },
  ],
};

async function owedDesk(more: JsonBook = {}): Promise<Desk> {
  return deskAt({ ...(await posted(drafts)).book, ...more });
}

const asked = { partner: "", date: "2026-02-10", dryRun: false };

describe("dunning", () => {
  it("writes down on which level a debt was dunned, and dunns it once on each", async () => {
    const desk = await owedDesk();
    const first = await dunCustomers(desk, asked);
    expect(first.value?.rows.map(({ number, level, interest }) => [number, level, interest])).toEqual([
      ["KZ-20260101-0001", 1, 1],
      ["KZ-20260101-0002", 1, 0.03],
    ]);
    expect(first.value?.rows[0]["letter"]).toBe(
      "Peter: 365.00 on our document KZ-20260101-0001 was due on 2026-01-31, 10 days ago. " +
        "If you have paid, please disregard this; else please do so soon.",
    );
    expect((await bookAt(desk))["dunning"]).toMatchObject([
      { number: "KZ-20260101-0001", line: 1, date: "2026-02-10", event: "dunned", level: 1 },
      { number: "KZ-20260101-0002", line: 1, date: "2026-02-10", event: "dunned", level: 1 },
    ]);
    expect((await dunCustomers(desk, { ...asked, date: "2026-02-20" })).value).toMatchObject({ rows: [] });
    const second = await dunCustomers(desk, { ...asked, date: "2026-03-05", partner: "P" });
    expect(second.value?.rows.map(({ level, dunned }) => [level, dunned])).toEqual([[2, 1]]);
    expect((await verifyBook(desk)).value).toMatchObject({ ok: true, failures: [] });
  });

  it("writes nothing where it is only shown", async () => {
    const desk = await owedDesk();
    const { value } = await dunCustomers(desk, { ...asked, dryRun: true });
    expect(value).toMatchObject({ changed: 0, totals: { open: 375, interest: 1.03 } });
    expect((await bookAt(desk))["dunning"]).toBeUndefined();
  });

  it("takes levels and words from the book, in its language", async () => {
    const dunningLevels = [{ level: 1, days: 3, letterEn: "{partner} owes {open} for {days} days: {why}" }];
    const desk = await owedDesk({ dunningLevels });
    const { value } = await dunCustomers(desk, { ...asked, date: "2026-02-03", partner: "Peter" });
    expect(value?.rows.map(({ letter }) => letter)).toEqual(["Peter owes 365.00 for 3 days: {why}"]);
  });

  it("is told of a record of no document, and of a promise without a day", async () => {
    const desk = await owedDesk();
    const row = { number: "KZ-20260101-0009", date: "2026-02-01", event: "disputed" };
    await enterRows(desk, { table: "dunning", rows: [row] });
    expect((await verifyBook(desk)).value?.failures).toMatchObject([
      { code: "UNKNOWN_REF", table: "dunning", row: 1, column: "number" },
    ]);
    const promise = { number: "KZ-20260101-0001", date: "2026-02-01", event: "promised" };
    const { value, findings } = await enterRows(desk, { table: "dunning", rows: [promise] });
    expect([value, findings.map(({ code, column }) => [code, column])]).toEqual([
      null,
      [["REQUIRED", "until"]],
    ]);
  });
});
