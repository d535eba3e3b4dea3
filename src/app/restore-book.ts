import { completionStamps, type Stamp, stampLines } from "../write/line-stamps";
import type { Change } from "../workbook/port";
import { balanceChanges } from "./balances";
import type { CellChange } from "./cell-changes";
import { countStamps } from "./count-stamps";
import type { Answer, Desk } from "./desk";
import { executionStamps } from "./execution-stamps";
import { expecting } from "./expecting";
import { ledgersAt, loadBook } from "./load-book";
import { logChanges } from "./log-changes";
import { handOf, placesOf } from "./places";
import { restoredRows } from "./restored-rows";
import { NAMES } from "./shown-columns";
import { differingLines } from "./typed-cells";
import { verifyBook, type VerifyAnswer } from "./verify-book";
import { brokenLog, loggedBook } from "./verify-log";

/** What restoring answers: what is wrong still, and every cell that was put back. */
export interface RestoreAnswer extends VerifyAnswer {
  readonly diff: readonly CellChange[];
}

/**
 * Puts posted rows that were edited, deleted or typed back to draft by hand back as the log has them, and
 * tells the log who did; then verifies. A dry run only tells what would be put back. Refused where the log
 * itself was changed (LOG_BROKEN). Source: DOMAIN §14; CONTRACT §4 verify.
 */
export async function restoreBook(
  desk: Desk,
  { dryRun }: { readonly dryRun: boolean },
): Answer<RestoreAnswer> {
  const { value: read, findings } = await loadBook(desk);
  if (read === null) return { value: null, findings };
  const logged = loggedBook(read);
  const broken = brokenLog(logged);
  if (broken.length > 0) return { value: null, findings: broken };
  const { changes, entries, diff } = restoredRows(desk, read, logged);
  if (!dryRun && changes.length > 0) {
    await desk.workbook.apply([...logChanges(desk, read, { entries }), ...changes]);
    await followed(desk);
  }
  const { value, findings: found } = await verifyBook(desk);
  return { value: value === null ? null : { ...value, diff }, findings: found };
}

/** Writes what follows from the rows that are back: names, what became of them, counts, balances. */
async function followed(desk: Desk): Promise<void> {
  const { value: read } = await loadBook(desk);
  if (read === null) return;
  const ledgers = ledgersAt(desk, read);
  const { lines } = read.book;
  const hand = handOf(desk, read);
  const names = completionStamps(read.book, hand).filter(({ column }) => NAMES.has(column));
  const order = Array.from(Int32Array.from(ledgers.order).sort());
  const shown = (isOwn: (line: number) => boolean, stamps: readonly Stamp[]): Change[] => {
    const chosen = differingLines(read, order.filter(isOwn), stamps);
    return expecting(read, stampLines({ lines, chosen, places: placesOf(read), hand }, stamps));
  };
  const isTrade = (line: number): boolean => line < lines.offsets[2];
  await desk.workbook.apply([
    ...shown(isTrade, [...names, ...executionStamps(ledgers)]),
    ...shown((line) => !isTrade(line), [...names, ...countStamps(read, ledgers)]),
    ...balanceChanges(desk, read, ledgers),
  ]);
}
