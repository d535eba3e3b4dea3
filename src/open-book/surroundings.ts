import type { Language } from "../domain/kernel/title";
import type { Workbook } from "../workbook/port";

/** What a device remembers for a user: texts by key. */
export interface Storage {
  get(key: string): string | null;
  set(key: string, value: string): void;
}

/** All that the open book knows of the machine and the host; made in main, where it is real. */
export interface Surroundings {
  readonly workbook: Workbook;
  /** The tables are those of a workbook; false for CSV and JSON, which may leave tables out. */
  readonly strict: boolean;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Local time as 2026-01-30T08:30:00. */
  readonly localTime: () => string;
  /** A random whole number 0–31. */
  readonly digit: () => number;
  readonly storage: Storage;
  /** The language of the host, where the user has not chosen one. */
  readonly language: Language;
  /** Does something after so many milliseconds, unless it is stopped before. */
  readonly after: (milliseconds: number, work: () => void) => () => void;
  readonly version: string;
}
