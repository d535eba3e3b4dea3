import { WorkbookError, type Course } from "../port";
import { type Budget, firstWithin, fullBudget } from "./blocks";
import type { ExcelSide } from "./excel-side";
import { inExcel } from "./in-excel";
import { smallerBudget } from "./read-tables";
import { isEditing, isTooLong, officeCode } from "./trouble-of";
import type { Write } from "./write";

/** From so many cells on, calculation and events wait until the batch is done. */
const bulk = 2_000;

/** The writes that go in one round trip: within the budget, and none that must wait for those before it. */
export function nextRound(writes: readonly Write[], budget: Budget): readonly Write[] {
  const last = writes.findIndex((write, i) => i > 0 && write.isLast && !writes[i - 1].isLast);
  return firstWithin(last < 0 ? writes : writes.slice(0, last), budget);
}

/**
 * Writes a round in one round trip. Where rows turn out to be others than was believed all of it is taken
 * back, in another, and that is a WorkbookError.
 */
export async function writeRound(context: Excel.RequestContext, writes: readonly Write[]): Promise<void> {
  const isBulk = writes.reduce((sum, { cells }) => sum + cells, 0) >= bulk;
  if (isBulk) {
    context.runtime.enableEvents = false;
    context.application.suspendApiCalculationUntilNextSync();
  }
  const written = writes.map((write) => write.queue(context));
  if (isBulk) context.runtime.enableEvents = true;
  await synced(context, writes);
  const wrong = written.map(({ outcome }) => outcome());
  const first = wrong.findIndex(({ changed, lost }) => changed.length + lost.length > 0);
  if (first < 0) return;
  for (const write of written.toReversed()) write.undo(context);
  await synced(context, writes);
  const { changed, lost } = wrong[first];
  const isChanged = changed.length > 0;
  throw new WorkbookError(isChanged ? "changed" : "write-failed", writes[first].what, {
    rows: isChanged ? changed : lost,
    ...(isChanged ? {} : { cause: new Error("NOT_KEPT") }),
  });
}

/** What Excel refuses whole may be tried again; anything else stopped it in the middle. */
async function synced(context: Excel.RequestContext, writes: readonly Write[]): Promise<void> {
  try {
    await context.sync();
  } catch (thrown) {
    if (isEditing(thrown) || isTooLong(thrown)) throw thrown;
    const names = [...new Set(writes.map(({ what }) => what))].join(", ");
    throw officeCode(thrown) === null ? thrown : new WorkbookError("interrupted", names, { cause: thrown });
  }
}

/** Writes round by round; one that is too much at once goes in halves. */
export async function writeRounds(
  side: ExcelSide,
  writes: readonly Write[],
  course: Course | undefined,
): Promise<void> {
  const all = Math.max(cellsOf(writes), 1);
  let budget = fullBudget;
  let left = writes;
  while (left.length > 0) {
    const round = nextRound(left, budget);
    try {
      await inExcel(side, course, (context) => writeRound(context, round));
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
