import type { Finding } from "../domain/kernel/finding";

/**
 * POSTED_AS_DRAFT among what reading found: rows that the log knows as posted and whose status somebody typed
 * over. They count as posted all the same, so that no draft bears the finding.
 */
export function typedBack(readings: readonly Finding[]): readonly Finding[] {
  return readings.filter(({ code }) => code === "POSTED_AS_DRAFT");
}
