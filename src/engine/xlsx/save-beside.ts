import type { Area } from "../address";
import { parseArea, areaName } from "../address";
import type { Sheet } from "../sheet";
import type { XlsxOrigin } from "./open-xlsx";
import { spliced } from "./package";
import type { Package, Splice } from "./package";
import type { Reshaper } from "./reshaped-text";
import { XmlScanner } from "./xml-scanner";
import { escapeXml } from "./xml-text";

/** Leads what other parts say of cells through the edits: charts, drawings, the sources of pivot tables. */
export function saveBeside(files: Package, origin: XlsxOrigin, reshaper: Reshaper): void {
  for (const part of files.names()) {
    if (/\/charts\/[^/]+\.xml$/i.test(part)) edit(files, part, (scanner) => chartSplices(scanner, reshaper));
    if (/\/pivotCacheDefinition\d*\.xml$/i.test(part))
      edit(files, part, (scanner) => sourceSplices(scanner, origin, reshaper));
  }
  for (const [sheet, { part }] of origin.sheets) {
    const drawings = files
      .relations(part)
      .filter(({ kind, target }) => kind === "drawing" && files.has(target));
    for (const { target } of drawings)
      edit(files, target, (scanner) => anchorSplices(scanner, sheet, reshaper));
  }
}

function edit(files: Package, part: string, find: (scanner: XmlScanner) => readonly Splice[]): void {
  const bytes = files.bytes(part);
  const splices = find(new XmlScanner(bytes, part));
  if (splices.length > 0) files.put(part, [spliced(bytes, splices)]);
}

/** The ranges that series, categories and titles of a chart show. */
function chartSplices(scanner: XmlScanner, reshaper: Reshaper): readonly Splice[] {
  const splices: Splice[] = [];
  while (scanner.nextOpen(0)) {
    if (!scanner.is("f")) continue;
    const from = scanner.end;
    const text = scanner.elementText();
    const now = reshaper.formula(text, null);
    if (now !== text) splices.push({ from, to: scanner.start, text: escapeXml(now) });
  }
  return splices;
}

/** What pictures and charts of a sheet stand on: the cells of their corners. */
function anchorSplices(scanner: XmlScanner, sheet: Sheet, reshaper: Reshaper): readonly Splice[] {
  const splices: Splice[] = [];
  let isFixed = false;
  while (scanner.nextOpen(0)) {
    if (scanner.is("twoCellAnchor")) isFixed = scanner.attribute("editAs") === "absolute";
    else if (scanner.is("oneCellAnchor")) isFixed = false;
    if (!isFixed && (scanner.is("from") || scanner.is("to")))
      splices.push(...cornerSplices(scanner, sheet, reshaper));
  }
  return splices;
}

interface Figure {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

function cornerSplices(scanner: XmlScanner, sheet: Sheet, reshaper: Reshaper): readonly Splice[] {
  const { depth } = scanner;
  let column: Figure | null = null;
  let row: Figure | null = null;
  while (scanner.nextOpen(depth)) {
    const name = scanner.name();
    const from = scanner.end;
    const value = Number(scanner.elementText());
    if (name === "col") column = { from, to: scanner.start, value };
    if (name === "row") row = { from, to: scanner.start, value };
  }
  if (column === null || row === null) return [];
  const [left, top] = [column.value, row.value];
  const now = reshaper.area(sheet, { top, bottom: top, left, right: left });
  if (now === null) return [];
  return [changed(column, now.left), changed(row, now.top)].flat();
}

function changed({ from, to, value }: Figure, now: number): readonly Splice[] {
  return now === value ? [] : [{ from, to, text: String(now) }];
}

/** A pivot table reads a table, or a name, or a range of a sheet. */
function sourceSplices(scanner: XmlScanner, origin: XlsxOrigin, reshaper: Reshaper): readonly Splice[] {
  while (scanner.nextOpen(0)) {
    if (!scanner.is("worksheetSource")) continue;
    return scanner.attributes.span("name") === null
      ? rangeSplices(scanner, origin, reshaper)
      : nameSplices(scanner, reshaper);
  }
  return [];
}

function nameSplices(scanner: XmlScanner, reshaper: Reshaper): readonly Splice[] {
  const span = scanner.attributes.span("name");
  const name = scanner.attribute("name") ?? "";
  const now = reshaper.formula(name, null);
  if (span === null || now === name || now.includes("#")) return [];
  return [{ from: span.from, to: span.to, text: escapeXml(now) }];
}

function rangeSplices(scanner: XmlScanner, origin: XlsxOrigin, reshaper: Reshaper): readonly Splice[] {
  const ref = scanner.attributes.span("ref");
  const sheetName = scanner.attributes.span("sheet");
  const home = sheetOf(origin, scanner.attribute("sheet") ?? "");
  const area = parseArea(scanner.attribute("ref") ?? "");
  if (ref === null || sheetName === null || home === null || area === null) return [];
  return movedSource({ ref, sheetName }, { home, area }, reshaper);
}

interface Place {
  readonly from: number;
  readonly to: number;
}

function movedSource(
  { ref, sheetName }: { readonly ref: Place; readonly sheetName: Place },
  { home, area }: { readonly home: Sheet; readonly area: Area },
  reshaper: Reshaper,
): readonly Splice[] {
  const now = reshaper.area(home, area);
  const splices = [{ from: sheetName.from, to: sheetName.to, text: escapeXml(home.name) }];
  return now === null ? [] : [...splices, { from: ref.from, to: ref.to, text: areaName(now) }];
}

/** The sheet that bore this name when the file was opened. */
function sheetOf({ order, openedNames }: XlsxOrigin, name: string): Sheet | null {
  const wanted = name.toLowerCase();
  return order.find((sheet) => openedNames.get(sheet)?.toLowerCase() === wanted) ?? null;
}
