import { WorkbookError, type WorkbookTrouble } from "../port";

const editing = "InvalidOperationInCellEditMode";

const tooLarge: ReadonlySet<string> = new Set([
  "RequestPayloadSizeLimitExceeded",
  "ResponsePayloadSizeLimitExceeded",
  "OperationCellsExceedLimit",
  "MemoryLimitReached",
]);

/** Troubles of Excel that mean the same whether we read or write. */
const known: Readonly<Partial<Record<string, WorkbookTrouble>>> = {
  [editing]: "busy",
  WriteNotSupportedWhenModalDialogOpen: "busy",
  ActivityLimitReached: "busy",
  FilteredRangeConflict: "filtered",
  AccessDenied: "protected",
  ApiNotFound: "unsupported",
  ItemNotFound: "missing",
};

/** The code of an error of office.js; null for any other. */
export function officeCode(thrown: unknown): string | null {
  if (!(thrown instanceof Error) || !("code" in thrown)) return null;
  return typeof thrown.code === "string" ? thrown.code : null;
}

/** The user is editing a cell, so that nothing was done. */
export function isEditing(thrown: unknown): boolean {
  return officeCode(thrown) === editing;
}

/** It was too much at once: half of it may go. */
export function isTooLarge(thrown: unknown): boolean {
  return tooLarge.has(officeCode(thrown) ?? "");
}

/** The message was too long to be sent, so that nothing of it was done: half of it may go. */
export function isTooLong(thrown: unknown): boolean {
  return officeCode(thrown) === "RequestPayloadSizeLimitExceeded";
}

/**
 * The action that Excel refused, as office.js spells it: `var itemAt = rows.getItemAt(...);`; "" where that
 * is not known.
 */
export function refusedAction(thrown: unknown): string {
  if (!(thrown instanceof Error) || !("debugInfo" in thrown)) return "";
  const info: unknown = thrown.debugInfo;
  if (typeof info !== "object" || info === null || !("statement" in info)) return "";
  return typeof info.statement === "string" ? info.statement : "";
}

/**
 * An error of office.js as a trouble with what was being read or written; `otherwise` where its code says
 * nothing to us. Anything else stays what it is.
 */
export function troubleOf(thrown: unknown, what: string, otherwise: WorkbookTrouble): unknown {
  const code = officeCode(thrown);
  if (code === null || thrown instanceof WorkbookError) return thrown;
  const trouble = tooLarge.has(code) ? "too-large" : (known[code] ?? otherwise);
  return new WorkbookError(trouble, what, { cause: thrown });
}
