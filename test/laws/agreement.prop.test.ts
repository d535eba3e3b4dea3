import * as fc from "fast-check";
import { agreement, days, expectAgreement } from "../support/expect-agreement";
import { LAW_TIME, lawRuns } from "../support/law-runs";
import { draftBooks, sampleDraftBook, shortBooks } from "../support/random-book";
import { termedBooks } from "../support/random-terms";

/** Days on which some of what falls due later is due. */
const laterDays = [...days, "2026-04-01", "2026-05-15"];

const short = { ageingBuckets: "3,10,20,30" };
const netted = { ageingBuckets: "10,25,60", advancesInAgeing: "netted" };

describe("program and oracle", () => {
  it(
    "agree on random books: stock, lots, moves, debts, ages, cash, amounts; every law holds",
    () => {
      const books = draftBooks({ minDrafts: 5, maxDrafts: 12, policies: short });
      return agreement(books, lawRuns(1_000, 20_260_401));
    },
    LAW_TIME,
  );

  it(
    "agree on tax that is rounded once a rate and document",
    () => {
      const policies = { ...short, taxRounding: "document" };
      const books = shortBooks((size) => draftBooks({ ...size, policies }));
      return agreement(books, lawRuns(1_000, 20_261_131));
    },
    LAW_TIME,
  );

  it(
    "agree on goods at standard cost that run short",
    () => {
      const policies = { costing: "standard", negativeStock: "allow", batchCost: "batch" };
      return agreement(draftBooks({ minDrafts: 5, maxDrafts: 12, policies }), lawRuns(1_000, 20_261_201));
    },
    LAW_TIME,
  );

  it(
    "agree on long books, besides, and on a few as long as a busy month",
    async () => {
      await agreement(draftBooks({ minDrafts: 60, maxDrafts: 120 }), lawRuns(10, 20_261_202));
      await agreement(draftBooks({ minDrafts: 200, maxDrafts: 200 }), lawRuns(4, 20_260_401));
    },
    LAW_TIME,
  );

  it(
    "agree on what falls due in instalments, what settles each of them, and how old debts are then",
    () => {
      const books = shortBooks((size) =>
        fc.oneof(...[short, netted].map((policies) => termedBooks({ ...size, policies }))),
      );
      const property = fc.asyncProperty(books, fc.constantFrom(...laterDays), expectAgreement);
      return fc.assert(property, lawRuns(1_000, 20_261_128));
    },
    LAW_TIME,
  );

  it.each([25, 147, 1012])("agree on the book of seed %i", async (seed) => {
    for (const day of days) await expectAgreement(sampleDraftBook(seed, { maxDrafts: 60 }), day);
  });
});
