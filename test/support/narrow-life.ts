import { closePeriod } from "../../src/app/close-period";
import type { Desk } from "../../src/app/desk";
import { enterRows } from "../../src/app/enter-rows";
import { postDrafts } from "../../src/app/post-drafts";
import type { Finding } from "../../src/domain/kernel/finding";
import { type JsonBook, rowsOf } from "../oracle/oracle-book";
import { figuresUntil } from "./closed-figures";
import { type NarrowBook, narrowChanges, narrowRows } from "./narrow-books";

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
export function refusedIn({ findings }: { readonly findings: readonly Finding[] }): readonly string[] {
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

/** The figures of what was closed, as they stood then. */
export class Closed {
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

/** What is done at a desk once a period was closed. */
type Between = (desk: Desk) => Promise<void>;

/**
 * Posts period after period, closes all but the last, and looks each time whether what was closed stands;
 * `between` is done behind each closing.
 */
export async function lived(
  desk: Desk,
  book: NarrowBook,
  between: Between = async () => {},
): Promise<Closed> {
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
    if (next === null) continue;
    await closed.close(period, end);
    await between(desk);
    await closed.stands();
  }
  return closed;
}
