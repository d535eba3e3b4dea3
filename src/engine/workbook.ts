import { EngineError } from "./engine-error";
import { CellStyles } from "./cell-styles";
import { ChangeFeed } from "./changes";
import type { CellRecorder } from "./cell-recorder";
import { Sheet } from "./sheet";
import type { Reshape } from "./structure/reshape-step";
import type { Table } from "./table";

/** A name the workbook gives to a range or formula; `sheet` limits it to one sheet. */
export interface DefinedName {
  readonly name: string;
  readonly formula: string;
  readonly sheet: string | null;
  readonly hidden: boolean;
  /** Its place among the names of the file it was opened from; absent for a new one. */
  readonly origin?: number;
}

/** A workbook in memory: sheets in the order of their tabs, the tables on them, names and styles. */
export class Workbook {
  readonly sheets: Sheet[] = [];
  readonly names: DefinedName[] = [];
  private readonly tableList: Table[] = [];
  readonly styles: CellStyles;
  /** Serial numbers of dates count from 1904, as on old Macs. */
  readonly date1904: boolean;
  /** What happens to the workbook: who follows it subscribes here. */
  readonly changes = new ChangeFeed();
  /** Structural edits since it was opened, in order. */
  readonly reshapes: Reshape[] = [];
  /** Nobody may change it. Who edits must ask; the engine does not. */
  readOnly = false;
  /** The word that new columns of tables bear with a number: `Column` or `列`. */
  columnWord = "Column";
  private recorder: ((sheet: Sheet) => CellRecorder) | null = null;

  constructor(form: { readonly styles?: CellStyles; readonly date1904?: boolean } = {}) {
    this.styles = form.styles ?? new CellStyles();
    this.date1904 = form.date1904 ?? false;
  }

  /** The sheet of that name in any case; null when there is none. */
  sheet(name: string): Sheet | null {
    const wanted = name.toLowerCase();
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === wanted) ?? null;
  }

  /** Every table, in the order of the sheets. */
  tables(): readonly Table[] {
    return this.sheets.flatMap((sheet) => this.tablesOn(sheet));
  }

  /** The tables of one sheet. */
  tablesOn(sheet: Sheet): readonly Table[] {
    return this.tableList.filter((table) => table.sheet === sheet);
  }

  /** The table of that name in any case; null when there is none. */
  table(name: string): Table | null {
    const wanted = name.toLowerCase();
    return this.tableList.find((table) => table.name.toLowerCase() === wanted) ?? null;
  }

  /** A new sheet after the last. */
  addSheet(name: string): Sheet {
    if (this.sheet(name) !== null)
      throw new EngineError("unsafe", "a sheet of this name is there already", { sheet: name });
    return this.adopt(new Sheet(name));
  }

  /** Takes a sheet that is filled already, as its last or before the tab at that place. */
  adopt(sheet: Sheet, place: number = this.sheets.length): Sheet {
    this.sheets.splice(place, 0, sheet);
    sheet.feed = this.changes.of(sheet);
    sheet.recorder = this.recorder?.(sheet) ?? null;
    this.changes.tell({ kind: "sheet", did: "added", sheet, name: sheet.name });
    return sheet;
  }

  /** Declares cells of a sheet to be a table; its cells are not touched. */
  addTable(table: Table): Table {
    if (this.table(table.name) !== null) {
      throw new EngineError("unsafe", "a table of this name is there already", { table: table.name });
    }
    this.tableList.push(table);
    this.changes.tell({ kind: "table", did: "added", table, name: table.name });
    return table;
  }

  /** Cells of a sheet are no table any more; the cells stay. */
  dropTable(table: Table): void {
    const at = this.tableList.indexOf(table);
    if (at < 0) return;
    this.tableList.splice(at, 1);
    this.changes.tell({ kind: "table", did: "deleted", table, name: table.name });
  }

  /** The tables in the order in which they were declared, to be put back by `restoreTables`. */
  declaredTables(): readonly Table[] {
    return [...this.tableList];
  }

  /** Puts back the tables that were declared at another time. */
  restoreTables(tables: readonly Table[]): void {
    this.tableList.splice(0, this.tableList.length, ...tables);
  }

  /** From now on this one keeps what cells held before they change; null = no one. */
  recordBy(recorder: ((sheet: Sheet) => CellRecorder) | null): void {
    this.recorder = recorder;
    for (const sheet of this.sheets) sheet.recorder = recorder?.(sheet) ?? null;
  }
}
