import { lookAtDrafts } from "./check-drafts";
import type { Answer, Desk } from "./desk";
import { postDrafts, type PostAnswer } from "./post-drafts";
import { bookTrouble } from "./trouble";

/**
 * Posts the drafts of these marks and no others, and finds what is the matter with all that are left. What is
 * posted is posted, also where the rest cannot be looked at afterwards: then nothing is found in it.
 */
export async function postChosen(desk: Desk, only: readonly string[]): Answer<PostAnswer> {
  const { value, findings } = await postDrafts(desk, { only, dryRun: false });
  if (value === null) return { value, findings };
  try {
    const renumbered = findings.filter(({ code }) => code === "NUMBER_CHANGED" || code === "REF_AMBIGUOUS");
    return { value, findings: [...renumbered, ...(await lookAtDrafts(desk)).findings] };
  } catch (thrown) {
    if (bookTrouble(thrown, "zh-CN") === null) throw thrown;
    return { value, findings };
  }
}
