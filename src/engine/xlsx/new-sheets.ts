import { areaName } from "../address";
import { EngineError } from "../engine-error";
import type { Sheet, Visibility } from "../sheet";
import { Table } from "../table";
import { isTableName } from "../table-name";
import type { Workbook } from "../workbook";
import { newSheetPart } from "./new-sheet-part";
import type { PackageEdit } from "./package-edit";
import { newTablePart, tableId } from "./table-part";

/** A sheet whose part was added, to be listed in the workbook's. */
export interface AddedSheet {
  readonly name: string;
  readonly relation: string;
  readonly visibility: Visibility;
}

interface NewSheets {
  readonly sheets: readonly Sheet[];
  readonly edit: PackageEdit;
  readonly workbookPart: string;
}

/** Writes sheets that were made here, with their tables, as parts of their own. */
export function addSheets(
  workbook: Workbook,
  { sheets, edit, workbookPart }: NewSheets,
): readonly AddedSheet[] {
  const folder = workbookPart.slice(0, workbookPart.lastIndexOf("/") + 1);
  const names = new Naming(workbook);
  let id = lastTableId(edit);
  return sheets.map((sheet) => {
    const part = edit.freeName(`${folder}worksheets/`, "sheet");
    edit.add(part, "worksheet+xml", []);
    const references = workbook.tablesOn(sheet).map((table) => {
      id++;
      const tablePart = edit.freeName(`${folder}tables/`, "table");
      const named = names.table(table);
      edit.add(tablePart, "table+xml", [new TextEncoder().encode(newTablePart(named, id))]);
      return edit.relate(part, "table", tablePart);
    });
    edit.files.put(part, newSheetPart(sheet, references));
    const relation = edit.relate(workbookPart, "worksheet", part);
    return { name: names.sheet(sheet), relation, visibility: sheet.visibility };
  });
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
    const { sheet, left, headers, rowCount } = table;
    return new Table({ name, sheet, top: table.area.top, left, headers, rowCount });
  }
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
