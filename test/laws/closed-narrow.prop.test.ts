import * as fc from "fast-check";
import { recompute } from "../../src/app/recompute";
import { reverseDocument } from "../../src/app/reverse-document";
import { verifyBook } from "../../src/app/verify-book";
import { voidDocument } from "../../src/app/void-document";
import { type JsonBook, rowsOf } from "../oracle/oracle-book";
import { LAW_TIME, lawRuns } from "../support/law-runs";
import { narrowBooks, narrowMasters } from "../support/narrow-books";
import { lived, refusedIn } from "../support/narrow-life";
import { bookAt, deskAt } from "../support/posted";

/** The number of one of the posted documents; "" = there is none. */
function someNumber(book: JsonBook, at: number): string {
  const rows = ["purchases", "sales", "stock"].flatMap((id) => rowsOf(book, id));
  const posted = rows.filter(({ status }) => status === "posted");
  return String(posted.at(at % Math.max(1, posted.length))?.["number"] ?? "");
}

describe("closed months of one item", () => {
  it(
    "stand still whatever is posted, closed, changed in method, made void and reversed after them",
    async () => {
      const property = fc.asyncProperty(narrowBooks, fc.nat(), async (book, some) => {
        const empty = { methodChange: [], purchases: [], sales: [], stock: [] };
        const desk = deskAt({ ...empty, ...narrowMasters(book) });
        const closed = await lived(desk, book);
        const voiding = { number: someNumber(await bookAt(desk), some), reason: "", dryRun: false };
        expect(refusedIn(await voidDocument(desk, voiding))).toEqual([]);
        const reversing = { ...voiding, number: someNumber(await bookAt(desk), some + 1) };
        const reversed = await reverseDocument(desk, { ...reversing, date: "2026-12-31" });
        expect(refusedIn(reversed)).toEqual([]);
        expect(refusedIn(await recompute(desk))).toEqual([]);
        await closed.stands();
        const told = (await verifyBook(desk)).value?.failures.map(({ code }) => code) ?? [];
        expect(told.filter((code) => /POSTED_|LOG_|STOCK_UNTIED/.test(code))).toEqual([]);
      });
      await fc.assert(property, lawRuns(400, 20_261_128));
    },
    LAW_TIME,
  );
});
