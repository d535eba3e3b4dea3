import * as fc from "fast-check";
import { postDrafts } from "../../src/app/post-drafts";
import { reverseDocument } from "../../src/app/reverse-document";
import { type JsonBook, type Row, rowsOf } from "../oracle/oracle-book";
import { LAW_TIME, lawRuns } from "../support/law-runs";
import { type NarrowBook, narrowBooks, narrowMasters, narrowRows } from "../support/narrow-books";
import { bookAt, deskAt, figuresOf } from "../support/posted";

/** The same book, short wherever it likes to be. */
const shortBooks = narrowBooks
  .filter(({ settings }) => settings["costing"] !== "standard")
  .map((book): NarrowBook => ({
    ...book,
    settings: { ...book.settings, negativeStock: "allow", shortageSettlement: "recost" },
  }));

/** A delivery that is posted; null = there is none. */
function someDelivery(book: JsonBook, at: number): Row | null {
  const posted = rowsOf(book, "sales").filter(({ type, status }) => type === "CK" && status === "posted");
  return posted.at(at % Math.max(1, posted.length)) ?? null;
}

describe("a delivery that may be short", () => {
  it(
    "is taken back at what it is booked at, whatever is received in between, and leaves no value behind",
    async () => {
      const property = fc.asyncProperty(shortBooks, fc.nat(), fc.boolean(), async (book, some, isSoon) => {
        const desk = deskAt({ methodChange: [], ...narrowMasters(book), ...narrowRows(book) });
        await postDrafts(desk, { only: null, dryRun: false });
        const delivery = someDelivery(await bookAt(desk), some);
        if (delivery === null) return;
        const number = String(delivery["number"]);
        const date = isSoon ? "2026-02-05" : "2026-12-31";
        const { value } = await reverseDocument(desk, { number, date, reason: "", dryRun: false });
        if (value === null) return;
        const { report, failures } = await figuresOf(await bookAt(desk));
        const untied = failures.filter(({ code }) => /VALUE_WITHOUT_STOCK|_UNTIED/.test(code));
        expect(untied).toEqual([]);
        const moves = report("stock-ledger").filter((row) =>
          [number, value.number].includes(String(row["number"])),
        );
        expect(moves.reduce((sum, row) => sum + Math.round(Number(row["value"]) * 100), 0)).toBe(0);
      });
      await fc.assert(property, lawRuns(1_000, 20_261_128));
    },
    LAW_TIME,
  );
});
