import { readOptions, type GivenRow } from "../app/options";
import type { Checked } from "../domain/kernel/checked";
import { MOMENT_OPTIONS } from "../app/moments";
import type { Session } from "./session";
import type { Verb } from "./verb";

/** Does a verb with what it is told and who tells it; nothing holds of a request that makes no sense. */
export async function performVerb(
  session: Session,
  verb: Verb,
  given: GivenRow,
): Promise<Checked<object | null>> {
  const isSaid = ([id]: readonly [string, unknown]): boolean => MOMENT_OPTIONS.some((each) => each === id);
  const entries = Object.entries(given);
  const told = Object.fromEntries(entries.filter((entry) => !isSaid(entry)));
  const { value: options, findings } = readOptions(verb.takes, told);
  if (options === null) return { value: null, findings };
  const wrong = session.moments.take(Object.fromEntries(entries.filter(isSaid)));
  return wrong.length > 0 ? { value: null, findings: wrong } : verb.perform(session, options);
}
