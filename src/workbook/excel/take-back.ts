import { WorkbookError, type Course } from "../port";
import type { ExcelSide } from "./excel-side";
import { inExcel } from "./in-excel";
import { isTooLarge } from "./trouble-of";
import type { Written } from "./write";

/** Where writes are made, and how that is followed. */
export interface Following {
  readonly side: ExcelSide;
  readonly course: Course | undefined;
}

/** A write that is done, and the table or the sheet that it is about. */
export interface Done {
  readonly what: string;
  readonly written: Written;
}

/**
 * Takes writes back, the last first, in a run of their own: one round trip to see how they stand by now, one
 * to write. A cell that is being edited is waited for, and nobody can stop that. Where anything must stay as
 * it is, that is a WorkbookError `interrupted`, and its rows are named.
 */
export async function takenBack({ side, course }: Following, done: readonly Done[]): Promise<void> {
  const waiting = course?.waiting;
  const waits = waiting === undefined ? undefined : { waiting };
  const left = await inParts(done.toReversed(), (part) => inExcel(side, waits, (run) => undone(run, part)));
  if (left !== null) throw new WorkbookError("interrupted", left.what, { rows: left.rows });
}

interface Stays {
  readonly what: string;
  readonly rows: readonly number[];
}

/** All at once, or one half after the other where that is too much. */
async function inParts(
  done: readonly Done[],
  undo: (part: readonly Done[]) => Promise<Stays | null>,
): Promise<Stays | null> {
  try {
    return await undo(done);
  } catch (thrown) {
    if (!isTooLarge(thrown) || done.length < 2) throw thrown;
    const half = done.length >> 1;
    const first = await inParts(done.slice(0, half), undo);
    return first ?? inParts(done.slice(half), undo);
  }
}

async function undone(context: Excel.RequestContext, done: readonly Done[]): Promise<Stays | null> {
  const undoings = done.flatMap(({ what, written }) => {
    return written.undo === null ? [] : [{ what, undoing: written.undo(context) }];
  });
  if (undoings.length === 0) return null;
  await context.sync();
  let left: Stays | null = null;
  for (const { what, undoing } of undoings) {
    const rows = undoing(left !== null);
    if (rows !== null) left ??= { what, rows };
  }
  await context.sync();
  return left;
}
