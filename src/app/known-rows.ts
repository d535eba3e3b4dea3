import type { Lines } from "../domain/book/lines";
import type { Finding } from "../domain/kernel/finding";

/**
 * Findings without the rowIds that drafts were only given in thought: a rowId named is one that stands in the
 * book.
 */
export function withKnownRows(findings: readonly Finding[], asRead: Lines): Finding[] {
  if (findings.length === 0) return [];
  const known = new Set(asRead.rowId);
  return findings.map((found) =>
    found.rowId === null || known.has(found.rowId) ? found : { ...found, rowId: null },
  );
}
