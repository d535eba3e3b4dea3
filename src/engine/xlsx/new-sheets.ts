import { areaName } from "../address";
import { EngineError } from "../engine-error";
import type { Sheet } from "../sheet";
import { Table } from "../table";
import { isTableName } from "../table-name";
import type { Workbook } from "../workbook";
import { newSheetPart } from "./new-sheet-part";
import type { PackageEdit } from "./package-edit";
import { tableId } from "./table-part";
import { newTablePart } from "./table-writer";
import type { SheetEntry } from "./workbook-splices";

/** Sheets and tables that were made here. */
export interface NewSheets {
  readonly edit: PackageEdit;
  readonly workbookPart: string;
}

/** Writes sheets and tables that were made here as parts of their own. */
export class PartMaker {
  private readonly workbook: Workbook;
  private readonly edit: PackageEdit;
  private readonly workbookPart: string;
  private readonly folder: string;
  private readonly names: Naming;
  private lastId: number;

  constructor(workbook: Workbook, { edit, workbookPart }: NewSheets) {
    this.workbook = workbook;
    this.edit = edit;
    this.workbookPart = workbookPart;
    this.folder = workbookPart.slice(0, workbookPart.lastIndexOf("/") + 1);
    this.names = new Naming(workbook);
    this.lastId = lastTableId(edit);
  }

  /** Adds the part of a sheet with those of its tables; answers how the workbook is to list it. */
  sheet(sheet: Sheet): SheetEntry {
    const { edit } = this;
    const part = edit.freeName(`${this.folder}worksheets/`, "sheet");
    edit.add(part, "worksheet+xml", []);
    const references = this.workbook.tablesOn(sheet).map((table) => this.table(part, table));
    edit.files.put(part, newSheetPart(sheet, references));
    const relation = edit.relate(this.workbookPart, "worksheet", part);
    return { name: this.names.sheet(sheet), relation, visibility: sheet.visibility, listed: null };
  }

  /** Adds the part of a table to that of its sheet; answers the id by which the sheet refers to it. */
  table(sheetPart: string, table: Table): string {
    this.lastId++;
    const part = this.edit.freeName(`${this.folder}tables/`, "table");
    const text = newTablePart(this.names.table(table), this.lastId);
    this.edit.add(part, "table+xml", [new TextEncoder().encode(text)]);
    return this.edit.relate(sheetPart, "table", part);
  }
}

function lastTableId({ files }: PackageEdit): number {
  const parts = files.names().filter((name) => /\/tables\/[^/]+\.xml$/i.test(name));
  return Math.max(0, ...parts.map((part) => tableId(files.bytes(part), part)));
}

/** Names as Excel allows them: a table that came from JSON or CSV may be called what no ListObject can be. */
class Naming {
  private readonly sheets: Set<string>;
  private readonly tables: Set<string>;

  constructor(workbook: Workbook) {
    this.sheets = new Set(workbook.sheets.map(({ name }) => name.toLowerCase()));
    this.tables = new Set([...workbook.tables(), ...workbook.names].map(({ name }) => name.toLowerCase()));
  }

  sheet({ name }: Sheet): string {
    const isAllowed = name.length > 0 && name.length <= 31 && !/[[\]:*?/\\]|^'|'$/.test(name);
    if (isAllowed) return name;
    const base = name.replace(/[[\]:*?/\\']/g, "_").slice(0, 28);
    return unused(base === "" ? "sheet" : base, this.sheets);
  }

  table(table: Table): Table {
    checkHeaders(table);
    if (isTableName(table.name)) return table;
    const name = unused(`_${table.name.replace(/[^\p{L}\p{N}_.]/gu, "_")}`, this.tables);
    return renamedCopy(table, name);
  }
}

function renamedCopy(table: Table, name: string): Table {
  const { sheet, left, headers, rowCount, hasHeader, hasTotals } = table;
  const place = { name, sheet, top: table.area.top, left, headers, rowCount };
  const copy = new Table(place, { hasHeader, hasTotals });
  copy.style = table.style;
  copy.filter = table.filter;
  table.calculated.forEach((formula, i) => (copy.calculated[i] = formula));
  return copy;
}

function unused(base: string, taken: Set<string>): string {
  let name = base;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${base}_${String(n)}`;
  taken.add(name.toLowerCase());
  return name;
}

/** Excel repairs (and so changes) a table with a blank header, or with the same header twice in any case. */
function checkHeaders({ name, headers, area }: Table): void {
  const seen = new Set<string>();
  for (const header of headers) {
    const key = header.toLowerCase();
    if (key === "")
      throw new EngineError("unsafe", "a column without a header", { table: name, cell: areaName(area) });
    if (seen.has(key))
      throw new EngineError("unsafe", "two columns bear this header", { table: name, column: header });
    seen.add(key);
  }
}
