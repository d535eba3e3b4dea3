import { EngineError } from "../engine-error";
import { recalculate } from "../formulas/calculate/calculator";
import type { Sheet } from "../sheet";
import type { DefinedName, Workbook } from "../workbook";
import { blankPackage } from "./blank-package";
import { PartMaker } from "./new-sheets";
import { xlsxOrigin } from "./open-xlsx";
import type { XlsxOrigin } from "./open-xlsx";
import { PackageEdit } from "./package-edit";
import { refreshPivots } from "./pivot-caches";
import { Reshaper } from "./reshaped-text";
import { saveBeside } from "./save-beside";
import { saveTables } from "./save-tables";
import { spliceSheet } from "./sheet-splicer";
import { markDynamicArrays } from "./dynamic-arrays";
import { writeStyles } from "./styles-part";
import { spliceWorkbook } from "./workbook-splices";
import type { SheetEntry } from "./workbook-splices";

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
  const { workbookPart, stylesPart } = origin;
  const edit = new PackageEdit(origin.files.copy());
  markDynamicArrays(workbook, edit, workbookPart);
  const maker = new PartMaker(workbook, { edit, workbookPart });
  saveChanges(workbook, origin, { edit, maker });
  const sheets = workbook.sheets.map((sheet) => entryOf(sheet, origin) ?? maker.sheet(sheet));
  saveStyles(workbook, edit, stylesPart);
  saveWorkbookPart(workbook, edit, { part: workbookPart, sheets, others: origin.others });
  edit.removeRelated(workbookPart, "calcChain");
  return edit.finish();
}

function saveNew(workbook: Workbook): Uint8Array {
  if (workbook.sheets.length === 0) workbook.addSheet("Sheet1");
  recalculate(workbook);
  const edit = new PackageEdit(blankPackage());
  const part = "xl/workbook.xml";
  markDynamicArrays(workbook, edit, part);
  const maker = new PartMaker(workbook, { edit, workbookPart: part });
  const sheets = workbook.sheets.map((sheet) => maker.sheet(sheet));
  saveStyles(workbook, edit, "xl/styles.xml");
  saveWorkbookPart(workbook, edit, { part, sheets, others: new Set() });
  return edit.finish();
}

function isChanged(workbook: Workbook, origin: XlsxOrigin): boolean {
  const { order, tables, names } = origin;
  const isSameOrder =
    order.length === workbook.sheets.length && order.every((sheet, i) => sheet === workbook.sheets[i]);
  const declared = workbook.declaredTables();
  const isSameTables =
    declared.length === tables.length && tables.every(({ table }) => declared.includes(table));
  return (
    !isSameOrder ||
    !isSameTables ||
    workbook.sheets.some((sheet) => sheet.changed) ||
    !isSameNames(workbook.names, names) ||
    declared.some(({ reshaped, restyled, refiltered }) => reshaped || restyled || refiltered)
  );
}

function isSameNames(now: readonly DefinedName[], before: readonly DefinedName[]): boolean {
  return now.length === before.length && now.every((name, i) => name === before[i]);
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

interface Saving {
  readonly edit: PackageEdit;
  readonly maker: PartMaker;
}

function saveChanges(workbook: Workbook, origin: XlsxOrigin, { edit, maker }: Saving): void {
  const reshaper = new Reshaper(workbook.reshapes);
  for (const [sheet, source] of origin.sheets) {
    if (!workbook.sheets.includes(sheet)) {
      edit.remove(origin.workbookPart, source.part);
      continue;
    }
    const tableParts = saveTables(workbook, origin, { sheet, source, edit, maker });
    const isIdle = !sheet.changed && tableParts === null;
    if (isIdle && reshaper.isIdle) continue;
    const tables = workbook.tablesOn(sheet).map(({ area }) => area);
    const pieces = spliceSheet({ sheet, source, reshaper, tables, tableParts });
    if (pieces !== null) edit.files.put(source.part, pieces);
  }
  if (!reshaper.isIdle) saveBeside(edit.files, origin, reshaper);
  refreshPivots(edit.files, new Set(origin.tables.filter(isTouched).map(({ table }) => table.name)));
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

/** How a sheet that was listed is listed now; null for a new one. */
function entryOf(sheet: Sheet, { listed }: XlsxOrigin): SheetEntry | null {
  const place = listed.get(sheet);
  if (place === undefined) return null;
  return { name: sheet.name, relation: "", visibility: sheet.visibility, listed: place };
}

interface WorkbookChange {
  readonly part: string;
  readonly sheets: readonly SheetEntry[];
  readonly others: ReadonlySet<number>;
}

function saveWorkbookPart(
  workbook: Workbook,
  { files }: PackageEdit,
  { part, sheets, others }: WorkbookChange,
): void {
  const news = { sheets, others, names: workbook.names, mustCalculate: hasFormulas(workbook) };
  files.put(part, [spliceWorkbook(files.bytes(part), part, news)]);
}

function hasFormulas({ sheets }: Workbook): boolean {
  return sheets.some((sheet) => {
    const { done } = sheet.formulas()[Symbol.iterator]().next();
    return done !== true;
  });
}
