import type { TableCells, Workbook } from "../port";

/** How a book is kept: an .xlsx file, a .json file or a folder of CSV files. */
export type BookForm = "xlsx" | "json" | "csv";

/** What stands at a path: nothing (or an empty folder), a book that can be opened, or something else. */
export type Standing = "nothing" | "book" | "other";

/** A book in memory, wherever it came from. */
export interface OpenBook {
  readonly form: BookForm;
  readonly workbook: Workbook;
  /** Where it was opened and is saved again; null for one that is only in memory. */
  readonly path: string | null;
  /**
   * Writes it at a path, whole or not at all, in the form the path names: a workbook only as a workbook, JSON
   * and CSV as either. Refused where the book was opened there and somebody else changed it since.
   */
  save(path: string): void;
}

/**
 * The files that books are kept in. What cannot be read or written is a WorkbookError that names the path.
 */
export interface BookForms {
  /** Opens the book at a path; one that is not there is `unreadable`. */
  open(path: string): OpenBook;
  /** An empty book to be saved at a path, in the form the path names. */
  begin(path: string): OpenBook;
  /** A JSON book in memory, from JSON that is parsed already. */
  hold(tables: unknown): OpenBook;
  /** What stands at the path. */
  standing(path: string): Standing;
  /** The form that the path names: that of what is there, else .xlsx and .json files, else a folder. */
  formAt(path: string): BookForm;
  /** The rows of a CSV file or of the first table of a workbook, to be imported. */
  rows(path: string, isWanted: (table: string) => boolean): Promise<TableCells>;
  /** The bytes of a file, or of the standard input where the path is `-`, piece by piece. */
  bytes(path: string): AsyncIterable<Uint8Array>;
  /** The names of the books that come with the program. */
  samples(): readonly string[];
  /** The tables of one of them in a language. */
  sample(name: string, language: string): Promise<readonly TableCells[]>;
}
