import type { Workbook } from "../../engine/workbook";
import type { Language } from "../../locales/workbench";
import type { Shortcut } from "../ribbon/shortcuts";
import type { OpenFile } from "./open-file";

/** What the workbench cannot do by itself; made where the page starts. */
export interface Studio {
  readonly language: Language;
  /** Names of the samples there are. */
  readonly samples: readonly string[];
  /** The year in which the user types. */
  readonly year: () => number;
  /** The add-in's manifest: what it adds to the ribbon. */
  readonly manifest: XMLDocument;
  /** The combinations of keys that run the add-in's actions. */
  readonly shortcuts: readonly Shortcut[];
  /** A new book with the rows of a sample, or without any. */
  newBook(language: Language, sample: string | null): Promise<Workbook>;
  /** Opens a book in a host of its own, which speaks that language. */
  open(name: string, book: Workbook, language: Language): OpenFile;
}
