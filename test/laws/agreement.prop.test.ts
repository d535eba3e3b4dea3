import * as fc from "fast-check";
import { oracleFigures } from "../oracle/figures";
import { type JsonBook, type Row, rowsOf } from "../oracle/oracle-book";
import { opinions, programTold } from "../support/agreement";
import { brokenLaws } from "../support/book-laws";
import { postedAcrossClose } from "../support/closed-book";
import { figuresOf, posted } from "../support/posted";
import { LAW_TIME, lawRuns } from "../support/law-runs";
import { draftBooks, sampleDraftBook } from "../support/random-book";
import { lateBooks } from "../support/random-late";
import { termedBooks } from "../support/random-terms";

const days = ["2026-01-05", "2026-01-20", "2026-02-05", "2199-12-31"];
/** Days on which some of what falls due later is due. */
const laterDays = [...days, "2026-04-01", "2026-05-15"];

/** Posts a book of drafts and compares all that program and oracle say of it, at the end of a day. */
async function expectAgreement(drafts: JsonBook, day: string): Promise<void> {
  await expectAgreed((await posted(drafts)).book, day);
}

async function expectAgreed(book: JsonBook, day: string): Promise<void> {
  const figures = await figuresOf(book);
  const { program, oracle } = opinions(book, figures, day);
  if (oracleFigures(book, day).isSettled) expect(program).toEqual(oracle);
  expect(brokenLaws(figures, book)).toEqual({});
  expect(oracleFigures(book, "").violations).toEqual([]);
}

/** What the program says of a book at the end of January. */
async function january(book: JsonBook) {
  const { amounts: _, ...told } = programTold(book, await figuresOf(book), "2026-01-31");
  return told;
}

/** Every other item is averaged by the month, whatever it was. */
function byMonth(row: Row, at: number): Row {
  return at % 2 === 0 ? { ...row, costing: "monthly-average" } : row;
}

function agreement(books: fc.Arbitrary<JsonBook>, runs: ReturnType<typeof lawRuns>) {
  return fc.assert(fc.asyncProperty(books, fc.constantFrom(...days), expectAgreement), runs);
}

const short = { minDrafts: 5, maxDrafts: 12, policies: { ageingBuckets: "3,10,20,30" } };
const netted = { ...short, policies: { ageingBuckets: "10,25,60", advancesInAgeing: "netted" } };
const byDocument = { ...short, policies: { ...short.policies, taxRounding: "document" } };

describe("program and oracle", () => {
  it(
    "agree on random books: stock, lots, moves, debts, ages, cash, amounts; every law holds",
    () => agreement(draftBooks(short), lawRuns(1_000, 20_260_401)),
    LAW_TIME,
  );

  it(
    "agree on tax that is rounded once a rate and document",
    () => agreement(draftBooks(byDocument), lawRuns(200, 20_261_131)),
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
      return fc.assert(property, lawRuns(150, 20_261_128));
    },
    LAW_TIME,
  );

  it(
    "agree on what comes too late for goods: the part of what is still there, and not of the rest",
    () => agreement(lateBooks({ ...short, policies: { landedCost: "remaining" } }), lawRuns(60, 20_261_129)),
    LAW_TIME,
  );

  it(
    "agree on what comes after a month is closed, which stays as it was",
    () => {
      const property = fc.asyncProperty(lateBooks(short), fc.constantFrom(...days), async (drafts, day) => {
        const { closed, book } = await postedAcrossClose(drafts);
        await expectAgreed(book, day);
        expect(await january(book)).toEqual(await january(closed));
      });
      return fc.assert(property, lawRuns(60, 20_261_130));
    },
    LAW_TIME,
  );

  it(
    "agree on what is short when a month is closed, whoever covers it, and when",
    () => {
      const books = draftBooks({
        ...{ minDrafts: 5, maxDrafts: 12, types: "RK CK XT LS QR QC BS BY DB LL CP KZ".split(" ") },
        policies: { negativeStock: "allow" },
      });
      const cuts = fc.constantFrom("2026-01-31", "2026-02-12");
      const property = fc.asyncProperty(books, cuts, async (drafts, until) => {
        const averaged = { ...drafts, items: rowsOf(drafts, "items").map(byMonth) };
        const { closed, book } = await postedAcrossClose(averaged, until);
        await expectAgreed(book, "2199-12-31");
        expect(await january(book)).toEqual(await january(closed));
      });
      return fc.assert(property, lawRuns(60, 20_261_201));
    },
    LAW_TIME,
  );

  it.each([25, 147, 1012])("agree on the book of seed %i", async (seed) => {
    for (const day of days) await expectAgreement(sampleDraftBook(seed, { maxDrafts: 60 }), day);
  });
});
