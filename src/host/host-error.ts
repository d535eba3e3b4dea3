/** The codes with which Excel refuses an action, as `Excel.ErrorCodes` spells them. */
export type ErrorCode =
  | "AccessDenied"
  | "ApiNotFound"
  | "FilteredRangeConflict"
  | "GeneralException"
  | "InsertDeleteConflict"
  | "InvalidArgument"
  | "InvalidOperation"
  | "InvalidReference"
  | "InvalidSelection"
  | "ItemAlreadyExists"
  | "ItemNotFound"
  | "MergedRangeConflict"
  | "NotImplemented"
  | "OperationCellsExceedLimit"
  | "RequestAborted"
  | "UnsupportedOperation";

/** An action of a batch is refused; office.js throws it as an error with this code. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = "HostError";
  }

  /** The HTTP status that goes with the code. */
  get status(): number {
    return this.code === "AccessDenied" ? 401 : this.code === "ApiNotFound" ? 404 : 400;
  }
}

/** An error of that code; the message is for whoever reads a log. */
export function refusal(code: ErrorCode, message: string, cause?: unknown): HostError {
  return new HostError(code, message, { cause });
}
