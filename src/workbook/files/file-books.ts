import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { openCsvFolder } from "../../engine/csv-folder";
import { EngineError } from "../../engine/engine-error";
import type { CalculationMoment } from "../../engine/formulas/world";
import { fromTables, openJson } from "../../engine/json-book";
import { Workbook as Engine } from "../../engine/workbook";
import { openXlsx } from "../../engine/xlsx/open-xlsx";
import { embeddedWorkbook, inEngine } from "../embedded/embedded-workbook";
import { WorkbookError, type TableCells } from "../port";
import type { BookForm, BookForms, Standing } from "./book-forms";
import { bookFolder, healFolder, readFolder } from "./book-folder";
import { fileText } from "../../engine/file-text";
import { inFile } from "./in-file";
import { openBook } from "./open-book";
import type { ReadFiles } from "./open-book";

const unsaved = { path: null, texts: new Map<string, string>() };

/**
 * The books of the file system; `samplesFolder` holds those that come with the program, `now` tells formulas
 * the local time.
 */
export function fileBooks(samplesFolder: string, now: () => CalculationMoment): BookForms {
  return {
    open: (path) => inFile(path, "unreadable", () => openBook(opened(path), now)),
    begin: (path) => openBook({ engine: new Engine(), form: formAt(path), ...unsaved }, now),
    hold: (tables) => inEngine(() => openBook({ engine: fromTables(tables), form: "json", ...unsaved }, now)),
    standing: (path) => inFile(path, "write-failed", () => standing(path)),
    formAt,
    rows: async (path, isWanted) => {
      const tables = await cellsOf(inFile(path, "unreadable", () => importedRows(path)));
      return tables.find(({ name, sheet }) => isWanted(name) || isWanted(sheet)) ?? firstTable(path, tables);
    },
    bytes: bytesOf,
    samples: () => inFile(samplesFolder, "unreadable", () => foldersIn(samplesFolder)),
    sample: (name, language) => {
      const folder = join(samplesFolder, name, language);
      return cellsOf(inFile(folder, "unreadable", () => openCsvFolder(readFolder(folder))));
    },
  };
}

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  const stream: AsyncIterable<Uint8Array> = path === "-" ? process.stdin : createReadStream(path);
  try {
    yield* stream;
  } catch (cause) {
    throw new WorkbookError("unreadable", path, { cause });
  }
}

function formAt(path: string): BookForm {
  if (bookFolder(path) !== null) return "csv";
  if (/\.json$/i.test(path)) return "json";
  return /\.xls[xmb]?$/i.test(path) || existsSync(path) ? "xlsx" : "csv";
}

function opened(path: string): ReadFiles {
  const form = formAt(path);
  if (form === "csv") return openedFolder(path);
  if (form === "xlsx") return { engine: openXlsx(readFileSync(path)), form, path, texts: new Map() };
  const text = fileText(readFileSync(path), path);
  return { engine: openJson(text), form, path, texts: new Map([["", text]]) };
}

function openedFolder(path: string): ReadFiles {
  const folder = bookFolder(path);
  if (folder === null) throw new WorkbookError("unreadable", path, { cause: new Error("ENOENT") });
  healFolder(folder);
  if (standingIn(folder) === "other")
    throw new WorkbookError("unreadable", path, { cause: new Error("NO_CSV") });
  const texts = readFolder(folder);
  return { engine: openCsvFolder(texts), form: "csv", path: folder, texts };
}

function standing(path: string): Standing {
  const folder = bookFolder(path);
  if (folder !== null) return existsSync(folder) ? standingIn(folder) : "book";
  if (!existsSync(path)) return "nothing";
  return canOpen(path) ? "book" : "other";
}

function standingIn(folder: string): Standing {
  const names = readdirSync(folder).filter((name) => !name.startsWith("."));
  if (names.length === 0) return "nothing";
  return names.some((name) => /\.csv$/i.test(name)) ? "book" : "other";
}

function canOpen(path: string): boolean {
  try {
    inFile(path, "unreadable", () => opened(path));
    return true;
  } catch (thrown) {
    if (thrown instanceof WorkbookError) return false;
    throw thrown;
  }
}

function importedRows(path: string): Engine {
  const bytes = readFileSync(path);
  if (bytes.length === 0) throw new EngineError("unreadable", "the file is empty");
  const isWorkbook = /\.xls[xmb]?$/i.test(path) || (bytes[0] === 0x50 && bytes[1] === 0x4b);
  return isWorkbook ? openXlsx(bytes) : openCsvFolder(new Map([["rows.csv", fileText(bytes, path)]]));
}

function firstTable(path: string, tables: readonly TableCells[]): TableCells {
  const first = tables.at(0);
  if (first === undefined) throw new WorkbookError("unreadable", path, { cause: new Error("NO_TABLE") });
  return first;
}

async function cellsOf(engine: Engine): Promise<readonly TableCells[]> {
  const workbook = embeddedWorkbook(engine);
  const outlines = await workbook.tables();
  return workbook.read(outlines.map(({ name }) => name));
}

function foldersIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => statSync(join(folder, name)).isDirectory());
}
