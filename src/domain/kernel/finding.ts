import { FINDING_CODES, type FindingCode } from "./finding-codes";
import type { Severity } from "./severity";

/** The figures and words of a finding, from which its sentence is made. */
export type Facts = Readonly<Record<string, string | number | null>>;

/**
 * Where in the book: the table's id, its body row (1 = first; 0 = the table as a whole), the row's id, the
 * column's id.
 */
export interface Place {
  readonly table: string | null;
  readonly row: number;
  readonly rowId: string | null;
  readonly column: string | null;
}

/** What validation reports about the user's data. */
export interface Finding extends Place {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly facts: Facts;
}

/** A place that is no row: the book, or a step. */
export const NOWHERE: Place = { table: null, row: 0, rowId: null, column: null };

/** A finding with its code's own severity. */
export function finding(code: FindingCode, place: Place, facts: Facts = {}): Finding {
  return { code, severity: FINDING_CODES[code], ...place, facts };
}

/** True where any finding is an error. */
export function anyError(findings: readonly Finding[]): boolean {
  return findings.some((found) => found.severity === "error");
}
