/** Why a workbook cannot be opened (unreadable, encrypted) or must not be changed or saved (unsafe). */
export type EngineTrouble = "unreadable" | "encrypted" | "unsafe";

/** The engine refuses; `what` names the part, file, table or cell, and what is the matter with it. */
export class EngineError extends Error {
  readonly trouble: EngineTrouble;
  readonly what: string;

  constructor(trouble: EngineTrouble, what: string, options?: { cause?: unknown }) {
    super(`${trouble}: ${what}`, options);
    this.name = "EngineError";
    this.trouble = trouble;
    this.what = what;
  }
}
