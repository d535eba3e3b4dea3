import type { Checked } from "../domain/kernel/checked";
import type { Moment } from "../domain/kernel/moment";
import type { Workbook } from "../workbook/port";
import type { Readings } from "./readings";

/** What every action works at: the open workbook, and who acts when. */
export interface Desk {
  readonly workbook: Workbook;
  readonly moment: Moment;
  /** The book is a workbook, whose tables must be there; CSV and JSON books may leave them out. */
  readonly strict: boolean;
  /** What was read of this workbook before, where it stays open from one action to the next. */
  readonly readings?: Readings;
}

/** What an action answers: its result and what it found; null = it was not done and the book is as it was. */
export type Answer<T> = Promise<Checked<T | null>>;
