import * as fc from "fast-check";
import { reverseDocument } from "../../src/app/reverse-document";
import { verifyBook } from "../../src/app/verify-book";
import { voidDocument } from "../../src/app/void-document";
import {
  closedDesk,
  februaryPosted,
  isJanuary,
  JANUARY,
  january,
  rowsOf,
  someNumber,
} from "../support/closed-january";
import { LAW_TIME, lawRuns } from "../support/law-runs";
import { bookAt } from "../support/posted";
import { mixedBooks } from "../support/random-book";

describe("a closed period", () => {
  const books = mixedBooks({ policies: { negativeStock: "allow" } });
  const until = fc.constantFrom(JANUARY.to, "2026-02-12");

  it(
    "keeps every figure when what was posted later is made void again, and what it holds is reversed",
    async () => {
      const property = fc.asyncProperty(books, fc.nat(), until, async (drafts, at, day) => {
        const desk = await closedDesk(drafts, day);
        const before = await january(desk);
        await februaryPosted(desk, drafts, { net: 7, after: day });
        const number = someNumber(await bookAt(desk), at);
        await voidDocument(desk, { number, reason: "", dryRun: false });
        const reversing = { number: someNumber(rowsOf(await bookAt(desk), isJanuary), at), reason: "" };
        await reverseDocument(desk, { ...reversing, date: "2026-12-31", dryRun: false });
        expect(await january(desk)).toEqual(before);
        const told = (await verifyBook(desk)).value?.failures.map(({ code }) => code) ?? [];
        expect(told.filter((code) => /POSTED_|LOG_|STOCK_UNTIED|BALANCE_STALE/.test(code))).toEqual([]);
      });
      await fc.assert(property, lawRuns(600, 20_261_127));
    },
    LAW_TIME,
  );
});
