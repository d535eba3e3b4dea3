import type { Language } from "../domain/kernel/title";
import type { BookForms } from "../workbook/files/book-forms";

/** All that the command line knows of the machine it runs on; made in main, where it is real. */
export interface Surroundings {
  readonly books: BookForms;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Local time as 2026-01-30T08:30:00. */
  readonly localTime: () => string;
  /** A random whole number 0–31. */
  readonly digit: () => number;
  readonly user: string;
  readonly language: Language;
  /** Writes to the answer; done when it is taken. */
  readonly out: (text: string) => Promise<void>;
  /** Writes to the person who watches. */
  readonly note: (text: string) => void;
  /** Where we were wrong, the person who watches wants to see where. */
  readonly debug: boolean;
}
