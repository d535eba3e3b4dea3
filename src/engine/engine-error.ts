/** Why a workbook cannot be opened (unreadable, encrypted) or must not be changed or saved (unsafe). */
export type EngineTrouble = "unreadable" | "encrypted" | "unsafe";

/** Everything that may be the matter with a file, as English says it; the locales have it by these words. */
export const MATTERS = [
  "the file is empty",
  "locked by a password",
  "an old Excel file (.xls): save it as .xlsx first",
  "a binary workbook (.xlsb): save it as .xlsx first",
  "no workbook in this file",
  "not a ZIP archive, or cut off before its end",
  "the archive's directory is damaged",
  "the archive's directory is cut off",
  "held twice",
  "missing",
  "more than 1 GiB when unpacked",
  "packed by an unknown method",
  "not where the archive's directory says",
  "cut off",
  "damaged",
  "not UTF-8",
  "ends before its last element is closed",
  "text outside of any element",
  "a declaration that is not allowed here",
  "a tag that does not end",
  "a tag without a name",
  "closes what was not open",
  "an attribute that is not well-formed",
  "not a workbook",
  "not a worksheet",
  "not a table",
  "without sheets",
  "without sheetData",
  "without columns",
  "without cells",
  "its cells do not fit its columns",
  "a row out of range",
  "a cell out of range",
  "a string that is not there",
  "a number that is none",
  "not JSON",
  "a JSON book is an object of tables",
  "not a list of rows",
  "not an object",
  "not a single value",
  "a quotation mark out of place",
  "more cells than headers",
  "a column without a header",
  "two columns bear this header",
  "a sheet of this name is there already",
  "a table of this name is there already",
  "a text longer than a cell can hold",
  "a formula that is not well-formed",
  "its rows are out of order",
  "its cells are out of order",
  "no styles to add a number format to",
  "the workbook bears a digital signature",
  "the workbook tracks changes as shared",
  "a table would be torn apart",
  "the header of a table cannot go without the table",
  "merged cells would be torn apart",
  "an array formula would be torn apart",
  "a comment cannot move with its cell",
  "a link cannot move with its cell",
  "a part of this sheet cannot follow its cells",
  "cells would be pushed off the sheet",
  "what is pasted would reach beyond the sheet",
  "not a name that a sheet can bear",
  "not a name that a table can bear",
  "one sheet must stay in sight",
  "tables cannot overlap",
  "a table must keep its header where it is",
  "a table needs cells",
  "there is no such row",
  "there is no such column",
] as const;

/** What is the matter with a file. */
export type Matter = (typeof MATTERS)[number];

/** Where in a file something is the matter; row from 1, byte from 0. */
export interface FaultPlace {
  readonly part?: string;
  readonly table?: string;
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: string;
  readonly cell?: string;
  readonly byte?: number;
}

/** The engine refuses: what is the matter, and where. */
export class EngineError extends Error {
  readonly trouble: EngineTrouble;
  readonly matter: Matter;
  readonly place: FaultPlace;

  constructor(trouble: EngineTrouble, matter: Matter, place: FaultPlace = {}) {
    super(`${trouble}: ${placeText(place)}${matter}`);
    this.name = "EngineError";
    this.trouble = trouble;
    this.matter = matter;
    this.place = place;
  }

  /** Place and matter in one line. */
  get what(): string {
    return placeText(this.place) + this.matter;
  }
}

function placeText(place: FaultPlace): string {
  const parts = Object.entries(place).map(([key, value]) =>
    key === "part" ? String(value) : `${key} ${String(value)}`,
  );
  return parts.length === 0 ? "" : `${parts.join(", ")}: `;
}
