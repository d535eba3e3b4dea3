import { areaName, parseArea } from "../address";
import type { Area } from "../address";
import type { Table, TableStyle } from "../table";
import { filterXml } from "./filter-xml";
import { spliced } from "./package";
import type { Splice } from "./package";
import type { CoveredCells } from "./sheet-part";
import { mapTable } from "./table-part";
import type { TableMap, TablePart } from "./table-part";
import { totalsAttributes } from "./table-totals";
import type { ColumnTotals } from "./table-totals";
import { withAttribute, withChild } from "./tag-edit";
import { escapeXml } from "./xml-text";

/** The part of a table that was opened from it, as the table stands now. */
export function writeTablePart(bytes: Uint8Array, { part, table, area }: TablePart): Uint8Array {
  const map = mapTable(bytes, part);
  const text = (from: number, to: number): string => new TextDecoder().decode(bytes.subarray(from, to));
  const columns = table.headers.map((_, i) => columnText(map, table, { column: i, text }));
  return spliced(bytes, [
    { ...map.root, text: rootText(text(map.root.from, map.root.to), table) },
    ...listSplices(map, columns, text(map.list.from, map.list.to)),
    ...filterSplices(map, table),
    ...sortSplices(map, table, area),
    ...(table.restyled && map.style !== null ? [styleSplice(map.style, table, map.prefix)] : []),
  ]);
}

function rootText(tag: string, table: Table): string {
  const isOpen = !tag.endsWith("/>");
  const whole = isOpen ? `${tag.slice(0, -1)}/>` : tag;
  const name = columnNameText(table.name);
  const named = withRaw(withRaw(whole, "name", name), "displayName", name);
  const placed = withAttribute(named, "ref", areaName(table.area));
  const headed = table.hasHeader ? placed : withAttribute(placed, "headerRowCount", "0");
  const totalled = withAttribute(headed, "totalsRowCount", table.hasTotals ? "1" : null);
  const shown = table.hasTotals ? withAttribute(totalled, "totalsRowShown", null) : totalled;
  return isOpen ? `${shown.slice(0, -2)}>` : shown;
}

/** Sets an attribute that was there already, its value escaped as it is to stand. */
function withRaw(tag: string, name: string, escaped: string): string {
  const at = new RegExp(`(\\s${name}=)(["'])[^"']*\\2`);
  return tag.replace(at, (_, before: string) => `${before}"${escaped}"`);
}

interface ColumnPlace {
  readonly column: number;
  readonly text: (from: number, to: number) => string;
}

function columnText(map: TableMap, table: Table, { column, text }: ColumnPlace): string {
  const header = table.headers[column];
  const origin = table.origins[column];
  const totals = table.hasTotals ? totalsAttributes(table, column) : null;
  const known = origin === null ? undefined : map.columns.at(origin);
  if (known === undefined) {
    const newId = Math.max(0, ...map.columns.map(({ id }) => id)) + newPlace(table, column);
    const fresh = columnXml(map.prefix, newId, header);
    return withFormulas(fresh, { calculated: table.calculated[column], totals, prefix: map.prefix });
  }
  const old = text(known.from, known.to);
  const named = known.header === header ? old : withRaw(old, "name", columnNameText(header));
  const isSame = known.calculated === table.calculated[column] && (totals === null || says(old, totals));
  return isSame
    ? named
    : withFormulas(named, { calculated: table.calculated[column], totals, prefix: map.prefix });
}

/** The how-manieth of the new columns this is, from 1. */
function newPlace({ origins }: Table, column: number): number {
  return origins.slice(0, column + 1).filter((origin) => origin === null).length;
}

/** The element says the same of the totals row already. */
function says(element: string, totals: ColumnTotals): boolean {
  return (
    withTotals(element, totals) === element &&
    !element.includes("totalsRowFormula") === (totals.formula === null)
  );
}

function withTotals(element: string, { label, word }: ColumnTotals): string {
  return withAttribute(withAttribute(element, "totalsRowLabel", label), "totalsRowFunction", word);
}

interface ColumnFormulas {
  readonly calculated: string | null;
  readonly totals: ColumnTotals | null;
  readonly prefix: string;
}

function withFormulas(element: string, { calculated, totals, prefix }: ColumnFormulas): string {
  const xml = (name: string, formula: string | null): string =>
    formula === null ? "" : `<${prefix}${name}>${escapeXml(formula)}</${prefix}${name}>`;
  const own = xml("calculatedColumnFormula", calculated);
  if (totals === null) return withChild(element, "calculatedColumnFormula", own);
  const bare = withChild(withTotals(element, totals), "totalsRowFormula", "");
  return withChild(bare, "calculatedColumnFormula", own + xml("totalsRowFormula", totals.formula));
}

function listSplices(map: TableMap, columns: readonly string[], old: string): readonly Splice[] {
  const name = `${map.prefix}tableColumns`;
  const list = `<${name} count="${String(columns.length)}">${columns.join("")}</${name}>`;
  return list === old ? [] : [{ ...map.list, text: list }];
}

/** A filter covers header and body: it ends where the body ends. */
function filterSplices(map: TableMap, table: Table): readonly Splice[] {
  const cells = { ...table.area, bottom: table.end - 1 };
  if (map.filter === null) {
    if (!table.refiltered || table.filter === null) return [];
    const { to } = map.root;
    return [{ from: to, to, text: filterXml(cells, table.filter, map.prefix) }];
  }
  const { from, to, criteria } = map.filter;
  const now = table.refiltered ? table.filter : criteria;
  return [{ from, to, text: now === null ? "" : filterXml(cells, now, map.prefix) }];
}

/** How the rows were sorted is forgotten when the table moves or its columns change. */
function sortSplices(map: TableMap, table: Table, before: Area): readonly Splice[] {
  if (map.sort === null) return [];
  const { from, to, refs } = map.sort;
  const isPlaced = before.top === table.area.top && before.left === table.area.left;
  const isSameColumns = map.columns.every((_, i) => table.origins[i] === i);
  if (!isPlaced || !isSameColumns || table.refiltered) return [{ from, to, text: "" }];
  return refs.flatMap((ref) => followed(ref, before, table));
}

function followed(ref: CoveredCells, before: Area, table: Table): readonly Splice[] {
  const cells = parseArea(ref.cells);
  if (cells === null) return [];
  const isWhole = cells.left === before.left && cells.right === before.right;
  const right = isWhole ? table.area.right : cells.right;
  return [{ from: ref.from, to: ref.to, text: areaName({ ...cells, right, bottom: table.end - 1 }) }];
}

function styleSplice(
  { from, to }: { readonly from: number; readonly to: number },
  table: Table,
  prefix: string,
): Splice {
  return { from, to, text: styleXml(table.style, prefix) };
}

function styleXml({ name, bandedRows, bandedColumns, firstColumn, lastColumn }: TableStyle, prefix: string) {
  const is = (fact: string, value: boolean): string => ` ${fact}="${value ? "1" : "0"}"`;
  const named = name === null ? "" : ` name="${escapeXml(name)}"`;
  const ends = is("showFirstColumn", firstColumn) + is("showLastColumn", lastColumn);
  const bands = is("showRowStripes", bandedRows) + is("showColumnStripes", bandedColumns);
  return `<${prefix}tableStyleInfo${named}${ends}${bands}/>`;
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
  const columns = table.headers.map((header, i) =>
    withFormulas(columnXml("", i + 1, header), {
      calculated: table.calculated[i],
      totals: table.hasTotals ? totalsAttributes(table, i) : null,
      prefix: "",
    }),
  );
  const facts = `id="${String(id)}" name="${escapeXml(table.name)}" displayName="${escapeXml(table.name)}"`;
  const form =
    (table.hasHeader ? "" : ` headerRowCount="0"`) +
    (table.hasTotals ? ` totalsRowCount="1"` : ` totalsRowShown="0"`);
  const cells = { ...area, bottom: table.end - 1 };
  const filter = table.filter !== null && table.hasHeader ? filterXml(cells, table.filter, "") : "";
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n` +
    `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ${facts} ref="${areaName(area)}"` +
    `${form}>${filter}<tableColumns count="${String(table.headers.length)}">${columns.join("")}</tableColumns>` +
    `${styleXml(table.style, "")}</table>`
  );
}
