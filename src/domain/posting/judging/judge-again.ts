import type { Finding } from "../../kernel/finding";
import { type DraftFindings, draftFindings } from "./draft-findings";
import { isOver, type Judging, judgedTogether, type Verdict } from "./judge";
import type { Ledgers } from "../ledgers";

/**
 * What a draft may be refused for because of goods or debts that another draft takes, brings or refers to.
 */
const BY_OTHERS: ReadonlySet<string> = new Set([
  ...["STOCK_SHORT", "LATER_SHORT", "SERIAL_THERE", "SERIAL_MISSING", "UNKNOWN_REF"],
  ...["OVER_SETTLED", "DISCOUNT_OVER", "WRITE_OFF_LIMIT"],
]);

/**
 * The ledgers with all drafts that can be posted. Where a draft fell because of goods or debts, and then or
 * later another fell for a reason of its own, all are judged once more without that one from the start: a
 * refused draft takes nothing away from a good one.
 */
export function judged(work: Judging): Ledgers {
  const barred = new Map<number, readonly Finding[]>();
  for (;;) {
    const trial = { ...work, open: work.open.slice(), findings: findingsWith(work, barred) };
    const verdict = judgedTogether(trial);
    const guilty = guiltyIn(verdict, (document) => toldOf(work, trial.findings, document));
    for (const document of guilty) barred.set(document, toldOf(work, trial.findings, document));
    if (guilty.length > 0) continue;
    work.open.set(trial.open);
    work.findings.add(trial.findings.loose);
    for (const document of trial.findings.of.keys())
      work.findings.add(toldOf(work, trial.findings, document));
    return verdict.ledgers;
  }
}

/** The findings before judging, and those of drafts that are refused for good. */
function findingsWith(
  { book, documents, findings }: Judging,
  barred: ReadonlyMap<number, readonly Finding[]>,
): DraftFindings {
  const all = draftFindings(book.lines, documents);
  for (const own of findings.of.values()) all.add(own);
  for (const own of barred.values()) all.add(own);
  return all;
}

/** What judging found in a document. */
function toldOf({ findings }: Judging, now: DraftFindings, document: number): readonly Finding[] {
  return (now.of.get(document) ?? []).slice(findings.of.get(document)?.length ?? 0);
}

/**
 * The first to fall for a reason of their own with others that fell because of goods or debts, or after them;
 * none = nobody was wronged.
 */
function guiltyIn({ falls }: Verdict, toldOf: (document: number) => readonly Finding[]): readonly number[] {
  const isByOthers = (document: number): boolean => {
    const errors = toldOf(document).filter(({ severity }) => severity === "error");
    return errors.every((found) => BY_OTHERS.has(found.code) || isOver(found));
  };
  const first = falls.findIndex((fallen) => fallen.some(isByOthers));
  if (first === -1) return [];
  const later = falls.slice(first).find((fallen) => !fallen.every(isByOthers)) ?? [];
  return later.filter((document) => !isByOthers(document));
}
