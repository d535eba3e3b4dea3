import * as fc from "fast-check";
import { postDrafts } from "../../src/app/post-drafts";
import { standing } from "../../src/domain/settlement/as-of";
import type { JsonBook } from "../oracle/oracle-book";
import { programTold } from "../support/agreement";
import { LAW_TIME, lawRuns } from "../support/law-runs";
import { bookAt, deskAt, figuresOf, posted } from "../support/posted";
import { draftBooks, permuted } from "../support/random-book";

const books = draftBooks({ minDrafts: 3, maxDrafts: 10 });
/** For laws that post, write or read a book several times. */
const smallBooks = draftBooks({ minDrafts: 2, maxDrafts: 4 });
const runs = lawRuns(1_000, 20_260_402);

/** All that the program says of a book, in an order of its own. */
async function told(book: JsonBook) {
  return programTold(book, await figuresOf(book));
}

describe("posting", () => {
  it(
    "gives the same figures wherever the rows of the sheets stand, posted or still to be posted",
    async () => {
      const property = fc.asyncProperty(books, fc.nat(), async (drafts, seed) => {
        const { book } = await posted(drafts);
        const figures = await told(book);
        expect(await told(permuted(book, seed))).toEqual(figures);
        expect(await told((await posted(permuted(drafts, seed))).book)).toEqual(figures);
      });
      await fc.assert(property, runs);
    },
    LAW_TIME,
  );

  it(
    "in one go comes to the same as document by document in business order",
    async () => {
      const property = fc.asyncProperty(smallBooks, async (named) => {
        const drafts: JsonBook = {
          ...named,
          payments: named["payments"]?.map((row) => ({ ...row, against: null })),
        };
        const { book, answer } = await posted(drafts);
        let one: JsonBook = drafts;
        for (const { draft } of answer.posted) one = (await posted(one, [draft])).book;
        expect(await told(one)).toEqual(await told(book));
      });
      await fc.assert(property, runs);
    },
    LAW_TIME,
  );

  it(
    "twice is posting once, and a dry run writes nothing",
    async () => {
      const property = fc.asyncProperty(smallBooks, async (drafts) => {
        const desk = deskAt(drafts);
        const before = await bookAt(desk);
        await postDrafts(desk, { only: null, dryRun: true });
        expect(await bookAt(desk)).toEqual(before);
        await postDrafts(desk, { only: null, dryRun: false });
        const after = await bookAt(desk);
        const again = await postDrafts(desk, { only: null, dryRun: false });
        expect(again.value?.posted).toEqual([]);
        expect(await bookAt(desk)).toEqual(after);
      });
      await fc.assert(property, runs);
    },
    LAW_TIME,
  );

  it(
    "settles every debt by as much as it says, on any day",
    async () => {
      const property = fc.asyncProperty(
        books,
        fc.integer({ min: 46_020, max: 46_065 }),
        async (drafts, day) => {
          const { ledgers } = await figuresOf((await posted(drafts)).book);
          const { items } = ledgers.debts;
          const last = standing(items, 99_999);
          const then = standing(items, day);
          let settled = 0;
          const wrong: number[] = [];
          for (let item = 0; item < items.count; item++) {
            settled += then.credited[item];
            const left = last.amount[item] - last.paid[item] - last.credited[item];
            const isEarly =
              items.day[item] > day && (then.amount[item] || then.paid[item] || then.credited[item]) !== 0;
            if (left !== items.open[item] || isEarly) wrong.push(item);
          }
          expect(wrong).toEqual([]);
          expect(settled).toBe(0);
        },
      );
      await fc.assert(property, runs);
    },
    LAW_TIME,
  );
});
