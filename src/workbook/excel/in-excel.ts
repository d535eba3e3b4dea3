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

/** Waits until no cell is being edited, or until the course is stopped; tells of a long wait, once. */
async function editingEnds(side: ExcelSide, course: Course | undefined): Promise<void> {
  const told: true[] = [];
  const telling = setTimeout(() => {
    told.push(true);
    course?.waiting?.(true);
  }, patience);
  try {
    await unlessStopped(course?.signal, freeToWrite(side, course?.signal));
  } finally {
    clearTimeout(telling);
    if (told.length > 0) course?.waiting?.(false);
  }
}

/** Asks until no cell is being edited, or nobody waits for it any more. */
async function freeToWrite(side: ExcelSide, signal: AbortSignal | undefined): Promise<void> {
  while (signal?.aborted !== true && !(await isFreeToWrite(side)))
    await new Promise((resolve) => setTimeout(resolve, patience));
}

/**
 * Excel holds this batch back until the cell is done with; where it cannot, it says at once that it is not.
 */
async function isFreeToWrite(side: ExcelSide): Promise<boolean> {
  try {
    await side.run({ delayForCellEdit: true }, async (context) => {
      context.workbook.load("name");
      await context.sync();
    });
    return true;
  } catch (thrown) {
    if (isEditing(thrown)) return false;
    throw thrown;
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
