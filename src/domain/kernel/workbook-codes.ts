import type { Severity } from "./severity";

/** What may be the matter with a workbook, its tables, or what was asked of it. */
export const WORKBOOK_CODES = {
  /** name, nearest: a sheet table that the book needs is not there. */
  TABLE_MISSING: "error",
  /** header, nearest: a key column is not there; guess = "yes" where `nearest` is but the one header left. */
  HEADER_MISSING: "error",
  /** header: two columns of one table bear it. */
  HEADER_TWICE: "error",
  /** key, value, allowed: a setting that this version does not know. */
  UNKNOWN_SETTING: "error",
  /** value, first: a header cell of this row says other than the first row of its document. */
  HEADER_DIFFERS: "error",
  /**
   * what, nearest, expected: a request that makes no sense; what stands there, and the kind of thing that
   * should.
   */
  BAD_STEP: "error",
  /** file, why. */
  BOOK_UNREADABLE: "error",
  /** file. */
  BOOK_ENCRYPTED: "error",
  /** part: cannot be saved without loss. */
  BOOK_UNSAFE_TO_SAVE: "error",
  /** name, at: cells of the user stand where that table or report has to go. */
  CELLS_IN_THE_WAY: "error",
  /** file, why. */
  WRITE_FAILED: "error",
  /** rows: somebody else changed, moved or removed them since they were read. */
  ROW_CHANGED: "error",
  /** A cell is being edited, or a window of Excel is open, and nothing can be written meanwhile. */
  BOOK_BUSY: "error",
  /** The book was opened to be read only. */
  BOOK_READ_ONLY: "error",
  /** sheet. */
  SHEET_PROTECTED: "error",
  /** name: of a table whose filter hides rows that would have to be written or moved. */
  TABLE_FILTERED: "error",
  /** what: more cells than the workbook gives or takes at once. */
  BOOK_TOO_LARGE: "error",
  /** set: what this version of Excel lacks. */
  HOST_LACKS: "error",
  /** The workbook counts its days from 1904, and Excel gives and takes them so. */
  BOOK_DATE_SYSTEM: "error",
  /** code: Excel did not do as it was asked, and nothing was written. */
  HOST_FAILED: "error",
  /** name, why: the workbook stopped in the middle of writing. */
  WRITE_INTERRUPTED: "error",
} as const satisfies Record<string, Severity>;
