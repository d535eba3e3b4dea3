import { EngineError } from "../engine-error";
import { recalculate } from "../formulas/calculate/calculator";
import type { Workbook } from "../workbook";
import { blankPackage } from "./blank-package";
import { addSheets } from "./new-sheets";
import type { AddedSheet } from "./new-sheets";
import { xlsxOrigin } from "./open-xlsx";
import type { XlsxOrigin } from "./open-xlsx";
import { PackageEdit } from "./package-edit";
import { refreshPivots } from "./pivot-caches";
import { spliceSheet } from "./sheet-splicer";
import { writeStyles } from "./styles-part";
import { writeTablePart } from "./table-part";
import { spliceWorkbook } from "./workbook-splices";

/**
 * The workbook as an .xlsx file. One that was opened from a file is written over it: parts that did not
 * change, and in a changed sheet all rows but the changed ones, keep their bytes. Unchanged it is its own
 * bytes. Formulas that read changed cells are calculated; a value that may be wrong now is not written.
 */
export function saveXlsx(workbook: Workbook): Uint8Array {
  const origin = xlsxOrigin(workbook);
  if (origin === null) return saveNew(workbook);
  if (!isChanged(workbook, origin)) return origin.bytes;
  refuseUnsafe(origin);
  recalculate(workbook);
  const { workbookPart: part, stylesPart } = origin;
  const edit = new PackageEdit(origin.files.copy());
  saveChanges(origin, edit);
  const sheets = workbook.sheets.filter((sheet) => !origin.sheets.has(sheet));
  const added = addSheets(workbook, { sheets, edit, workbookPart: part });
  saveStyles(workbook, edit, stylesPart);
  saveWorkbookPart(workbook, edit, { part, added });
  edit.removeRelated(part, "calcChain");
  return edit.finish();
}

function saveNew(workbook: Workbook): Uint8Array {
  if (workbook.sheets.length === 0) workbook.addSheet("Sheet1");
  recalculate(workbook);
  const edit = new PackageEdit(blankPackage());
  const part = "xl/workbook.xml";
  const added = addSheets(workbook, { sheets: workbook.sheets, edit, workbookPart: part });
  saveStyles(workbook, edit, "xl/styles.xml");
  saveWorkbookPart(workbook, edit, { part, added });
  return edit.finish();
}

function isChanged(workbook: Workbook, origin: XlsxOrigin): boolean {
  return (
    workbook.sheets.some((sheet) => sheet.changed || !origin.sheets.has(sheet)) ||
    workbook.names.length > origin.nameCount ||
    workbook.tables().some(({ reshaped }) => reshaped)
  );
}

/** What a change would break, and only its maker could mend. */
function refuseUnsafe({ files }: XlsxOrigin): void {
  const names = files.names();
  const signed = names.find((name) => name.toLowerCase().startsWith("_xmlsignatures/"));
  if (signed !== undefined)
    throw new EngineError("unsafe", "the workbook bears a digital signature", { part: signed });
  const revision = names.find((name) => name.toLowerCase().startsWith("xl/revisions/"));
  if (revision !== undefined)
    throw new EngineError("unsafe", "the workbook tracks changes as shared", { part: revision });
}

function saveChanges(origin: XlsxOrigin, { files }: PackageEdit): void {
  for (const [sheet, source] of origin.sheets) {
    if (!sheet.changed) continue;
    const bodies = origin.tables
      .filter(({ table }) => table.sheet === sheet && table.reshaped)
      .map(({ table, area }) => ({
        before: { ...area, top: table.first, bottom: area.bottom - Number(table.hasTotals) },
        after: { ...table.area, top: table.first, bottom: table.end - 1 },
      }));
    files.put(source.part, spliceSheet({ sheet, source, bodies }));
  }
  for (const source of origin.tables) {
    if (source.table.reshaped) files.put(source.part, [writeTablePart(files.bytes(source.part), source)]);
  }
  refreshPivots(files, new Set(origin.tables.filter(isTouched).map(({ table }) => table.name)));
}

function isTouched({ table }: { readonly table: { readonly revision: number } }): boolean {
  return table.revision > 0;
}

function saveStyles(workbook: Workbook, { files }: PackageEdit, part: string | null): void {
  const { added } = workbook.styles;
  if (added.length === 0) return;
  if (part === null) throw new EngineError("unsafe", "no styles to add a number format to");
  files.put(part, [writeStyles(files.bytes(part), part, added)]);
}

interface WorkbookChange {
  readonly part: string;
  readonly added: readonly AddedSheet[];
}

function saveWorkbookPart(workbook: Workbook, { files }: PackageEdit, { part, added }: WorkbookChange): void {
  const news = { added, names: workbook.names, mustCalculate: hasFormulas(workbook) };
  files.put(part, [spliceWorkbook(files.bytes(part), part, news)]);
}

function hasFormulas({ sheets }: Workbook): boolean {
  return sheets.some((sheet) => {
    const { done } = sheet.formulas()[Symbol.iterator]().next();
    return done !== true;
  });
}
