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
  /** Which row of its sheet the first row of the body is, counted from 1 as the sheet shows it. */
  readonly firstRow: number;
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
 * What is believed to stand in the rows of a change before the patch, so that nothing is written over that
 * somebody changed meanwhile. Rows that were moved are found again by their key; a row that vanished, stands
 * twice or holds other cells is a WorkbookError `changed`, and then nothing of the patch is written.
 */
export interface Expectation {
  /** Header of the column whose text names a row wherever it stands; null = rows are known by place alone. */
  readonly key: string | null;
  /** In the order of the rows of the change. */
  readonly columns: readonly ColumnCells[];
}

/**
 * One step of a patch. Rows are 0-based rows of the table's body; strings are written as text, never as
 * formulas.
 */
export type Change =
  /**
   * A new sheet with one table on it, its body empty (one blank row where the form needs one). Where a sheet
   * bears that name already, the new one gets a number behind it.
   */
  | {
      readonly do: "create";
      readonly table: string;
      readonly sheet: string;
      readonly columns: readonly ColumnLook[];
    }
  /**
   * Cells of rows that are there; null clears a cell. A header that the table lacks is added at its right
   * end. The last column is written after all the others, for what is only true once they are there.
   */
  | {
      readonly do: "stamp";
      readonly table: string;
      readonly rows: readonly number[];
      readonly columns: readonly ColumnCells[];
      readonly expect?: Expectation;
    }
  /** New rows after the last; columns not named stay blank. */
  | {
      readonly do: "append";
      readonly table: string;
      readonly count: number;
      readonly columns: readonly ColumnCells[];
    }
  /** Takes rows out, the rest moves up. */
  | {
      readonly do: "remove";
      readonly table: string;
      readonly rows: readonly number[];
      readonly expect?: Expectation;
    }
  /** Another header for a column that is there; header null: another name for the table. */
  | {
      readonly do: "rename";
      readonly table: string;
      readonly header: string | null;
      readonly to: string;
    }
  /**
   * The body anew, with so many rows; columns not named keep what they hold, and rows too many go with all
   * that stands in them.
   */
  | {
      readonly do: "replace";
      readonly table: string;
      readonly count: number;
      readonly columns: readonly ColumnCells[];
    }
  /**
   * A report sheet of its own, made or made anew; rows from A1, formats a column (null = General). Of the
   * header rows, which stand still, the first `titleRows` say what the report is and are left out where the
   * sheet is a table; `bold` names rows that stand out.
   */
  | {
      readonly do: "sheet";
      readonly sheet: string;
      readonly rows: readonly (readonly Cell[])[];
      readonly formats: readonly (string | null)[];
      readonly headerRows: number;
      readonly titleRows?: number;
      readonly bold?: readonly number[];
    };

/** How a long read or write is followed and stopped. */
export interface Course {
  readonly signal?: AbortSignal;
  /** Told now and then how much is done, from 0 to 1. */
  readonly progress?: (done: number) => void;
  /** Told when we wait for a cell that the user is editing, and when no longer. */
  readonly waiting?: (isWaiting: boolean) => void;
}

/** A place to show: a cell of a table's body, its header (row null), or a whole row (header null). */
export interface CellPlace {
  readonly table: string;
  /** 0-based row of the body. */
  readonly row: number | null;
  readonly header: string | null;
}

/**
 * That something may have changed. Only a hint: some changes are told twice, some never. Rows that a patch of
 * ours finds elsewhere than it was told are news as well: somebody moved them.
 */
export interface WorkbookChange {
  /** Names of the tables it may concern; null = any, or which tables there are. */
  readonly tables: readonly string[] | null;
  /** It came of a patch of ours. */
  readonly ours: boolean;
}

/** All that we ask of a workbook. */
export interface Workbook {
  /** Every table there is, whoever made it, in the order of the sheets. */
  tables(course?: Course): Promise<readonly TableOutline[]>;
  /**
   * Whether the workbook is open to be read only, as it was when its tables were last asked for; first false.
   */
  isReadOnly(): boolean;
  /** The named tables; a name that is not there is a WorkbookError `missing`. */
  read(names: readonly string[], course?: Course): Promise<readonly TableCells[]>;
  /** Applies every change in order, or none of them where the workbook allows it. */
  apply(changes: readonly Change[], course?: Course): Promise<void>;
  /** Shows a place to the user and puts the cursor there; does nothing where there is no screen. */
  select(place: CellPlace, course?: Course): Promise<void>;
  /** Shows a sheet from its first cell on; a name that is not there is a WorkbookError `missing`. */
  showSheet(name: string, course?: Course): Promise<void>;
  /** The cell of a table's body that the cursor is in; null where it is elsewhere. */
  selected(): Promise<CellPlace | null>;
  /** Has the listener told of changes from now on; answers how to stop it. */
  onChange(listener: (change: WorkbookChange) => void): () => void;
}

/**
 * Why a workbook cannot be read or written now. `interrupted`: the workbook stopped in the middle of a patch,
 * of which a part may be written; after any other nothing is. `odd-answer`: Excel did something else than it
 * was asked, for a reason that says nothing to us. `in-the-way`: something of the user stands where a table
 * or a report has to go.
 */
export type WorkbookTrouble =
  | "missing"
  | "missing-column"
  | "unreadable"
  | "encrypted"
  | "unsafe"
  | "in-the-way"
  | "too-large"
  | "protected"
  | "read-only"
  | "filtered"
  | "busy"
  | "changed"
  | "unsupported"
  | "dated-1904"
  | "odd-answer"
  | "interrupted"
  | "write-failed";

/**
 * The workbook cannot be read or written now; `what` names the table, the sheet, the part or the file, `rows`
 * the body rows (0-based) of that table where it is about some, `at` the cells of the sheet (`B3`, `A1:C4`).
 */
export class WorkbookError extends Error {
  readonly rows: readonly number[];
  readonly at: string | null;

  constructor(
    readonly trouble: WorkbookTrouble,
    readonly what: string,
    options?: { readonly cause?: unknown; readonly rows?: readonly number[]; readonly at?: string },
  ) {
    super(`${trouble}: ${what}`, options);
    this.name = "WorkbookError";
    this.rows = options?.rows ?? [];
    this.at = options?.at ?? null;
  }
}
