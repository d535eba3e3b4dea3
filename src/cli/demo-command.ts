import { badStep } from "../app/options";
import type { Finding } from "../domain/kernel/finding";
import type { BookForms } from "../workbook/files/book-forms";
import { jsonOf } from "./answers";
import { commandWords } from "./command-line";
import { SAMPLE, tellSample } from "./demo-story";
import { demoSummary } from "./demo-summary";
import { message, plainVoice } from "./message";
import { type Session, voiceOf } from "./session";
import { badTarget } from "./target";

/**
 * `demo [BOOK]`: makes a book from the sample, checks, posts and recomputes it, saves it, and tells a person
 * what came of it. Without BOOK it takes a name in the current folder that nothing bears yet. Answers 1 where
 * the self-check fails; the documents that the sample has wrong on purpose are no failure.
 */
export async function demoCommand(session: Session, args: readonly string[]): Promise<number> {
  const { books, language, out, note } = session.surroundings;
  const { value: words, findings } = commandWords(args, []);
  const [path = freePath(books, SAMPLE.file[language]), ...rest] = words.operands;
  const wrong: readonly Finding[] = [
    ...findings,
    ...rest.map((word) => badStep(word)),
    ...session.moments.take({ today: SAMPLE.lastDay, ...words.named }),
    ...badTarget(session, path, false),
  ];
  for (const found of wrong) note(`${message(plainVoice(language), found)}\n`);
  if (wrong.length > 0) return 2;
  const story = await tellSample(session, path);
  const { ok, failures } = story.verified;
  const value = { ok, path, ...story.post, failures };
  const isJson = words.named["json"] === true;
  const json = isJson ? `${JSON.stringify(jsonOf({ ok, value, findings: [] }, plainVoice(language)))}\n` : "";
  await out(isJson ? json : demoSummary(story, { ...(await voiceOf(session)), language }));
  return ok ? 0 : 1;
}

/** The path, or the first of path-2, path-3, … at which nothing stands. */
function freePath(books: BookForms, path: string): string {
  const named = (n: number): string => path.replace(/(\.\w+)$/, `-${String(n)}$1`);
  let free = path;
  for (let n = 2; books.standing(free) !== "nothing"; n++) free = named(n);
  return free;
}
