import { afterClosings } from "../domain/book/closed-periods";
import { reversalRef } from "../domain/book/reversals";
import { documentTypes } from "../domain/documents/index";
import { closedJobs } from "../domain/posting/moves/conversions";
import { type JobDifference, jobDifferences } from "../domain/posting/followed/job-differences";
import type { Ledgers } from "../domain/posting/ledgers";
import type { ReadBook } from "../read/read-book";
import { dayCell, numberCell } from "../write/hand";
import { typeCell, type Stamp } from "../write/line-stamps";
import type { Desk } from "./desk";
import { newMark } from "./draft-marks";
import { type NewRows, newRows } from "./new-rows";
import { handOf } from "./places";

const ADJUSTMENT = documentTypes.findIndex(({ stock }) => stock === "revalue");

/** What a row says as the goods do whose cost it is about. */
const COPIED: ReadonlySet<string> = new Set("warehouse bin item itemName spec batch job".split(" "));

/** A production job that is finished, and the lines of goods that it made in a period that is closed. */
export interface LateJob {
  readonly of: string;
  readonly reason: string;
  readonly late: readonly number[];
  /** With all else that it made at its final cost. */
  readonly after: Ledgers;
}

/**
 * The cost adjustment that books, today, what goods of a closed period cost more than they came in at, a row
 * a line, each with `ref` to it; null where nothing is to be booked any more. The first says that the job is
 * finished, whatever it comes to. Source: DOMAIN §5.12, §6.
 */
export function differenceRows(
  desk: Desk,
  read: ReadBook,
  { of, reason, late, after }: LateJob,
): NewRows | null {
  const isFinished = closedJobs(after.book, after.order).has(of);
  const all = jobDifferences(after, of, late);
  const wanted = isFinished ? all.filter(({ amount }) => amount !== 0) : all;
  if (wanted.length === 0) return null;
  return newRows(desk, read, {
    own: wanted.map(({ line }) => line),
    stamps: stampsOf(desk, read, { reason, wanted }),
    isCopied: (column) => COPIED.has(column),
  });
}

function stampsOf(
  desk: Desk,
  read: ReadBook,
  { reason, wanted }: { readonly reason: string; readonly wanted: readonly JobDifference[] },
): readonly Stamp[] {
  const { lines, masters, settings } = read.book;
  const { moment } = desk;
  const hand = handOf(desk, read);
  const mark = newMark(moment);
  const amounts = new Map(wanted.map(({ line, amount }) => [line, amount]));
  const rowIds = new Map(wanted.map(({ line }) => [line, moment.newId()]));
  const at = afterClosings(masters.periods, moment.now);
  return [
    { column: "type", cell: () => typeCell(hand, ADJUSTMENT) },
    { column: "date", cell: () => dayCell(hand, moment.today) },
    { column: "draft", cell: () => mark },
    { column: "rowId", cell: (line) => rowIds.get(line) ?? null },
    { column: "ref", cell: (line) => reversalRef(lines, line) },
    { column: "value", cell: (line) => numberCell(amounts.get(line) ?? 0, settings.moneyDecimals) },
    { column: "note", cell: () => reason || null },
    { column: "handler", cell: () => moment.user || null },
    { column: "postedBy", cell: () => moment.user },
    { column: "postedAt", cell: () => at },
  ];
}
