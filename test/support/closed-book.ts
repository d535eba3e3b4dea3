import { closePeriod } from "../../src/app/close-period";
import type { Desk } from "../../src/app/desk";
import { postDrafts } from "../../src/app/post-drafts";
import { type JsonBook, rowsOf } from "../oracle/oracle-book";
import { bookAt, deskAt } from "./posted";

const JANUARY = "2026-01-31";

/** The same desk at another time. */
function later(desk: Desk, now: string): Desk {
  return { ...desk, moment: { ...desk.moment, now } };
}

/** A book whose January was closed: as it stood by then, and with all that was posted later. */
export interface AcrossClose {
  readonly closed: JsonBook;
  readonly book: JsonBook;
}

/**
 * A book of drafts posted in two goes: what is dated up to a day, January's at least; and once January is
 * closed, all that can still be posted.
 */
export async function postedAcrossClose(drafts: JsonBook, until = JANUARY): Promise<AcrossClose> {
  const desk = deskAt(drafts);
  const rows = ["purchases", "sales", "stock", "payments"].flatMap((table) => rowsOf(drafts, table));
  const only = rows.filter(({ date }) => String(date) <= until).map(({ draft }) => String(draft));
  if (only.length > 0) await postDrafts(desk, { only: [...new Set(only)], dryRun: false });
  const waive = ["drafts", "shortages", "ties"];
  const closing = { period: "2026-01", waive, reason: "law", dryRun: false };
  const answer = await closePeriod(later(desk, "2026-12-31T09:00:00"), closing);
  if (answer.value?.ok !== true) throw new Error(`not closed: ${JSON.stringify(answer)}`);
  const before = await bookAt(desk);
  await postDrafts(later(desk, "2026-12-31T09:30:00"), { only: null, dryRun: false });
  return { closed: before, book: await bookAt(desk) };
}
