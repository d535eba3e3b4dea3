import { sha256 } from "../kernel/sha256";
import { isAsWritten } from "./chain";
import type { LogRow } from "./log-row";
import { partsOf, type PostedCells, rowText } from "./posted-cells";

/** A draft as it was approved: its register, its mark, and the digest of all that stood in its rows. */
export interface ApprovedDraft {
  readonly table: string;
  readonly draft: string;
  readonly digest: string;
}

/** What the log says last of a draft's approval: who gave it or took it back (`holds` false), and when. */
export interface Approval extends ApprovedDraft {
  readonly by: string;
  /** ISO date-time. */
  readonly at: string;
  readonly holds: boolean;
}

/** What the program says of a row, or what names it: it may change and the row is still what was approved. */
const UNSIGNED: ReadonlySet<string> = new Set("rowId line importKey revision".split(" "));

/** The digest of a draft's rows, in whatever order they stand; who approved them and when is part of it. */
export function draftDigest(rows: readonly PostedCells[]): string {
  const signed = rows.map((cells) =>
    rowText(Object.fromEntries(Object.entries(cells).filter(([column]) => !UNSIGNED.has(column)))),
  );
  return sha256(signed.sort().join("\n"));
}

/** The text of the log that keeps a draft as it was approved. */
export function approvedText({ table, draft, digest }: ApprovedDraft): string {
  return JSON.stringify({ table, draft, digest });
}

/** What names a draft in the log. */
export function draftKey(table: string, draft: string): string {
  return `${table} ${draft}`;
}

/**
 * By `draftKey`, what the logs of all stations say last of each draft's approval; a row of a log that is not
 * as it was written says nothing.
 */
export function lastApprovals(rows: readonly LogRow[]): ReadonlyMap<string, Approval> {
  const last = new Map<string, Approval>();
  for (const row of rows) {
    const approval = approvalIn(row);
    if (approval === null) continue;
    const key = draftKey(approval.table, approval.draft);
    const known = last.get(key);
    if (known === undefined || known.at <= approval.at) last.set(key, approval);
  }
  return last;
}

function approvalIn(row: LogRow): Approval | null {
  const { action, column, after, user, time } = row;
  if (column !== "" || (action !== "approve" && action !== "unapprove") || !isAsWritten(row)) return null;
  const { table, draft, digest } = partsOf(after);
  const isWhole = typeof table === "string" && typeof draft === "string" && typeof digest === "string";
  return isWhole ? { table, draft, digest, by: user, at: time, holds: action === "approve" } : null;
}
