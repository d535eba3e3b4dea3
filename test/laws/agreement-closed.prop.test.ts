import * as fc from "fast-check";
import { type JsonBook, type Row, rowsOf } from "../oracle/oracle-book";
import { programTold } from "../support/agreement";
import { postedAcrossClose } from "../support/closed-book";
import { days, expectAgreed } from "../support/expect-agreement";
import { LAW_TIME, lawRuns } from "../support/law-runs";
import { figuresOf } from "../support/posted";
import { draftBooks, shortBooks } from "../support/random-book";
import { lateBooks } from "../support/random-late";

/** What the program says of a book at the end of January. */
async function january(book: JsonBook) {
  const { amounts: _, ...told } = programTold(book, await figuresOf(book), "2026-01-31");
  return told;
}

/** Every other item is averaged by the month, whatever it was. */
function byMonth(row: Row, at: number): Row {
  return at % 2 === 0 ? { ...row, costing: "monthly-average" } : row;
}

const policies = { ageingBuckets: "3,10,20,30" };

describe("program and oracle, across the close of a month", () => {
  it(
    "agree on what comes after a month is closed, which stays as it was",
    () => {
      const books = shortBooks((size) => lateBooks({ ...size, policies }));
      const property = fc.asyncProperty(books, fc.constantFrom(...days), async (drafts, day) => {
        const { closed, book } = await postedAcrossClose(drafts);
        await expectAgreed(book, day);
        expect(await january(book)).toEqual(await january(closed));
      });
      return fc.assert(property, lawRuns(600, 20_261_130));
    },
    LAW_TIME,
  );

  it(
    "agree on what is short when a month is closed, whoever covers it, and when",
    () => {
      const types = "RK CK XT LS QR QC BS BY DB LL CP KZ".split(" ");
      const books = shortBooks((size) =>
        draftBooks({ ...size, types, policies: { negativeStock: "allow" } }),
      );
      const cuts = fc.constantFrom("2026-01-31", "2026-02-12");
      const property = fc.asyncProperty(books, cuts, async (drafts, until) => {
        const averaged = { ...drafts, items: rowsOf(drafts, "items").map(byMonth) };
        const { closed, book } = await postedAcrossClose(averaged, until);
        await expectAgreed(book, "2199-12-31");
        expect(await january(book)).toEqual(await january(closed));
      });
      return fc.assert(property, lawRuns(600, 20_261_201));
    },
    LAW_TIME,
  );
});
