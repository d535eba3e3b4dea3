import { existsSync, readdirSync, realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import { saveCsvFolder } from "../../engine/csv-folder";
import { saveJson } from "../../engine/json-book";
import type { CalculationMoment } from "../../engine/formulas/world";
import type { Workbook as Engine } from "../../engine/workbook";
import { saveXlsx } from "../../engine/xlsx/save-xlsx";
import { embeddedWorkbook } from "../embedded/embedded-workbook";
import { WorkbookError } from "../port";
import { bookFolder, writeFolder } from "./book-folder";
import type { BookForm, OpenBook } from "./book-forms";
import { markOf } from "./file-mark";
import { inFile } from "./in-file";
import { writeWhole } from "./single-file";

/** A book that was just read or made: its cells, and the texts of its files as they were read. */
export interface ReadFiles {
  readonly engine: Engine;
  readonly form: BookForm;
  readonly path: string | null;
  /** By file name; a single file's name is "". */
  readonly texts: ReadonlyMap<string, string>;
}

/** What lies at a path, as it was last seen here. */
interface Seen {
  readonly place: string;
  readonly mark: string;
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * The book with its way back to the file system; its formulas are calculated at the time that `now` tells.
 */
export function openBook({ engine, form, path, texts }: ReadFiles, now: () => CalculationMoment): OpenBook {
  let seen = path === null ? null : seenAt(path, texts);
  const save = (target: string): void => {
    const before = seen?.place === placeOf(target) ? seen : null;
    if (before !== null) checkUnchanged(before, target);
    const written = write(engine, target, { form, before: before?.texts ?? new Map<string, string>() });
    if (before !== null || seen === null) seen = seenAt(target, written);
  };
  const saveAt = (target: string): void => {
    inFile(target, "write-failed", () => save(target));
  };
  return { form, workbook: embeddedWorkbook(engine, now), path, save: saveAt };
}

function seenAt(path: string, texts: ReadonlyMap<string, string>): Seen {
  return { place: placeOf(path), mark: bookMark(path), texts };
}

function checkUnchanged({ mark }: Seen, target: string): void {
  if (mark === bookMark(target)) return;
  throw new WorkbookError("write-failed", target, { cause: new Error("CHANGED") });
}

function placeOf(path: string): string {
  return existsSync(path) ? realpathSync(path) : resolve(path);
}

/** Differs from an earlier one where anything of the book was changed meanwhile. */
function bookMark(path: string): string {
  const folder = bookFolder(path);
  if (folder === null) return markOf(path) ?? "";
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /\.csv$/i.test(name)) : [];
  return names
    .sort()
    .map((name) => `${name} ${markOf(join(folder, name)) ?? ""}`)
    .join("\n");
}

interface Writing {
  readonly form: BookForm;
  readonly before: ReadonlyMap<string, string>;
}

function write(engine: Engine, target: string, { form, before }: Writing): ReadonlyMap<string, string> {
  if (form === "xlsx") return writeXlsx(engine, target);
  if (targetForm(target) === "json") return writeJson(engine, target, before);
  const files = saveCsvFolder(engine);
  const isSame = before.size === files.size && [...files].every(([name, text]) => before.get(name) === text);
  if (!isSame) writeFolder({ path: bookFolder(target) ?? resolve(target), files, before });
  return files;
}

/**
 * A workbook is not looked at for being the same: its parts that nothing touched are, and the rest is small.
 */
function writeXlsx(engine: Engine, target: string): ReadonlyMap<string, string> {
  writeWhole(target, saveXlsx(engine));
  return new Map();
}

function targetForm(target: string): "json" | "csv" {
  return bookFolder(target) === null && /\.json$/i.test(target) ? "json" : "csv";
}

function writeJson(
  engine: Engine,
  target: string,
  before: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const text = saveJson(engine);
  if (before.get("") !== text) writeWhole(target, text);
  return new Map([["", text]]);
}
