import * as fc from "fast-check";
import { sign } from "../oracle/fraction";
import { invoicedSales } from "../oracle/invoiced-sales";
import { readBook, textOf } from "../oracle/oracle-book";
import { costReportLaws } from "../support/cost-report-laws";
import { brokenOf } from "../support/laws-of-figures";
import { LAW_TIME, lawRuns } from "../support/law-runs";
import { figuresOf, posted } from "../support/posted";
import { draftBooks } from "../support/random-book";
import { salesLaws } from "../support/sales-laws";
import { tradeReportLaws } from "../support/trade-report-laws";

const types = "RK CK CK CK XF XF XF XF XT LS LT SK".split(" ");
const size = { minDrafts: 5, maxDrafts: 14, types };
const books = fc.oneof(
  draftBooks({ ...size, policies: { negativeStock: "allow" } }),
  draftBooks({ ...size, policies: { negativeStock: "allow", receivableOn: "delivery" } }),
);

const broken = brokenOf({ ...tradeReportLaws, ...costReportLaws, ...salesLaws });

describe("what was sold", () => {
  it(
    "is what was delivered, and what invoices say otherwise, on random books",
    async () => {
      let otherwise = 0;
      const property = fc.asyncProperty(books, async (drafts) => {
        const { book } = await posted(drafts);
        expect(broken(await figuresOf(book), book)).toEqual({});
        otherwise += invoicedSales(readBook(book)).filter(
          ({ invoice, net }) => textOf(invoice.row, "ref") !== "" && sign(net) !== 0,
        ).length;
      });
      const runs = lawRuns(1_000, 20_261_128);
      await fc.assert(property, runs);
      expect(otherwise).toBeGreaterThan(runs.numRuns / 8);
    },
    LAW_TIME,
  );
});
