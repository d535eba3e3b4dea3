import { WorkbookError } from "../port";
import { answerFits } from "./answer-room";
import { type Budget, firstWithin, fullBudget } from "./blocks";
import { inExcel } from "./in-excel";
import { smallerBudget } from "./read-tables";
import { type Following, takenBack } from "./take-back";
import { isEditing, isTooLong, officeCode } from "./trouble-of";
import type { Outcome, Write } from "./write";
import { guarded, isGone, isTooShort } from "./guard-rows";

/** From so many cells on, calculation and events wait until the batch is done. */
const bulk = 2_000;

/** How far rounds have come: true once Excel has written any, whatever comes of it. */
export interface RoundsProgress {
  isPartWritten: boolean;
}

interface Going extends Following {
  readonly progress: RoundsProgress;
}

/** The writes that go in one round trip: within the budget, and none that must wait for those before it. */
export function nextRound(writes: readonly Write[], budget: Budget): readonly Write[] {
  const making = writes.findIndex(({ isMaking }) => isMaking);
  return firstWithin(making <= 0 ? writes : writes.slice(0, making), budget);
}

/**
 * Writes a round in one round trip; nothing of it where a table is gone or has become too short for it. Where
 * rows turn out to be others than was believed all of it is taken back, and that is a WorkbookError:
 * `interrupted` where not all of it could be.
 */
export async function writeRound(
  context: Excel.RequestContext,
  writes: readonly Write[],
  following: Going,
): Promise<void> {
  await answerFits(following.side, context, writes);
  const guards = guarded(context, writes);
  const isBulk = writes.reduce((sum, { cells }) => sum + cells, 0) >= bulk;
  if (isBulk) {
    context.runtime.enableEvents = false;
    context.application.suspendApiCalculationUntilNextSync();
  }
  const written = writes.map((write) => ({ what: write.what, written: write.queue(context) }));
  if (isBulk) context.runtime.enableEvents = true;
  const done = [...guards.map((guard) => guard.ends()), ...written];
  await synced(context, writes, following);
  following.progress.isPartWritten ||= writes.length > 0;
  const found = done.map(({ what, written: { outcome } }) => ({ what, ...outcome() }));
  const first = found.find(isWrong);
  if (first === undefined) return;
  const wrong = wrongly(first);
  try {
    await takenBack(following, done);
  } catch (thrown) {
    if (thrown instanceof WorkbookError) throw thrown;
    throw new WorkbookError("interrupted", wrong.what, { rows: wrong.rows, cause: thrown });
  }
  throw wrong;
}

function isWrong({ changed, lost, hasOtherColumns }: Outcome): boolean {
  return changed.length + lost.length > 0 || hasOtherColumns === true;
}

function wrongly({
  what,
  changed,
  lost,
  hasOtherColumns,
}: Outcome & { readonly what: string }): WorkbookError {
  if (changed.length > 0 || hasOtherColumns === true)
    return new WorkbookError("changed", what, { rows: changed });
  return new WorkbookError("odd-answer", what, { rows: lost, cause: new Error("NOT_KEPT") });
}

/** What Excel refuses whole may be tried again; anything else stopped it in the middle. */
async function synced(
  context: Excel.RequestContext,
  writes: readonly Write[],
  following: Following,
): Promise<void> {
  try {
    await context.sync();
  } catch (thrown) {
    if (isEditing(thrown) || isTooLong(thrown)) throw thrown;
    if (isTooShort(thrown)) throw new WorkbookError("changed", whatOf(writes), { cause: thrown });
    if (isGone(thrown, writes)) throw await missing(following, writes, thrown);
    throw officeCode(thrown) === null
      ? thrown
      : new WorkbookError("interrupted", whatOf(writes), { cause: thrown });
  }
}

/** The table of a round that is not there by now; `changed` where all of them are there again. */
async function missing(
  { side, course }: Following,
  writes: readonly Write[],
  cause: unknown,
): Promise<WorkbookError> {
  const gone = await inExcel(side, course, async (context) => {
    const names = [...new Set(writes.map(({ what }) => what))];
    const there = names.map((name) => context.workbook.tables.getItemOrNullObject(name).load("name"));
    await context.sync();
    return names.find((_, i) => there[i].isNullObject);
  });
  return gone === undefined
    ? new WorkbookError("changed", whatOf(writes), { cause })
    : new WorkbookError("missing", gone, { cause });
}

function whatOf(writes: readonly Write[]): string {
  return [...new Set(writes.map(({ what }) => what))].join(", ");
}

/** Writes round by round; one that is too much at once goes in halves. */
export async function writeRounds(
  { side, course, progress }: Going,
  writes: readonly Write[],
): Promise<void> {
  const all = Math.max(cellsOf(writes), 1);
  let budget = fullBudget;
  let left = writes;
  while (left.length > 0) {
    const round = nextRound(left, budget);
    try {
      await inExcel(side, course, (context) => writeRound(context, round, { side, course, progress }));
      left = left.slice(round.length);
      course?.progress?.(1 - cellsOf(left) / all);
    } catch (thrown) {
      budget = smallerBudget(thrown, budget);
      left = smallerWrites(left, budget);
    }
  }
}

function cellsOf(writes: readonly Write[]): number {
  return writes.reduce((sum, { cells }) => sum + cells, 0);
}

/** Writes of which each is within the budget, so far as it has parts. */
export function smallerWrites(writes: readonly Write[], budget: Budget): readonly Write[] {
  return writes.flatMap((write) => {
    if (write.cells <= budget.cells || write.halves === null) return [write];
    return smallerWrites(write.halves(), budget);
  });
}
