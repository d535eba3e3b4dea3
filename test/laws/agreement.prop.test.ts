import * as fc from "fast-check";
import { oracleFigures } from "../oracle/figures";
import type { JsonBook } from "../oracle/oracle-book";
import { opinions } from "../support/agreement";
import { figuresOf, posted } from "../support/posted";
import { draftBooks, sampleDraftBook } from "../support/random-book";

const days = ["2026-01-05", "2026-01-20", "2026-02-05", "2199-12-31"];

/** Posts a book of drafts and compares all that program and oracle say of it, at the end of a day. */
async function expectAgreement(drafts: JsonBook, day: string): Promise<void> {
  const { book } = await posted(drafts);
  const figures = await figuresOf(book);
  const { program, oracle } = opinions(book, figures, day);
  expect(program).toEqual(oracle);
  expect(figures.failures).toEqual([]);
  expect(oracleFigures(book, "").violations).toEqual([]);
}

function agreement(size: { readonly minDrafts: number; readonly maxDrafts: number }, numRuns: number) {
  const property = fc.asyncProperty(draftBooks(size), fc.constantFrom(...days), expectAgreement);
  return fc.assert(property, {
    numRuns,
    seed: 20_260_401,
    interruptAfterTimeLimit: 240_000,
    endOnFailure: true,
  });
}

describe("program and oracle", () => {
  it("agree on 1,000 random books: stock, lots, moves, debts, cash, amounts; the self-check holds", async () => {
    await agreement({ minDrafts: 5, maxDrafts: 36 }, 1_000);
  }, 300_000);

  it("agree on a few long books", async () => {
    await agreement({ minDrafts: 200, maxDrafts: 200 }, 8);
  }, 60_000);

  // A shortage among layers, a price agreed later in boxes, a payment ahead of its invoice: books that once
  // parted them.
  it.each([25, 40, 44, 89, 147, 1012, 1028])("agree on the book of seed %i", async (seed) => {
    for (const day of days) await expectAgreement(sampleDraftBook(seed, { maxDrafts: 60 }), day);
  });
});
