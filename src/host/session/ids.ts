import type { Sheet } from "../../engine/sheet";
import type { Table } from "../../engine/table";
import type { Workbook } from "../../engine/workbook";

/** The ids under which sheets, tables and their columns are found again after they were renamed. */
export class Ids {
  private readonly given = new WeakMap<Sheet | Table, string>();
  private readonly columns = new WeakMap<Table, Map<string, number>>();
  private readonly lastColumn = new WeakMap<Table, number>();
  private count = 0;

  /** `{00000000-0001-0000-0000-000000000000}` and so on, as Excel gives them to sheets and tables. */
  of(owner: Sheet | Table): string {
    const known = this.given.get(owner);
    if (known !== undefined) return known;
    const hex = (++this.count).toString(16).padStart(4, "0").toUpperCase();
    const id = `{00000000-${hex}-0000-0000-000000000000}`;
    this.given.set(owner, id);
    return id;
  }

  sheet(book: Workbook, id: string): Sheet | null {
    return book.sheets.find((sheet) => this.of(sheet) === id) ?? null;
  }

  table(book: Workbook, id: string): Table | null {
    return book.tables().find((table) => this.of(table) === id) ?? null;
  }

  /** The id of a column, from 1; a column keeps it wherever it moves. */
  column(table: Table, header: string): number {
    return this.columnsOf(table).get(header) ?? 0;
  }

  /** The table has other columns, or other names for them. */
  follow(table: Table): void {
    this.columnsOf(table);
  }

  /** The header of the column of that id; null once the column is gone. */
  header(table: Table, id: number): string | null {
    for (const [header, known] of this.columnsOf(table)) if (known === id) return header;
    return null;
  }

  /** A header that took another's place is the same column under another name. */
  private columnsOf(table: Table): Map<string, number> {
    const before = this.columns.get(table) ?? new Map<string, number>();
    const { headers } = table;
    if (isSame([...before.keys()], headers)) return before;
    const old = before.size === headers.length ? [...before.keys()] : [];
    const columns = new Map<string, number>();
    let last = this.lastColumn.get(table) ?? 0;
    headers.forEach((header, i) => {
      const renamed = old.length > 0 && !headers.includes(old[i]) ? before.get(old[i]) : undefined;
      columns.set(header, before.get(header) ?? renamed ?? ++last);
    });
    this.lastColumn.set(table, last);
    this.columns.set(table, columns);
    return columns;
  }
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}
