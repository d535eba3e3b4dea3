import { type Lines, NO_TYPE, NONE } from "../book/lines";
import { type Finding, finding } from "../kernel/finding";
import type { Day } from "../kernel/day";
import { type Documents, headOf, linesOf } from "./group";
import { placeOf } from "./place";

/** Header columns that are numbers, each with what a blank cell holds. */
const HEADER_COLUMNS = [
  { column: "type", blank: NO_TYPE },
  { column: "date", blank: NONE },
  { column: "time", blank: NONE },
  { column: "partner", blank: NONE },
  { column: "account", blank: NONE },
] as const;

function header(lines: Lines, column: (typeof HEADER_COLUMNS)[number]["column"]): Uint8Array | Int32Array {
  return column === "date" ? lines.day : lines[column];
}

/**
 * Fills in, in place, what the continuation rows of a draft leave to its first row: type, date (blank =
 * today), time, partner, account. Finds HEADER_DIFFERS where a row says other than the first. Source:
 * CONTRACT §2.
 */
export function fillHeaders(
  lines: Lines,
  documents: Documents,
  drafts: readonly number[],
  today: Day,
): Finding[] {
  const findings: Finding[] = [];
  for (const document of drafts) {
    const head = headOf(documents, document);
    if (lines.day[head] === NONE) lines.day[head] = today;
    for (const line of linesOf(documents, document)) if (line !== head) fillFrom(lines, head, line, findings);
  }
  return findings;
}

function fillFrom(lines: Lines, head: number, line: number, findings: Finding[]): void {
  for (const { column, blank } of HEADER_COLUMNS) {
    const cells = header(lines, column);
    if (cells[line] === blank) cells[line] = cells[head];
    else if (cells[line] !== cells[head] && column !== "account")
      findings.push(finding("HEADER_DIFFERS", placeOf(lines, line, column)));
  }
}
