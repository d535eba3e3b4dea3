import type { Workbook } from "../../engine/workbook";
import type { Language } from "../../locales/workbench";
import type { AddInFiles } from "../ribbon/add-in-files";
import type { OpenFile } from "./open-file";

/** What the workbench cannot do by itself; made where the page starts. */
export interface Studio extends AddInFiles {
  readonly language: Language;
  /** Names of the samples there are. */
  readonly samples: readonly string[];
  /** The year in which the user types. */
  readonly year: () => number;
  /** A new book with the rows of a sample, or without any. */
  newBook(language: Language, sample: string | null): Promise<Workbook>;
  /** Opens a book in a host of its own, which speaks that language. */
  open(name: string, book: Workbook, language: Language): OpenFile;
}
