import { EngineError, type Matter } from "../../engine/engine-error";
import { type ErrorCode, HostError, refusal } from "../host-error";

const codes: Partial<Record<Matter, ErrorCode>> = {
  "a sheet of this name is there already": "ItemAlreadyExists",
  "a table of this name is there already": "ItemAlreadyExists",
  "a formula that is not well-formed": "InvalidArgument",
  "not a name that a sheet can bear": "InvalidArgument",
  "not a name that a table can bear": "InvalidArgument",
  "a table must keep its header where it is": "InvalidArgument",
  "a table needs cells": "InvalidArgument",
  "there is no such row": "InvalidArgument",
  "there is no such column": "InvalidArgument",
  "tables cannot overlap": "InsertDeleteConflict",
  "a table would be torn apart": "InsertDeleteConflict",
  "the header of a table cannot go without the table": "InsertDeleteConflict",
  "merged cells would be torn apart": "MergedRangeConflict",
  "an array formula would be torn apart": "InsertDeleteConflict",
  "cells would be pushed off the sheet": "InsertDeleteConflict",
};

/** What Excel says where the engine refuses; what is neither is a defect and thrown on. */
export function asHostError(error: unknown): HostError {
  if (error instanceof HostError) return error;
  if (error instanceof EngineError)
    return refusal(codes[error.matter] ?? "InvalidOperation", error.what, error);
  throw error;
}
