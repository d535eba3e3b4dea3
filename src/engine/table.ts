import type { Area } from "./address";
import type { Filter } from "./filter/filter";
import type { Sheet } from "./sheet";

/** Where a table stands on its sheet; `left` and `top` are 0-based, `top` is its header row. */
export interface TablePlace {
  readonly name: string;
  readonly sheet: Sheet;
  readonly top: number;
  readonly left: number;
  readonly headers: readonly string[];
  readonly rowCount: number;
}

/** What a table looks like. */
export interface TableStyle {
  /** `TableStyleMedium2`; null = none. */
  readonly name: string | null;
  readonly bandedRows: boolean;
  readonly bandedColumns: boolean;
  readonly firstColumn: boolean;
  readonly lastColumn: boolean;
}

/** The look of a table that was given none. */
const plainTableStyle: TableStyle = {
  name: "TableStyleMedium2",
  bandedRows: true,
  bandedColumns: false,
  firstColumn: false,
  lastColumn: false,
};

/**
 * A table of the workbook (Excel's ListObject). A body of no rows still takes one blank row on its sheet. Its
 * place, name and columns change in `structure/` alone, so that formulas follow.
 */
export class Table {
  name: string;
  readonly sheet: Sheet;
  left: number;
  readonly headers: string[];
  /** Per column the formula that new rows get (without `=`); null for typed columns. */
  readonly calculated: (string | null)[];
  /** Per column its place among the columns that the table was opened with; null for those added since. */
  readonly origins: (number | null)[];
  /** First row of the body. */
  first: number;
  hasHeader: boolean;
  hasTotals: boolean;
  style: TableStyle = plainTableStyle;
  /** The buttons in its header and what they filter; null = none are shown. */
  filter: Filter["criteria"] | null = new Map();
  /** The style or the filter differ from what was opened. */
  restyled = false;
  refiltered = false;
  /** Rows of the body, the one blank row of an empty body not counted. */
  rowCount: number;
  /** The name, the headers, the place or the size differ from what was opened. */
  reshaped = false;
  /** Counts every change of the table, of its cells too. */
  revision = 0;

  constructor(place: TablePlace, form: { readonly hasHeader?: boolean; readonly hasTotals?: boolean } = {}) {
    this.name = place.name;
    this.sheet = place.sheet;
    this.left = place.left;
    this.headers = [...place.headers];
    this.calculated = place.headers.map(() => null);
    this.origins = place.headers.map((_, i) => i);
    this.hasHeader = form.hasHeader ?? true;
    this.hasTotals = form.hasTotals ?? false;
    this.first = place.top + (this.hasHeader ? 1 : 0);
    this.rowCount = place.rowCount;
  }

  /** One past the body's last row on the sheet; an empty body's blank row counts. */
  get end(): number {
    return this.first + Math.max(this.rowCount, 1);
  }

  /** The whole table: header, body, totals. */
  get area(): Area {
    const top = this.first - (this.hasHeader ? 1 : 0);
    const bottom = this.end - (this.hasTotals ? 0 : 1);
    return { top, left: this.left, bottom, right: this.left + this.headers.length - 1 };
  }

  /** The rows between header and totals, the blank row of an empty body too. */
  get body(): Area {
    return { ...this.area, top: this.first, bottom: this.end - 1 };
  }

  /** Makes room for columns in the list of columns; the cells are the caller's. */
  addColumns(at: number, headers: readonly string[]): void {
    this.headers.splice(at, 0, ...headers);
    this.calculated.splice(at, 0, ...headers.map(() => null));
    this.origins.splice(at, 0, ...headers.map(() => null));
    this.moveFilter((column) => (column < at ? column : column + headers.length));
    this.reshaped = true;
    this.revision++;
  }

  /** Takes columns out of the list of columns; the cells are the caller's. */
  dropColumns(at: number, count: number): void {
    this.headers.splice(at, count);
    this.calculated.splice(at, count);
    this.origins.splice(at, count);
    this.moveFilter((column) => (column < at ? column : column < at + count ? -1 : column - count));
    this.reshaped = true;
    this.revision++;
  }

  private moveFilter(to: (column: number) => number): void {
    if (this.filter === null || this.filter.size === 0) return;
    const moved = [...this.filter].map(([column, criterion]) => [to(column), criterion] as const);
    this.filter = new Map(moved.filter(([column]) => column >= 0));
    this.refiltered = true;
  }
}
