import {
  accessSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileText } from "../../engine/file-text";
import { systemCode } from "./in-file";
import { flush, keepMode, writeFlushed } from "./single-file";

const isCsv = (name: string): boolean => /\.csv$/i.test(name);

/** The CSV files of a folder, name → text, sorted by name. An interrupted save is healed first. */
export function readFolder(path: string): Map<string, string> {
  const names = readdirSync(path).filter((name) => isCsv(name) && statSync(join(path, name)).isFile());
  return new Map(names.sort().map((name) => [name, fileText(readFileSync(join(path, name)), name)]));
}

const namesIn = (folder: string): readonly string[] => (existsSync(folder) ? readdirSync(folder) : []);

/**
 * Everything in `folder` bears a name that also stands in `other`, or is a CSV file where those count as
 * known.
 */
function holdsOnlyKnown(folder: string, other: string, csvIsKnown: boolean): boolean {
  const known = new Set(namesIn(other));
  return namesIn(folder).every((name) => known.has(name) || (csvIsKnown && isCsv(name)));
}

/**
 * Brings a folder whose saving was interrupted back to one whole book: X.new alone beside X was never
 * finished and goes; without X the finished X.new takes its place, else X.old does; X.old beside X is done
 * with and goes. A folder of that name which holds anything of its own is left alone.
 */
export function healFolder(path: string): void {
  const [fresh, old] = [`${path}.new`, `${path}.old`];
  if (!existsSync(path) && existsSync(old)) renameSync(existsSync(fresh) ? fresh : old, path);
  if (!existsSync(path)) return;
  if (holdsOnlyKnown(fresh, path, true)) rmSync(fresh, { recursive: true, force: true });
  if (holdsOnlyKnown(old, path, false)) rmSync(old, { recursive: true, force: true });
}

/**
 * The folder of a book, links followed, also where its last saving was interrupted; null where there is none.
 */
export function bookFolder(path: string): string | null {
  const bare = path.replace(/(?<=.)[/\\]+$/, "");
  const real = existsSync(bare) ? realpathSync(bare) : bare;
  const isFolder = existsSync(real) ? statSync(real).isDirectory() : existsSync(`${real}.old`);
  return isFolder ? real : null;
}

/** The CSV files of a book, name → text, for the folder at `path`, and what was read from there before. */
export interface FolderWriting {
  readonly path: string;
  readonly files: ReadonlyMap<string, string>;
  readonly before: ReadonlyMap<string, string>;
}

/**
 * Writes the CSV files of a book as a whole or not at all: all into X.new, X becomes X.old, X.new becomes X.
 * Whatever else lies in the folder comes along, and a file whose text is as `before` is the very same file
 * afterwards.
 */
export function writeFolder(writing: FolderWriting): void {
  const { path } = writing;
  const [fresh, old] = [`${path}.new`, `${path}.old`];
  const isThere = existsSync(path);
  if (isThere) checkWritable(writing);
  mkdirSync(fresh);
  try {
    fillFolder(fresh, writing);
    keepMode(path, fresh);
    flush(fresh);
    if (isThere) renameSync(path, old);
  } catch (cause) {
    rmSync(fresh, { recursive: true, force: true });
    throw cause;
  }
  renameSync(fresh, path);
  flush(dirname(path));
  if (isThere) rmSync(old, { recursive: true });
}

function checkWritable({ path, files, before }: FolderWriting): void {
  accessSync(path, constants.W_OK);
  for (const [name, text] of files) {
    const file = join(path, name);
    if (before.get(name) !== text && existsSync(file)) accessSync(file, constants.W_OK);
  }
}

function fillFolder(fresh: string, { path, files, before }: FolderWriting): void {
  for (const [name, text] of files) {
    const was = join(path, name);
    const isThere = existsSync(was);
    if (isThere && before.get(name) === text) carry(was, join(fresh, name));
    else writeFlushed(join(fresh, name), text, isThere ? statSync(was).mode : null);
  }
  for (const name of namesIn(path)) if (!isCsv(name)) carry(join(path, name), join(fresh, name));
}

/** The same file under a second name, or its copy where the file system knows no such thing. */
function carry(from: string, to: string): void {
  const is = lstatSync(from);
  if (is.isSymbolicLink()) symlinkSync(readlinkSync(from), to);
  else if (is.isDirectory()) carryFolder(from, to);
  else linkOrCopy(from, to);
}

function carryFolder(from: string, to: string): void {
  mkdirSync(to);
  for (const name of readdirSync(from)) carry(join(from, name), join(to, name));
  keepMode(from, to);
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (cause) {
    if (systemCode(cause) === null) throw cause;
    copyFileSync(from, to, constants.COPYFILE_EXCL);
  }
}
