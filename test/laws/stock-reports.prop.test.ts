import * as fc from "fast-check";
import type { JsonBook, Row } from "../oracle/oracle-book";
import { brokenOf } from "../support/laws-of-figures";
import { LAW_TIME, lawRuns } from "../support/law-runs";
import { figuresOf, posted } from "../support/posted";
import { draftBooks } from "../support/random-book";
import { stockReportLaws } from "../support/stock-report-laws";

const size = { minDrafts: 4, maxDrafts: 12 };

/** Rows of stock say why; goods of one item are taxed at another rate. */
function withReasons(book: JsonBook, codes: readonly (string | null)[]): JsonBook {
  const reasons = [
    { code: "theft", name: "theft", vat: "inputOut" },
    { code: "gift", name: "gift", vat: "deemedSale" },
    { code: "norm", name: "norm", vat: "none" },
  ];
  const isTold = (row: Row): boolean => ["PD", "BS", "BY", "QR", "QC"].includes(String(row["type"]));
  const stock = (book["stock"] ?? []).map((row, at) =>
    isTold(row) ? { ...row, reason: codes.at(at % codes.length) ?? "norm" } : row,
  );
  const items = (book["items"] ?? []).map((row, at) => (at === 1 ? { ...row, taxRate: 9 } : row));
  return { ...book, reasons, stock, items };
}

describe("reports on stock", () => {
  it(
    "say of stock what was gained, lost, moved and borne by it, on random books",
    async () => {
      const types = "RK CF CT FT CK XT DB DC DR PD BS BY CB QR QC ZX CJ LL CP KZ LS".split(" ");
      const books = draftBooks({ ...size, types, policies: { taxRate: "13" } });
      const codes = fc.array(fc.constantFrom("theft", "gift", "norm", null), { minLength: 3, maxLength: 5 });
      const broken = brokenOf(stockReportLaws);
      const property = fc.asyncProperty(books, codes, async (drafts, told) => {
        const { book } = await posted(withReasons(drafts, told));
        expect(broken(await figuresOf(book), book)).toEqual({});
      });
      await fc.assert(property, lawRuns(1_000, 20_261_128));
    },
    LAW_TIME,
  );
});
