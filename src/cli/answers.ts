import type { Checked } from "../domain/kernel/checked";
import { anyError, type Finding } from "../domain/kernel/finding";
import { message, type Voice } from "./message";

/** What a verb answered, ready to be printed: `ok` is false where nothing, or not all, was done. */
export interface Reply {
  readonly ok: boolean;
  readonly value: object | null;
  readonly findings: readonly Finding[];
}

/** Whether all that was asked was done: no refusals, no failures. */
export function replyOf({ value, findings }: Checked<object | null>): Reply {
  const isWhole = value !== null && !("ok" in value && value.ok === false) && !hasRefused(value);
  return { ok: isWhole, value, findings };
}

function hasRefused(value: object): boolean {
  return "refused" in value && Array.isArray(value.refused) && value.refused.length > 0;
}

const TROUBLES: ReadonlySet<string> = new Set([
  ..."TABLE_MISSING HEADER_MISSING HEADER_TWICE".split(" "),
  ..."BOOK_UNREADABLE BOOK_ENCRYPTED BOOK_UNSAFE_TO_SAVE CELLS_IN_THE_WAY WRITE_FAILED".split(" "),
  ..."BOOK_TOO_LARGE BOOK_READ_ONLY BOOK_BUSY SHEET_PROTECTED TABLE_FILTERED".split(" "),
  ..."ROW_CHANGED HOST_LACKS HOST_FAILED BOOK_DATE_SYSTEM WRITE_INTERRUPTED".split(" "),
]);

/**
 * 0 done · 1 findings of severity error · 2 wrong use · 3 the book cannot be read or written. Source:
 * CONTRACT §4.
 */
export function exitCode({ ok, value, findings }: Reply): 0 | 1 | 2 | 3 {
  const codes = value === null ? findings.map(({ code }) => code) : [];
  if (codes.some((code) => TROUBLES.has(code))) return 3;
  if (codes.includes("BAD_STEP")) return 2;
  return ok && !anyError(findings) ? 0 : 1;
}

/** Under which keys of an answer findings are told to a person. */
const TOLD: readonly string[] = ["findings", "failures", "refused"];

/** Whether a reply says something in words, wherever in it. */
export function tells({ value, findings }: Reply): boolean {
  const holds = ([key, part]: readonly [string, unknown]): boolean =>
    TOLD.includes(key) && Array.isArray(part) && part.length > 0;
  return findings.length > 0 || Object.entries(value ?? {}).some(holds);
}

/** The reply as JSON has it: findings with their message, columns by their ids. */
export function jsonOf({ ok, value, findings }: Reply, voice: Voice): Readonly<Record<string, unknown>> {
  const plain: Record<string, unknown> = { ok };
  for (const [key, part] of Object.entries(value ?? {})) plain[key] = plainPart(key, part, voice);
  if (findings.length > 0 || value === null)
    plain["findings"] = findings.map((found) => toldIn(voice, found));
  return plain;
}

function plainPart(key: string, part: unknown, voice: Voice): unknown {
  if (!Array.isArray(part)) return part;
  if (key === "columns") return part.map((column: { readonly id: string }) => column.id);
  if (key === "findings" || key === "failures") return part.map((found: Finding) => toldIn(voice, found));
  if (key !== "refused") return part;
  return part.map((refused: { readonly findings: readonly Finding[] }) => ({
    ...refused,
    findings: refused.findings.map((found) => toldIn(voice, found)),
  }));
}

function toldIn(voice: Voice, found: Finding): object {
  const { code, severity, table, row, rowId, column, facts } = found;
  return { code, severity, table, row, rowId, column, message: message(voice, found), facts };
}
