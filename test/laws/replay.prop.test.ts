import * as fc from "fast-check";
import type { Desk } from "../../src/app/desk";
import { ledgersAt, loadBook } from "../../src/app/load-book";
import { postDrafts } from "../../src/app/post-drafts";
import { costingMemory } from "../../src/app/readings";
import { voidDocument } from "../../src/app/void-document";
import { ledgersOf } from "../../src/domain/posting/ledgers";
import { costingTold } from "../support/costing-told";
import { LAW_TIME, lawRuns } from "../support/law-runs";
import { bookAt, deskAt } from "../support/posted";
import { mixedBooks } from "../support/random-book";

/** How many moves of the book were not costed again; all figures are as if they had been. */
async function savedAt(desk: Desk): Promise<number> {
  const { value: read } = await loadBook(desk);
  if (read === null) throw new Error("a book that was posted is not read");
  const { stock, costed } = ledgersAt(desk, read);
  expect(costingTold(costed)).toBe(costingTold(ledgersOf(read.book).costed));
  return stock.moves.count - costed.steps;
}

/** The marks of drafts, those of a share of them. */
function marks(book: Awaited<ReturnType<typeof bookAt>>, share: number): readonly string[] {
  const rows = ["purchases", "sales", "stock", "payments"].flatMap((id) => book[id] ?? []);
  const drafts = [...new Set(rows.map(({ draft }) => String(draft)))].sort();
  return drafts.filter((_, at) => (at * 7) % 10 < share);
}

describe("a book that goes on from how it was costed before", () => {
  it.each(["difference", "reversal"])(
    "says what a book says that is costed anew, whatever is done (accrual: %s)",
    async (accrual) => {
      let saved = 0;
      const books = mixedBooks({ policies: { accrual } });
      const property = fc.asyncProperty(
        books,
        fc.integer({ min: 5, max: 9 }),
        fc.nat(),
        async (drafts, share, at) => {
          const desk = { ...deskAt(drafts), readings: costingMemory() };
          await postDrafts(desk, { only: marks(drafts, share), dryRun: false });
          await savedAt(desk);
          const { value } = await postDrafts(desk, { only: null, dryRun: false });
          saved += await savedAt(desk);
          const posted = value?.posted ?? [];
          if (posted.length === 0) return;
          await voidDocument(desk, { number: posted[at % posted.length].number, reason: "", dryRun: false });
          saved += await savedAt(desk);
        },
      );
      await fc.assert(property, lawRuns(1_000, 20_261_128));
      expect(saved).toBeGreaterThan(0);
    },
    LAW_TIME,
  );
});
