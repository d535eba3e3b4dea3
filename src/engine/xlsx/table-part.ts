import { parseArea } from "../address";
import type { Area } from "../address";
import type { Filter } from "../filter/filter";
import type { Sheet } from "../sheet";
import { Table } from "../table";
import type { TableStyle } from "../table";
import { readFilter } from "./filter-xml";
import type { Package } from "./package";
import type { Relation } from "./relations";
import type { CoveredCells, Span } from "./sheet-part";
import { XmlScanner } from "./xml-scanner";
import { isTrue, unspell } from "./xml-text";

/** A table as its part tells it. */
export interface TablePart {
  readonly part: string;
  /** The id by which its sheet refers to it. */
  readonly relation: string;
  readonly table: Table;
  /** Where the table stood when it was opened. */
  readonly area: Area;
}

/** One column of a table as its part tells it. */
export interface ColumnPart extends Span {
  readonly id: number;
  readonly header: string;
  readonly calculated: string | null;
}

/** What a table's part says, and where. */
export interface TableMap {
  readonly name: string;
  readonly prefix: string;
  readonly ref: CoveredCells;
  /** The root's opening tag. */
  readonly root: Span;
  readonly hasHeader: boolean;
  readonly hasTotals: boolean;
  readonly columns: readonly ColumnPart[];
  /** The `tableColumns` element. */
  readonly list: Span;
  readonly filter: (Span & { readonly criteria: Filter["criteria"] }) | null;
  readonly sort: (Span & { readonly refs: readonly CoveredCells[] }) | null;
  readonly style: (Span & { readonly style: TableStyle }) | null;
}

/**
 * Reads a table; one that does not fit its own columns is refused. A body of one blank row counts as empty.
 */
export function readTablePart(files: Package, sheet: Sheet, { id, target: part }: Relation): TablePart {
  const bytes = files.bytes(part);
  const map = mapTable(bytes, part);
  const area = parseArea(map.ref.cells);
  const rows = area === null ? -1 : area.bottom - area.top + 1;
  const rowCount = rows - Number(map.hasHeader) - Number(map.hasTotals);
  if (area === null || area.right - area.left + 1 !== map.columns.length || rowCount < 0) {
    return new XmlScanner(bytes, part).fail(map.ref.from, "its cells do not fit its columns");
  }
  const isFed = files.relations(part).some(({ kind }) => kind === "queryTable");
  if (isFed) sheet.fixtures.push("queryTable");
  return { part, relation: id, table: tableOf(map, sheet, { area, rowCount }), area };
}

function tableOf(
  map: TableMap,
  sheet: Sheet,
  { area, rowCount }: { readonly area: Area; readonly rowCount: number },
): Table {
  const { name, columns, hasHeader, hasTotals } = map;
  const headers = columns.map(({ header }) => header);
  const place = { name, sheet, top: area.top, left: area.left, headers, rowCount };
  const table = new Table(place, { hasHeader, hasTotals });
  columns.forEach(({ calculated }, column) => (table.calculated[column] = calculated));
  table.filter = map.filter?.criteria ?? null;
  if (map.style !== null) table.style = map.style.style;
  if (rowCount === 1 && isBlankRow(table)) table.rowCount = 0;
  return table;
}

function isBlankRow({ sheet, first, left, calculated }: Table): boolean {
  return calculated.every((formula, column) => {
    const isBlank = sheet.cell(first, left + column) === null && sheet.formula(first, left + column) === null;
    return formula !== null || isBlank;
  });
}

/** Finds its way through a table's part. */
export function mapTable(bytes: Uint8Array, part: string): TableMap {
  const scanner = new XmlScanner(bytes, part);
  const root = readRoot(scanner);
  let columns: Pick<TableMap, "columns" | "list"> | null = null;
  let filter: TableMap["filter"] = null;
  let sort: TableMap["sort"] = null;
  let style: TableMap["style"] = null;
  while (scanner.nextOpen(1)) {
    if (scanner.is("tableColumns")) columns = readColumns(scanner);
    else if (scanner.is("autoFilter")) filter = readTableFilter(scanner);
    else if (scanner.is("sortState")) sort = readSort(scanner);
    else if (scanner.is("tableStyleInfo")) style = readStyle(scanner);
    else scanner.skip();
  }
  return { ...root, filter, sort, style, ...(columns ?? scanner.fail(0, "without columns")) };
}

function readRoot(
  scanner: XmlScanner,
): Pick<TableMap, "name" | "prefix" | "ref" | "root" | "hasHeader" | "hasTotals"> {
  if (!scanner.nextOpen(0) || !scanner.is("table")) scanner.fail(0, "not a table");
  return {
    name: unspell(scanner.attribute("displayName") ?? scanner.attribute("name") ?? ""),
    prefix: scanner.prefix(),
    ref: covered(scanner) ?? scanner.fail(scanner.start, "without cells"),
    root: { from: scanner.start, to: scanner.end },
    hasHeader: scanner.attribute("headerRowCount") !== "0",
    hasTotals: Number(scanner.attribute("totalsRowCount") ?? 0) > 0,
  };
}

function covered(scanner: XmlScanner): CoveredCells | null {
  const span = scanner.attributes.span("ref");
  return span === null ? null : { from: span.from, to: span.to, cells: scanner.attribute("ref") ?? "" };
}

function readTableFilter(scanner: XmlScanner): TableMap["filter"] {
  const { start: from } = scanner;
  const filter = readFilter(scanner);
  return { from, to: scanner.end, criteria: filter?.criteria ?? new Map() };
}

function readSort(scanner: XmlScanner): TableMap["sort"] {
  const { start: from, depth } = scanner;
  const refs = [covered(scanner)];
  while (scanner.nextOpen(depth)) if (scanner.is("sortCondition")) refs.push(covered(scanner));
  return { from, to: scanner.end, refs: refs.filter((ref) => ref !== null) };
}

function readStyle(scanner: XmlScanner): TableMap["style"] {
  const { start: from } = scanner;
  const is = (name: string): boolean => isTrue(scanner.attribute(name));
  const style = {
    name: scanner.attribute("name"),
    bandedRows: is("showRowStripes"),
    bandedColumns: is("showColumnStripes"),
    firstColumn: is("showFirstColumn"),
    lastColumn: is("showLastColumn"),
  };
  scanner.skip();
  return { from, to: scanner.end, style };
}

function readColumns(scanner: XmlScanner): Pick<TableMap, "columns" | "list"> {
  const { start: from, depth } = scanner;
  const columns: ColumnPart[] = [];
  while (scanner.nextOpen(depth)) {
    if (scanner.is("tableColumn")) columns.push(readColumn(scanner));
    else scanner.skip();
  }
  return { columns, list: { from, to: scanner.end } };
}

function readColumn(scanner: XmlScanner): ColumnPart {
  const { start: from, depth } = scanner;
  const id = Number(scanner.attribute("id") ?? 0);
  const header = unspell(scanner.attribute("name") ?? "");
  let calculated: string | null = null;
  while (scanner.nextOpen(depth)) {
    if (scanner.is("calculatedColumnFormula")) calculated = scanner.elementText();
    else scanner.skip();
  }
  return { from, to: scanner.end, id, header, calculated };
}

/** The id that the table of this part bears. */
export function tableId(bytes: Uint8Array, part: string): number {
  const scanner = new XmlScanner(bytes, part);
  scanner.nextOpen(0);
  return Number(scanner.attribute("id") ?? 0);
}
