import type { BookChange, ChangeReader } from "../changes";
import type { Workbook } from "../workbook";
import { CellLog } from "./cell-log";
import { isSameOutline, outlineOf, restoreOutline } from "./outline";
import type { Outline } from "./outline";
import { undone } from "./undone-change";

/** How far back a journal goes. */
export interface JournalLimits {
  readonly steps: number;
  /** Cells that all steps together hold on to; the oldest steps go first. */
  readonly cells: number;
}

interface Step {
  /** The n-th step that was ever made. */
  readonly number: number;
  readonly title: string;
  readonly cells: CellLog;
  readonly before: Outline;
  readonly after: Outline;
  /** What was told of it. */
  readonly changes: readonly BookChange[];
}

const plainLimits: JournalLimits = { steps: 100, cells: 2_000_000 };

/** What was done to a workbook, step by step, to be taken back and done again exactly. */
export class Journal {
  private readonly workbook: Workbook;
  private readonly limits: JournalLimits;
  private readonly reader: ChangeReader;
  private past: Step[] = [];
  private future: Step[] = [];
  private cells: CellLog;
  private outline: Outline;
  private depth = 0;
  private made = 0;

  constructor(workbook: Workbook, limits: JournalLimits = plainLimits) {
    this.workbook = workbook;
    this.limits = limits;
    this.reader = workbook.changes.subscribe();
    this.outline = outlineOf(workbook, null);
    this.cells = this.listen();
  }

  /** The title of the step that `undo` would take back; null when there is none. */
  get undoes(): string | null {
    this.settle("");
    return this.past.at(-1)?.title ?? null;
  }

  /** The title of the step that `redo` would do again; null when there is none. */
  get redoes(): string | null {
    this.settle("");
    return this.future.at(-1)?.title ?? null;
  }

  /**
   * The number of the last step that stands, 0 before the first: while it is the same, so is the workbook.
   */
  get state(): number {
    this.settle("");
    return this.past.at(-1)?.number ?? 0;
  }

  /** Makes all that the function does one step; where it throws, what it did is taken back. */
  step<T>(title: string, edit: () => T): T {
    if (this.depth > 0) return edit();
    this.settle("");
    this.depth++;
    try {
      return edit();
    } catch (error) {
      if (this.settle(title)) {
        this.undo();
        this.future = [];
      }
      throw error;
    } finally {
      this.depth--;
      this.settle(title);
    }
  }

  /** Takes the last step back; false when there is none. */
  undo(): boolean {
    this.settle("");
    const step = this.past.pop();
    if (step === undefined) return false;
    this.future.push(this.turn(step, step.before));
    return true;
  }

  /** Does the step again that was taken back last; false when there is none. */
  redo(): boolean {
    this.settle("");
    const step = this.future.pop();
    if (step === undefined) return false;
    this.past.push(this.turn(step, step.after));
    return true;
  }

  /** Follows the workbook no more. */
  close(): void {
    this.workbook.recordBy(null);
    this.reader.close();
  }

  /** Puts cells and outline back; answers the same step, to be turned the other way. */
  private turn(step: Step, to: Outline): Step {
    this.workbook.recordBy(null);
    const cells = step.cells.back();
    restoreOutline(this.workbook, to);
    const changes = [...step.changes].reverse().map(undone);
    for (const change of changes) this.workbook.changes.tell(change);
    this.reader.take();
    this.outline = to;
    this.cells = this.listen();
    return { ...step, cells, changes };
  }

  /** Makes what was done since the last step a step; false when that is nothing. */
  private settle(title: string): boolean {
    const after = outlineOf(this.workbook, this.outline);
    const changes = this.reader.take().filter(({ kind }) => kind !== "results");
    const before = this.outline;
    if (this.cells.isEmpty && isSameOutline(before, after)) return false;
    const number = ++this.made;
    this.past.push({ number, title, cells: this.cells, before, after, changes: changes.filter(isTold) });
    this.future = [];
    this.outline = after;
    this.cells = this.listen();
    this.forget();
    return true;
  }

  private listen(): CellLog {
    const log = new CellLog();
    this.workbook.recordBy((sheet) => log.recorder(sheet));
    return log;
  }

  private forget(): void {
    const { steps, cells } = this.limits;
    let held = this.past.reduce((all, step) => all + step.cells.size, 0);
    while (this.past.length > steps || (held > cells && this.past.length > 1)) {
      held -= this.past.shift()?.cells.size ?? 0;
    }
  }
}

/** Written cells are told of as they are put back. */
function isTold({ kind }: BookChange): boolean {
  return kind !== "cells" && kind !== "formats";
}
