import * as fc from "fast-check";
import { closePeriod, reopenPeriod } from "../../src/app/close-period";
import type { Desk } from "../../src/app/desk";
import { enterRows } from "../../src/app/enter-rows";
import { postDrafts } from "../../src/app/post-drafts";
import { recompute } from "../../src/app/recompute";
import { reverseDocument } from "../../src/app/reverse-document";
import { voidDocument } from "../../src/app/void-document";
import { figuresUntil } from "../support/closed-figures";
import {
  closedDesk,
  februaryPosted,
  isJanuary,
  JANUARY,
  rowsOf,
  someNumber,
} from "../support/closed-january";
import { editedDesk, masterEdits, typeOver } from "../support/edited-masters";
import { LAW_TIME, lawRuns } from "../support/law-runs";
import { narrowBooks, narrowMasters } from "../support/narrow-books";
import { lived, refusedIn } from "../support/narrow-life";
import { bookAt, deskAt } from "../support/posted";
import { mixedBooks } from "../support/random-book";

const FEBRUARY = { period: "2026-02", end: "2026-02-28" };
const waive = ["drafts", "shortages", "ties", "order"];
const closing = { period: FEBRUARY.period, waive, reason: "law", dryRun: false };

/** A receipt and a delivery of March of the first item. */
async function marchPosted(desk: Desk): Promise<readonly string[]> {
  const of = { warehouse: "W1", item: "G1", batch: "B1", date: "2026-03-03", qty: 1, price: 3 };
  await enterRows(desk, { table: "purchases", rows: [{ ...of, type: "RK", partner: "S1" }] });
  await enterRows(desk, { table: "sales", rows: [{ ...of, type: "CK", partner: "C1" }] });
  return refusedIn(await postDrafts(desk, { only: null, dryRun: false }));
}

describe("closed months", () => {
  const books = mixedBooks({ policies: { negativeStock: "allow" }, changesShort: true });
  const lives = fc.record({
    day: fc.constantFrom(JANUARY.to, "2026-02-12"),
    edits: fc.tuple(masterEdits, masterEdits),
    at: fc.nat(),
  });

  it(
    "keep every figure whatever is typed over prices, weights and settings after they were closed, and lock nothing",
    async () => {
      const property = fc.asyncProperty(books, lives, async (drafts, { day, edits: [first, second], at }) => {
        const before = await closedDesk(drafts, day);
        const january = await figuresUntil(before, JANUARY.to);
        const desk = await editedDesk(before, first, 2);
        expect(await figuresUntil(desk, JANUARY.to)).toEqual(january);
        expect(refusedIn(await recompute(desk))).toEqual([]);
        await februaryPosted(desk, drafts, { net: 7, after: day });
        expect(await figuresUntil(desk, JANUARY.to)).toEqual(january);
        expect((await closePeriod(desk, closing)).value?.ok).toBe(true);
        const february = await figuresUntil(desk, FEBRUARY.end);
        expect(await figuresUntil(desk, JANUARY.to)).toEqual(january);
        const later = await editedDesk(desk, second, 3);
        expect(await marchPosted(later)).toEqual([]);
        const voiding = { number: someNumber(await bookAt(later), at), reason: "", dryRun: false };
        expect(refusedIn(await voidDocument(later, voiding))).toEqual([]);
        const number = someNumber(rowsOf(await bookAt(later), isJanuary), at);
        const reversing = { number, reason: "", date: "2026-12-31", dryRun: false };
        expect(refusedIn(await reverseDocument(later, reversing))).toEqual([]);
        expect(await figuresUntil(later, FEBRUARY.end)).toEqual(february);
        await reopenPeriod(later, { period: FEBRUARY.period, reason: "law" });
        expect(refusedIn(await recompute(later))).toEqual([]);
        expect(await figuresUntil(later, JANUARY.to)).toEqual(january);
      });
      await fc.assert(property, lawRuns(60, 20_261_128));
    },
    LAW_TIME,
  );

  it(
    "keep them period after period, whatever is typed over after each closing, and whatever was posted ahead",
    async () => {
      const edited = fc.array(masterEdits, { minLength: 2, maxLength: 2 });
      const property = fc.asyncProperty(narrowBooks, edited, async (book, typed) => {
        const empty = { methodChange: [], purchases: [], sales: [], stock: [] };
        const desk = deskAt({ ...empty, ...narrowMasters(book) });
        const left = [...typed];
        const closed = await lived(desk, book, async (at) => {
          const next = left.shift();
          if (next !== undefined) await typeOver(at, next);
        });
        expect(refusedIn(await recompute(desk))).toEqual([]);
        await closed.stands();
      });
      await fc.assert(property, lawRuns(80, 20_261_128));
    },
    LAW_TIME,
  );
});
