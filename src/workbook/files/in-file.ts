import { EngineError } from "../../engine/engine-error";
import { WorkbookError, type WorkbookTrouble } from "../port";

/** The system's own code of an error (`EACCES`, `ENOSPC`, …); null for any other error. */
export function systemCode(thrown: unknown): string | null {
  const isCoded = thrown instanceof Error && "code" in thrown && typeof thrown.code === "string";
  return isCoded && "syscall" in thrown ? String(thrown.code) : null;
}

/**
 * Does work on the file at `path`; what the system or the engine refuses becomes a WorkbookError that names
 * the path.
 */
export function inFile<T>(path: string, trouble: WorkbookTrouble, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof EngineError) throw new WorkbookError(cause.trouble, path, { cause });
    if (systemCode(cause) !== null) throw new WorkbookError(trouble, path, { cause });
    throw cause;
  }
}
