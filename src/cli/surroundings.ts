import type { Machine } from "../app/moments";
import type { Language } from "../domain/kernel/title";
import type { BookForms } from "../workbook/files/book-forms";

/** All that the command line knows of the machine it runs on; made in main, where it is real. */
export interface Surroundings extends Machine {
  readonly books: BookForms;
  readonly language: Language;
  /** Writes to the answer; done when it is taken. */
  readonly out: (text: string) => Promise<void>;
  /** Writes to the person who watches. */
  readonly note: (text: string) => void;
  /** Where we were wrong, the person who watches wants to see where. */
  readonly debug: boolean;
}
