import * as fc from "fast-check";
import { oracleFigures } from "../oracle/figures";
import type { JsonBook } from "../oracle/oracle-book";
import { opinions } from "../support/agreement";
import { brokenLaws } from "../support/book-laws";
import { figuresOf, posted } from "../support/posted";
import { LAW_TIME, lawRuns } from "../support/law-runs";
import { draftBooks, sampleDraftBook } from "../support/random-book";
import { termedBooks } from "../support/random-terms";

const days = ["2026-01-05", "2026-01-20", "2026-02-05", "2199-12-31"];
/** Days on which some of what falls due later is due. */
const laterDays = [...days, "2026-04-01", "2026-05-15"];

/** Posts a book of drafts and compares all that program and oracle say of it, at the end of a day. */
async function expectAgreement(drafts: JsonBook, day: string): Promise<void> {
  const { book } = await posted(drafts);
  const figures = await figuresOf(book);
  const { program, oracle } = opinions(book, figures, day);
  if (oracleFigures(book, day).isSettled) expect(program).toEqual(oracle);
  expect(brokenLaws(figures, book)).toEqual({});
  expect(oracleFigures(book, "").violations).toEqual([]);
}

function agreement(books: fc.Arbitrary<JsonBook>, runs: ReturnType<typeof lawRuns>) {
  return fc.assert(fc.asyncProperty(books, fc.constantFrom(...days), expectAgreement), runs);
}

const short = { minDrafts: 5, maxDrafts: 12, policies: { ageingBuckets: "3,10,20,30" } };
const netted = { ...short, policies: { ageingBuckets: "10,25,60", advancesInAgeing: "netted" } };

describe("program and oracle", () => {
  it(
    "agree on random books: stock, lots, moves, debts, ages, cash, amounts; every law holds",
    () => agreement(draftBooks(short), lawRuns(1_000, 20_260_401)),
    LAW_TIME,
  );

  it(
    "agree on a few long books",
    () => agreement(draftBooks({ minDrafts: 200, maxDrafts: 200 }), lawRuns(4, 20_260_401)),
    LAW_TIME,
  );

  it(
    "agree on what falls due in instalments, what settles each of them, and how old debts are then",
    () => {
      const books = fc.oneof(termedBooks(short), termedBooks(netted));
      const property = fc.asyncProperty(books, fc.constantFrom(...laterDays), expectAgreement);
      return fc.assert(property, lawRuns(200, 20_261_128));
    },
    LAW_TIME,
  );

  it.each([25, 147, 1012])("agree on the book of seed %i", async (seed) => {
    for (const day of days) await expectAgreement(sampleDraftBook(seed, { maxDrafts: 60 }), day);
  });
});
