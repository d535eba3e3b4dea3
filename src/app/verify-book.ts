import { anyError, type Finding } from "../domain/kernel/finding";
import { STATUSES } from "../domain/book/lines";
import { ledgersOf } from "../domain/posting/ledgers";
import { selfCheck } from "../domain/posting/self-check";
import type { ReadBook } from "../read/read-book";
import type { Answer, Desk } from "./desk";
import { loadBook } from "./load-book";

const POSTED = STATUSES.indexOf("posted");

/** What verifying answers; `failures` is empty where all holds. */
export interface VerifyAnswer {
  readonly ok: boolean;
  readonly failures: readonly Finding[];
}

/**
 * The self-check of a book: what its posted rows say that cannot be, and every tie that fails. Source: DOMAIN
 * §4.
 */
export async function verifyBook(desk: Desk): Answer<VerifyAnswer> {
  const { value: read, findings } = await loadBook(desk);
  if (read === null) return { value: null, findings };
  const unread = findings.filter((found) => found.severity === "error" && !liesInDraft(read, found));
  const failures = [...unread, ...selfCheck(ledgersOf(read.book))];
  return { value: { ok: !anyError(failures), failures }, findings: [] };
}

/** A draft may be wrong: that is for check to say. */
function liesInDraft({ book, sources }: ReadBook, found: Finding): boolean {
  const source = found.table === null ? undefined : sources.get(found.table);
  if (source?.table.role !== "register" || found.row === 0) return false;
  const register = ["purchases", "sales", "stock", "payments"].indexOf(source.table.id);
  return book.lines.status[book.lines.offsets[register] + found.row - 1] < POSTED;
}
