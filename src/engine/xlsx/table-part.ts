import { areaName, parseArea } from "../address";
import type { Area } from "../address";
import type { Sheet } from "../sheet";
import { Table } from "../table";
import { spliced } from "./package";
import type { Splice } from "./package";
import type { CoveredCells, Span } from "./sheet-part";
import { XmlScanner } from "./xml-scanner";
import { escapeXml, unspell } from "./xml-text";

/** A table as its part tells it. */
export interface TablePart {
  readonly part: string;
  readonly table: Table;
  /** Where the table stood when it was opened. */
  readonly area: Area;
}

interface PartMap {
  readonly name: string;
  readonly prefix: string;
  readonly ref: CoveredCells;
  readonly hasHeader: boolean;
  readonly hasTotals: boolean;
  readonly ids: readonly number[];
  readonly headers: readonly string[];
  readonly calculated: readonly (string | null)[];
  readonly filters: readonly CoveredCells[];
  readonly count: Span | null;
  /** Where a further column goes: first byte of the closing tag of `tableColumns`. */
  readonly columnsEnd: number;
}

type ColumnsMap = Pick<PartMap, "ids" | "headers" | "calculated" | "count" | "columnsEnd">;

/**
 * Reads a table; one that does not fit its own columns is refused. A body of one blank row counts as empty.
 */
export function readTablePart(bytes: Uint8Array, part: string, sheet: Sheet): TablePart {
  const map = mapTable(bytes, part);
  const { name, ref, headers, hasHeader, hasTotals } = map;
  const area = parseArea(ref.cells);
  const rowCount = area === null ? 0 : area.bottom - area.top + 1 - Number(hasHeader) - Number(hasTotals);
  if (area === null || area.right - area.left + 1 !== headers.length || rowCount < 0) {
    return new XmlScanner(bytes, part).fail(ref.from, "its cells do not fit its columns");
  }
  const place = { name, sheet, top: area.top, left: area.left, headers, rowCount };
  const table = new Table(place, { hasHeader, hasTotals });
  map.calculated.forEach((formula, column) => (table.calculated[column] = formula));
  if (rowCount === 1 && isBlankRow(table)) table.rowCount = 0;
  return { part, table, area };
}

function isBlankRow({ sheet, first, left, calculated }: Table): boolean {
  return calculated.every((formula, column) => {
    const isBlank = sheet.cell(first, left + column) === null && sheet.formula(first, left + column) === null;
    return formula !== null || isBlank;
  });
}

const followers = ["autoFilter", "sortState", "sortCondition"];

function mapTable(bytes: Uint8Array, part: string): PartMap {
  const scanner = new XmlScanner(bytes, part);
  const root = readRoot(scanner);
  const filters: CoveredCells[] = [];
  let columns: ColumnsMap | null = null;
  while (scanner.nextOpen(1)) {
    if (scanner.is("tableColumns")) columns = readColumns(scanner);
    const filter = followers.includes(scanner.name()) ? covered(scanner) : null;
    if (filter !== null) filters.push(filter);
  }
  return { ...root, filters, ...(columns ?? scanner.fail(0, "without columns")) };
}

function readRoot(scanner: XmlScanner): Pick<PartMap, "name" | "prefix" | "ref" | "hasHeader" | "hasTotals"> {
  if (!scanner.nextOpen(0) || !scanner.is("table")) scanner.fail(0, "not a table");
  return {
    name: unspell(scanner.attribute("displayName") ?? scanner.attribute("name") ?? ""),
    prefix: scanner.prefix(),
    ref: covered(scanner) ?? scanner.fail(scanner.start, "without cells"),
    hasHeader: scanner.attribute("headerRowCount") !== "0",
    hasTotals: Number(scanner.attribute("totalsRowCount") ?? 0) > 0,
  };
}

function covered(scanner: XmlScanner): CoveredCells | null {
  const span = scanner.attributes.span("ref");
  return span === null ? null : { ...span, cells: scanner.attribute("ref") ?? "" };
}

function readColumns(scanner: XmlScanner): ColumnsMap {
  const count = scanner.attributes.span("count");
  const depth = scanner.depth;
  const ids: number[] = [];
  const headers: string[] = [];
  const calculated: (string | null)[] = [];
  while (scanner.nextOpen(depth)) {
    if (scanner.is("tableColumn")) {
      ids.push(Number(scanner.attribute("id") ?? 0));
      headers.push(unspell(scanner.attribute("name") ?? ""));
      calculated.push(null);
    } else if (scanner.is("calculatedColumnFormula"))
      calculated[calculated.length - 1] = scanner.elementText();
  }
  return { ids, headers, calculated, count, columnsEnd: scanner.start };
}

/** The part with the table's new size, and with the columns that were added at its right end. */
export function writeTablePart(bytes: Uint8Array, { part, table, area }: TablePart): Uint8Array {
  const map = mapTable(bytes, part);
  const splices: Splice[] = [{ from: map.ref.from, to: map.ref.to, text: areaName(table.area) }];
  for (const filter of map.filters) splices.push(...follow(filter, area, table));
  const added = table.headers.slice(map.headers.length);
  const lastId = Math.max(0, ...map.ids);
  const columns = added.map((header, i) => columnXml(map.prefix, lastId + 1 + i, header));
  if (columns.length > 0) splices.push({ from: map.columnsEnd, to: map.columnsEnd, text: columns.join("") });
  if (map.count !== null && columns.length > 0)
    splices.push({ ...map.count, text: String(table.headers.length) });
  return spliced(bytes, splices);
}

/** A filter covers header and body: it ends where the body ends, and reaches as far right as it did. */
function follow(filter: CoveredCells, before: Area, table: Table): readonly Splice[] {
  const cells = parseArea(filter.cells);
  if (cells === null) return [];
  const isWhole = cells.left === before.left && cells.right === before.right;
  const right = isWhole ? table.area.right : cells.right;
  return [{ from: filter.from, to: filter.to, text: areaName({ ...cells, right, bottom: table.end - 1 }) }];
}

function columnXml(prefix: string, id: number, header: string): string {
  return `<${prefix}tableColumn id="${String(id)}" name="${columnNameText(header)}"/>`;
}

/** A header as the table's part spells it: line breaks as Excel writes them. */
function columnNameText(header: string): string {
  return escapeXml(header.replaceAll("\r", "_x000d_").replaceAll("\n", "_x000a_"));
}

/** The part of a new table. */
export function newTablePart(table: Table, id: number): string {
  const { area } = table;
  const filter = areaName({ ...area, bottom: table.end - 1 });
  const columns = table.headers.map((header, i) => columnXml("", i + 1, header)).join("");
  const facts = `id="${String(id)}" name="${escapeXml(table.name)}" displayName="${escapeXml(table.name)}"`;
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n` +
    `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ${facts} ref="${areaName(area)}" ` +
    `totalsRowShown="0"><autoFilter ref="${filter}"/>` +
    `<tableColumns count="${String(table.headers.length)}">${columns}</tableColumns>` +
    `<tableStyleInfo name="TableStyleMedium2" showFirstColumn="0" showLastColumn="0" showRowStripes="1" ` +
    `showColumnStripes="0"/></table>`
  );
}

/** The ids that the tables of these parts bear. */
export function tableId(bytes: Uint8Array, part: string): number {
  const scanner = new XmlScanner(bytes, part);
  scanner.nextOpen(0);
  return Number(scanner.attribute("id") ?? 0);
}
