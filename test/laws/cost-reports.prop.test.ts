import * as fc from "fast-check";
import type { JsonBook } from "../oracle/oracle-book";
import { costReportLaws } from "../support/cost-report-laws";
import { brokenOf, sums } from "../support/laws-of-figures";
import { LAW_TIME, lawRuns } from "../support/law-runs";
import { figuresOf, posted } from "../support/posted";
import type { Figures } from "../support/posted";
import { draftBooks } from "../support/random-book";

const size = { minDrafts: 4, maxDrafts: 10 };

const METHODS = ["moving-average", "fifo", "lifo", "monthly-average", "batch", "standard"];

/** The same posted book, all of it costed by one method from the start. */
function costedBy(book: JsonBook, costing: string): JsonBook {
  const others = (book["settings"] ?? []).filter(({ key }) => key !== "costing");
  return {
    ...book,
    settings: [...others, { key: "costing", value: costing }],
    items: (book["items"] ?? []).map((row) => ({ ...row, costing })),
    methodChange: [],
  };
}

/** What a book says of its items: what there is, what sold of it cost, what came later. */
function itemsToldOf(
  { report }: Figures,
  days: { readonly from: string; readonly to: string },
): readonly string[] {
  const held = report("stock-on-hand", { asOf: days.to }).map(({ item, qty, value }) => ({
    item,
    qty,
    value,
  }));
  const sold = report("gross-profit", days).map(({ item, cost, difference }) => ({ item, cost, difference }));
  return sums([...held, ...sold], "item", "qty value cost difference");
}

/** What the comparison says of the same under a method. */
function itemsCompared(
  { report }: Figures,
  days: { readonly from: string; readonly to: string },
  method: string,
) {
  const rows = report("costing-compare", days).map((row) => ({
    ...{ item: row["item"], qty: row["qty"], value: row[`${method}|value`] },
    ...{ cost: row[`${method}|cogs`], difference: row[`${method}|difference`] },
  }));
  return sums(rows, "item", "qty value cost difference");
}

describe("reports on costs", () => {
  it(
    "say of costs what sales, receipts, returns and what came late cost, on random books",
    async () => {
      const types = "RK CF CT FT CK XF XT LS LT DB PD BS BY QR QC KZ".split(" ");
      const books = fc.oneof(
        draftBooks({ ...size, types, policies: { landedCost: "remaining" } }),
        draftBooks({ ...size, types, policies: { landedCost: "retroactive" } }),
        draftBooks({ ...size, types: "RK CF FT CK XF LS BS".split(" "), policies: { costing: "standard" } }),
      );
      const broken = brokenOf(costReportLaws);
      const property = fc.asyncProperty(books, async (drafts) => {
        const { book } = await posted(drafts);
        expect(broken(await figuresOf(book), book)).toEqual({});
      });
      await fc.assert(property, lawRuns(1_000, 20_261_129));
    },
    LAW_TIME,
  );

  it(
    "compare each method by what a book says that is costed by it, on random books",
    async () => {
      const types = "RK CF CT FT CK XT LS LT DB PD BS QR KZ".split(" ");
      const books = draftBooks({ minDrafts: 4, maxDrafts: 9, types });
      const days = fc.constantFrom(
        { from: "2026-01-01", to: "2026-12-31" },
        { from: "2026-01-12", to: "2026-02-03" },
      );
      const property = fc.asyncProperty(
        books,
        days,
        fc.constantFrom(...METHODS),
        async (drafts, asked, method) => {
          const { book } = await posted(drafts);
          const compared = itemsCompared(await figuresOf(book), asked, method);
          expect(compared).toEqual(itemsToldOf(await figuresOf(costedBy(book, method)), asked));
        },
      );
      await fc.assert(property, lawRuns(1_000, 20_261_130));
    },
    LAW_TIME,
  );
});
