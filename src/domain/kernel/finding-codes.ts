import { ENTRY_CODES } from "./entry-codes";
import { POSTED_CODES } from "./posted-codes";
import type { Severity } from "./severity";
import { WORKBOOK_CODES } from "./workbook-codes";

/** Every code of a finding, with its severity; the facts each carries stand beside it in its own list. */
export const FINDING_CODES = {
  ...WORKBOOK_CODES,
  ...ENTRY_CODES,
  ...POSTED_CODES,
} as const satisfies Record<string, Severity>;

/** A code that names one kind of finding; codes never change their meaning. */
export type FindingCode = keyof typeof FINDING_CODES;
