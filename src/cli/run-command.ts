import { badStep } from "../app/options";
import type { Finding } from "../domain/kernel/finding";
import type { OpenBook } from "../workbook/files/book-forms";
import { commandWords, type Words } from "./command-line";
import { message, plainVoice } from "./message";
import { runSteps } from "./run-steps";
import { saveBook } from "./save-book";
import type { Session } from "./session";
import { badOut } from "./target";

/** `run [BOOK] STEPS`: a book is opened first and saved once at the end, where a step changed it. */
export async function runCommand(session: Session, args: readonly string[]): Promise<number> {
  const { value: words, findings } = commandWords(args, []);
  const { books } = session.surroundings;
  const [steps, path = null] = [...words.operands].reverse();
  const wrong = [...findings, ...uncounted(session, words), ...session.moments.take(words.named)];
  if (wrong.length > 0) return refused(session, wrong);
  if (path !== null) session.book = books.open(path);
  const misplaced = badOut(session, path, words.named);
  if (misplaced.length > 0) return refused(session, misplaced);
  const opened = session.book;
  const isAllOk = await runSteps(session, books.bytes(steps));
  const { out } = words.named;
  await saved(session, typeof out === "string" ? out : pathStill(session, opened));
  return isAllOk ? 0 : 1;
}

/** BAD_STEP where words are missing or too many, and where a book is given for the steps. */
function uncounted({ surroundings }: Session, { operands }: Words): readonly Finding[] {
  const [path] = operands;
  if (operands.length === 2) return [];
  if (operands.length !== 1) return [badStep("run [BOOK] STEPS")];
  const isBook = /\.xls[xm]$/i.test(path) || (path !== "-" && surroundings.books.standing(path) === "book");
  return isBook ? [badStep(path, null, "steps")] : [];
}

/** Where the book that was opened is; null where a step began another one, which is only in memory. */
function pathStill({ book }: Session, opened: OpenBook | null): string | null {
  return book === opened ? (opened?.path ?? null) : null;
}

async function saved(session: Session, target: string | null): Promise<void> {
  const { book, changed } = session;
  if (book !== null && target !== null && changed) await saveBook(session, book, target);
}

function refused({ surroundings }: Session, findings: readonly Finding[]): number {
  for (const found of findings) surroundings.note(`${message(plainVoice(surroundings.language), found)}\n`);
  return 2;
}
