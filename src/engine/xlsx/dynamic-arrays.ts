import { areaName, cellName } from "../address";
import { worksOnArrays } from "../formulas/compile/array-formulas";
import type { Sheet } from "../sheet";
import type { Workbook } from "../workbook";
import type { PackageEdit } from "./package-edit";
import { XmlScanner } from "./xml-scanner";

const kind = "XLDAPR";
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const dynamic = "http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray";

/** What Excel itself writes where a workbook has formulas that spill. */
const metadata =
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n` +
  `<metadata xmlns="${main}" xmlns:xda="${dynamic}"><metadataTypes count="1"><metadataType name="${kind}" ` +
  `minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" ` +
  `rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/></metadataTypes>` +
  `<futureMetadata name="${kind}" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}">` +
  `<xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata>` +
  `<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>`;

/** The cells that the array formula of a cell fills, as a file names them; null for any other formula. */
export function arrayOf(sheet: Sheet, row: number, index: number): string | null {
  const block = sheet.blocks.find(({ top, left }) => top === row && left === index);
  if (block !== undefined) return areaName(block);
  const column = sheet.column(index);
  const formula = column.spills(row) ? column.formula(row) : null;
  return formula !== null && worksOnArrays(formula) ? cellName(row, index) : null;
}

/**
 * Lets the formulas that were typed here and work on arrays bear the mark by which Excel knows that they
 * spill; without it they are array formulas of old, which keep their size.
 */
export function markDynamicArrays(workbook: Workbook, edit: PackageEdit, workbookPart: string): void {
  let mark: string | null = null;
  for (const { sheet, row, index } of typedArrays(workbook)) {
    mark ??= markOf(edit, workbookPart);
    if (mark !== "") sheet.column(index).keep(row, { attributes: ` cm="${mark}"`, content: null });
  }
}

function typedArrays(workbook: Workbook): readonly { sheet: Sheet; row: number; index: number }[] {
  return workbook.sheets.flatMap((sheet) => {
    const columns = Array.from({ length: sheet.columnCount }, (_, index) => index);
    return columns.flatMap((index) => typedRows(sheet, index).map((row) => ({ sheet, row, index })));
  });
}

function typedRows(sheet: Sheet, index: number): readonly number[] {
  const column = sheet.column(index);
  const isTyped = (row: number): boolean => column.touched.has(row) && column.kept(row) === null;
  return [...column.spillRows()].filter((row) => isTyped(row) && arrayOf(sheet, row, index) !== null);
}

/**
 * The number of the mark in the workbook's metadata, made where there are none; "" where they hold others
 * alone.
 */
function markOf(edit: PackageEdit, workbookPart: string): string {
  const { files } = edit;
  const there = files.relations(workbookPart).find((relation) => relation.kind === "sheetMetadata");
  if (there !== undefined) return markIn(files.bytes(there.target), there.target);
  const part = `${workbookPart.slice(0, workbookPart.lastIndexOf("/") + 1)}metadata.xml`;
  if (files.has(part)) return "";
  edit.add(part, "sheetMetadata+xml", [new TextEncoder().encode(metadata)]);
  edit.relate(workbookPart, "sheetMetadata", part);
  return "1";
}

function markIn(bytes: Uint8Array, part: string): string {
  const scanner = new XmlScanner(bytes, part);
  const types: string[] = [];
  while (scanner.nextOpen(0)) {
    if (scanner.is("metadataType")) types.push(scanner.attribute("name") ?? "");
    else if (scanner.is("cellMetadata")) return markAmong(scanner, types.indexOf(kind) + 1);
  }
  return "";
}

/** Which of the marks of cells, from 1, is of that type; 0 = there is no such type. */
function markAmong(scanner: XmlScanner, type: number): string {
  const { depth } = scanner;
  let mark = 0;
  while (type > 0 && scanner.nextOpen(depth)) {
    if (scanner.is("bk")) mark++;
    else if (scanner.is("rc") && Number(scanner.attribute("t") ?? 0) === type) return String(mark);
  }
  return "";
}
