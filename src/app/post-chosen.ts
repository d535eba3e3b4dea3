import { lookAtDrafts } from "./check-drafts";
import type { Answer, Desk } from "./desk";
import { postDrafts, type PostAnswer } from "./post-drafts";
import { bookTrouble } from "./trouble";

/** What looking at the drafts that are left does not find again. */
const TOLD: ReadonlySet<string> = new Set(["NUMBER_CHANGED", "REF_AMBIGUOUS", "LOG_CAUGHT_UP"]);

/**
 * Posts the drafts of these marks and no others, and finds what is the matter with all that are left. What is
 * posted is posted, also where the rest cannot be looked at afterwards: then nothing is found in it.
 */
export async function postChosen(desk: Desk, only: readonly string[]): Answer<PostAnswer> {
  const { value, findings } = await postDrafts(desk, { only, dryRun: false });
  if (value === null) return { value, findings };
  try {
    const told = findings.filter(({ code }) => TOLD.has(code));
    return { value, findings: [...told, ...(await lookAtDrafts(desk)).findings] };
  } catch (thrown) {
    if (bookTrouble(thrown, "zh-CN") === null) throw thrown;
    return { value, findings };
  }
}
