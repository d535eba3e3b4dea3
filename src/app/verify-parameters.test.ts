import { broken, opened, postedOn } from "../../test/support/opened-books";
import { bookAt, deskAt, posted } from "../../test/support/posted";
import type { JsonBook, Row } from "../../test/oracle/oracle-book";
import { checkDrafts } from "./check-drafts";
import { postDrafts } from "./post-drafts";
import { reverseDocument } from "./reverse-document";
import { verifyBook } from "./verify-book";

describe("what posted figures rest on, changed after it was used", () => {
  const sold = { type: "CK", date: "2026-01-05", partner: "C", warehouse: "W", item: "A", qty: 1, price: 9 };
  const terms = [
    { code: "T", line: 1, kind: "percentTotal", value: 50, days: 10 },
    { code: "T", line: 2, kind: "remainder", months: 2, day: 15 },
  ];
  const used: JsonBook = {
    ...opened,
    partners: [{ code: "C", terms: "T" }],
    terms,
    units: [{ item: "A", unit: "box", numerator: 1, denominator: 1 }],
    items: [{ code: "A" }, { code: "S", kind: "service" }],
    sales: [
      { ...sold, draft: "1", unit: "box" },
      { ...sold, draft: "2", item: "S", warehouse: "" },
    ],
  };

  /** What verifying says once a table of the posted book is another. */
  async function told(table: string, rows: readonly Row[], before = used): Promise<readonly string[]> {
    const { book, answer } = await posted(before);
    expect(answer.refused).toEqual([]);
    expect(await broken(book)).toEqual([]);
    const { value } = await verifyBook(deskAt({ ...book, [table]: rows }));
    const own = (value?.failures ?? []).filter(({ code }) => code.endsWith("_CHANGED"));
    return own.map(({ code, table: of, column, facts }) => {
      const { was, is } = facts;
      return `${code} ${String(of)} ${String(column)}: ${String(was)} → ${String(is)}`;
    });
  }

  it("is told: terms, when debts arise, what shares one cost, goods and services", async () => {
    const later = terms.map((line) => ({ ...line, days: 20 }));
    expect(await told("terms", later)).toEqual([
      "PARAMETER_CHANGED terms code: percentTotal 50 days 10; remainder months 2 day 15 → " +
        "percentTotal 50 days 20; remainder months 2 day 15 days 20",
    ]);
    expect(await told("settings", [{ key: "receivableOn", value: "invoice" }])).toContain(
      "PARAMETER_CHANGED settings value: delivery → invoice",
    );
    const company = { ...used, settings: [{ key: "costingScope", value: "company" }] };
    expect(await told("settings", [{ key: "costingScope", value: "warehouse" }], company)).toContain(
      "PARAMETER_CHANGED settings value: company → warehouse",
    );
    expect(await told("items", [{ code: "A" }, { code: "S" }])).toContain(
      "COSTING_CHANGED items kind: service → goods",
    );
  });

  it("is told of a policy with what it was at the last post, until something is posted with it", async () => {
    const before = { ...used, settings: [{ key: "landedCost", value: "remaining" }] };
    const changed = [
      { key: "landedCost", value: "retroactive" },
      { key: "taxpayer", value: "small" },
      { key: "moneyStep", value: "0.05" },
    ];
    const expected = [
      "landedCost: remaining → retroactive",
      "taxpayer: general → small",
      "moneyStep: null → 0.05",
    ];
    const { book } = await posted(before);
    const { value } = await verifyBook(deskAt({ ...book, settings: changed }));
    const own = (value?.failures ?? []).filter(({ code }) => code === "PARAMETER_CHANGED");
    const words = own.map(
      ({ facts: { name, was, is } }) => `${String(name)}: ${String(was)} → ${String(is)}`,
    );
    expect(words).toEqual(expected);
    expect(await broken(await postedOn({ ...book, settings: changed }, "Q2"))).not.toContain(
      "PARAMETER_CHANGED 0",
    );
  });

  it("is said by a reversal as well, so that a policy is no less told after it", async () => {
    const desk = deskAt({ ...used, settings: [{ key: "landedCost", value: "remaining" }] });
    const { value } = await postDrafts(desk, { only: null, dryRun: false });
    const number = value?.posted.at(-1)?.number ?? "";
    const reversing = { number, date: "", reason: "slip", dryRun: false };
    expect((await reverseDocument(desk, reversing)).value).not.toBeNull();
    const reversed = await bookAt(desk);
    expect(await broken(reversed)).toEqual([]);
    const said = (reversed["log"] ?? [])
      .filter(({ action }) => action === "post")
      .map(({ after }) => String(after));
    expect(said).toHaveLength((value?.posted.length ?? 0) + 1);
    expect(await broken({ ...reversed, settings: [] })).toEqual(["PARAMETER_CHANGED 0"]);
    expect(said.every((after) => after.includes('"policies":[["landedCost","remaining"]]'))).toBe(true);
  });

  it("knows nothing of the policies of a book that an earlier version posted", async () => {
    const settings = [{ key: "landedCost", value: "remaining" }];
    const { book } = await posted({ ...used, settings });
    const rows = book["log"] ?? [];
    const log = rows.map((row) => ({
      ...row,
      after: String(row["after"] ?? "").replace(/,?"policies":\[[^}]*?\]\]/, ""),
    }));
    const told = await broken({ ...book, log, settings: [] });
    expect(told).not.toContain("PARAMETER_CHANGED 0");
  });

  it("is told of units by checking and posting too", async () => {
    const { book } = await posted(used);
    const units = [{ item: "A", unit: "box", numerator: 12, denominator: 1 }];
    const desk = deskAt({ ...book, units });
    const expected = [{ code: "UNIT_CHANGED", facts: { unit: "box", was: "1/1", is: "12/1" } }];
    expect((await checkDrafts(desk)).findings).toMatchObject(expected);
    expect((await postDrafts(desk, { only: null, dryRun: false })).findings).toMatchObject(expected);
  });
});
