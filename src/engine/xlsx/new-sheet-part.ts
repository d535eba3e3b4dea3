import type { Sheet } from "../sheet";
import { BytePieces } from "./byte-pieces";
import { filterXml } from "./filter-xml";
import { protectionXml } from "./protection-xml";
import { columnsXml, formatXml, mergesXml, tabColorXml, tablePartsXml, viewsXml } from "./sheet-elements";
import { SheetRows } from "./sheet-rows";
import { validationsXml } from "./validation-xml";

const declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The part of a sheet that was made here; `tables` are the ids of its references to tables. */
export function newSheetPart(sheet: Sheet, tables: readonly string[]): readonly Uint8Array[] {
  const pieces = new BytePieces();
  const color = tabColorXml(sheet);
  pieces.write(`${declaration}<worksheet xmlns="${main}" xmlns:r="${relations}">`);
  if (color !== "") pieces.write(`<sheetPr>${color}</sheetPr>`);
  pieces.write(viewsXml(sheet) + formatXml(sheet) + columnsXml(sheet));
  pieces.write("<sheetData>");
  new SheetRows(sheet).writeAll(pieces);
  pieces.write("</sheetData>");
  pieces.write(protectionXml(sheet.protection));
  if (sheet.filter !== null) pieces.write(filterXml(sheet.filter.area, sheet.filter.criteria, ""));
  pieces.write(mergesXml(sheet.merges) + validationsXml(sheet.validations));
  pieces.write(tablePartsXml(tables, "", "r:"));
  pieces.write("</worksheet>");
  return pieces.done();
}
