import { openCsvFolder } from "../../engine/csv-folder";
import { fileText } from "../../engine/file-text";
import { openJson, saveJson } from "../../engine/json-book";
import { deleteSheet } from "../../engine/structure/sheets";
import { convertToRange } from "../../engine/structure/tables";
import type { Workbook } from "../../engine/workbook";
import { openXlsx } from "../../engine/xlsx/open-xlsx";
import { saveXlsx } from "../../engine/xlsx/save-xlsx";

/** A file that the user dropped or chose. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file to be downloaded. */
export interface MadeFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Its media type. */
  readonly media: string;
}

/**
 * The book in the files, null where they make none: one workbook, one JSON book, or CSV files of one book.
 */
export function bookInFiles(files: readonly GivenFile[]): Workbook | null {
  if (files.length > 0 && files.every(({ name }) => /\.csv$/i.test(name)))
    return openCsvFolder(new Map(files.map(({ name, bytes }) => [name, fileText(bytes, name)])));
  const [file] = files;
  if (files.length !== 1) return null;
  if (/\.json$/i.test(file.name)) return withoutEmpty(openJson(fileText(file.bytes, file.name)));
  return /\.xls[xm]?$/i.test(file.name) ? openXlsx(file.bytes) : null;
}

/**
 * A table without rows has no columns in JSON: it is absent on the screen, as it is in a folder of CSV files.
 */
function withoutEmpty(book: Workbook): Workbook {
  for (const table of book.tables()) {
    if (table.headers.length > 0) continue;
    if (book.sheets.length > 1) deleteSheet(book, table.sheet);
    else convertToRange(book, table);
  }
  return book;
}

/** The forms in which a book is downloaded. */
export type FileForm = "xlsx" | "json";

/** The book as a file named as the one it was opened from; one with macros keeps them and its ending. */
export function bookFile(book: Workbook, opened: string, form: FileForm): MadeFile {
  const name = opened.replace(/\.(xlsx|xlsm|json|csv)$/i, "");
  if (form === "json") {
    const bytes = new Uint8Array(new TextEncoder().encode(saveJson(book)));
    return { name: `${name}.json`, bytes, media: "application/json" };
  }
  const hasMacros = /\.xlsm$/i.test(opened);
  const media = hasMacros
    ? "application/vnd.ms-excel.sheet.macroEnabled.12"
    : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return { name: `${name}.${hasMacros ? "xlsm" : "xlsx"}`, bytes: new Uint8Array(saveXlsx(book)), media };
}
