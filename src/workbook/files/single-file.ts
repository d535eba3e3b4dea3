import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

/** Makes what was written to a file or folder outlast a loss of power. */
export function flush(path: string): void {
  const file = openSync(path, "r");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Writes a new file that outlasts a loss of power, with the mode of the one it stands for. */
export function writeFlushed(path: string, content: string | Uint8Array, mode: number | null): void {
  const file = openSync(path, "wx");
  try {
    writeFileSync(file, content);
    if (mode !== null) fchmodSync(file, mode);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Writes a file as a whole or not at all: a new one beside it, then a rename. A link is followed, the file's
 * mode is kept, a file that may not be written stays as it is, and nothing is left behind.
 */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const target = existsSync(path) ? realpathSync(path) : path;
  const isThere = existsSync(target);
  if (isThere) accessSync(target, constants.W_OK);
  const beside = join(dirname(target), `.${basename(target)}.${String(process.pid)}.tmp`);
  rmSync(beside, { force: true });
  try {
    writeFlushed(beside, content, isThere ? statSync(target).mode : null);
    renameSync(beside, target);
  } catch (cause) {
    rmSync(beside, { force: true });
    throw cause;
  }
  flush(dirname(target));
}

/** Gives a new folder or file the mode of the one whose place it takes. */
export function keepMode(from: string, to: string): void {
  if (existsSync(from)) chmodSync(to, statSync(from).mode);
}
