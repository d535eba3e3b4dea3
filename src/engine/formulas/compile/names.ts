import type { Table } from "../../table";
import type { DefinedName } from "../../workbook";
import type { Home } from "./draft";

/** A function's name as it is typed: in capitals, without the marks that files put before newer ones. */
export function bareName(name: string): string {
  return name.toUpperCase().replace(/^(?:_XLFN\.|_XLWS\.|_XLUDF\.)+/, "");
}

/** What LET calls something, without the mark of files, in small letters. */
export function localName(name: string): string {
  return name.toLowerCase().replace(/^_xlpm\./, "");
}

/**
 * What a name stands for, with or without a sheet before it: a name of the workbook or of the sheet, or a
 * table; null for nothing, "elsewhere" for another workbook's.
 */
export function meaningOf(text: string, { workbook, sheet }: Home): DefinedName | Table | "elsewhere" | null {
  const mark = text.lastIndexOf("!");
  const place = mark < 0 ? "" : text.slice(0, mark).replace(/^'|'$/g, "").replaceAll("''", "'");
  if (place.includes("[")) return "elsewhere";
  const wanted = text.slice(mark + 1).toLowerCase();
  const known = workbook.names.filter(({ name }) => name.toLowerCase() === wanted);
  const home = (mark < 0 ? sheet.name : place).toLowerCase();
  const own = known.find((name) => name.sheet?.toLowerCase() === home);
  return own ?? known.find((name) => name.sheet === null) ?? workbook.table(wanted);
}
