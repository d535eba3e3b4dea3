import * as fc from "fast-check";
import { closePeriod } from "../../src/app/close-period";
import type { Desk } from "../../src/app/desk";
import { enterRows } from "../../src/app/enter-rows";
import { postDrafts } from "../../src/app/post-drafts";
import { recompute } from "../../src/app/recompute";
import { reverseDocument } from "../../src/app/reverse-document";
import { verifyBook } from "../../src/app/verify-book";
import { voidDocument } from "../../src/app/void-document";
import type { Finding } from "../../src/domain/kernel/finding";
import { type JsonBook, rowsOf } from "../oracle/oracle-book";
import { figuresUntil } from "../support/closed-figures";
import { LAW_TIME, lawRuns } from "../support/law-runs";
import {
  type NarrowBook,
  narrowBooks,
  narrowChanges,
  narrowMasters,
  narrowRows,
} from "../support/narrow-books";
import { bookAt, deskAt } from "../support/posted";

/** Days after one (excluded) up to another (included). */
interface Days {
  readonly after: string;
  readonly until: string;
}

/** Enters what is dated on some days, and posts what can be. */
async function postedOn(desk: Desk, drafts: JsonBook, { after, until }: Days): Promise<void> {
  for (const table of ["purchases", "sales", "stock"]) {
    const isWanted = (date: unknown): boolean => String(date) > after && String(date) <= until;
    const rows = rowsOf(drafts, table).filter(({ date }) => isWanted(date));
    if (rows.length > 0) await enterRows(desk, { table, rows: rows.map(({ line: _, ...row }) => row) });
  }
  expect(refusedIn(await postDrafts(desk, { only: null, dryRun: false }))).toEqual([]);
}

/** What says that something closed would move. */
function refusedIn({ findings }: { readonly findings: readonly Finding[] }): readonly string[] {
  return findings.map(({ code }) => code).filter((code) => code.startsWith("CLOSED_"));
}

async function changed(desk: Desk, book: NarrowBook, closed: number): Promise<void> {
  const rows = narrowChanges(book, closed);
  if (rows.length === 0) return;
  expect((await enterRows(desk, { table: "methodChange", rows })).findings).toEqual([]);
}

async function close(desk: Desk, period: string): Promise<void> {
  const waive = ["drafts", "shortages", "ties"];
  const closing = { period, waive, reason: "law", dryRun: false };
  expect((await closePeriod(desk, closing)).value?.ok).toBe(true);
}

/** The number of one of the posted documents; "" = there is none. */
function someNumber(book: JsonBook, at: number): string {
  const rows = ["purchases", "sales", "stock"].flatMap((id) => rowsOf(book, id));
  const posted = rows.filter(({ status }) => status === "posted");
  return String(posted.at(at % Math.max(1, posted.length))?.["number"] ?? "");
}

/** The figures of what was closed, as they stood then. */
class Closed {
  private readonly known: { readonly end: string; readonly figures: unknown }[] = [];

  constructor(private readonly desk: Desk) {}

  async stands(): Promise<void> {
    for (const { end, figures } of this.known) expect(await figuresUntil(this.desk, end)).toEqual(figures);
  }

  async close(period: string, end: string): Promise<void> {
    await close(this.desk, period);
    await this.stands();
    this.known.push({ end, figures: await figuresUntil(this.desk, end) });
  }
}

/** Posts period after period, closes all but the last, and looks each time whether what was closed stands. */
async function lived(desk: Desk, book: NarrowBook): Promise<Closed> {
  const drafts = narrowRows(book);
  const closed = new Closed(desk);
  let after = "";
  for (const [at, { period, to: end }] of book.periods.entries()) {
    await changed(desk, book, at);
    const next = book.periods.at(at + 1)?.from ?? null;
    const until = book.ahead && next !== null ? `${next.slice(0, 8)}07` : end;
    await postedOn(desk, drafts, { after, until });
    after = until;
    await closed.stands();
    if (next !== null) await closed.close(period, end);
  }
  return closed;
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
      await fc.assert(property, lawRuns(250, 20_261_128));
    },
    LAW_TIME,
  );
});
