import * as fc from "fast-check";
import { expectedAmounts } from "../oracle/figures";
import { decimalText, fraction } from "../oracle/fraction";
import { readBook, rowsOf, textOf } from "../oracle/oracle-book";
import type { JsonBook, Row } from "../oracle/oracle-book";
import { discountAmounts } from "../oracle/promotions";
import { LAW_TIME, lawRuns } from "../support/law-runs";
import { posted } from "../support/posted";
import { draftBooks } from "../support/random-book";

const cents = (max: number): fc.Arbitrary<number> => fc.integer({ min: 1, max }).map((n) => n / 100);

/** Whom, what and when a promotion is for. */
const aim = fc.record({
  partner: fc.constantFrom("", "", "C1", "B1"),
  item: fc.constantFrom("", "G1", "G2"),
  from: fc.constantFrom("", "", "2026-01-10"),
  to: fc.constantFrom("", "", "2026-01-25"),
});

const kinds = fc.oneof(
  fc.record({ kind: fc.constant("percent"), value: cents(9_000), threshold: fc.constantFrom(null, 2, 7.5) }),
  fc.record({ kind: fc.constant("price"), value: cents(9_000), threshold: fc.constantFrom(null, 2) }),
  fc.record({
    kind: fc.constant("gift"),
    gift: fc.constantFrom("", "G1", "G2", "G3"),
    value: fc.constantFrom(1, 2, 0.5),
    threshold: fc.constantFrom(1, 3, 7.5),
  }),
  fc.record({ kind: fc.constant("amount"), value: cents(900), threshold: fc.constantFrom(10, 33.33, 100) }),
);

/** Promotions of which no two have one priority. */
const promotions = fc
  .array(fc.tuple(kinds, aim), { minLength: 1, maxLength: 4 })
  .map((all) =>
    all.map(([what, whom], at) => ({ code: `P${at}`, priority: (at * 7) % 5, ...what, ...whom })),
  );

/** What the program takes off lines and what they come to then, and what has to be: by rowId. */
function offered(drafts: JsonBook, book: JsonBook): { told: readonly string[]; expected: readonly string[] } {
  const sold = rowsOf(book, "sales").filter((row) => textOf(row, "status") === "posted");
  const ids = new Set(sold.map((row) => textOf(row, "rowId")));
  const typed = readBook({
    ...drafts,
    sales: rowsOf(drafts, "sales").map((row) => ({ ...row, status: "posted" })),
  });
  const documents = new Map<string, typeof typed.entries>();
  for (const entry of typed.entries.filter(({ rowId, table }) => table === "sales" && ids.has(rowId))) {
    const draft = textOf(entry.row, "draft");
    documents.set(
      draft,
      [...(documents.get(draft) ?? []), entry].sort((a, b) => a.line - b.line),
    );
  }
  const off = [...documents.values()].flatMap((entries) => {
    const amounts = discountAmounts(typed, entries).map(decimalText);
    return entries.map(({ rowId }, at) => `${rowId} off ${amounts[at]}`);
  });
  const amounts = expectedAmounts(book, "sales").map(
    ({ rowId, ...own }) => `${rowId} ${Object.values(own).join(" ")}`,
  );
  const shown = (row: Row, id: string): string => decimalText(fraction(textOf(row, id) || "0"));
  return {
    expected: [...off, ...amounts].sort(),
    told: sold
      .flatMap((row) => [
        `${textOf(row, "rowId")} off ${shown(row, "discountAmount")}`,
        `${textOf(row, "rowId")} ${["net", "tax", "total"].map((id) => shown(row, id)).join(" ")}`,
      ])
      .sort(),
  };
}

describe("promotions", () => {
  it(
    "take off every line of a sale what the second opinion says, by their priority, on random books",
    async () => {
      const types = "RK CK LS BJ XS".split(" ");
      const books = draftBooks({ minDrafts: 3, maxDrafts: 9, types });
      let off = 0;
      const property = fc.asyncProperty(books, promotions, async (drafts, offers) => {
        const unreferred = rowsOf(drafts, "sales").map(({ ref: _, ...row }) => row);
        const typed = { ...drafts, sales: unreferred, promotions: offers };
        const { told, expected } = offered(typed, (await posted(typed)).book);
        expect(told).toEqual(expected);
        off += told.filter((line) => /off [^0]/.test(line)).length;
      });
      const runs = lawRuns(1_000, 20_261_128);
      await fc.assert(property, runs);
      expect(off).toBeGreaterThan(runs.numRuns / 4);
    },
    LAW_TIME,
  );
});
