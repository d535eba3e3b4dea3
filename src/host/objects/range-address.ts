import { type Area, areaName, columnIndex, columnName, parseArea, sheetLimits } from "../../engine/address";
import type { Sheet } from "../../engine/sheet";
import type { Workbook } from "../../engine/workbook";
import { refusal } from "../host-error";
import { Place } from "../session/place";
import { quotedSheetName, type Session } from "../session/session";

/** All cells of a sheet. */
export const everyCell: Area = {
  top: 0,
  left: 0,
  bottom: sheetLimits.rows - 1,
  right: sheetLimits.columns - 1,
};

/** True when the area goes down the whole sheet. */
export function isEntireColumn(area: Area): boolean {
  return area.top === 0 && area.bottom === everyCell.bottom;
}

/** True when the area goes across the whole sheet. */
export function isEntireRow(area: Area): boolean {
  return area.left === 0 && area.right === everyCell.right;
}

/** `Sheet1!A1:B2`; whole columns are `Sheet1!A:B`, whole rows `Sheet1!1:2`. */
export function addressOf({ sheet, area }: Place): string {
  return `${quotedSheetName(sheet)}!${cellsName(area)}`;
}

/** The address without its sheet. */
export function cellsName(area: Area): string {
  if (isEntireRow(area)) return `${area.top + 1}:${area.bottom + 1}`;
  if (isEntireColumn(area)) return `${columnName(area.left)}:${columnName(area.right)}`;
  return areaName(area);
}

/**
 * The cells of an address on a sheet: `A1:B2`, `A:B`, `2:5`, `Sheet2!A1`, a table's or a name's name. What
 * is no address is refused.
 */
export function placeOf(session: Session, home: Sheet, address: string): Place {
  const { sheet, cells } = splitAddress(session, home, address);
  const area = parseArea(cells) ?? wholeColumns(cells) ?? wholeRows(cells);
  if (area !== null) return new Place(sheet, area);
  const ofTable = cellsOfTable(session.book, cells);
  if (ofTable !== null) return ofTable;
  const named = session.book.names.find(({ name }) => name.toLowerCase() === cells.toLowerCase());
  if (named === undefined || named.formula === address) throw notAnAddress(address);
  return placeOf(session, home, named.formula.replace(/^=/, ""));
}

/** The body of a table, or of one column of it: `Stock`, `Stock[Qty]`. */
function cellsOfTable(book: Workbook, text: string): Place | null {
  const [, name = text, bracket = null] = /^([^[\]]+)\[(.*)\]$/s.exec(text) ?? [];
  const table = book.table(name);
  if (table === null || bracket === null) return table === null ? null : new Place(table.sheet, table.body);
  const index = table.headers.indexOf(bracket.replace(/'(.)/g, "$1"));
  if (index < 0) return null;
  return new Place(table.sheet, { ...table.body, left: table.left + index, right: table.left + index });
}

function splitAddress(session: Session, home: Sheet, address: string): { sheet: Sheet; cells: string } {
  const at = address.lastIndexOf("!");
  const cells = address.slice(at + 1).replace(/\$(?=[A-Z\d])/gi, "");
  if (at < 0) return { sheet: home, cells };
  const name = address.slice(0, at).replace(/^'(.*)'$/s, "$1");
  const sheet = session.book.sheet(name.replaceAll("''", "'"));
  if (sheet === null) throw notAnAddress(address);
  return { sheet, cells };
}

function wholeColumns(cells: string): Area | null {
  const [, from = "", to = ""] = /^([A-Za-z]{1,3}):([A-Za-z]{1,3})$/.exec(cells) ?? [];
  const [left, right] = [columnIndex(from), columnIndex(to)];
  return left < 0 || right < left ? null : { ...everyCell, left, right };
}

function wholeRows(cells: string): Area | null {
  const [, from = "", to = ""] = /^([1-9]\d{0,6}):([1-9]\d{0,6})$/.exec(cells) ?? [];
  const [top, bottom] = [Number(from) - 1, Number(to) - 1];
  return top < 0 || bottom < top || bottom > everyCell.bottom ? null : { ...everyCell, top, bottom };
}

function notAnAddress(address: string): Error {
  return refusal("InvalidArgument", `"${address}" names no cells.`);
}
