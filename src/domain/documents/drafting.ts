import type { Book } from "../book/book";
import type { Day } from "../kernel/day";
import { type Finding, finding } from "../kernel/finding";
import type { FindingCode } from "../kernel/finding-codes";
import type { Documents } from "./group";
import { placeOf } from "./place";

/**
 * Drafts being worked out: the book whose lines are completed in place, its documents, and what has been
 * found.
 */
export interface Drafting {
  readonly book: Book;
  readonly documents: Documents;
  readonly today: Day;
  readonly findings: Finding[];
}

/** Notes a finding at a cell of a line. */
export function note(
  { book, findings }: Drafting,
  code: FindingCode,
  at: { readonly line: number; readonly column: string; readonly facts?: Finding["facts"] },
): void {
  findings.push(finding(code, placeOf(book.lines, at.line, at.column), at.facts));
}
