import { statSync } from "node:fs";
import { systemCode } from "./in-file";

/** What tells whether a file is still the one that was read; null = there is none. */
export type FileMark = string | null;

/** The mark of the file as it is now. */
export function markOf(path: string): FileMark {
  try {
    const { ino, size, mtimeMs } = statSync(path);
    return [ino, size, mtimeMs].join(" ");
  } catch (cause) {
    if (systemCode(cause) === "ENOENT") return null;
    throw cause;
  }
}
