import type { Sheet } from "../../engine/sheet";
import type { Table } from "../../engine/table";
import type { Workbook } from "../../engine/workbook";

/** The ids under which sheets, tables and their columns are found again after they were renamed. */
export class Ids {
  private readonly given = new WeakMap<Sheet | Table, string>();
  private readonly columns = new WeakMap<Table, Map<string, number>>();
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

  /** The header of the column of that id; null once the column is gone. */
  header(table: Table, id: number): string | null {
    for (const [header, known] of this.columnsOf(table)) if (known === id) return header;
    return null;
  }

  /** A column has another header and remains what it was. */
  renamed(table: Table, from: string, to: string): void {
    const columns = this.columnsOf(table);
    const id = columns.get(from);
    if (id === undefined) return;
    columns.delete(from);
    columns.set(to, id);
  }

  private columnsOf(table: Table): Map<string, number> {
    const columns = this.columns.get(table) ?? new Map<string, number>();
    this.columns.set(table, columns);
    const present = new Set(table.headers);
    for (const header of columns.keys()) if (!present.has(header)) columns.delete(header);
    for (const header of table.headers) if (!columns.has(header)) columns.set(header, this.nextId(columns));
    return columns;
  }

  private nextId(columns: ReadonlyMap<string, number>): number {
    return Math.max(0, ...columns.values()) + 1;
  }
}
