import { badStep, isRecord } from "../app/options";
import { bookTrouble } from "../app/trouble";
import type { Checked } from "../domain/kernel/checked";
import { nearest } from "../domain/kernel/nearest";
import { jsonOf, replyOf, type Reply, tells } from "./answers";
import { mistake } from "./mistake";
import { performVerb } from "./perform-verb";
import { plainVoice } from "./message";
import { languageOf, type Session, voiceOf } from "./session";
import { linesOf } from "./step-lines";
import { verbs } from "./verbs";

/**
 * Does the steps of a stream one after the other and writes one answer a line; answers whether all of them
 * were ok.
 */
export async function runSteps(session: Session, steps: AsyncIterable<Uint8Array>): Promise<boolean> {
  let isAllOk = true;
  let count = 0;
  for await (const line of linesOf(steps)) {
    if (line.trim() === "") continue;
    count++;
    const step = parsed(line);
    const reply = await performed(session, step);
    const verb = isRecord(step) && typeof step["verb"] === "string" ? step["verb"] : null;
    const voice = tells(reply) ? await voiceOf(session) : plainVoice("zh-CN");
    const { ok, ...rest } = jsonOf(reply, voice);
    await session.surroundings.out(`${JSON.stringify({ ok, step: count, verb, ...rest })}\n`);
    isAllOk &&= reply.ok;
  }
  return isAllOk;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

async function performed(session: Session, step: unknown): Promise<Reply> {
  try {
    return replyOf(await perform(session, step));
  } catch (thrown) {
    const trouble = bookTrouble(thrown, await languageOf(session));
    if (trouble !== null) return replyOf({ value: null, findings: [trouble] });
    const { debug, note } = session.surroundings;
    const language = await languageOf(session);
    note(`${mistake(thrown, language, debug)}\n`);
    return replyOf({ value: null, findings: [badStep(mistake(thrown, language, false))] });
  }
}

/** Does one step: an object with its verb and the verb's options as keys. */
async function perform(session: Session, step: unknown): Promise<Checked<object | null>> {
  if (!isRecord(step)) return { value: null, findings: [badStep("JSON", null, "step")] };
  const { verb: name, ...given } = step;
  const verb = verbs.find((each) => each.verb === name);
  if (verb === undefined) {
    const close = nearest(
      String(name),
      verbs.map((each) => each.verb),
    );
    return { value: null, findings: [badStep(`verb ${String(name)}`, close)] };
  }
  return performVerb(session, verb, given);
}
