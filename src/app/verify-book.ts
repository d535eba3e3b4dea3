import { anyError, type Finding } from "../domain/kernel/finding";
import { STATUSES } from "../domain/book/lines";
import { untrackedStock } from "../domain/posting/followed/untracked-stock";
import { halfPosted, halfPostedFindings } from "../domain/posting/half-posted";
import { gaps } from "../domain/posting/numbers/number-gaps";
import { openingFindings } from "../domain/posting/opening-ties";
import { selfCheck } from "../domain/posting/self-check";
import type { ReadBook } from "../read/read-book";
import { closedDiffers } from "./closed-moved";
import { computedFindings } from "./computed-findings";
import type { Answer, Desk } from "./desk";
import { ledgersAt, loadBook } from "./load-book";
import { loggedBook } from "./verify-log";

const POSTED = STATUSES.indexOf("posted");

/** What verifying answers; `failures` is empty where all holds. */
export interface VerifyAnswer {
  readonly ok: boolean;
  readonly failures: readonly Finding[];
}

/**
 * The self-check of a book: what its posted rows say that cannot be, every tie that fails, and what was typed
 * into cells that the program computes. Findings beside it say what recomputing would bring up to date.
 * Source: DOMAIN §4.
 */
export async function verifyBook(desk: Desk): Answer<VerifyAnswer> {
  const { value: read, findings } = await loadBook(desk);
  if (read === null) return { value: null, findings };
  const unread = findings.filter((found) => found.severity === "error" && !liesInDraft(read, found));
  const ledgers = ledgersAt(desk, read);
  const halves = halfPostedFindings(read.book.lines, halfPosted(read.book));
  const logged = loggedBook(read);
  const gone = logged.differences.gone.map(({ number, cells }) => ({
    number,
    line: String(cells["line"] ?? ""),
  }));
  const missing = gaps(read.book.lines, ledgers.documents, gone);
  const computed = await computedFindings(desk, read, ledgers);
  const failures = [
    ...[...unread, ...halves, ...logged.findings, ...missing, ...selfCheck(ledgers)],
    ...openingFindings(ledgers),
    ...closedDiffers(read, ledgers),
    ...untrackedStock(ledgers),
    ...computed.failures,
  ];
  return { value: { ok: !anyError(failures), failures }, findings: computed.remarks };
}

/**
 * A draft may be wrong: that is for check to say. A copy of a posted row is none, though it counts for
 * nothing. That a status was typed over is told with what the log has of it.
 */
function liesInDraft({ book, sources }: ReadBook, found: Finding): boolean {
  if (found.code === "DUPLICATE_ROW_ID") return false;
  if (found.code === "POSTED_AS_DRAFT") return true;
  const source = found.table === null ? undefined : sources.get(found.table);
  if (source?.table.role !== "register" || found.row === 0) return false;
  const register = ["purchases", "sales", "stock", "payments"].indexOf(source.table.id);
  return book.lines.status[book.lines.offsets[register] + found.row - 1] < POSTED;
}
