import { type Area, parseArea } from "../../engine/address";
import type { Sheet } from "../../engine/sheet";
import type { Workbook } from "../../engine/workbook";

/** Cells of a sheet. */
export interface NamedPlace {
  readonly sheet: Sheet;
  readonly area: Area;
}

/** What an address (`B3`, `Sheet2!A1:C4`), a table's name or a defined name stands for; null for nothing. */
export function placeNamed(book: Workbook, sheet: Sheet, text: string): NamedPlace | null {
  const wanted = text.trim();
  const table = book.table(wanted);
  if (table !== null) return { sheet: table.sheet, area: table.area };
  const name = book.names.find((each) => each.name.toLowerCase() === wanted.toLowerCase());
  return placeOf(book, sheet, name?.formula ?? wanted);
}

function placeOf(book: Workbook, sheet: Sheet, address: string): NamedPlace | null {
  const found = /^=?(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?([^!]+)$/.exec(address);
  if (found === null) return null;
  const [quoted, plain, cells] = found.slice(1).map((part: string | undefined) => part ?? "");
  const name = plain === "" ? quoted.replaceAll("''", "'") : plain;
  const on = name === "" ? sheet : book.sheet(name);
  const area = parseArea(cells.trim());
  return on === null || area === null ? null : { sheet: on, area };
}
