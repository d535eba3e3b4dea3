import { EngineError } from "./engine-error";
import { CellStyles } from "./cell-styles";
import { Sheet } from "./sheet";
import type { Table } from "./table";

/** A name the workbook gives to a range or formula; `sheet` limits it to one sheet. */
export interface DefinedName {
  readonly name: string;
  readonly formula: string;
  readonly sheet: string | null;
  readonly hidden: boolean;
}

/** A workbook in memory: sheets in the order of their tabs, the tables on them, names and styles. */
export class Workbook {
  readonly sheets: Sheet[] = [];
  readonly names: DefinedName[] = [];
  private readonly tableList: Table[] = [];
  readonly styles: CellStyles;
  /** Serial numbers of dates count from 1904, as on old Macs. */
  readonly date1904: boolean;

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

  /** Takes a sheet that is filled already as its last. */
  adopt(sheet: Sheet): Sheet {
    this.sheets.push(sheet);
    return sheet;
  }

  /** Declares cells of a sheet to be a table; its cells are not touched. */
  addTable(table: Table): Table {
    if (this.table(table.name) !== null) {
      throw new EngineError("unsafe", "a table of this name is there already", { table: table.name });
    }
    this.tableList.push(table);
    return table;
  }
}
