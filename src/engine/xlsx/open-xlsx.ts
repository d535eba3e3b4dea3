import { EngineError } from "../engine-error";
import { Sheet } from "../sheet";
import { CellStyles } from "../cell-styles";
import { Workbook } from "../workbook";
import type { DefinedName } from "../workbook";
import { isForeign, refuseForeign } from "./foreign-formats";
import { Package } from "./package";
import type { Relation } from "./relations";
import type { CellContext } from "./sheet-data-reader";
import { SharedStrings } from "./shared-strings";
import { readSheetPart } from "./sheet-part";
import type { SheetPart } from "./sheet-part";
import { readStyles } from "./styles-part";
import { readTablePart } from "./table-part";
import type { TablePart } from "./table-part";
import { readWorkbookPart } from "./workbook-part";
import type { WorkbookPart } from "./workbook-part";

/** What saving needs of the file that a workbook was opened from. */
export interface XlsxOrigin {
  readonly bytes: Uint8Array;
  readonly files: Package;
  readonly workbookPart: string;
  readonly stylesPart: string | null;
  readonly sheets: ReadonlyMap<Sheet, SheetPart>;
  readonly tables: readonly TablePart[];
  readonly names: readonly DefinedName[];
  /** The sheets in the order of their tabs, and the places of other tabs (chart sheets) among all. */
  readonly order: readonly Sheet[];
  readonly listed: ReadonlyMap<Sheet, number>;
  /** What the sheets were called then. */
  readonly openedNames: ReadonlyMap<Sheet, string>;
  readonly others: ReadonlySet<number>;
}

const origins = new WeakMap<Workbook, XlsxOrigin>();

/** The file behind the workbook; null when it was not opened from one. */
export function xlsxOrigin(workbook: Workbook): XlsxOrigin | null {
  return origins.get(workbook) ?? null;
}

/** Opens an .xlsx or .xlsm file; what cannot be read is refused by name. */
export function openXlsx(bytes: Uint8Array): Workbook {
  if (isForeign(bytes)) refuseForeign(bytes);
  const files = Package.open(bytes);
  const workbookPart = findWorkbook(files);
  const listed = readWorkbookPart(files.bytes(workbookPart), workbookPart);
  const relations = files.relations(workbookPart);
  const stylesPart = partOf(relations, "styles");
  const styles = stylesPart === null ? new CellStyles() : readStyles(files.bytes(stylesPart), stylesPart);
  const workbook = new Workbook({ styles, date1904: listed.date1904 });
  const strings = partOf(relations, "sharedStrings");
  const context: CellContext = {
    strings: strings === null ? null : new SharedStrings(files.bytes(strings), strings),
    date1904: listed.date1904,
  };
  const found = readSheets(workbook, { files, listed, relations, context });
  workbook.names.push(...listed.names.map(plainName));
  const opened = { order: [...workbook.sheets], names: [...workbook.names] };
  const openedNames = new Map(workbook.sheets.map((sheet) => [sheet, sheet.name]));
  origins.set(workbook, { bytes, files, workbookPart, stylesPart, ...found, ...opened, openedNames });
  return workbook;
}

function plainName({ name, formula, sheet, hidden, origin }: DefinedName): DefinedName {
  return { name, formula, sheet, hidden, ...(origin === undefined ? {} : { origin }) };
}

function partOf(relations: readonly Relation[], kind: string): string | null {
  return relations.find((relation) => relation.kind === kind && !relation.isOutside)?.target ?? null;
}

function findWorkbook(files: Package): string {
  const part = partOf(files.relations(""), "officeDocument");
  if (part === null || !files.has(part)) throw new EngineError("unreadable", "no workbook in this file");
  if (part.endsWith(".bin"))
    throw new EngineError("unreadable", "a binary workbook (.xlsb): save it as .xlsx first");
  return part;
}

interface SheetsSource {
  readonly files: Package;
  readonly listed: WorkbookPart;
  readonly relations: readonly Relation[];
  readonly context: CellContext;
}

/** Chart sheets and the like hold no cells: they are kept, but are no sheets to us. */
function readSheets(workbook: Workbook, { files, listed, relations, context }: SheetsSource) {
  const sheets = new Map<Sheet, SheetPart>();
  const places = new Map<Sheet, number>();
  const others = new Set<number>();
  const tables: TablePart[] = [];
  for (const [place, { name, relation, visibility }] of listed.sheets.entries()) {
    const target = relations.find(({ id }) => id === relation);
    if (target === undefined) throw new EngineError("unreadable", "missing", { sheet: name });
    if (target.kind !== "worksheet") {
      others.add(place);
      continue;
    }
    const sheet = workbook.adopt(new Sheet(name));
    sheet.visibility = visibility;
    places.set(sheet, place);
    sheets.set(sheet, readSheetPart(files, sheet, { part: target.target, context }));
    tables.push(...readTables(files, sheet, target.target));
  }
  for (const { table } of tables) workbook.addTable(table);
  return { sheets, tables, listed: places, others };
}

function readTables(files: Package, sheet: Sheet, part: string): readonly TablePart[] {
  return files
    .relations(part)
    .filter(({ kind }) => kind === "table")
    .map((relation) => readTablePart(files, sheet, relation));
}
