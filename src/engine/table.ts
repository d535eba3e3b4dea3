import type { Area } from "./address";
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

/** A table of the workbook (Excel's ListObject). A body of no rows still takes one blank row on its sheet. */
export class Table {
  readonly name: string;
  readonly sheet: Sheet;
  readonly left: number;
  readonly headers: string[];
  /** Per column the formula that new rows get (without `=`); null for typed columns. */
  readonly calculated: (string | null)[];
  /** First row of the body. */
  readonly first: number;
  readonly hasHeader: boolean;
  readonly hasTotals: boolean;
  /** Rows of the body, the one blank row of an empty body not counted. */
  rowCount: number;
  /** The headers or the size differ from what was opened. */
  reshaped = false;
  /** Counts every change of the table, of its cells too. */
  revision = 0;

  constructor(place: TablePlace, form: { readonly hasHeader?: boolean; readonly hasTotals?: boolean } = {}) {
    this.name = place.name;
    this.sheet = place.sheet;
    this.left = place.left;
    this.headers = [...place.headers];
    this.calculated = place.headers.map(() => null);
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
}
