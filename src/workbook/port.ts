/** What a cell in error shows, as Excel spells it: `#N/A`, `#REF!`, … */
export interface CellError {
  readonly error: string;
}

/**
 * What one cell holds. A blank cell is null; a date is a serial number (or ISO text in a CSV or JSON book).
 */
export type Cell = string | number | boolean | null | CellError;

/** Where a table stands and what its columns are called, without its cells. */
export interface TableOutline {
  /** The table's own name in the workbook (a ListObject's name, a CSV file's name, a JSON key). */
  readonly name: string;
  readonly sheet: string;
  readonly headers: readonly string[];
  /** Rows of the body: no header, no totals row. */
  readonly rowCount: number;
}

/** One table's body as it stands, read column by column. */
export interface TableCells extends TableOutline {
  /**
   * The cells of one column from body row `from` (0-based, at first the first) to `to` (excluded, at last the
   * end); made on demand, so do not ask twice.
   */
  column(index: number, from?: number, to?: number): readonly Cell[];
}

/** What a cell may be chosen from: fixed words, or a column of another table of the workbook. */
export type Choices =
  { readonly words: readonly string[] } | { readonly table: string; readonly header: string };

/** How one column of a new table looks. */
export interface ColumnLook {
  readonly header: string;
  /** Excel number format: `@` for text, `yyyy-mm-dd`, `0.00`; null = General. */
  readonly format: string | null;
  /** In characters. */
  readonly width: number;
  readonly hidden: boolean;
  /** Part of the collapsed outline group of rarely used columns. */
  readonly grouped: boolean;
  readonly choices: Choices | null;
}

/** The cells of one column, in the order of the rows the change names. */
export interface ColumnCells {
  readonly header: string;
  readonly cells: readonly Cell[];
}

/**
 * One step of a patch. Rows are 0-based rows of the table's body; strings are written as text, never as
 * formulas.
 */
export type Change =
  /** A new sheet with one table on it, its body empty (one blank row where the form needs one). */
  | {
      readonly do: "create";
      readonly table: string;
      readonly sheet: string;
      readonly columns: readonly ColumnLook[];
    }
  /**
   * Cells of rows that are there; null clears a cell. A header that the table lacks is added at its right
   * end.
   */
  | {
      readonly do: "stamp";
      readonly table: string;
      readonly rows: readonly number[];
      readonly columns: readonly ColumnCells[];
    }
  /** New rows after the last; columns not named stay blank. */
  | {
      readonly do: "append";
      readonly table: string;
      readonly count: number;
      readonly columns: readonly ColumnCells[];
    }
  /** Takes rows out, the rest moves up. */
  | { readonly do: "remove"; readonly table: string; readonly rows: readonly number[] }
  /** The whole body anew, with so many rows; columns not named become blank. */
  | {
      readonly do: "replace";
      readonly table: string;
      readonly count: number;
      readonly columns: readonly ColumnCells[];
    }
  /** A report sheet of its own, made or made anew; rows from A1, formats a column (null = General). */
  | {
      readonly do: "sheet";
      readonly sheet: string;
      readonly rows: readonly (readonly Cell[])[];
      readonly formats: readonly (string | null)[];
      readonly headerRows: number;
    };

/** How a long read or write is followed and stopped. */
export interface Course {
  readonly signal?: AbortSignal;
  /** Told now and then how much is done, from 0 to 1. */
  readonly progress?: (done: number) => void;
}

/** All that we ask of a workbook. */
export interface Workbook {
  /** Every table there is, whoever made it, in the order of the sheets. */
  tables(): Promise<readonly TableOutline[]>;
  /** The named tables; a name that is not there is a WorkbookError `missing`. */
  read(names: readonly string[], course?: Course): Promise<readonly TableCells[]>;
  /** Applies every change in order, or none of them where the workbook allows it. */
  apply(changes: readonly Change[], course?: Course): Promise<void>;
}

/** Why a workbook cannot be read or written now. */
export type WorkbookTrouble =
  "missing" | "unreadable" | "encrypted" | "unsafe" | "too-large" | "protected" | "write-failed";

/** The workbook cannot be read or written now; `what` names the part, the table or the file. */
export class WorkbookError extends Error {
  constructor(
    readonly trouble: WorkbookTrouble,
    readonly what: string,
    options?: { cause?: unknown },
  ) {
    super(`${trouble}: ${what}`, options);
    this.name = "WorkbookError";
  }
}
