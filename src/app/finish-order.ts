import { STATUSES, UNREAD_TYPE } from "../domain/book/lines";
import { documentTypes } from "../domain/documents/index";
import type { Finding } from "../domain/kernel/finding";
import { closedFigures } from "../domain/posting/alteration";
import { costingOf, ledgersOf, stands } from "../domain/posting/ledgers";
import type { ReadBook } from "../read/read-book";
import { statuses } from "../registers/words";
import type { Change } from "../workbook/port";
import { wordCell } from "../write/hand";
import { stampLines } from "../write/line-stamps";
import { standingFindings } from "./alter-document";
import type { Answer, Desk } from "./desk";
import type { ChangedAnswer } from "./discard-drafts";
import { expecting } from "./expecting";
import { followingChanges } from "./following-changes";
import { ledgersAt, loadBook } from "./load-book";
import { loggedChanges } from "./logged-changes";
import { badStep } from "./options";
import { handOf, placesOf } from "./places";
import { postedDocument } from "./posted-document";

const POSTED = STATUSES.indexOf("posted");
const CLOSED = STATUSES.indexOf("closed");

/** Which order is finished, `NUMBER` or `NUMBER/LINE`, or which production job, and why. */
export interface Finishing {
  readonly of: string;
  readonly reason: string;
}

/**
 * Closes an order by hand, whole or one line of it: what is open of it is no longer waited for, reserved or
 * expected, and nothing more can be executed against it. A production job: what it made gets its final cost.
 * What is closed already stays as it is. PERIOD_CLOSED where that would change what a closed period came to.
 * Source: DOMAIN §3.2, §5.12; CONTRACT §4 finish.
 */
export async function finishOrder(desk: Desk, { of, reason }: Finishing): Answer<ChangedAnswer> {
  const { value: read, findings } = await loadBook(desk);
  if (read === null) return { value: null, findings };
  const { own, findings: unfit } = jobLines(read, of) ?? orderLines(read, of);
  if (unfit.length > 0) return { value: null, findings: unfit };
  const chosen = own.filter((line) => read.book.lines.status[line] === POSTED).sort((a, b) => a - b);
  if (chosen.length === 0) return { value: { changed: 0 }, findings: [] };
  const before = ledgersAt(desk, read);
  const after = ledgersOf(closed(read, chosen), costingOf(before));
  const forbidden = closedFigures({ before, after, own: [] }, chosen[0]);
  if (forbidden.length > 0) return { value: null, findings: forbidden };
  await desk.workbook.apply([
    ...loggedChanges(desk, read, { changes: closing(desk, read, chosen), action: "finish", reason }),
    ...followingChanges(desk, read, after),
  ]);
  return { value: { changed: chosen.length }, findings: [] };
}

/** What a production job made; null where no job is called so, or it is the number of a document. */
function jobLines(read: ReadBook, of: string): Named | null {
  const { job, number, type, status } = read.book.lines;
  if (!job.includes(of) || number.includes(of)) return null;
  const isMade = (line: number): boolean =>
    stands(status[line]) && type[line] < UNREAD_TYPE && documentTypes[type[line]].job === "makes";
  const own = job.flatMap((name, line) => (name === of && isMade(line) ? [line] : []));
  if (own.length === 0) return { own, findings: [badStep(`job ${of}`, null, "made")] };
  return { own, findings: standingFindings(read, own) };
}

/** Lines that are named, or why not. */
interface Named {
  readonly own: readonly number[];
  readonly findings: readonly Finding[];
}

/** The lines that a number, or a number and a line, names; BAD_STEP where it names none of an order. */
function orderLines(read: ReadBook, of: string): Named {
  const { lines } = read.book;
  const slash = of.lastIndexOf("/");
  const isWhole = slash === -1 || lines.number.includes(of);
  const { value, findings } = postedDocument(read, isWhole ? of : of.slice(0, slash));
  if (value === null) return { own: [], findings };
  const own = isWhole ? value : value.filter((line) => lines.line[line] === Number(of.slice(slash + 1)));
  const isOrder = own.length > 0 && documentTypes[lines.type[own[0]]].order === true;
  if (!isOrder) return { own: [], findings: [badStep(`number ${of}`, null, "order")] };
  return { own, findings: standingFindings(read, own) };
}

function closed({ book }: ReadBook, chosen: readonly number[]): ReadBook["book"] {
  const status = book.lines.status.slice();
  for (const line of chosen) status[line] = CLOSED;
  return { ...book, lines: { ...book.lines, status } };
}

function closing(desk: Desk, read: ReadBook, chosen: readonly number[]): Change[] {
  const hand = handOf(desk, read);
  const status = wordCell(hand, statuses, "closed");
  const stamping = { lines: read.book.lines, chosen, places: placesOf(read), hand };
  return expecting(read, stampLines(stamping, [{ column: "status", cell: () => status }]));
}
