import { WorkbookError, type Course } from "../port";
import { floorVersion, type ExcelSide } from "./excel-side";
import { isEditing } from "./trouble-of";

/** How long a cell may be edited before the user is told that we wait for it, and between two tries. */
const patience = 300;

/**
 * Does work in one Excel.run. While a cell is being edited Excel refuses a whole batch; then we wait until it
 * is done with and begin the work anew, so it must be safe to repeat from its start.
 */
export async function inExcel<T>(
  side: ExcelSide,
  course: Course | undefined,
  work: (context: Excel.RequestContext) => Promise<T>,
): Promise<T> {
  if (!side.supports(floorVersion)) throw new WorkbookError("unsupported", `ExcelApi ${floorVersion}`);
  course?.signal?.throwIfAborted();
  try {
    return await side.run(work);
  } catch (thrown) {
    if (!isEditing(thrown)) throw thrown;
  }
  await editingEnds(side, course);
  return inExcel(side, course, work);
}

/** Waits until no cell is being edited, or until the course is stopped. */
async function editingEnds(side: ExcelSide, course: Course | undefined): Promise<void> {
  const told = setTimeout(() => course?.waiting?.(true), patience);
  try {
    await unlessStopped(course?.signal, freeToWrite(side, course?.signal));
  } finally {
    clearTimeout(told);
    course?.waiting?.(false);
  }
}

/** Asks again and again until no cell is being edited. */
async function freeToWrite(side: ExcelSide, signal: AbortSignal | undefined): Promise<void> {
  while (!(await isFree(side)) && signal?.aborted !== true) {
    await new Promise((resolve) => setTimeout(resolve, patience));
  }
}

/** Excel holds this batch back until the cell is done with, where it can. */
async function isFree(side: ExcelSide): Promise<boolean> {
  try {
    await side.run({ delayForCellEdit: true }, async (context) => {
      context.workbook.load("name");
      await context.sync();
    });
    return true;
  } catch (thrown) {
    if (!isEditing(thrown)) throw thrown;
    return false;
  }
}

function unlessStopped(signal: AbortSignal | undefined, work: Promise<void>): Promise<void> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      work.catch(() => undefined); // it may still end, in whatever way: nobody waits for it any more
      reject(signal.reason instanceof Error ? signal.reason : new Error("stopped"));
    };
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => {
      signal.removeEventListener("abort", stop);
    });
  });
}
