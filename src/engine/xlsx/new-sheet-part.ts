import { areaName, sheetLimits } from "../address";
import type { ColumnLook, Sheet } from "../sheet";
import type { Validation } from "../sheet-form";
import { BytePieces } from "./byte-pieces";
import { cellXml } from "./cell-text";
import { escapeXml } from "./xml-text";

const declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The part of a sheet that was made here; `tables` are the ids of its references to tables. */
export function newSheetPart(sheet: Sheet, tables: readonly string[]): readonly Uint8Array[] {
  const pieces = new BytePieces();
  const { end } = sheet;
  pieces.write(`${declaration}<worksheet xmlns="${main}" xmlns:r="${relations}">`);
  pieces.write(viewXml(sheet) + formatXml(sheet) + columnsXml(sheet.looks));
  pieces.write("<sheetData>");
  for (let row = 0; row < end; row++) pieces.write(rowXml(sheet, row));
  pieces.write("</sheetData>");
  pieces.write(validationsXml(sheet.validations) + tablesXml(tables));
  pieces.write("</worksheet>");
  return pieces.done();
}

function viewXml({ frozenRows, frozenColumns }: Sheet): string {
  if (frozenRows === 0 && frozenColumns === 0)
    return `<sheetViews><sheetView workbookViewId="0"/></sheetViews>`;
  const splits = [
    ...(frozenColumns > 0 ? [`xSplit="${String(frozenColumns)}"`] : []),
    ...(frozenRows > 0 ? [`ySplit="${String(frozenRows)}"`] : []),
  ];
  const corner = areaName({ top: frozenRows, bottom: frozenRows, left: frozenColumns, right: frozenColumns });
  const vertical = frozenRows > 0 ? "bottom" : "top";
  const active = frozenColumns > 0 ? `${vertical}Right` : `${vertical}Left`;
  const pane = `<pane ${splits.join(" ")} topLeftCell="${corner}" activePane="${active}" state="frozen"/>`;
  return `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`;
}

function formatXml({ looks }: Sheet): string {
  const deepest = [...looks.values()].reduce((most, { outline }) => Math.max(most, outline), 0);
  return `<sheetFormatPr defaultRowHeight="15"${deepest > 0 ? ` outlineLevelCol="${String(deepest)}"` : ""}/>`;
}

/**
 * A group of columns stands closed: its columns are hidden, and the one behind it bears the sign to open it.
 */
function columnsXml(looks: ReadonlyMap<number, ColumnLook>): string {
  if (looks.size === 0) return "";
  const all = new Map(looks);
  for (const [column, { outline }] of looks) {
    if (outline > 0 && !all.has(column + 1))
      all.set(column + 1, { width: null, hidden: false, outline: 0, style: 0 });
  }
  const sorted = [...all].sort(([a], [b]) => a - b);
  const columns = sorted.map(([column, look]) => columnXml(column, look, all.get(column - 1)));
  return `<cols>${columns.join("")}</cols>`;
}

function columnXml(column: number, look: ColumnLook, before: ColumnLook | undefined): string {
  const { style, hidden, outline } = look;
  const width = look.width ?? 9;
  const place = String(column + 1);
  const isBehindGroup = before !== undefined && before.outline > outline;
  const marks = [
    style > 0 ? ` style="${String(style)}"` : "",
    hidden || outline > 0 ? ` hidden="1"` : "",
    outline > 0 ? ` outlineLevel="${String(outline)}"` : "",
    isBehindGroup ? ` collapsed="1"` : "",
  ];
  const size = `width="${String(width + 0.7109375)}" customWidth="1"`;
  return `<col min="${place}" max="${place}" ${size}${marks.join("")}/>`;
}

function rowXml(sheet: Sheet, row: number): string {
  let cells = "";
  for (let column = 0; column < sheet.columnCount; column++) {
    const value = sheet.cell(row, column);
    const formula = sheet.formula(row, column);
    const isBlank = value === null && formula === null;
    const style = isBlank ? sheet.column(column).style(row) : sheet.style(row, column);
    cells += cellXml({ row, column, style, value, formula });
  }
  return cells === "" ? "" : `<row r="${String(row + 1)}">${cells}</row>`;
}

/**
 * The list is offered; what else is typed is let through, for a code may be typed as a name or a barcode too.
 */
function validationsXml(validations: readonly Validation[]): string {
  if (validations.length === 0) return "";
  const rules = validations.map(({ areas, formula }) => {
    const cells = areas.map((area) =>
      areaName({ ...area, bottom: Math.min(area.bottom, sheetLimits.rows - 1) }),
    );
    const rule = `<dataValidation type="list" allowBlank="1" sqref="${cells.join(" ")}">`;
    return `${rule}<formula1>${escapeXml(formula)}</formula1></dataValidation>`;
  });
  return `<dataValidations count="${String(rules.length)}">${rules.join("")}</dataValidations>`;
}

function tablesXml(tables: readonly string[]): string {
  if (tables.length === 0) return "";
  const parts = tables.map((id) => `<tablePart r:id="${id}"/>`).join("");
  return `<tableParts count="${String(tables.length)}">${parts}</tableParts>`;
}
