import type { Finding } from "../domain/kernel/finding";
import type { CellDifference } from "../domain/log/differences";
import type { AlterAnswer } from "./alter-document";
import { amendDocument, amendmentIn } from "./amend-document";
import { isAmendable } from "./amended-cells";
import type { Answer, Desk } from "./desk";
import { loadForChange } from "./load-book";
import { logChanges } from "./log-changes";
import type { GivenCell } from "./options";
import { readAfter } from "./read-after";
import { restoredRows } from "./restored-rows";
import { verifyBook, type VerifyAnswer } from "./verify-book";
import { brokenLog, type LoggedBook, loggedBook } from "./verify-log";

/** What is wrong still, which documents were amended, and every figure that changed with them. */
export interface EditsAnswer extends VerifyAnswer {
  readonly amended: readonly string[];
  readonly diff: AlterAnswer["diff"];
}

/** Why edits are kept; a dry run writes nothing. */
export interface Keeping {
  readonly reason: string;
  readonly dryRun: boolean;
}

/**
 * Makes amendments of what was typed into posted documents by hand, one a document, as `amend` would: what
 * stood there comes back from the log first, so that the log tells the old values and the new. A document of
 * which something was changed that no amendment changes, and one that may not be amended so, stays as it
 * stands, with why; `verify` tells of it still. Refused where the log itself was changed (LOG_BROKEN).
 * Source: DOMAIN §14; CONTRACT §4 verify, amend.
 */
export async function amendEdits(desk: Desk, keeping: Keeping): Answer<EditsAnswer> {
  const { value: read, findings } = await loadForChange(desk);
  if (read === null) return { value: null, findings };
  const logged = loggedBook(read);
  const broken = brokenLog(logged);
  if (broken.length > 0) return { value: null, findings: broken };
  const amended: string[] = [];
  const diff: AlterAnswer["diff"][number][] = [];
  const found: Finding[] = [];
  for (const number of editedDocuments(logged)) {
    const { value, findings: told } = await amendOne(desk, number, keeping);
    found.push(...told);
    if (value === null) continue;
    amended.push(number);
    diff.push(...value.diff);
  }
  const { value, findings: remarks } = await verifyBook(desk);
  return { value: value === null ? null : { ...value, amended, diff }, findings: [...found, ...remarks] };
}

/** Documents in whose rows nothing but cells was changed that an amendment may change, as they stand. */
function editedDocuments({ differences: { cells, gone } }: LoggedBook): readonly string[] {
  const numbers = new Set(cells.map(({ standing }) => standing.number));
  const fixed = cells.filter(({ standing, column }) => !isAmendable(standing.table, column));
  for (const number of [
    ...fixed.map(({ standing }) => standing.number),
    ...gone.map((row) => row.number),
    "",
  ])
    numbers.delete(number);
  return [...numbers];
}

/** Nothing is put back before it is known that the amendment will do. */
async function amendOne(desk: Desk, number: string, { reason, dryRun }: Keeping): Answer<AlterAnswer> {
  const { value: read, findings } = await loadForChange(desk);
  if (read === null) return { value: null, findings };
  const logged = loggedBook(read);
  const cells = logged.differences.cells.filter(({ standing }) => standing.number === number);
  const own = { ...logged, differences: { ...logged.differences, cells, gone: [], unlogged: [] } };
  const { changes, entries } = restoredRows(desk, read, own);
  const amending = { number, set: cells.map(givenCell), reason };
  const tried = await amendmentIn({ desk, read: readAfter(read, changes).value }, amending);
  if (tried.value === null || dryRun) return tried;
  await desk.workbook.apply([...logChanges(desk, read, { entries }), ...changes]);
  return amendDocument(desk, { ...amending, dryRun });
}

function givenCell({ standing, column, is }: CellDifference): GivenCell {
  return { line: Number(standing.cells["line"] ?? 0), column, value: is };
}
