import type { Course, Workbook } from "../workbook/port";
import type { Busy } from "./book-state";

/** Follows one action, which may read and write several times, as one course from 0 to 1. */
export interface ActionCourse {
  /** The workbook as the action sees it. */
  readonly workbook: Workbook;
  readonly signal: AbortSignal;
  /** Stops the action where that is still possible. */
  stop(): void;
  /** It has written something. */
  hasWritten(): boolean;
}

/** What reading is of the whole, where writing follows. */
const HALF = 0.5;
/** Progress is told in steps of so much. */
const STEP = 0.01;

/** Derived tables may be left half written: the next recompute mends them. */
const MENDABLE: ReadonlySet<string> = new Set(["recompute"]);

/**
 * The course of an action over a workbook. It can be stopped while it reads or waits for a cell, and while it
 * writes what can be worked out again. `tell` hears of every step.
 */
export function actionCourse(verb: string, workbook: Workbook, tell: (busy: Busy) => void): ActionCourse {
  const stopping = new AbortController();
  let busy: Busy = { verb, done: 0, canCancel: true, waitingForCell: false };
  let isWriting = false;
  let hasWritten = false;
  const change = (some: Partial<Busy>): void => {
    busy = { ...busy, ...some };
    tell((busy = { ...busy, canCancel: busy.waitingForCell || !isWriting || MENDABLE.has(verb) }));
  };
  const progress = (done: number): void => (done < busy.done + STEP ? undefined : change({ done }));
  const course = (from: number): Course => ({
    signal: stopping.signal,
    progress: (done) => progress(from + done * HALF),
    waiting: (waitingForCell) => change({ waitingForCell }),
  });
  const writing = async (work: () => Promise<void>): Promise<void> => {
    stopping.signal.throwIfAborted();
    isWriting = true;
    change({});
    try {
      await work();
      hasWritten = true;
    } finally {
      isWriting = false;
    }
  };
  const followed: Workbook = {
    ...workbook,
    tables: () => workbook.tables(course(0)),
    read: (names) => workbook.read(names, course(0)),
    apply: (changes) => writing(() => workbook.apply(changes, course(HALF))),
  };
  return {
    workbook: followed,
    signal: stopping.signal,
    stop: () => (busy.canCancel ? stopping.abort() : undefined),
    hasWritten: () => hasWritten,
  };
}
