import type { Sheet } from "../sheet";
import type { Table } from "../table";
import type { Workbook } from "../workbook";
import type { PartMaker } from "./new-sheets";
import type { XlsxOrigin } from "./open-xlsx";
import type { PackageEdit } from "./package-edit";
import type { SheetPart } from "./sheet-part";
import { writeTablePart } from "./table-writer";

/** The sheet whose tables are saved, and where to. */
interface TablesOf {
  readonly sheet: Sheet;
  readonly source: SheetPart;
  readonly edit: PackageEdit;
  readonly maker: PartMaker;
}

/**
 * Writes the parts of a sheet's tables: those that changed, new ones, and takes out those that are gone.
 * Answers the ids by which the sheet must refer to them; null when these are as they were.
 */
export function saveTables(
  workbook: Workbook,
  origin: XlsxOrigin,
  { sheet, source, edit, maker }: TablesOf,
): readonly string[] | null {
  const now = workbook.tablesOn(sheet);
  const before = origin.tables.filter(({ table }) => table.sheet === sheet);
  const kept = before.filter(({ table }) => now.includes(table));
  const known = new Set(before.map(({ table }) => table));
  const isAnyFormula = workbook.reshapes.length > 0;
  for (const part of before) {
    if (!now.includes(part.table)) edit.remove(source.part, part.part);
    else if (isAnyFormula || isChanged(part.table))
      edit.files.put(part.part, [writeTablePart(edit.files.bytes(part.part), part)]);
  }
  const made = now.filter((table) => !known.has(table));
  if (made.length === 0 && kept.length === before.length) return null;
  return [...kept.map(({ relation }) => relation), ...made.map((table) => maker.table(source.part, table))];
}

function isChanged({ reshaped, restyled, refiltered }: Table): boolean {
  return reshaped || restyled || refiltered;
}
