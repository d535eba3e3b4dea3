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

const short = { minDrafts: 5, maxDrafts: 12 };

describe("program and oracle", () => {
  it(
    "agree on random books: stock, lots, moves, debts, cash, amounts; every law holds",
    () => agreement(draftBooks(short), lawRuns(1_000, 20_260_401)),
    LAW_TIME,
  );

  it(
    "agree on a few long books",
    () => agreement(draftBooks({ minDrafts: 200, maxDrafts: 200 }), lawRuns(4, 20_260_401)),
    LAW_TIME,
  );

  it(
    "agree on what falls due in instalments, and what settles each of them",
    () => agreement(termedBooks(short), lawRuns(200, 20_261_128)),
    LAW_TIME,
  );

  it.each([25, 147, 1012])("agree on the book of seed %i", async (seed) => {
    for (const day of days) await expectAgreement(sampleDraftBook(seed, { maxDrafts: 60 }), day);
  });
});
